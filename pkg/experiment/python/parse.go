package python

import (
	"strconv"
	"strings"
)

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

// body reads : and the statements after it, which are indented more than the line.
func (p *parser) body(s *Statement) []*Statement {
	column, opened := p.block, p.opened
	if !p.take(":") {
		p.fail(":")
		return nil
	}
	if s.Header.End == 0 {
		s.Header = Span{opened.start, p.last}
	}
	var body []*Statement
	if p.at.kind != NewlineToken && p.at.kind != EndToken {
		return p.line(body)
	}
	for p.at.kind == NewlineToken {
		p.advance()
	}
	inner := p.at.column
	if p.err != nil {
		return nil
	}
	if p.at.kind == EndToken || inner <= column {
		line := 1 + strings.Count(p.text[:opened.start], "\n")
		says := "expected an indented block after " + blockNames[opened.text] + " on line " + strconv.Itoa(line)
		at := p.at
		if at.kind == EndToken {
			at = opened
		}
		p.err = &Error{Indentation, at.start, at.end, "IndentationError: " + says}
		return nil
	}
	for p.err == nil && p.at.kind != EndToken && p.at.column >= inner {
		if p.at.column > inner {
			p.indentation("unexpected indent", false)
			return body
		}
		body = p.line(body)
		for p.at.kind == NewlineToken {
			p.advance()
		}
	}
	if p.err == nil && p.at.kind != EndToken && p.at.column > column {
		p.indentation("", true)
	}
	return body
}

// blockNames are what Python calls the blocks.
var blockNames = map[string]string{
	"if": "'if' statement", "elif": "'elif' statement", "else": "'else' statement", "for": "'for' statement", "while": "'while' statement",
	"def": "function definition", "class": "class definition", "try": "'try' statement", "except": "'except' statement",
	"finally": "'finally' statement", "with": "'with' statement",
}

// clause takes a word that goes on with a statement, such as else.
func (p *parser) clause(word string, column int) bool {
	if p.err != nil || !p.is(word) || p.at.kind != NameToken || p.at.column != column && p.at.first {
		return false
	}
	p.opened, p.block = p.at, column
	p.advance()
	return true
}

func (p *parser) ifs(s *Statement) {
	column := p.block
	p.advance()
	p.branch(s, column)
}

// branch reads the test and the body of if and elif, and what comes after.
func (p *parser) branch(s *Statement, column int) {
	s.Kind = If
	s.Value = p.expr(0)
	s.Body = p.body(s)
	start := p.at.start
	switch {
	case p.clause("elif", column):
		inner := &Statement{}
		if p.depth++; p.depth > MaxDepth {
			p.tooDeep()
		}
		p.branch(inner, column)
		p.depth--
		inner.Span = Span{start, p.last}
		s.Else = []*Statement{inner}
	case p.clause("else", column):
		s.Else = p.body(s)
	}
}

func (p *parser) fors(s *Statement) {
	s.Kind = For
	column := p.block
	p.advance()
	s.Targets = []*Expr{p.targets()}
	if !p.take("in") {
		p.fail("in")
		return
	}
	s.Value = p.open()
	s.Body = p.body(s)
	if p.clause("else", column) {
		s.Else = p.body(s)
	}
}

func (p *parser) whiles(s *Statement) {
	s.Kind = While
	column := p.block
	p.advance()
	s.Value = p.expr(0)
	s.Body = p.body(s)
	if p.clause("else", column) {
		s.Else = p.body(s)
	}
}

func (p *parser) def(s *Statement) {
	s.Kind = Def
	p.advance()
	s.Text = p.name()
	if !p.take("(") {
		p.fail("(")
		return
	}
	s.Params = p.params(")")
	if !p.take(")") {
		p.fail(")")
	}
	if p.take("->") {
		p.expr(0)
	}
	s.Body = p.body(s)
}

func (p *parser) class(s *Statement) {
	s.Kind = ClassDef
	p.advance()
	s.Text = p.name()
	if p.take("(") {
		s.Args = p.arguments()
	}
	s.Body = p.body(s)
}

func (p *parser) try(s *Statement) {
	s.Kind = Try
	column := p.block
	p.advance()
	s.Body = p.body(s)
	for p.err == nil {
		start := p.at.start
		if !p.clause("except", column) {
			break
		}
		var h Handler
		if !p.is(":") {
			h.Type = p.open()
			if p.take("as") {
				h.Name = p.name()
			}
		}
		h.Body = p.body(s)
		h.Span = Span{start, p.last}
		s.Handlers = append(s.Handlers, h)
	}
	if p.clause("else", column) {
		s.Else = p.body(s)
	}
	if p.clause("finally", column) {
		s.Finally = p.body(s)
	}
	if p.err == nil && len(s.Handlers) == 0 && len(s.Finally) == 0 {
		p.fail("except")
	}
}

// with reads with a as b, c: its Args are what is entered, its Targets their names.
func (p *parser) with(s *Statement) {
	s.Kind = With
	p.advance()
	bracket := false
	if p.is("(") { // (a as b) and (a)
		before := *p
		p.advance()
		p.expr(0)
		if bracket = p.err == nil && (p.is("as") || p.is(",")); !bracket {
			*p = before
			bracket = false
		} else {
			*p = before
			p.advance()
		}
	}
	for p.err == nil {
		s.Args = append(s.Args, Arg{Expr: p.expr(0)})
		var target *Expr
		if p.take("as") {
			target = p.postfix(p.atom())
		}
		s.Targets = append(s.Targets, target)
		if !p.take(",") || p.is(")") {
			break
		}
	}
	if bracket && !p.take(")") {
		p.fail(")")
	}
	s.Body = p.body(s)
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
