package python

import "strings"

// prefix returns the prefix of a text in quotes, its quotes and its content.
func prefix(text string) (prefix, quote, content string) {
	at := strings.IndexAny(text, `'"`)
	prefix, text = strings.ToLower(text[:at]), text[at:]
	quote = text[:1]
	if len(text) >= 6 && strings.HasPrefix(text, strings.Repeat(quote, 3)) {
		quote = text[:3]
	}
	return prefix, quote, text[len(quote) : len(text)-len(quote)]
}

// texts reads texts in quotes, which stand one after the other for one.
func (p *parser) texts() *Expr {
	start := p.at.start
	var parts []Arg
	formatted, bytes := false, false
	for p.at.kind == TextToken && p.err == nil {
		t := p.at
		before, quote, content := prefix(t.text)
		bytes = bytes || strings.Contains(before, "b")
		switch {
		case strings.Contains(before, "f"):
			formatted = true
			contentAt := t.start + len(before) + len(quote)
			parts = append(parts, p.fields(Span{contentAt, contentAt + len(content)}, strings.Contains(before, "r"), 0)...)
		case strings.Contains(before, "r"):
			parts = append(parts, Arg{Expr: &Expr{Kind: Text, Text: content, Span: Span{t.start, t.end}}})
		default:
			parts = append(parts, Arg{Expr: &Expr{Kind: Text, Text: unescape(content), Span: Span{t.start, t.end}}})
		}
		p.advance()
	}
	span := Span{start, p.last}
	if formatted {
		return &Expr{Kind: Formatted, Args: parts, Span: span}
	}
	e := &Expr{Kind: Text, Span: span}
	if bytes {
		e.Kind = Bytes
	}
	if len(parts) == 1 {
		e.Text = parts[0].Text
		return e
	}
	var b strings.Builder
	for _, part := range parts {
		b.WriteString(part.Text)
	}
	e.Text = b.String()
	return e
}

// fields reads the content of f"…": texts, and fields in braces.
func (p *parser) fields(at Span, raw bool, depth int) []Arg {
	var parts []Arg
	begun := at.Start
	var b strings.Builder
	flush := func(end int) {
		text := b.String()
		if !raw {
			text = unescape(text)
		}
		if text != "" {
			parts = append(parts, Arg{Expr: &Expr{Kind: Text, Text: text, Span: Span{begun, end}}})
		}
		b.Reset()
	}
	for i := at.Start; i < at.End && p.err == nil; {
		c := p.text[i]
		switch {
		case (c == '{' || c == '}') && i+1 < at.End && p.text[i+1] == c && depth == 0:
			b.WriteByte(c)
			i += 2
		case c == '{':
			flush(i)
			field, next := p.field(i, at.End, raw, depth)
			parts = append(parts, Arg{Expr: field})
			i, begun = next, next
		case c == '}':
			p.err = &Error{Unexpected, i, i + 1, "}}"}
		case c == '\\' && i+1 < at.End:
			b.WriteString(p.text[i : i+2])
			i += 2
		default:
			b.WriteByte(c)
			i++
		}
	}
	flush(at.End)
	return parts
}

// field reads {value!r:spec} of f"…", which begins at a place.
func (p *parser) field(start, end int, raw bool, depth int) (*Expr, int) {
	e := &Expr{Kind: Field}
	if depth > 2 {
		p.err = &Error{TooDeep, start, start + 1, ""}
		return e, end
	}
	inner := &parser{lexer: lexer{text: p.text[:end], next: start + 1, tick: p.tick, endless: p.endless, braced: true}, depth: p.depth}
	inner.brackets = append(inner.brackets, token{kind: OperatorToken, text: "{", start: start, end: start + 1})
	inner.advance()
	e.Args = []Arg{{Expr: inner.open()}}
	valueEnd := inner.at.start
	if inner.is("=") {
		inner.advance()
		e.Text = p.text[start+1 : inner.at.start]
	}
	at := inner.at.start
	if inner.is("!") && inner.err == nil {
		inner.advance()
		e.Operators = []string{inner.at.text}
		inner.advance()
		at = inner.at.start
	}
	_ = valueEnd
	if inner.err != nil {
		if p.err == nil {
			p.err = inner.err
		}
		return e, end
	}
	if inner.is(":") {
		closing, braces := at+1, 0
		for ; closing < end; closing++ {
			if c := p.text[closing]; c == '{' {
				braces++
			} else if c == '}' {
				if braces == 0 {
					break
				}
				braces--
			}
		}
		e.Args = append(e.Args, Arg{Expr: &Expr{Kind: Formatted, Args: p.fields(Span{at + 1, closing}, raw, depth+1), Span: Span{at + 1, closing}}})
		at = closing
	} else if !inner.is("}") {
		p.err = &Error{Unexpected, at, min(at+1, end), "}"}
		return e, end
	}
	if at >= end {
		p.err = &Error{Unclosed, start, start + 1, "}"}
		return e, end
	}
	e.Span = Span{start, at + 1}
	return e, at + 1
}
