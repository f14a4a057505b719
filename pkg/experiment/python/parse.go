package python

import "strings"

// parser reads tokens into a tree, one token ahead.
type parser struct {
	lexer
	at    token // the current token
	last  int   // where the token before it ended
	depth int
	err   *Error // the first error, which ends everything
	// opened is the word that began the block which is being read, block its column.
	opened token
	block  int
	// noIn is set where in ends an expression, outside of the brackets inside.
	noIn, inside int
}

// Parse reads a text. What it returns with an error is what stands before it.
func Parse(text string) (File, *Error) { return ParseWith(text, nil) }

// ParseWith does so and calls tick at every token, so that a long text can be read in
// slices.
func ParseWith(text string, tick func()) (File, *Error) {
	if len(text) > MaxSize {
		return File{}, &Error{TooLong, MaxSize, len(text), ""}
	}
	file := File{Margin: marginOf(text)}
	p := &parser{lexer: lexer{text: text, fresh: true, tick: tick, margin: file.Margin.Spans}}
	p.advance()
	for p.at.kind == NewlineToken {
		p.advance()
	}
	if p.at.column > 0 && p.at.kind != EndToken {
		p.base = p.at.column
		if file.Margin.Kind == NoMargin {
			file.Margin = Margin{Indented, indents(text, p.base)}
		}
	}
	for p.at.kind != EndToken && p.err == nil {
		if p.at.kind == NewlineToken {
			p.advance()
			continue
		}
		if p.at.first && p.at.column != p.base {
			p.indentation("unexpected indent", p.at.column < p.base)
			break
		}
		file.Statements = p.line(file.Statements)
	}
	if p.err == nil && len(file.Statements) == 0 {
		file.Margin = Margin{} // of nothing
	}
	file.Comments, file.Invisible = p.comments, p.invisible
	return file, p.unclosed()
}

// unclosed returns the current error, or the bracket or quote that is never
// closed, which is often why something is unexpected.
func (p *parser) unclosed() *Error {
	for p.err != nil && p.err.Kind == Unexpected {
		if strings.Contains(")]}", p.text[p.err.Start:p.err.End]) && p.err.Start < p.err.End {
			break // closed, but another one than the last that was opened
		}
		t, err := p.scan()
		if err != nil && err.Kind == Unclosed {
			return err
		}
		if err != nil || t.kind == EndToken {
			break
		}
	}
	return p.err
}

// advance goes on to the next token.
func (p *parser) advance() {
	if p.at.kind != NewlineToken {
		p.last = p.at.end
	}
	t, err := p.scan()
	if err != nil && p.err == nil {
		p.err = err
	}
	if p.err != nil {
		t = token{kind: EndToken, start: len(p.text), end: len(p.text)}
	}
	p.at = t
}

// fail reports the current token.
func (p *parser) fail(expected string) {
	if p.err != nil {
		return
	}
	p.err = &Error{Unexpected, p.at.start, p.at.end, expected}
	p.at = token{kind: EndToken, start: len(p.text), end: len(p.text)}
}

// is reports whether the current token is an operator or a keyword.
func (p *parser) is(text string) bool {
	return (p.at.kind == OperatorToken || p.at.kind == NameToken) && p.at.text == text
}

// take goes past the current token if it is an operator or a keyword.
func (p *parser) take(text string) bool {
	if !p.is(text) {
		return false
	}
	p.advance()
	return true
}

// indents are the blanks that every line of a text begins with.
func indents(text string, column int) []Span {
	var spans []Span
	eachLine(text, func(at Span) bool {
		width, end := 0, at.Start
		for end < at.End && width < column && (text[end] == ' ' || text[end] == '\t') {
			if text[end] == '\t' {
				width |= 7
			}
			width++
			end++
		}
		if end > at.Start {
			spans = append(spans, Span{at.Start, end})
		}
		return true
	})
	return spans
}

// indentation reports a line that begins in another column than it may.
func (p *parser) indentation(says string, outer bool) {
	if p.err != nil {
		return
	}
	if outer {
		says = "unindent does not match any outer indentation level"
	}
	p.err = &Error{Indentation, p.at.start, p.at.end, "IndentationError: " + says}
	p.at = token{kind: EndToken, start: len(p.text), end: len(p.text)}
}

// name reads a name.
func (p *parser) name() string {
	text := p.at.text
	if p.at.kind != NameToken {
		p.fail("name")
		return ""
	}
	p.advance()
	return text
}
