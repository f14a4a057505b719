package former

import "strings"

// Token is the smallest unit of a text: a name, a number, an operator.
type Token struct {
	Kind TokenKind
	Span
}

// Scanner cuts a text into tokens as [Parse] does, for readers of texts that
// need not be programs. What Python refuses is a token here: a typographic
// minus, a bracket that closes nothing, a quote that is never closed.
type Scanner struct{ lexer lexer }

// NewScanner returns a scanner at the start of a text. It calls tick at every token,
// where that is not nil.
func NewScanner(text string, tick func()) *Scanner {
	return &Scanner{lexer{text: text, fresh: true, lenient: true, tick: tick}}
}

// Scan returns the next token; at the end of the text one of kind [EndToken].
// The ends of lines within brackets are skipped, as in Python.
func (s *Scanner) Scan() Token {
	t, err := s.lexer.scan()
	if err != nil { // a quote that is never closed: the token ends with the line
		end := len(s.lexer.text)
		if n := strings.IndexByte(s.lexer.text[err.Start:], '\n'); n >= 0 {
			end = err.Start + n
		}
		s.lexer.next = end
		return Token{TextToken, Span{err.Start, end}}
	}
	return Token{t.kind, Span{t.start, t.end}}
}
