//go:build !js

package i18n

import (
	"maps"
	"strings"
	"testing"

	"firstneuron/pkg/experiment"
)

// TestFileBringsWhatThePageShows: with it and with what its program has, each message is
// what the catalogue of this machine says.
func TestFileBringsWhatThePageShows(t *testing.T) {
	lesson := experiment.FirstLesson().WordKeys()
	for _, language := range Languages() {
		file := File(language.Code)
		lang, messages, err := read(file)
		if err != nil || lang != language.Code {
			t.Fatalf("%s: read as %q: %v", language.Code, lang, err)
		}
		got, want := newCatalogue(lang, messages), For(language.Code)
		for key, text := range want.messages {
			_, taught := lesson[key]
			elsewhere := strings.HasPrefix(key, ofActivities) && !taught || strings.HasPrefix(key, "missing.") || key == "program.no_script" || key == "page.title"
			if got.messages[key] != text && !elsewhere {
				t.Errorf("%s: %s is %q, want %q", lang, key, got.messages[key], text)
			}
			if _, carried := messages[key]; carried && elsewhere {
				t.Errorf("%s: the file has %s, which the page never shows", lang, key)
			}
		}
		if strings.Contains(file, "problem.out_of_range=") == (lang == English) {
			t.Errorf("%s: the words of a mistake stand in the wrong place", lang)
		}
		if !got.lesson.Equal(want.lesson) {
			t.Errorf("%s: the first lesson is another", lang)
		}
	}
}

// TestFileIsWholeOrNone.
func TestFileIsWholeOrNone(t *testing.T) {
	file := File(English)
	for name, text := range map[string]string{
		"nothing": "", "a page": "<!DOCTYPE html>\n<p>Blocked\n", "cut": file[:len(file)/2], "cut at a line": file[:strings.LastIndex(file[:len(file)-1], "\n")+1],
		"another version": strings.Replace(file, "words 1", "words 2", 1), "no language": "First Neuron words 1  0\n", "no number": "First Neuron words 1 en\n",
		"a line without a key": "First Neuron words 1 en 1\n=a\n", "a key twice": "First Neuron words 1 en 2\na=b\na=c\n", "more": file + "a=b\n",
	} {
		if lang, err := Add(text); err == nil {
			t.Errorf("%s is taken as %q", name, lang)
		}
	}
}

func FuzzFile(f *testing.F) {
	f.Add("First Neuron words 1 ko 2\na.b=\\n\\\\\nc==\n")
	f.Add("First Neuron words 1 en 0\n")
	f.Add("First Neuron words 1 en 1\na")
	f.Fuzz(func(t *testing.T, text string) {
		lang, messages, err := read(text)
		if err != nil {
			return
		}
		var keys []string
		for key := range messages {
			keys = append(keys, key)
		}
		again, got, err := read(write(lang, keys, messages))
		if err != nil || again != lang || !maps.Equal(got, messages) {
			t.Errorf("%q is read as %v, and again as %v, %v", text, messages, got, err)
		}
	})
}
