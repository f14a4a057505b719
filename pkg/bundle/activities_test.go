package bundle

import (
	"strings"
	"testing"

	"firstneuron/docs/teaching"
	"firstneuron/pkg/gallery"
)

// TestNotesBecomeHTML: headings, lists, paragraphs, and nothing that is markup.
func TestNotesBecomeHTML(t *testing.T) {
	got := string(notesPage("# T\n\nOpens with `x`.\n\n## Aims\n\n- a <b>\n- c\n\n1. one\n2. two\n\nText & more.\n\n## How it is solved\n\n```\ntrain\n```\n"))
	want := "<h2>Aims</h2>\n<ul>\n<li>a &lt;b&gt;</li>\n<li>c</li>\n</ul>\n<ol>\n<li>one</li>\n<li>two</li>\n</ol>\n<p>Text &amp; more.</p>\n"
	if got != want {
		t.Errorf("the notes are\n%s\nwant\n%s", got, want)
	}
}

// TestEveryActivityHasItsPage, with notes, words in every language and what a course
// page needs.
func TestEveryActivityHasItsPage(t *testing.T) {
	s := NewSite(nil)
	s.Public = "https://your.host/"
	assets, err := s.activities(map[string]string{"icon.svg": "i", "app.css": "a", "gallery.css": "g", "gallery.js": "j"})
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, a := range assets {
		files[a.name] = string(a.data)
	}
	for _, name := range gallery.Names() {
		page := files["activities/"+name+"/index.html"]
		for _, want := range []string{`href="../../#activity=` + name + `"`, `og:image`, "oembed", `lang="ko"`, "<h2>Aims</h2>", "<h2>What learners get wrong</h2>", `data-line="iframe"`, `data-line="jupyter"`, `activity=` + name + `&amp;make=1"`} {
			if !strings.Contains(page, want) {
				t.Errorf("the page of %s has no %s", name, want)
			}
		}
		if !strings.Contains(files["activities/"+name+"/oembed.json"], "activity="+name) || files["activities/"+name+"/activity.txt"] != gallery.Text(name) {
			t.Errorf("%s has no oEmbed, or no text", name)
		}
		if !strings.HasPrefix(files["activities/"+name+"/preview.png"], "\x89PNG") || !strings.Contains(files["activities/index.html"], `href="`+name+`/"`) {
			t.Errorf("%s has no picture, or is not in the gallery", name)
		}
		if teaching.Notes(name) == "" {
			t.Errorf("%s has no notes", name)
		}
	}
}

// TestActivitiesGoWithThePage: offline, and into packages for course systems.
func TestActivitiesGoWithThePage(t *testing.T) {
	list, err := siteList([]asset{{"index.html", nil}, {"activities/too-fast/" + activityTextName, nil}, {"activities/too-fast/preview.png", nil}, {"activities/index.html", nil}})
	if err != nil || string(list.data) != `["index.html","activities/too-fast/activity.txt"]` {
		t.Errorf("a package has %s, %v", list.data, err)
	}
	s := NewSite(nil)
	s.Web = "../../web"
	worker, err := s.worker([]asset{{"activities/too-fast/" + activityTextName, nil}, {"activities/too-fast/index.html", nil}, {"activities/index.html", nil}})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"activities/too-fast/activity.txt", "activities/too-fast/", "activities/"} {
		if !strings.Contains(string(worker.data), " "+want) {
			t.Errorf("offline there is no %s", want)
		}
	}
}
