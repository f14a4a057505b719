package teaching_test

import (
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"firstneuron/docs/teaching"
	"firstneuron/pkg/experiment"
	"firstneuron/pkg/gallery"
	"firstneuron/pkg/ui/i18n"
)

// written are the languages that have a folder of notes.
func written(t *testing.T) []string {
	t.Helper()
	var codes []string
	for _, code := range experiment.LanguageCodes() {
		if _, err := os.Stat(code); err == nil {
			codes = append(codes, code)
		}
	}
	if len(codes) == 0 {
		t.Fatal("no language but English has notes")
	}
	return codes
}

var (
	figure  = regexp.MustCompile(`\d+\.\d+`)
	opens   = regexp.MustCompile("(?m)^Opens with .*$")
	english = regexp.MustCompile(`(?i)\b(?:the|and|of|what|which|why|they|with|learners|step|loss|epochs?|guess)\b`)
	listed  = regexp.MustCompile(`(?m)^(- |\d+\. |## |# )`)
)

// toRead is what a teacher reads of notes: all but how the test solves them.
func toRead(notes string) string {
	notes, _, _ = strings.Cut(notes, "\n## How it is solved")
	return strings.TrimSpace(notes)
}

// figures are the numbers with a point, which are the same in every language.
func figures(text string) []string {
	all := figure.FindAllString(text, -1)
	slices.Sort(all)
	return all
}

// TestEveryLanguageHasAllNotes: as many headings and items as in English, in the same
// order, the title that the catalogue has, the same figures, and no English left.
func TestEveryLanguageHasAllNotes(t *testing.T) {
	for _, lang := range written(t) {
		var headings []string
		for _, name := range gallery.Names() {
			notes, in := teaching.Notes(name, lang), teaching.Notes(name, experiment.English)
			if teaching.Language(name, lang) != lang || notes == in {
				t.Errorf("%s: the notes of %s are missing", lang, name)
				continue
			}
			shape := func(text string) string { return strings.Join(listed.FindAllString(toRead(text), -1), "") }
			if got, want := shape(notes), shape(in); got != want {
				t.Errorf("%s/%s has the parts %q, want %q", lang, name, got, want)
			}
			title := gallery.Activity(name).Title.In(lang)
			if first, _, _ := strings.Cut(notes, "\n"); first != "# "+title {
				t.Errorf("%s/%s begins with %q, want the title %q", lang, name, first, title)
			}
			for _, key := range []string{"run.step", "walk.title"} {
				if strings.Contains(in, "“"+i18n.For(experiment.English).Text(key)+"”") && !strings.Contains(notes, i18n.For(lang).Text(key)) {
					t.Errorf("%s/%s does not name %q, as the page does", lang, name, i18n.For(lang).Text(key))
				}
			}
			if !strings.Contains(notes, opens.FindString(in)) {
				t.Errorf("%s/%s lacks the line %q", lang, name, opens.FindString(in))
			}
			if got, want := figures(toRead(notes)), figures(toRead(in)); !slices.Equal(got, want) {
				t.Errorf("%s/%s has the figures %v, want %v", lang, name, got, want)
			}
			if strings.Contains(notes, "```") {
				t.Errorf("%s/%s says how it is solved, which stands in the English notes alone", lang, name)
			}
			if left := english.FindAllString(opens.ReplaceAllString(notes, ""), -1); len(left) > 0 {
				t.Errorf("%s/%s has English in it: %q", lang, name, left)
			}
			var these []string
			for line := range strings.Lines(notes) {
				if strings.HasPrefix(line, "## ") {
					these = append(these, strings.TrimSpace(line))
				}
			}
			if headings == nil {
				headings = these
			}
			if !slices.Equal(these, headings) {
				t.Errorf("%s/%s has the headings %q, want those of the other notes, %q", lang, name, these, headings)
			}
		}
	}
}

// TestNoNotesOfNothing: every page is of an activity and in a language of the page.
func TestNoNotesOfNothing(t *testing.T) {
	err := fs.WalkDir(os.DirFS("."), ".", func(path string, entry fs.DirEntry, err error) error {
		name, isNotes := strings.CutSuffix(path, ".md")
		if err != nil || !isNotes || path == "README.md" {
			return err
		}
		lang, name := experiment.CutLanguage(name)
		if gallery.Activity(name) == nil || teaching.Notes(name, lang) == "" || teaching.Language(name, lang) != lang {
			t.Errorf("%s is of no activity in a language of the page", path)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestEnglishWhereALanguageHasNone, and nothing of what is no activity.
func TestEnglishWhereALanguageHasNone(t *testing.T) {
	if got := teaching.Notes("too-fast", "tlh"); !strings.HasPrefix(got, "# Too fast") || teaching.Language("too-fast", "tlh") != experiment.English {
		t.Errorf("the notes begin with %.20q, want the English ones", got)
	}
	for _, name := range []string{"", "nothing", "../glossary"} {
		if got := teaching.Notes(name, experiment.English); got != "" {
			t.Errorf("%q has the notes %.20q", name, got)
		}
	}
}
