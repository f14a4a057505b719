package former

import "strings"

// open reads an expression that may be a tuple without parentheses.
func (p *parser) open() *Expr {
	e := p.expr(0)
	if !p.is(",") {
		return e
	}
	tuple := &Expr{Kind: Tuple, Args: []Arg{{Expr: e}}}
	for p.take(",") && p.err == nil {
		if p.at.kind == NewlineToken || p.at.kind == EndToken || p.is("=") || p.is(")") {
			break
		}
		tuple.Args = append(tuple.Args, Arg{Expr: p.expr(0)})
	}
	tuple.Span = Span{e.Start, p.last}
	return tuple
}

// priority of the operators; those of 1 make an Unknown, since what they answer
// only running would know.
func priority(operator string) int {
	switch operator {
	case "or", "and", "if", "is", "in", "not", "==", "!=", "<", ">", "<=", ">=", "|", "&", "^", "<<", ">>", ":=":
		return 1
	case "+", "-":
		return 2
	case "*", "/", "//", "%", "@":
		return 3
	case "**":
		return 5
	}
	return 0
}

// expr reads an expression of operators that bind stronger than weakest.
func (p *parser) expr(weakest int) *Expr {
	p.depth++
	defer func() { p.depth-- }()
	if p.depth > MaxDepth {
		if p.err == nil {
			p.err = &Error{TooDeep, p.at.start, p.at.end, ""}
		}
		p.at = token{kind: EndToken, start: len(p.text), end: len(p.text)}
		return &Expr{Kind: Unknown}
	}
	left := p.unary()
	for p.err == nil {
		if p.at.kind != OperatorToken && p.at.kind != NameToken {
			return left
		}
		operator := p.at.text
		binds := priority(operator)
		if binds <= weakest {
			return left
		}
		p.advance()
		if operator == "**" {
			binds-- // a ** b ** c is a ** (b ** c)
		}
		if operator == "not" || operator == "is" {
			p.take("in")
			p.take("not")
		}
		right := p.expr(binds)
		if operator == "if" && p.take("else") {
			p.expr(0)
		}
		span := Span{left.Start, p.last}
		if binds == 1 {
			left = &Expr{Kind: Unknown, Span: span}
			continue
		}
		left = &Expr{Kind: Binary, Span: span, Text: operator, Args: []Arg{{Expr: left}, {Expr: right}}}
	}
	return left
}

// unary reads a sign, or what has none.
func (p *parser) unary() *Expr {
	start := p.at.start
	switch {
	case p.is("-") || p.is("+"):
		sign := p.at.text
		p.advance()
		operand := p.expr(4) // weaker than ** alone
		return &Expr{Kind: Unary, Span: Span{start, p.last}, Text: sign, Args: []Arg{{Expr: operand}}}
	case p.is("not") || p.is("~") || p.is("await") || p.is("*") || p.is("**"):
		p.advance()
		p.expr(1)
		return &Expr{Kind: Unknown, Span: Span{start, p.last}}
	case p.is("lambda"):
		for p.err == nil && !p.is(":") && p.at.kind != NewlineToken && p.at.kind != EndToken {
			p.advance()
		}
		if !p.take(":") {
			p.fail(":")
		}
		p.expr(0)
		return &Expr{Kind: Unknown, Span: Span{start, p.last}}
	}
	return p.postfix(p.atom())
}

// atom reads a name, a number, a text, or what stands in brackets.
func (p *parser) atom() *Expr {
	t := p.at
	e := &Expr{Span: Span{t.start, t.end}, Text: t.text}
	switch {
	case t.kind == NameToken:
		e.Kind = Name
		p.advance()
		return e
	case t.kind == NumberToken:
		e.Kind = Number
		p.advance()
		return e
	case t.kind == TextToken:
		e.Kind = Text
		for p.at.kind == TextToken && p.err == nil {
			p.advance()
			if p.at.kind == TextToken || strings.ContainsAny(t.text[:1], "fFrRbBuU") {
				e.Kind = Unknown
			}
		}
		e.End = p.last
		if quote := t.text[:1]; e.Kind == Text {
			if triple := strings.Repeat(quote, 3); len(t.text) >= 6 && strings.HasPrefix(t.text, triple) {
				quote = triple
			}
			e.Text = t.text[len(quote) : len(t.text)-len(quote)]
		}
		return e
	case p.take("("):
		e = p.items(t.start, ")")
		if e.Kind == List {
			e.Kind = Tuple
		}
		// (a) is a, in whatever place its brackets are; a whole list is a tuple.
		if len(e.Args) == 1 && e.Kind == Tuple && e.Text == "" {
			e.Args[0].Span = e.Span
			return e.Args[0].Expr
		}
		return e
	case p.take("["):
		return p.items(t.start, "]")
	case p.take("{"):
		p.untilClosed("}")
		return &Expr{Kind: Unknown, Span: Span{t.start, p.last}}
	}
	p.fail("…")
	return &Expr{Kind: Unknown}
}

// items reads what stands in brackets. The Text of a list that ends with a
// comma is ",".
func (p *parser) items(start int, end string) *Expr {
	e := &Expr{Kind: List}
	for p.err == nil && !p.is(end) {
		e.Args = append(e.Args, Arg{Expr: p.expr(0)})
		e.Text = ""
		if p.is("for") || p.is(":=") {
			p.untilClosed(end)
			return &Expr{Kind: Unknown, Span: Span{start, p.last}}
		}
		if !p.take(",") {
			break
		}
		e.Text = ","
	}
	if !p.take(end) {
		p.fail(", " + end)
	}
	e.Span = Span{start, p.last}
	return e
}

// untilClosed skips to the bracket that closes one that is open, and past it.
func (p *parser) untilClosed(end string) {
	// The lexer has counted the current token already.
	open := len(p.brackets)
	switch {
	case p.at.kind == OperatorToken && closing[p.at.text] != "":
		open--
	case p.is(")") || p.is("]") || p.is("}"):
		open++
	}
	for p.err == nil && p.at.kind != EndToken {
		if p.is(end) && len(p.brackets) < open {
			p.advance()
			return
		}
		p.advance()
	}
}

// postfix reads the calls, indexes and attributes after an expression.
func (p *parser) postfix(e *Expr) *Expr {
	for p.err == nil {
		base := e
		switch {
		case p.take("."):
			if p.at.kind != NameToken {
				p.fail("name")
				return e
			}
			if e.Kind == Name {
				e.Text += "." + p.at.text
			} else {
				e = &Expr{Kind: Attribute, Text: p.at.text, Base: base}
			}
			p.advance()
		case p.take("("):
			e = &Expr{Kind: Call, Args: p.arguments(), Base: base}
		case p.take("["):
			p.untilClosed("]")
			e = &Expr{Kind: Index, Base: base}
		default:
			return e
		}
		e.Span = Span{base.Start, p.last}
		if p.depth++; p.depth > MaxDepth {
			// A chain of a.b().c()… nests as deep as brackets do.
			if p.err == nil {
				p.err = &Error{TooDeep, p.at.start, p.at.end, ""}
			}
			return e
		}
		defer func() { p.depth-- }()
	}
	return e
}

// arguments reads the arguments of a call and its closing bracket.
func (p *parser) arguments() []Arg {
	var args []Arg
	named := false
	for p.err == nil && !p.is(")") {
		unpacked := p.is("*") || p.is("**")
		arg := Arg{Expr: p.expr(0)}
		if arg.Kind == Name && p.is("=") {
			p.advance()
			arg.Name, arg.At = arg.Text, arg.Span
			arg.Expr = p.expr(0)
			named = true
		} else if named && !unpacked && p.err == nil {
			p.err = &Error{Unexpected, arg.Start, arg.End, Named}
			return args
		}
		args = append(args, arg)
		if p.is("for") {
			p.untilClosed(")")
			return args
		}
		if !p.take(",") {
			break
		}
	}
	if !p.take(")") {
		p.fail(", )")
	}
	return args
}
