// Package array is NumPy's ndarray as first programs use it, and as it prints:
//
//	x, _ := array.Linspace(0, 1, 3, true)
//	y, _ := array.Binary("multiply", x, array.Float(2))
//	y.Repr(array.DefaultOptions) // "array([0., 1., 2.])"
//
// It covers arrays of up to [MaxAxes] axes of bool, int32, int64, float32 and
// float64: views and their writes, indexing with numbers, slices, None, Ellipsis,
// masks and lists, broadcasting, the usual ufuncs and reductions, joining,
// sorting, matrix products, and printing. A sum is taken in NumPy's pairwise
// order, so that its last bit is the same; a matrix product is summed from left
// to right, where BLAS has an order of its own. Elements remember the place in
// the program that they were written at, through slicing and reshaping; what is
// computed has no place.
//
// It has no structured, text, complex or object arrays, no memory orders but C's
// for new arrays, and no array of more than [MaxElements] elements.
//
// Errors are those of NumPy 2 in its own words, as [*Error].
//
// Sources: the reference of NumPy 2 (numpy.org/doc/stable/reference), Harris et
// al. 2020 "Array programming with NumPy", NEP 50 (which type a result has),
// Higham 1993 "The accuracy of floating point summation" (pairwise sums). What
// NumPy 2.4 answers is recorded in testdata and compared with.
package array

const (
	// MaxElements is how many elements an array may have.
	MaxElements = 1_000_000
	// MaxAxes is how many axes an array may have.
	MaxAxes = 8
)

// Error is an exception as Python has it.
type Error struct {
	// Kind is the name of its class, such as ValueError.
	Kind string
	// Text is what it says.
	Text string
}

func (e *Error) Error() string { return e.Kind + ": " + e.Text }

func valueError(text string) *Error { return &Error{"ValueError", text} }
func typeError(text string) *Error  { return &Error{"TypeError", text} }
func indexError(text string) *Error { return &Error{"IndexError", text} }
