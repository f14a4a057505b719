package python

import (
	"strconv"
	"strings"
)

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
