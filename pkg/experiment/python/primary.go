package python

// atom reads a name, a number, a text, or what stands in brackets.
func (p *parser) atom() *Expr {
	t := p.at
	e := &Expr{Span: Span{t.start, t.end}, Text: t.text}
	switch {
	case t.kind == NameToken && !reserved[t.text]:
		e.Kind = Name
		p.advance()
		return e
	case t.kind == NumberToken:
		e.Kind = Number
		p.advance()
		return e
	case t.kind == TextToken:
		return p.texts()
	case p.take("("):
		e = p.items(t.start, ")")
		// (a) is a, in whatever place its brackets are; a whole list is a tuple.
		if len(e.Args) == 1 && e.Kind == Tuple && e.Text == "" && e.Args[0].Kind != Star {
			if e.Args[0].Kind == Lambda || e.Args[0].Kind == Tuple {
				return e.Args[0].Expr
			}
			e.Args[0].Span = e.Span
			return e.Args[0].Expr
		}
		return e
	case p.take("["):
		return p.items(t.start, "]")
	case p.take("{"):
		return p.items(t.start, "}")
	case p.take("..."):
		e.Kind = EllipsisOf
		return e
	}
	p.fail("…")
	return &Expr{Kind: Tuple}
}

// reserved are the words that are no names.
var reserved = map[string]bool{
	"if": true, "elif": true, "else": true, "for": true, "while": true, "def": true, "class": true, "try": true, "except": true, "finally": true,
	"with": true, "return": true, "pass": true, "break": true, "continue": true, "del": true, "global": true, "nonlocal": true, "assert": true,
	"raise": true, "import": true, "from": true, "as": true, "in": true, "is": true, "and": true, "or": true, "not": true, "lambda": true,
	"yield": true, "await": true, "async": true,
}

// items reads what stands in brackets. The Text of a tuple that ends with a
// comma is ",".
func (p *parser) items(start int, end string) *Expr {
	e := &Expr{Kind: map[string]ExprKind{")": Tuple, "]": List, "}": Set}[end]}
	noIn, inside := p.noIn, p.inside
	p.noIn, p.inside = 0, 0
	defer func() { p.noIn, p.inside = noIn, inside }()
	if end == "}" && p.is("}") {
		e.Kind = Dict
	}
	for p.err == nil && !p.is(end) {
		item := p.starred()
		e.Args = append(e.Args, Arg{Expr: item})
		e.Text = ""
		switch {
		case end == "}" && item.Kind == Star && item.Text == "**":
			e.Kind = Dict
			e.Args = append(e.Args, Arg{})
		case end == "}" && p.take(":"):
			e.Kind = Dict
			e.Args = append(e.Args, Arg{Expr: p.expr(0)})
		}
		if (p.is("for") || p.is("async")) && p.at.kind == NameToken {
			e.Kind = map[ExprKind]ExprKind{Tuple: Generator, List: ListFor, Set: SetFor, Dict: DictFor}[e.Kind]
			e.Fors = p.clauses()
			break
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

// clauses reads the for and if of a comprehension.
func (p *parser) clauses() []Clause {
	var clauses []Clause
	for p.err == nil {
		p.take("async")
		if !p.take("for") {
			break
		}
		var c Clause
		inside := p.inside
		p.inside = len(p.brackets)
		c.Target = p.targets()
		p.inside = inside
		if !p.take("in") {
			p.fail("in")
			break
		}
		c.Iter = p.expr(2)
		for p.take("if") {
			c.Ifs = append(c.Ifs, p.expr(2))
		}
		clauses = append(clauses, c)
	}
	return clauses
}

// postfix reads the calls, indexes and attributes after an expression.
func (p *parser) postfix(e *Expr) *Expr {
	links := 0
	defer func() { p.depth -= links }()
	for p.err == nil {
		base := e
		switch {
		case p.take("."):
			e = &Expr{Kind: Attribute, Text: p.at.text, Base: base}
			p.name()
		case p.take("("):
			e = &Expr{Kind: Call, Args: p.arguments(), Base: base}
		case p.take("["):
			e = &Expr{Kind: Index, Args: []Arg{{Expr: p.subscript()}}, Base: base}
			if !p.take("]") {
				p.fail("]")
			}
		default:
			return e
		}
		e.Span = Span{base.Start, p.last}
		links++
		if p.depth++; p.depth > MaxDepth {
			p.tooDeep() // a chain of a.b().c()… nests as deep as brackets do
			return e
		}
	}
	return e
}

// subscript reads what stands between [ and ].
func (p *parser) subscript() *Expr {
	noIn, inside := p.noIn, p.inside
	p.noIn, p.inside = 0, 0
	defer func() { p.noIn, p.inside = noIn, inside }()
	first := p.slice()
	if !p.is(",") {
		return first
	}
	tuple := &Expr{Kind: Tuple, Args: []Arg{{Expr: first}}}
	for p.take(",") && p.err == nil && !p.is("]") {
		tuple.Args = append(tuple.Args, Arg{Expr: p.slice()})
	}
	tuple.Span = Span{first.Start, p.last}
	return tuple
}

// slice reads an expression, or a:b:c, of which each may be left out.
func (p *parser) slice() *Expr {
	start := p.at.start
	part := func() *Expr {
		if p.is(":") || p.is("]") || p.is(",") {
			return nil
		}
		return p.starred()
	}
	first := part()
	if !p.is(":") {
		if first == nil {
			p.fail("…")
			return &Expr{Kind: Tuple}
		}
		return first
	}
	e := &Expr{Kind: SliceOf, Args: make([]Arg, 3)}
	e.Args[0].Expr = first
	for i := 1; i < 3 && p.take(":"); i++ {
		e.Args[i].Expr = part()
	}
	e.Span = Span{start, p.last}
	return e
}

// arguments reads the arguments of a call and its closing bracket.
func (p *parser) arguments() []Arg {
	var args []Arg
	noIn, inside := p.noIn, p.inside
	p.noIn, p.inside = 0, 0
	defer func() { p.noIn, p.inside = noIn, inside }()
	named := false
	for p.err == nil && !p.is(")") {
		arg := Arg{Expr: p.starred()}
		switch {
		case arg.Kind == Name && p.is("="):
			p.advance()
			arg.Name, arg.At = arg.Text, arg.Span
			arg.Expr = p.expr(0)
			for _, other := range args {
				if other.Name == arg.Name && p.err == nil {
					p.err = &Error{Repeated, arg.At.Start, arg.End, arg.Name}
				}
			}
			named = true
		case p.is("for") && p.at.kind == NameToken:
			e := &Expr{Kind: Generator, Args: []Arg{{Expr: arg.Expr}}, Span: arg.Span}
			e.Fors = p.clauses()
			e.End = p.last
			arg.Expr = e
		case named && arg.Kind != Star && p.err == nil:
			p.err = &Error{Unexpected, arg.Start, arg.End, Named}
			return args
		}
		args = append(args, arg)
		if !p.take(",") {
			break
		}
	}
	if !p.take(")") {
		p.fail(", )")
	}
	return args
}
