package python

import "strings"

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

// params reads the parameters of a function or a lambda, up to what ends them.
func (p *parser) params(end string) []Param {
	var params []Param
	named := false
	for p.err == nil && !p.is(end) {
		start := p.at.start
		var param Param
		switch {
		case p.take("**"):
			param.Stars = 2
		case p.take("*"):
			param.Stars = 1
		case p.take("/"):
			if !p.take(",") {
				return params
			}
			continue
		}
		if param.Stars == 1 && p.is(",") { // only by name from here on
			named = true
			p.advance()
			continue
		}
		param.Name = p.name()
		if end == ")" && p.take(":") {
			p.expr(0)
		}
		if p.take("=") {
			param.Default = p.expr(1)
		}
		param.Named = named
		named = named || param.Stars == 1
		param.Span = Span{start, p.last}
		params = append(params, param)
		if !p.take(",") {
			break
		}
	}
	return params
}

// reserved are the words that are no names.
var reserved = map[string]bool{
	"if": true, "elif": true, "else": true, "for": true, "while": true, "def": true, "class": true, "try": true, "except": true, "finally": true,
	"with": true, "return": true, "pass": true, "break": true, "continue": true, "del": true, "global": true, "nonlocal": true, "assert": true,
	"raise": true, "import": true, "from": true, "as": true, "in": true, "is": true, "and": true, "or": true, "not": true, "lambda": true,
	"yield": true, "await": true, "async": true,
}

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
