package experiment

import (
	"slices"
	"strconv"
	"unicode/utf8"
)

// Words are a text in one language or in several. The first is for everybody whose
// language is not among the others. Like every slice of an experiment they are not
// changed in place.
type Words []Translation

// Translation is a text in one language. Lang is "" where the author has not said
// which language it is.
type Translation struct{ Lang, Text string }

// Plain returns words in a language that nobody has named.
func Plain(text string) Words {
	if text == "" {
		return nil
	}
	return Words{{Text: text}}
}

// In returns the text in a language, else the first.
func (w Words) In(lang string) string {
	for _, t := range w {
		if t.Lang == lang {
			return t.Text
		}
	}
	if len(w) == 0 {
		return ""
	}
	return w[0].Text
}

// Exactly returns the text in a language, "" where there is none.
func (w Words) Exactly(lang string) string {
	for _, t := range w {
		if t.Lang == lang {
			return t.Text
		}
	}
	return ""
}

// With returns the words with the text of a language, or with none in it where the text
// is "".
func (w Words) With(lang, text string) Words {
	if text == "" {
		w = slices.DeleteFunc(slices.Clone(w), func(t Translation) bool { return t.Lang == lang })
		if len(w) == 0 {
			return nil
		}
		return w
	}
	for i, t := range w {
		if t.Lang == lang {
			w = slices.Clone(w)
			w[i].Text = text
			return w
		}
	}
	return append(slices.Clip(w), Translation{lang, text})
}

// tooLong returns the problem of a text that has more characters than a limit.
func tooLong(text string, limit int) *Problem {
	if count := utf8.RuneCountInString(text); count > limit {
		return NewProblem("text_too_long", "count", strconv.Itoa(count), "max", strconv.Itoa(limit))
	}
	return nil
}
