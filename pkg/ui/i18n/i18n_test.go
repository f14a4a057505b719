//go:build !js

package i18n

import (
	"bytes"
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"

	"firstneuron/pkg/experiment"
)

var placeholder = regexp.MustCompile(`\{[a-z_]+\}`)

// ofActivities begins the keys of the activities, whose English words are their own:
// package gallery compares the two.
const ofActivities = "activity."

func TestEveryLanguageHasEveryMessage(t *testing.T) {
	english := catalogues[English].messages
	for _, language := range Languages() {
		messages := catalogues[language.Code].messages
		for key, text := range english {
			translated, ok := messages[key]
			if !ok || translated == "" {
				t.Errorf("%s.json lacks %q (English: %q)", language.Code, key, text)
				continue
			}
			want := placeholder.FindAllString(text, -1)
			got := placeholder.FindAllString(translated, -1)
			slices.Sort(want)
			slices.Sort(got)
			if !slices.Equal(slices.Compact(got), slices.Compact(want)) {
				t.Errorf("%s.json: %q has placeholders %v, want %v", language.Code, key, got, want)
			}
		}
		for key := range messages {
			if _, ok := english[key]; !ok && !strings.HasPrefix(key, ofActivities) {
				t.Errorf("%s.json has %q, which en.json lacks", language.Code, key)
			}
		}
	}
}

// TestEveryCatalogueIsALanguage, and the other way round: a file alone would be
// carried by the site and never shown.
func TestEveryCatalogueIsALanguage(t *testing.T) {
	entries, err := files.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	var names, want []string
	for _, entry := range entries {
		names = append(names, entry.Name())
	}
	for _, code := range experiment.LanguageCodes() {
		want = append(want, code+".json")
	}
	slices.Sort(want)
	if !slices.Equal(names, want) {
		t.Errorf("the catalogues are %v, want those of experiment.Languages, %v", names, want)
	}
}

// TestNoMessageStandsTwice: of two equal keys encoding/json takes the last, and says
// nothing.
func TestNoMessageStandsTwice(t *testing.T) {
	for _, language := range Languages() {
		text, err := files.ReadFile(language.Code + ".json")
		if err != nil {
			t.Fatal(err)
		}
		keys := keysOf(t, text)
		if len(keys) < 100 {
			t.Errorf("%s.json has %d keys, want those of the page", language.Code, len(keys))
		}
		slices.Sort(keys)
		for i := 1; i < len(keys); i++ {
			if keys[i] == keys[i-1] {
				t.Errorf("%s.json has %q twice", language.Code, keys[i])
			}
		}
	}
	if got := keysOf(t, []byte(`{"b": "1", "a": "2", "b": "3"}`)); !slices.Equal(got, []string{"b", "a", "b"}) {
		t.Errorf("the keys are %q, want b, a, b", got)
	}
}

// keysOf returns the keys of an object of texts, as often as they stand there.
func keysOf(t *testing.T, text []byte) (keys []string) {
	t.Helper()
	d := json.NewDecoder(bytes.NewReader(text))
	for place := 0; ; place++ {
		token, err := d.Token()
		if err != nil {
			t.Fatal(err)
		}
		if token == json.Delim('}') {
			return keys
		}
		if key, ok := token.(string); ok && place%2 == 1 {
			keys = append(keys, key)
		}
	}
}

func TestName(t *testing.T) {
	for _, language := range experiment.Languages() {
		if got := Name(language.Code); got != language.Name {
			t.Errorf("Name(%q) = %q, want %q", language.Code, got, language.Name)
		}
	}
	if got := Name("tlh"); got != "" {
		t.Errorf("Name of a language that the page does not speak is %q, want none", got)
	}
}

func TestMatch(t *testing.T) {
	for _, test := range []struct {
		preferred []string
		want      string
	}{
		{nil, "en"},
		{[]string{"ko-KR", "en"}, "ko"},
		{[]string{"tlh", "KO"}, "ko"},
		{[]string{"tlh-FR"}, "en"},
	} {
		if got := Match(test.preferred...); got != test.want {
			t.Errorf("Match(%q) = %q, want %q", test.preferred, got, test.want)
		}
	}
}

func TestTextFillsPlaceholders(t *testing.T) {
	got := For("en").Text("status.epoch", "epoch", "3", "goal", "500", "loss", "1.2345")
	if want := "Epoch 3 of 500, loss 1.2345"; got != want {
		t.Errorf("Text = %q, want %q", got, want)
	}
	// What a learner typed is not filled once more; what nobody fills stays.
	got = For("en").Text("status.epoch", "epoch", "{goal}", "goal", "}{")
	if want := "Epoch {goal} of }{, loss {loss}"; got != want {
		t.Errorf("Text = %q, want %q", got, want)
	}
	if got := For("xx").Text("no.such.key"); got != "no.such.key" {
		t.Errorf("Text of an unknown key = %q, want the key", got)
	}
}

// TestActivitiesHaveTheWordsOfTheLanguage, and an author's own stay hers.
func TestActivitiesHaveTheWordsOfTheLanguage(t *testing.T) {
	lesson := experiment.FirstLesson()
	for _, language := range Languages() {
		c := For(language.Code)
		if got := c.Activity(lesson).Title.Exactly(language.Code); got == "" || got != c.Activity(lesson).Title.In(language.Code) {
			t.Errorf("%s: the first lesson has no title", language.Code)
		}
		own := &experiment.Activity{Title: experiment.Plain("Mine")}
		if got := c.Activity(own); got != own {
			t.Errorf("%s: an own activity became %v", language.Code, got)
		}
	}
	if For("en").Activity(lesson) != lesson || For("en").Activity(nil) != nil {
		t.Error("in English the lesson is another")
	}
}

// TestAnActivityIsTranslatedOnce: every part of a page asks for its words at each frame.
func TestAnActivityIsTranslatedOnce(t *testing.T) {
	c := For("ko")
	one, other := *experiment.FirstLesson(), *experiment.FirstLesson()
	first := c.Activity(&one)
	if first == &one || c.Activity(&one) != first || For("ko").Activity(&one) != first {
		t.Error("the same activity is translated again")
	}
	other.Steps = other.Steps[:1]
	if got := c.Activity(&other); len(got.Steps) != 1 || len(c.Activity(&one).Steps) != len(one.Steps) {
		t.Error("an activity has the words of another one")
	}
}
