package ui

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"firstneuron/pkg/ui/i18n"
)

// terms are the words of the field that the page explains where an activity has them,
// by their keys in the catalogues: "term.epoch" are the forms of the word, divided by
// "|", and "term.epoch.line" is what it says of it.
var terms = []string{
	"neuron", "network", "layer", "dense", "sequential", "weight", "bias", "prediction", "loss", "error", "optimizer", "sgd",
	"rate", "gradient", "epoch", "batch", "convergence", "divergence", "activation", "overfitting", "validation",
}

// piece is a part of a text: plain, or a term.
type piece struct{ Text, Term string }

// pieces cuts a text at its terms, each at the first place where it stands.
func pieces(lang, text string) []piece {
	var cut []piece
	seen := map[string]bool{}
	plain := 0
	for at := 0; at < len(text); {
		key, size := termAt(lang, text, at, seen)
		if size == 0 {
			_, size = utf8.DecodeRuneInString(text[at:])
			at += size
			continue
		}
		if at > plain {
			cut = append(cut, piece{Text: text[plain:at]})
		}
		cut = append(cut, piece{Text: text[at : at+size], Term: key})
		seen[key] = true
		at += size
		plain = at
	}
	if plain < len(text) {
		cut = append(cut, piece{Text: text[plain:]})
	}
	return cut
}

// termAt returns the term that begins at a place of a text and has not been seen, and
// how many bytes of the text it takes: the longest of those there are.
func termAt(lang, text string, at int, seen map[string]bool) (key string, size int) {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	first, _ := utf8.DecodeRuneInString(text[at:])
	if at > 0 && inOneWord(before, first) {
		return "", 0
	}
	for _, term := range terms {
		if seen[term] {
			continue
		}
		for form := range strings.SplitSeq(i18n.For(lang).Text("term."+term), "|") {
			if len(form) <= size || len(text)-at < len(form) || !strings.EqualFold(text[at:at+len(form)], form) {
				continue
			}
			after, _ := utf8.DecodeRuneInString(text[at+len(form):])
			last, _ := utf8.DecodeLastRuneInString(form)
			// A particle follows a Korean word without a space.
			if latin := last < 0x250; !latin || !unicode.IsLetter(after) || after >= 0x250 {
				key, size = term, len(form)
			}
		}
	}
	return key, size
}

// inOneWord reports whether a letter may go on the word of the one before it. Chinese and
// Japanese have no spaces between words: there a word begins wherever a term does, but
// for one in Katakana within others.
func inOneWord(before, letter rune) bool {
	switch {
	case !unicode.IsLetter(before) || !unicode.IsLetter(letter):
		return false
	case isKatakana(before) || isKatakana(letter):
		return isKatakana(before) && isKatakana(letter)
	}
	return !unspaced(before) && !unspaced(letter)
}

// isKatakana reports whether a letter is one in which Japanese has foreign words.
func isKatakana(r rune) bool { return r >= 0x30A0 && r <= 0x30FF }

// unspaced reports whether a letter is Chinese, or Hiragana.
func unspaced(r rune) bool { return r >= 0x3041 && r <= 0x309F || r >= 0x3400 && r <= 0x9FFF }
