package former

// Span is a place in a text, in bytes.
type Span struct{ Start, End int }

// File is a whole text.
type File struct {
	Statements []Statement
	// Comments are the comments, each from its # to the end of its line.
	Comments []Span
}

// Statement is one statement.
type Statement struct {
	Span
	Kind StatementKind
	// Target is the name that an assignment gives to its value, "" for one that
	// gives several names or none.
	Target string
	// Targets are all that an assignment gives its value to: names, tuples of
	// names, and parts such as xs[0].
	Targets []*Expr
	// Changes are the names that an Other statement gives values that only
	// running it would know.
	Changes []string
	// Value is the expression of an assignment or of an expression alone; nil
	// for other statements.
	Value *Expr
	// Names are what an import makes known, by the name in this file.
	Names map[string]string
}

// StatementKind is a kind of statement.
type StatementKind int

// The kinds of statements.
const (
	// Expression is an expression alone, such as a call.
	Expression StatementKind = iota
	// Assign is Target = Value.
	Assign
	// Import is an import of Names.
	Import
	// Other is what has a meaning only when it runs: a loop, a function, a
	// notebook's %magic. It reaches to the end of its block.
	Other
)

// Expr is an expression.
type Expr struct {
	Span
	Kind ExprKind
	// Text is a dotted name, the digits of a number, the content of a text, an
	// operator, or the name of an attribute.
	Text string
	// Args are the items of a list or tuple, the arguments of a call (whose
	// callee is Base), the operands of an operator.
	Args []Arg
	// Base is the expression that is called, indexed, or asked for an attribute.
	Base *Expr
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
	// Name is a name, with the attributes that follow it: np.array.
	Name ExprKind = iota
	// Number is a number without sign.
	Number
	// Text is a text in quotes; one with a prefix such as f"…" is Unknown.
	Text
	// List is [a, b], Tuple (a, b).
	List
	// Tuple is (a, b).
	Tuple
	// Call is Base(Args).
	Call
	// Attribute is Base.Text, where Base is no name.
	Attribute
	// Index is Base[…].
	Index
	// Unary is Text Args[0], Binary is Args[0] Text Args[1].
	Unary
	// Binary is Args[0] Text Args[1].
	Binary
	// Unknown is an expression of which only the place is known: a dictionary,
	// a comprehension, a lambda, a comparison.
	Unknown
)
