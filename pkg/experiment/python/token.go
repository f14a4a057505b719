package python

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// TokenKind is a kind of token.
type TokenKind int

// The kinds of tokens.
const (
	EndToken     TokenKind = iota // the end of the text
	NewlineToken                  // the end of a logical line
	IndentToken                   // spaces at the start of a logical line
	NameToken
	NumberToken
	TextToken
	OperatorToken
	MagicToken // a line of a notebook's own language
)

// token is the smallest unit of a text.
type token struct {
	kind       TokenKind
	start, end int
	text       string
	// first is set for the first of a logical line, column is where it begins then.
	first  bool
	column int
}

// typographic are characters of word processors and what Python wants.
var typographic = map[rune]string{
	'“': `"`, '”': `"`, '„': `"`, '‘': "'", '’': "'", '−': "-", '–': "-", '，': ",", '（': "(", '）': ")", '＝': "=",
}

// invisible reports whether a character is one that nobody sees and Python refuses.
func invisible(r rune) bool {
	return r >= utf8.RuneSelf && (unicode.IsSpace(r) || unicode.Is(unicode.Cf, r))
}

// Plain returns what Python wants in the place of a typographic character, ""
// for any other character.
func Plain(c rune) string { return typographic[c] }

// Skipped is how long the comment or the text in quotes is that a text begins
// with, in bytes; 0 for none.
func Skipped(text string) int {
	switch {
	case strings.HasPrefix(text, "#"):
		if end := strings.IndexByte(text, '\n'); end >= 0 {
			return end
		}
		return len(text)
	case strings.HasPrefix(text, `"`) || strings.HasPrefix(text, "'"):
		l := lexer{text: text}
		if t, err := l.quoted(0, false, 0); err == nil {
			return t.end
		}
	}
	return 0
}
