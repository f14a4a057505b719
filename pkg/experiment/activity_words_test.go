package experiment

import (
	"strings"
	"testing"
)

// TestActivityIsTranslated: all that it says, by its keys, and nothing in place.
func TestActivityIsTranslated(t *testing.T) {
	before := EncodeActivity(FirstLesson())
	keys := FirstLesson().WordKeys()
	for key, want := range map[string]string{
		"activity.first-neuron.title": "The first lesson", "activity.first-neuron.1.title": "The pattern",
		"activity.first-neuron.7.choice.2": "No: the answer is chance", "activity.first-neuron.6.button": "Train as the notebook does",
	} {
		if keys[key] != want {
			t.Errorf("%s is %q, want %q", key, keys[key], want)
		}
	}
	got := FirstLesson().Translated("xx", func(key string) string {
		if key == "activity.first-neuron.1.title" {
			return "" // what nobody has translated
		}
		return "<" + key + ">"
	})
	if now := EncodeActivity(FirstLesson()); now != before {
		t.Error("the activity itself has changed")
	}
	said := 0
	got.eachWords(func(key string, words *Words) {
		switch text := words.Exactly("xx"); {
		case text == "<"+key+">":
			said++
		case key != "activity.first-neuron.1.title":
			t.Errorf("%s is %q", key, text)
		}
	})
	if said != len(keys)-1 || got.Steps[0].Title.In("xx") != "The pattern" || got.Title.In(English) != "The first lesson" {
		t.Errorf("%d of %d are said in the other language", said, len(keys))
	}
	if strings.Contains(EncodeActivity(got.Translated("yy", func(string) string { return "" })), ".yy=") {
		t.Error("words of nothing are written")
	}
}
