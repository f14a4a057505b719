package former

import "strings"

// parser reads tokens into a tree, one token ahead.
type parser struct {
	lexer
	at    token // the current token
	last  int   // where the token before it ended
	depth int
	err   *Error // the first error, which ends everything
}

// Parse reads a text. What it returns with an error is what stands before it.
func Parse(text string) (File, *Error) { return ParseWith(text, nil) }

// ParseWith does so and calls tick at every token, so that a long text can be read in
// slices.
func ParseWith(text string, tick func()) (File, *Error) {
	if len(text) > MaxSize {
		return File{}, &Error{TooLong, MaxSize, len(text), ""}
	}
	p := &parser{lexer: lexer{text: text, fresh: true, tick: tick}}
	p.advance()
	var file File
	for p.at.kind != EndToken && p.err == nil {
		if p.at.kind == NewlineToken {
			p.advance()
			continue
		}
		statement := p.statement()
		if p.err == nil {
			file.Statements = append(file.Statements, statement)
		}
	}
	file.Comments = p.comments
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
	p.last = p.at.end
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

func (p *parser) statement() Statement {
	start := p.at.start
	if p.at.kind == IndentToken || p.opensBlock() {
		return p.other(start)
	}
	var s Statement
	switch {
	case p.is("import") || p.is("from"):
		s = p.imports()
	default:
		s = p.simple()
	}
	s.Span = Span{start, p.last}
	if p.err == nil && p.at.kind != NewlineToken && p.at.kind != EndToken {
		p.fail("⏎")
	}
	return s
}

// opensBlock reports whether the current token begins what is only skipped.
func (p *parser) opensBlock() bool {
	if p.at.kind == OperatorToken {
		return p.is("%") || p.is("!") || p.is("@") || p.is("?")
	}
	if p.at.kind != NameToken {
		return false
	}
	switch p.at.text {
	case "for", "while", "if", "elif", "else", "def", "class", "with", "try", "except", "finally",
		"return", "del", "assert", "pass", "global", "raise", "break", "continue", "async":
		return true
	}
	return false
}

// other skips to the end of the line and over the indented lines after it.
func (p *parser) other(start int) Statement {
	if p.is("%") || p.is("!") {
		// A notebook's command is not Python: its line is skipped as it is.
		end := strings.IndexByte(p.text[start:], '\n')
		if end < 0 {
			end = len(p.text) - start
		}
		p.next, p.last = start+end, start+end
		p.brackets = nil
		p.advance()
		return Statement{Kind: Other, Span: Span{start, start + end}}
	}
	local := p.is("def") || p.is("class") || p.is("async") || p.is("@") // whose names are its own
	var changed changes
	for p.err == nil {
		for p.at.kind != NewlineToken && p.at.kind != EndToken {
			changed.see(p.at, len(p.brackets) > 0)
			p.advance()
		}
		changed.see(token{kind: NewlineToken}, false)
		end := p.last
		for p.at.kind == NewlineToken {
			p.advance()
		}
		if p.at.kind != IndentToken {
			s := Statement{Kind: Other, Span: Span{start, end}}
			if !local {
				s.Changes = changed.names
			}
			return s
		}
		p.advance()
	}
	return Statement{}
}

// longestModule is how long the name of a module is that anybody has.
const longestModule = 200

// imports reads import a.b as c, or from a import b as c, d.
func (p *parser) imports() Statement {
	s := Statement{Kind: Import, Names: map[string]string{}}
	from := ""
	if p.take("from") {
		if from = p.dotted() + "."; len(from) > longestModule {
			from = "?." // not written again for each of its names
		}
		if !p.take("import") {
			p.fail("import")
			return s
		}
		if p.take("*") {
			s.Names["*"] = from
			return s
		}
	} else {
		p.take("import")
	}
	bracket := from != "" && p.take("(")
	for {
		name := p.dotted()
		known := name
		if from == "" {
			known, _, _ = strings.Cut(name, ".")
		}
		if p.take("as") {
			known = p.dotted()
		} else if from == "" {
			name = known // import a.b makes a known
		}
		s.Names[known] = from + name
		if !p.take(",") || (bracket && p.is(")")) {
			break
		}
	}
	if bracket && !p.take(")") {
		p.fail(")")
	}
	return s
}

// dotted reads a.b.c.
func (p *parser) dotted() string {
	var parts []string
	for {
		if p.at.kind != NameToken {
			p.fail("name")
			return ""
		}
		parts = append(parts, p.at.text)
		p.advance()
		if !p.take(".") {
			return strings.Join(parts, ".")
		}
	}
}

// simple reads an assignment or an expression.
func (p *parser) simple() Statement {
	s := Statement{Value: p.open()}
	for p.err == nil {
		switch {
		case p.take(":"): // x: float = 1
			p.expr(0)
			if !p.is("=") {
				return s
			}
		case p.at.kind == OperatorToken && augmented(p.at.text) != "":
			target, operator := s.Value, augmented(p.at.text) // x += 1 is x = x + 1
			p.advance()
			value := &Expr{Kind: Binary, Text: operator, Args: []Arg{{Expr: target}, {Expr: p.open()}}}
			value.Span = Span{target.Start, p.last}
			return assignment([]*Expr{target}, value)
		case p.take("="):
			s = assignment(append(s.Targets, s.Value), p.open())
		default:
			return s
		}
	}
	return s
}

// assignment gives a value to targets.
func assignment(targets []*Expr, value *Expr) Statement {
	s := Statement{Kind: Assign, Targets: targets, Value: value}
	if len(targets) == 1 && targets[0].Kind == Name {
		s.Target = targets[0].Text
	}
	return s
}

// augmented is the operator of an assignment such as +=, "" for any other
// operator.
func augmented(operator string) string {
	short, found := strings.CutSuffix(operator, "=")
	if !found || short == "" || strings.Contains("= ! < > :", short) {
		return ""
	}
	return short
}
