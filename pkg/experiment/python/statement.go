package python

import "strings"

// line reads the statements of a line, or one with its body.
func (p *parser) line(to []*Statement) []*Statement {
	for p.err == nil {
		statement := p.statement()
		if p.err != nil {
			return to
		}
		to = append(to, statement)
		if p.at.kind != NewlineToken {
			return to
		}
		p.advance()
		for p.at.kind == NewlineToken {
			p.advance()
		}
		if p.at.first || p.at.kind == EndToken {
			return to
		}
	}
	return to
}

// compound returns what reads a statement with a body, by the word that begins it.
func compound(word string) func(p *parser, s *Statement) {
	switch word {
	case "if":
		return (*parser).ifs
	case "for":
		return (*parser).fors
	case "while":
		return (*parser).whiles
	case "def":
		return (*parser).def
	case "class":
		return (*parser).class
	case "try":
		return (*parser).try
	case "with":
		return (*parser).with
	}
	return nil
}

// words are those that begin a simple statement, and others that are no names.
var words = map[string]StatementKind{
	"return": Return, "pass": Pass, "break": Break, "continue": Continue, "del": Del, "global": Global, "nonlocal": Global,
	"assert": Assert, "raise": Raise,
}

// statement reads one statement; it ends at the end of its line, or of its body.
func (p *parser) statement() *Statement {
	if p.depth++; p.depth > MaxDepth {
		p.tooDeep()
	}
	defer func() { p.depth-- }()
	s := &Statement{}
	start, column := p.at.start, p.at.column
	defer func() { s.Span = Span{start, p.last} }()
	var decorators []Arg
	for p.is("@") && p.at.first && p.err == nil {
		p.advance()
		decorators = append(decorators, Arg{Expr: p.expr(0)})
		p.endLine()
		for p.at.kind == NewlineToken {
			p.advance()
		}
	}
	p.take("async")
	if read := compound(p.at.text); read != nil && p.at.kind == NameToken {
		p.opened = p.at
		p.block = column
		read(p, s)
		s.Decorators = decorators
		return s
	}
	if p.isMatch() {
		p.opened, p.block = p.at, column
		p.match(s)
		return s
	}
	switch kind, found := words[p.at.text]; {
	case p.at.kind == MagicToken:
		s.Kind, s.Text = Magic, p.at.text
		p.advance()
	case p.at.kind == NameToken && (p.at.text == "import" || p.at.text == "from"):
		p.imports(s)
	case found && p.at.kind == NameToken:
		p.word(s, kind)
	default:
		p.simple(s)
	}
	p.endLine()
	return s
}

// endLine reports what stands after the end of a statement.
func (p *parser) endLine() {
	if p.err == nil && p.at.kind != NewlineToken && p.at.kind != EndToken {
		p.fail("⏎")
	}
}

// word reads return, del, assert, ….
func (p *parser) word(s *Statement, kind StatementKind) {
	s.Kind = kind
	p.advance()
	ended := p.at.kind == NewlineToken || p.at.kind == EndToken
	switch kind {
	case Return:
		if !ended {
			s.Value = p.open()
		}
	case Raise:
		if !ended {
			s.Value = p.expr(0)
			if p.take("from") {
				p.expr(0)
			}
		}
	case Del:
		s.Targets = []*Expr{p.open()}
	case Assert:
		s.Value = p.expr(0)
		if p.take(",") {
			s.Other = p.expr(0)
		}
	case Global:
		for p.err == nil {
			s.Names = append(s.Names, Alias{Path: p.name()})
			if !p.take(",") {
				break
			}
		}
	}
}

// simple reads an assignment or an expression.
func (p *parser) simple(s *Statement) {
	s.Value = p.open()
	for p.err == nil {
		switch {
		case p.is(":") && len(s.Targets) == 0: // x: float = 1
			p.advance()
			p.expr(0)
			s.Annotated = true
			if !p.is("=") {
				s.Kind, s.Targets, s.Value = Pass, []*Expr{s.Value}, nil
				return
			}
		case p.at.kind == OperatorToken && augmented(p.at.text) != "" && len(s.Targets) == 0:
			s.Kind, s.Text, s.Targets = Augmented, augmented(p.at.text), []*Expr{s.Value}
			p.target(s.Value)
			p.advance()
			s.Value = p.open()
			return
		case p.is("="):
			p.target(s.Value)
			p.advance()
			s.Kind = Assign
			s.Targets = append(s.Targets, s.Value)
			s.Value = p.open()
		default:
			return
		}
	}
}

// target reports what nothing can be assigned to, as Python does.
func (p *parser) target(e *Expr) {
	switch {
	case p.err != nil:
	case e.Kind == Name && constants[e.Text]:
		p.err = &Error{Unassignable, e.Start, e.End, "cannot assign to " + e.Text}
	case e.Kind == Name || e.Kind == Attribute || e.Kind == Index:
	case e.Kind == List || e.Kind == Tuple:
		for _, item := range e.Args {
			p.target(item.Expr)
		}
	case e.Kind == Star:
		p.target(e.Base)
	default:
		what := "expression"
		switch e.Kind {
		case Number, Text, Formatted:
			what = "literal"
		case Call:
			what = "function call"
		}
		p.err = &Error{Unassignable, e.Start, e.End, "cannot assign to " + what + " here. Maybe you meant '==' instead of '='?"}
	}
	if p.err != nil {
		p.at = token{kind: EndToken, start: len(p.text), end: len(p.text)}
	}
}

var constants = map[string]bool{"None": true, "True": true, "False": true}

// augmented is the operator of an assignment such as +=, "" for any other
// operator.
func augmented(operator string) string {
	short, found := strings.CutSuffix(operator, "=")
	if !found || short == "" || strings.Contains("= ! < > :", short) {
		return ""
	}
	return short
}

// longestModule is how long the name of a module is that anybody has.
const longestModule = 200

// imports reads import a.b as c, or from a import b as c, d.
func (p *parser) imports(s *Statement) {
	s.Kind = Import
	if p.take("from") {
		s.Kind = FromImport
		for p.take(".") || p.take("...") {
			s.Text += "."
		}
		if !p.is("import") {
			s.Text += p.dotted()
		}
		if len(s.Text) > longestModule {
			s.Text = "?" // not written again for each of its names
		}
		if !p.take("import") {
			p.fail("import")
			return
		}
		if p.is("*") {
			s.Names = append(s.Names, Alias{Span: Span{p.at.start, p.at.end}, Path: "*", As: "*"})
			p.advance()
			return
		}
	} else {
		p.take("import")
	}
	bracket := s.Kind == FromImport && p.take("(")
	for p.err == nil {
		start := p.at.start
		a := Alias{Path: p.dotted()}
		a.As = a.Path
		if s.Kind == Import {
			a.As, _, _ = strings.Cut(a.Path, ".")
		}
		if p.take("as") {
			a.As = p.name()
		} else if s.Kind == Import {
			a.Path = a.As // import a.b makes a known
		}
		a.Span = Span{start, p.last}
		s.Names = append(s.Names, a)
		if !p.take(",") || (bracket && p.is(")")) {
			break
		}
	}
	if bracket && !p.take(")") {
		p.fail(")")
	}
}

// dotted reads a.b.c.
func (p *parser) dotted() string {
	var parts []string
	for {
		parts = append(parts, p.name())
		if p.err != nil || !p.take(".") {
			return strings.Join(parts, ".")
		}
	}
}
