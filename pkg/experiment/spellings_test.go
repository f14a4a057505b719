package experiment

import (
	"maps"
	"testing"
)

func TestSpellings(t *testing.T) {
	yesNo := map[string]string{"": "1", "1": "1", "true": "1", "0": "0", "false": "0"}
	for key, want := range map[string]map[string]string{
		"embed":       yesNo,
		"transparent": yesNo,
		"theme":       {"": "", "light": "light", "dark": "dark"},
		"start":       {"": "", "now": "now", "visible": "visible", "click": "click"},
		"epochs":      nil,
		"nothing":     nil,
	} {
		if got := Spellings(key); !maps.Equal(got, want) {
			t.Errorf("Spellings(%q) = %v, want %v", key, got, want)
		}
	}
	for _, code := range LanguageCodes() {
		if got := Spellings("lang")[code]; got != code {
			t.Errorf("Spellings(lang)[%q] = %q, want the code itself", code, got)
		}
	}
}
