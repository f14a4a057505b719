package ui

import (
	"os"
	"strings"
	"testing"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/ui/i18n"
)

// glossaryTable is what the page says of each term in a language, as the documents have
// it.
func glossaryTable(lang string) string {
	var b strings.Builder
	b.WriteString("| term | |\n|---|---|\n")
	if lang != i18n.English {
		b.Reset()
		b.WriteString("| English | term | what the page says of it |\n|---|---|---|\n")
	}
	for _, term := range terms {
		english, _, _ := strings.Cut(i18n.For(i18n.English).Text("term."+term), "|")
		b.WriteString("| " + english + " | ")
		if lang != i18n.English {
			b.WriteString(strings.ReplaceAll(i18n.For(lang).Text("term."+term), "|", ", ") + " | ")
		}
		b.WriteString(i18n.For(lang).Text("term."+term+".line") + " |\n")
	}
	return b.String()
}

func TestTheGlossaryIsDocumented(t *testing.T) {
	for _, language := range i18n.Languages() {
		name := "../../docs/glossary.md"
		if language.Code != i18n.English {
			name = "../../docs/glossary/" + language.Code + ".md"
		}
		page, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if table := glossaryTable(language.Code); !strings.Contains(string(page), table) {
			t.Errorf("%s does not hold the page's glossary; put this in:\n%s", name, table)
		}
	}
}

// TestTermsAreFound: whole words, each once, in any case, before a particle, and the
// pieces are the text again.
func TestTermsAreFound(t *testing.T) {
	for _, test := range []struct{ lang, text, want string }{
		{"en", "The loss of a guess, and the loss again.", "loss"},
		{"en", "Glossary, losses and lossy", "losses"},
		{"en", "A NEURAL NETWORK of neurons", "NEURAL NETWORK|neurons"},
		{"en", "SGD converges in one epoch", "SGD|converges|epoch"},
		{"ko", "뉴런은 손실을 보고, 손실이 줄어듭니다.", "뉴런|손실"},
		{"ko", "에포크마다 층층이", "에포크|층"},
		{"en", "<b>loss</b>", "loss"},
		{"en", "", ""},
	} {
		var found []string
		whole := ""
		for _, p := range pieces(test.lang, test.text) {
			whole += p.Text
			if p.Term != "" {
				found = append(found, p.Text)
			}
		}
		if got := strings.Join(found, "|"); got != test.want || whole != test.text {
			t.Errorf("in %q the terms are %q, and the pieces %q; want %q", test.text, got, whole, test.want)
		}
	}
}

// TestTheLessonExplainsItsTerms, in each language.
func TestTheLessonExplainsItsTerms(t *testing.T) {
	for _, language := range i18n.Languages() {
		for i, step := range i18n.For(language.Code).Activity(experiment.FirstLesson()).Steps {
			explains := false
			for _, p := range pieces(language.Code, step.Text.In(language.Code)) {
				explains = explains || p.Term != ""
			}
			if !explains {
				t.Errorf("%s: step %d explains no term", language.Code, i+1)
			}
		}
	}
}

// TestTermsBeginInsideUnspacedText: Chinese and Japanese set no spaces, and a term in
// Katakana is still no part of a longer word.
func TestTermsBeginInsideUnspacedText(t *testing.T) {
	for _, test := range []struct {
		before, letter rune
		want           bool
	}{
		{'个', '周', false},
		{'の', '損', false},
		{'は', 'バ', false},
		{'ア', 'バ', true},
		{'ー', 'ア', true},
		{'n', '层', false},
		{'e', 'p', true},
		{'수', '에', true},
		{'ا', 'ل', true},
		{' ', 'a', false},
		{'1', '层', false},
	} {
		if got := inOneWord(test.before, test.letter); got != test.want {
			t.Errorf("%c goes on the word of %c: %v, want %v", test.letter, test.before, got, test.want)
		}
	}
}
