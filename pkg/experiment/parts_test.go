package experiment

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

func TestPartsAreNamedOnce(t *testing.T) {
	seen := map[string]bool{}
	for _, part := range Parts {
		for _, name := range []string{part.Key, part.Alias, part.Title} {
			if name != "" && seen[name] {
				t.Errorf("%q names two parts", name)
			}
			seen[name] = true
		}
		if strings.Trim(part.Key, partCharacters) != "" {
			t.Errorf("no link can name the part %q", part.Key)
		}
	}
}

// TestPartAlias: links that name a part by another key keep working.
func TestPartAlias(t *testing.T) {
	e, problems := Decode("hide=closer,loss,explore")
	if len(problems) > 0 || !e.Hides(ExplorePart) || !e.Hides(LossPart) {
		t.Errorf("hide=closer,loss,explore hides %q (%v), want explore and loss", e.Hide, problems)
	}
	if link := Encode(e); link != "hide=explore,loss" {
		t.Errorf("it is written as %q, want hide=explore,loss", link)
	}
}

// TestDocumentedParts compares the page's documentation with the table.
func TestDocumentedParts(t *testing.T) {
	page, err := os.ReadFile("../../docs/page.md")
	if err != nil {
		t.Fatal(err)
	}
	_, section, _ := strings.Cut(string(page), "**Parts**")
	section, _, _ = strings.Cut(section, "\n\n")
	sentences := strings.Split(strings.ReplaceAll(section, "\n", " "), ". ")
	names := func(sentence string) []string {
		var names []string
		for _, match := range regexp.MustCompile("`([a-z]+)`").FindAllStringSubmatch(sentence, -1) {
			names = append(names, match[1])
		}
		return names
	}
	keys := func(is func(Part) bool) []string {
		var keys []string
		for _, part := range Parts {
			if is(part) {
				keys = append(keys, part.Key)
			}
		}
		return keys
	}
	for i, want := range [][]string{
		append([]string{"hide"}, keys(func(Part) bool { return true })...),
		append([]string{"lock"}, keys(func(p Part) bool { return p.Lockable })...),
		keys(func(p Part) bool { return p.OfExample }),
	} {
		if got := names(sentences[i]); !slices.Equal(got, want) {
			t.Errorf("docs/page.md, Parts, sentence %d names %q, want %q", i+1, got, want)
		}
	}
	for _, part := range Parts {
		if part.Alias != "" && !strings.Contains(section, "`"+part.Alias+"`") {
			t.Errorf("docs/page.md, Parts does not say that links may say %q", part.Alias)
		}
	}
}
