package experiment

import "testing"

// TestPagesOfALanguageAreInItsFolder, those in English in none.
func TestPagesOfALanguageAreInItsFolder(t *testing.T) {
	for _, code := range LanguageCodes() {
		for _, page := range []string{"", "activities/", "activities/bend/index.html"} {
			if lang, rest := CutLanguage(LanguageFolder(code) + page); lang != code || rest != page {
				t.Errorf("%q in %s comes back as %q in %s", page, code, rest, lang)
			}
		}
	}
	for _, page := range []string{"activities/bend/", "examples/celsius/", "en/activities/", "tlh/activities/", "koala/activities/"} {
		if lang, rest := CutLanguage(page); lang != English || rest != page {
			t.Errorf("%s is %q in %s, want it in English", page, rest, lang)
		}
	}
}
