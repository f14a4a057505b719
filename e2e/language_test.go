package e2e

import (
	"fmt"
	"strings"
	"testing"
	"unicode"

	"firstneuron/e2e/browser"
)

func TestLanguageComesFromLinkThenBrowser(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		fragment, browser, want string
	}{
		{"", "ko-KR", "ko"},
		{"#lang=ko", "en-US", "ko"},
		{"#lang=en", "ko-KR", "en"},
		{"", "nl-NL", "en"},
	} {
		t.Run(fmt.Sprintf("%s in a browser in %s", c.fragment, c.browser), func(t *testing.T) {
			page := open(t, c.fragment, browser.Language(c.browser))
			page.Wait("reading the language", func() error {
				if got := browser.Evaluate[string](page, `document.documentElement.lang`); got != c.want {
					return fmt.Errorf("lang = %q, want %q", got, c.want)
				}
				if got, want := hangul(body(page)), c.want == "ko"; got != want {
					return fmt.Errorf("Korean words are on the page: %v, want %v", got, want)
				}
				return nil
			})
			if got, want := page.Has("button", "Train"), c.want == "en"; got != want {
				t.Errorf("Has(button Train) = %v, want %v", got, want)
			}
			page.WaitFor("heading", "First Neuron")
		})
	}
}

// hangul reports whether the text speaks Korean: more than the language's own
// name in the menu.
func hangul(text string) bool {
	n := 0
	for _, r := range strings.ReplaceAll(text, "한국어", "") {
		if unicode.Is(unicode.Hangul, r) {
			n++
		}
	}
	return n > 20
}
