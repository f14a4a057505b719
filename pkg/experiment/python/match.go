package python

// isMatch reports whether a statement begins here that is match and not something that
// is called so: a value, a colon and the end of the line come after it, then a case.
func (p *parser) isMatch() bool {
	if p.at.kind != NameToken || p.at.text != "match" || p.err != nil {
		return false
	}
	ahead := *p
	ahead.brackets = append([]token(nil), p.brackets...)
	ahead.comments, ahead.invisible = nil, nil
	ahead.advance()
	if ahead.at.kind == NewlineToken || ahead.at.kind == EndToken {
		return false
	}
	ahead.open()
	if !ahead.take(":") || ahead.at.kind != NewlineToken {
		return false
	}
	for ahead.at.kind == NewlineToken {
		ahead.advance()
	}
	return ahead.err == nil && ahead.is("case") && ahead.at.column > p.at.column
}

// match reads match value: and its cases.
func (p *parser) match(s *Statement) {
	s.Kind = Match
	start, column := p.at.start, p.block
	p.advance()
	s.Value = p.open()
	p.take(":")
	s.Header = Span{start, p.last}
	for p.at.kind == NewlineToken {
		p.advance()
	}
	inner := p.at.column
	for p.err == nil && p.is("case") && p.at.first && p.at.column == inner {
		p.opened, p.block = p.at, inner
		h := Handler{Span: Span{Start: p.at.start}}
		p.advance()
		h.Type = p.pattern()
		if p.take("as") {
			h.Name = p.name()
		}
		if p.take("if") {
			h.Guard = p.expr(0)
		}
		h.Body = p.body(s)
		h.End = p.last
		s.Handlers = append(s.Handlers, h)
		for p.at.kind == NewlineToken {
			p.advance()
		}
	}
	if p.err == nil && p.at.kind != EndToken && p.at.column > column {
		p.fail("case")
	}
}

// pattern reads the pattern of a case, or several with commas.
func (p *parser) pattern() *Expr {
	one := func() *Expr {
		if p.is("*") {
			return p.starred()
		}
		return p.expr(2) // without an if, which guards the case
	}
	first := one()
	if !p.is(",") {
		return first
	}
	tuple := &Expr{Kind: Tuple, Args: []Arg{{Expr: first}}}
	for p.take(",") && p.err == nil && !p.is(":") && !p.is("if") {
		tuple.Args = append(tuple.Args, Arg{Expr: one()})
	}
	tuple.Span = Span{first.Start, p.last}
	return tuple
}
