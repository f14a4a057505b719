package python

// open reads an expression that may be a tuple without parentheses.
func (p *parser) open() *Expr {
	e := p.starred()
	if !p.is(",") {
		return e
	}
	tuple := &Expr{Kind: Tuple, Args: []Arg{{Expr: e}}}
	for p.take(",") && p.err == nil {
		if p.at.kind == NewlineToken || p.at.kind == EndToken || p.is("=") || p.is(")") || p.is("]") || p.is(":") {
			break
		}
		tuple.Args = append(tuple.Args, Arg{Expr: p.starred()})
	}
	tuple.Span = Span{e.Start, p.last}
	return tuple
}

// starred reads an expression, or *expression.
func (p *parser) starred() *Expr {
	if !p.is("*") && !p.is("**") {
		return p.expr(0)
	}
	start, stars := p.at.start, p.at.text
	p.advance()
	base := p.expr(0)
	return &Expr{Kind: Star, Text: stars, Base: base, Span: Span{start, p.last}}
}

// targets reads what a for gives values to, up to in.
func (p *parser) targets() *Expr {
	p.noIn++
	defer func() { p.noIn-- }()
	e := p.open()
	p.target(e)
	return e
}

// priority of the operators.
func priority(operator string) int {
	switch operator {
	case ":=":
		return 1
	case "if":
		return 2
	case "or":
		return 3
	case "and":
		return 4
	case "is", "in", "not", "==", "!=", "<", ">", "<=", ">=":
		return 6
	case "|":
		return 7
	case "^":
		return 8
	case "&":
		return 9
	case "<<", ">>":
		return 10
	case "+", "-":
		return 11
	case "*", "/", "//", "%", "@":
		return 12
	case "**":
		return 14
	}
	return 0
}

// tooDeep reports what nests too deep, here.
func (p *parser) tooDeep() {
	if p.err == nil {
		p.err = &Error{TooDeep, p.at.start, p.at.end, ""}
	}
	p.at = token{kind: EndToken, start: len(p.text), end: len(p.text)}
}

// expr reads an expression of operators that bind stronger than weakest.
func (p *parser) expr(weakest int) *Expr {
	p.depth++
	defer func() { p.depth-- }()
	if p.depth > MaxDepth {
		p.tooDeep()
		return &Expr{Kind: Tuple}
	}
	left := p.unary()
	for p.err == nil && (p.at.kind == OperatorToken || p.at.kind == NameToken) {
		operator := p.at.text
		binds := priority(operator)
		if binds <= weakest || (operator == "in" && p.noIn > 0 && len(p.brackets) == p.inside) {
			return left
		}
		if binds == 6 {
			left = p.comparison(left)
			continue
		}
		p.advance()
		e := &Expr{Kind: Binary, Text: operator}
		switch operator {
		case ":=":
			e.Kind, e.Args = Walrus, []Arg{{Expr: left}, {Expr: p.expr(1)}}
		case "if":
			test := p.expr(2)
			if !p.take("else") {
				p.fail("else")
				return left
			}
			e.Kind, e.Args = IfElse, []Arg{{Expr: left}, {Expr: test}, {Expr: p.expr(1)}}
		case "and", "or":
			e.Kind = And
			if operator == "or" {
				e.Kind = Or
			}
			e.Args = []Arg{{Expr: left}, {Expr: p.expr(binds)}}
		case "**":
			e.Args = []Arg{{Expr: left}, {Expr: p.expr(12)}} // a ** b ** c is a ** (b ** c), a ** -b is a ** (-b)
		default:
			e.Args = []Arg{{Expr: left}, {Expr: p.expr(binds)}}
		}
		e.Span = Span{left.Start, p.last}
		left = e
	}
	return left
}

// comparison reads a < b < c, with is, in, not in.
func (p *parser) comparison(left *Expr) *Expr {
	e := &Expr{Kind: Compare, Args: []Arg{{Expr: left}}}
	for p.err == nil && priority(p.at.text) == 6 && (p.at.kind == OperatorToken || p.at.kind == NameToken) {
		if p.is("in") && p.noIn > 0 && len(p.brackets) == p.inside {
			break
		}
		operator := p.at.text
		p.advance()
		switch operator {
		case "not":
			if !p.take("in") {
				p.fail("in")
			}
			operator = "not in"
		case "is":
			if p.take("not") {
				operator = "is not"
			}
		}
		e.Operators = append(e.Operators, operator)
		e.Args = append(e.Args, Arg{Expr: p.expr(6)})
	}
	e.Span = Span{left.Start, p.last}
	return e
}

// unary reads a sign, or what has none.
func (p *parser) unary() *Expr {
	start := p.at.start
	switch {
	case p.is("-") || p.is("+") || p.is("~"):
		sign := p.at.text
		p.advance()
		operand := p.expr(13) // weaker than ** alone
		return &Expr{Kind: Unary, Span: Span{start, p.last}, Text: sign, Args: []Arg{{Expr: operand}}}
	case p.is("not") && p.at.kind == NameToken:
		p.advance()
		operand := p.expr(5)
		return &Expr{Kind: Not, Span: Span{start, p.last}, Args: []Arg{{Expr: operand}}}
	case (p.is("await") || p.is("yield")) && p.at.kind == NameToken:
		p.advance()
		p.take("from")
		e := &Expr{Kind: Yield}
		if p.at.kind != NewlineToken && p.at.kind != EndToken && !p.is(")") && !p.is("=") {
			e.Args = []Arg{{Expr: p.open()}}
		}
		e.Span = Span{start, p.last}
		return e
	case p.is("lambda") && p.at.kind == NameToken:
		p.advance()
		e := &Expr{Kind: Lambda, Params: p.params(":")}
		if !p.take(":") {
			p.fail(":")
		}
		e.Base = p.expr(1)
		e.Span = Span{start, p.last}
		return e
	}
	return p.postfix(p.atom())
}
