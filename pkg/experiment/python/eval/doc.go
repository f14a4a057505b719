// Package eval runs the Python that first programs with Keras are written in:
// bounded, pure, and with the place in the text that every literal came from.
//
//	file, _ := python.Parse("EPOCHS = 500\nn = EPOCHS")
//	run := eval.Run(text, file, eval.Config{})
//	run.Globals["n"].(eval.Int).From // the place of "500"
//
// A value is a Go type with a class ([Value]); what it can do besides is one small
// interface each ([Callable], [Indexed], [Operand], …), so that a library of Python
// is a package of its own that this one knows nothing of: it makes a [Module] of
// functions and of objects.
//
// What cannot be known is an [Unknown], which goes through operators, calls and
// indexes as one: what a training would give, or what a library that the page lacks
// would. Nothing is guessed.
//
// There is no file, no network, no clock and no chance in it: the same text gives
// the same run. Its limits bound the work that any text can cause.
package eval

// The limits of a run. Whatever exceeds one is a [*Limit].
const (
	// MaxSteps is how many steps a run takes: about one for each expression that is
	// evaluated. So many take 30 ms on a laptop, and some 80 in its browser.
	MaxSteps = 250_000
	// MaxDepth is how deep calls may nest.
	MaxDepth = 100
	// MaxElements is how many elements lists, arrays and texts may have, in all.
	MaxElements = 1_000_000
	// MaxPrinted is how many bytes a run prints.
	MaxPrinted = 256 << 10
	// MaxNotes is how many notes are kept.
	MaxNotes = 100
)
