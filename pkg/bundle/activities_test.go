package bundle

import (
	"bytes"
	"encoding/json"
	"html"
	"path"
	"regexp"
	"strings"
	"testing"

	"firstneuron/docs/teaching"
	"firstneuron/pkg/experiment"
	"firstneuron/pkg/gallery"
	"firstneuron/pkg/ui/i18n"
)

// TestNotesBecomeHTML: headings, lists, paragraphs, and nothing that is markup.
func TestNotesBecomeHTML(t *testing.T) {
	got := string(notesPage("# T\n\nOpens with `x`.\n\n## Aims\n\n- a <b>\n- c\n\n1. one\n2. two\n\nText & more.\n\n## How it is solved\n\n```\ntrain\n```\n"))
	want := "<h2>Aims</h2>\n<ul>\n<li>a &lt;b&gt;</li>\n<li>c</li>\n</ul>\n<ol>\n<li>one</li>\n<li>two</li>\n</ol>\n<p>Text &amp; more.</p>\n"
	if got != want {
		t.Errorf("the notes are\n%s\nwant\n%s", got, want)
	}
}

// activityFiles are the pages of the activities and what goes with them, by name.
func activityFiles(t *testing.T, public string) map[string]string {
	t.Helper()
	s := NewSite(nil)
	s.Public = public
	assets, err := s.activities(map[string]string{"icon.svg": "i", "app.css": "a", "gallery.css": "g", "gallery.js": "j"})
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, a := range assets {
		if _, twice := files[a.name]; twice {
			t.Errorf("%s is there twice", a.name)
		}
		files[a.name] = string(a.data)
	}
	return files
}

// TestEveryActivityHasItsPage in every language, with its words, its notes, what a course
// page needs and links to the other languages.
func TestEveryActivityHasItsPage(t *testing.T) {
	files := activityFiles(t, "https://your.host/")
	for _, language := range experiment.Languages() {
		lang, folder, text := language.Code, experiment.LanguageFolder(language.Code), i18n.For(language.Code).Text
		opens, up, home := "", "../../", "../"
		if folder != "" {
			opens, up, home = "&amp;lang="+lang, "../../../", "../../#lang="+lang
		}
		all := files[folder+"activities/index.html"]
		for _, name := range gallery.Names() {
			a, path := gallery.Activity(name), "activities/"+name+"/"
			page := files[folder+path+"index.html"]
			first, _, _ := strings.Cut(string(notesPage(teaching.Notes(name, lang))), "\n")
			wants := []string{
				`<html lang="` + language.Tag() + `" dir="` + language.Dir() + `"`, `<title>` + html.EscapeString(a.Title.In(lang)) + ` – First Neuron</title>`,
				`property="og:title" content="` + html.EscapeString(a.Title.In(lang)), `name="description" content="` + html.EscapeString(a.Aim.In(lang)),
				`property="og:url" content="https://your.host/` + folder + path + `"`, `property="og:image" content="https://your.host/` + path + `preview.png"`,
				`json+oembed" title="` + html.EscapeString(a.Title.In(lang)) + `" href="https://your.host/` + folder + path + `oembed.json"`,
				`<link rel="alternate" hreflang="x-default" href="https://your.host/` + path + `">`,
				`href="` + up + `#activity=` + name + opens + `"`, `#activity=` + name + opens + `&amp;make=1"`, `src="` + up + path + `preview.png"`,
				text("gallery.use"), text("gallery.course"), first, `data-line="iframe"`, `data-line="jupyter"`,
			}
			for _, other := range experiment.Languages() {
				there := experiment.LanguageFolder(other.Code) + path
				wants = append(wants, `<link rel="alternate" hreflang="`+other.Tag()+`" href="https://your.host/`+there+`">`, `<a href="`+up+there+`" lang="`+other.Tag()+`" hreflang="`+other.Tag()+`"`)
			}
			for _, want := range wants {
				if !strings.Contains(page, want) {
					t.Errorf("the page of %s in %s has no %s", name, lang, want)
				}
			}
			for _, want := range []string{`href="` + name + `/"`, `src="` + strings.TrimSuffix(up, "../") + path + `preview.png"`, html.EscapeString(a.Title.In(lang))} {
				if !strings.Contains(all, want) {
					t.Errorf("the gallery in %s has no %s", lang, want)
				}
			}
			var oembed struct{ Title, HTML string }
			if err := json.Unmarshal([]byte(files[folder+path+"oembed.json"]), &oembed); err != nil || oembed.Title != a.Title.In(lang) || !strings.Contains(oembed.HTML, "#activity="+name+opens+"&amp;embed=1") {
				t.Errorf("the oEmbed of %s in %s is %+v, %v", name, lang, oembed, err)
			}
		}
		for _, want := range []string{`<html lang="` + language.Tag() + `" dir="` + language.Dir() + `"`, text("gallery.about"), `href="` + home + `">First Neuron`, `property="og:title" content="` + text("gallery.title"), `hreflang="x-default" href="https://your.host/activities/"`, `aria-current="page">` + language.Name} {
			if !strings.Contains(all, want) {
				t.Errorf("the gallery in %s has no %s", lang, want)
			}
		}
	}
	for _, name := range gallery.Names() {
		if files["activities/"+name+"/activity.txt"] != gallery.Text(name) || !strings.HasPrefix(files["activities/"+name+"/preview.png"], "\x89PNG") {
			t.Errorf("%s has no text, or no picture", name)
		}
		if teaching.Notes(name, experiment.English) == "" {
			t.Errorf("%s has no notes", name)
		}
	}
}

// TestLinksOfActivityPagesLeadSomewhere: each to a page or a picture of the site.
func TestLinksOfActivityPagesLeadSomewhere(t *testing.T) {
	files := activityFiles(t, "")
	for _, own := range []string{"index.html", "i", "a", "g", "j"} {
		files[own] = "a file of the site"
	}
	links := regexp.MustCompile(`(?:href|src)="([^"#]*)(?:#[^"]*)?"`)
	for name, data := range files {
		if !strings.HasSuffix(name, ".html") {
			continue
		}
		if strings.Contains(data, "og:url") || strings.Contains(data, "x-default") {
			t.Errorf("%s names an address that nobody has said", name)
		}
		for _, match := range links.FindAllStringSubmatch(data, -1) {
			to := path.Join(path.Dir(name), match[1])
			if match[1] == "" || strings.HasSuffix(match[1], "/") {
				to = path.Join(to, "index.html")
			}
			if files[to] == "" {
				t.Errorf("%s leads to %q, which is %s: there is no such file", name, match[1], to)
			}
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
	worker, err := s.worker([]asset{{"ko/activities/too-fast/index.html", nil}, {"ko/activities/index.html", nil}, {"activities/too-fast/" + activityTextName, nil}, {"activities/too-fast/index.html", nil}, {"activities/index.html", nil}})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"activities/too-fast/activity.txt", "activities/too-fast/", "activities/"} {
		if !strings.Contains(string(worker.data), " "+want) {
			t.Errorf("offline there is no %s", want)
		}
	}
	if strings.Contains(string(worker.data), "ko/activities") {
		t.Error("the pages of every language are fetched ahead")
	}
	changed, err := s.worker([]asset{{"ko/activities/index.html", []byte("another")}})
	if same, _ := s.worker([]asset{{"ko/activities/index.html", nil}}); err != nil || bytes.Equal(changed.data, same.data) {
		t.Errorf("another page is of the same version, %v", err)
	}
}
