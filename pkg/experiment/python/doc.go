// Package python reads Python, as first programs with Keras are written in it, as a
// tree of statements and expressions with their places:
//
//	file, err := python.Parse("ys = 2*xs - 1")
//	file.Statements[0].Targets[0].Text // "ys"
//
// It is a grammar and nothing more: it evaluates nothing and knows no names. What
// programs are copied with (prompts, line numbers, the fences of a chat) it sets
// aside as a [Margin]. Its limits bound the work that any text can cause. Package
// eval runs the tree.
package python

// The limits of a text. Whatever exceeds one is an [Error].
const (
	// MaxSize is how many bytes a text may have.
	MaxSize = 256 << 10
	// MaxDepth is how deep brackets and operators may nest.
	MaxDepth = 32
)

// Named is the Expected of an argument without a name after one with a name.
const Named = "name="

// Error says what cannot be read, where, and what was expected.
type Error struct {
	Kind ErrorKind
	// Start and End are the place in the text, in bytes.
	Start, End int
	// Expected is what would have been right, such as ")".
	Expected string
}

// ErrorKind is a kind of [Error].
type ErrorKind int

// The kinds of errors.
const (
	// TooLong is a text of more than MaxSize bytes.
	TooLong ErrorKind = iota
	// TooDeep is an expression that nests more than MaxDepth deep.
	TooDeep
	// Unexpected is something where Expected should be.
	Unexpected
	// Unclosed is a bracket or a quote that is never closed.
	Unclosed
	// Typographic is a character of word processors, such as a curly quote;
	// Expected is what Python wants instead.
	Typographic
	// Indentation is a line that begins in another column than it may; Expected is
	// what Python says.
	Indentation
	// Unassignable is what nothing can be assigned to; Expected is what Python says.
	Unassignable
	// Repeated is an argument, Expected, that a call is given twice.
	Repeated
)

func (e *Error) Error() string {
	switch e.Kind {
	case TooLong:
		return "python: the text is too long"
	case TooDeep:
		return "python: the expression nests too deep; name its parts"
	case Unclosed:
		return "python: this is never closed; write " + e.Expected
	case Repeated:
		return "python: keyword argument repeated: " + e.Expected
	case Indentation, Unassignable:
		return "python: " + e.Expected
	case Typographic:
		return "python: a typographic character; write " + e.Expected
	}
	return "python: unexpected text; write " + e.Expected
}
