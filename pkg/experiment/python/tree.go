package python

// Span is a place in a text, in bytes.
type Span struct{ Start, End int }

// File is a whole text.
type File struct {
	Statements []*Statement
	// Comments are the comments, each from its # to the end of its line.
	Comments []Span
	// Margin is what stands around the program and does not belong to it: prompts, line
	// numbers, the blanks of a program that is indented as a whole.
	Margin Margin
	// Invisible are characters that nobody sees and Python refuses.
	Invisible []Span
}

// Statement is one statement. Which fields it has its Kind says.
type Statement struct {
	Span
	Kind StatementKind
	// Targets are what an assignment, a for, a with or a del is of: names, tuples of
	// names, attributes, and parts such as xs[0].
	Targets []*Expr
	// Annotated is set for x: float = 1, and for x: float, which gives x no value.
	Annotated bool
	// Text is the operator of an augmented assignment, the name of a function or a
	// class, the module of a from import, the words of a magic.
	Text string
	// Value is the expression of an assignment or of an expression alone, the test of
	// an if or a while, what a for goes through, what return and raise give.
	Value *Expr
	// Other is the message of an assert.
	Other *Expr
	// Names are what an import makes known, or what global names.
	Names []Alias
	// Params are the parameters of a function, Args the bases of a class.
	Params []Param
	Args   []Arg
	// Decorators are the expressions after @ above a function or a class.
	Decorators []Arg
	// Header is the place of the first line of what has a body.
	Header Span
	// Body, Else and Finally are the statements within.
	Body, Else, Finally []*Statement
	// Handlers are the except clauses of a try, and the cases of a match.
	Handlers []Handler
}

// Alias is a name that an import makes known.
type Alias struct {
	Span
	// Path is what is imported, As the name that it has in this file.
	Path, As string
}

// Param is a parameter of a function.
type Param struct {
	Span
	Name string
	// Default is nil where there is none.
	Default *Expr
	// Stars is 1 for *args, 2 for **kwargs; Named is set for one that is only given by
	// its name.
	Stars int
	Named bool
}

// Handler is an except clause, or a case of a match.
type Handler struct {
	Span
	// Type is nil for one that takes all. That of a case is its pattern, which is written
	// as an expression is and means something else.
	Type *Expr
	Name string
	// Guard is the if of a case, nil for none.
	Guard *Expr
	Body  []*Statement
}

// StatementKind is a kind of statement.
type StatementKind int

// The kinds of statements.
const (
	Expression StatementKind = iota
	Assign
	Augmented
	Import
	FromImport
	If
	For
	While
	Def
	ClassDef
	Return
	Pass
	Break
	Continue
	Del
	Global
	Assert
	Raise
	Try
	With
	// Match is match and case.
	Match
	// Magic is a command of a notebook, such as %matplotlib inline.
	Magic
)

// Expr is an expression.
type Expr struct {
	Span
	Kind ExprKind
	// Text is a name, the digits of a number, the content of a text, an operator, or
	// the name of an attribute.
	Text string
	// Args are the items of a list, the arguments of a call (whose callee is Base), the
	// operands of an operator, the keys and values of a dictionary in turn, what an
	// index asks for, the three parts of a slice.
	Args []Arg
	// Operators are those of a comparison, between its operands.
	Operators []string
	// Base is the expression that is called, indexed, or asked for an attribute; the
	// body of a lambda.
	Base *Expr
	// Params are those of a lambda.
	Params []Param
	// Fors are the clauses of a comprehension, whose items are Args.
	Fors []Clause
}

// Clause is a for of a comprehension with its conditions.
type Clause struct {
	Target, Iter *Expr
	Ifs          []*Expr
}

// Arg is one argument of a call, or one item.
type Arg struct {
	// Name is that of a keyword argument, "" for a positional one; At is its
	// place.
	Name string
	At   Span
	*Expr
}

// ExprKind is a kind of expression.
type ExprKind int

// The kinds of expressions.
const (
	Name ExprKind = iota
	// Number is a number without sign.
	Number
	// Text is a text in quotes, Bytes one of bytes.
	Text
	Bytes
	// Formatted is f"…": its Args are Text and Field in turn as written.
	Formatted
	// Field is {value!r:spec}: Args are the value and, where it has one, the spec as
	// Formatted; Operators has the conversion; Text is the text of {value=}.
	Field
	List
	Tuple
	Set
	Dict
	Call
	Attribute
	Index
	SliceOf
	Unary
	Binary
	// Compare is a < b < c.
	Compare
	// And is a and b, Or is a or b, Not is not a.
	And
	Or
	Not
	// IfElse is Args[0] if Args[1] else Args[2].
	IfElse
	Lambda
	// ListFor, SetFor, DictFor and Generator are comprehensions.
	ListFor
	SetFor
	DictFor
	Generator
	// Star is *a or **a in a call, a list or a target.
	Star
	// Walrus is (a := b).
	Walrus
	EllipsisOf
	// Yield is yield and await, of which only the place is known.
	Yield
)

// Blocks are the lists of statements within a statement, in the order of the text.
func (s *Statement) Blocks() [][]*Statement {
	blocks := [][]*Statement{s.Body}
	for _, h := range s.Handlers {
		blocks = append(blocks, h.Body)
	}
	return append(blocks, s.Else, s.Finally)
}

// Names are the names that a program gives values, each once.
func (f File) Names() []string {
	var names []string
	seen := map[string]bool{}
	add := func(name string) {
		if name != "" && !seen[name] {
			seen[name] = true
			names = append(names, name)
		}
	}
	var target func(e *Expr)
	target = func(e *Expr) {
		switch {
		case e == nil:
		case e.Kind == Name:
			add(e.Text)
		case e.Kind == Tuple || e.Kind == List:
			for _, item := range e.Args {
				target(item.Expr)
			}
		}
	}
	var look func(list []*Statement)
	look = func(list []*Statement) {
		for _, s := range list {
			for _, e := range s.Targets {
				target(e)
			}
			switch s.Kind {
			case Import, FromImport:
				for _, name := range s.Names {
					add(name.As)
				}
			case Def, ClassDef:
				add(s.Text)
			}
			for _, block := range s.Blocks() {
				look(block)
			}
		}
	}
	look(f.Statements)
	return names
}
