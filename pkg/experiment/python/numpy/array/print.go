package array

import (
	"strconv"
	"strings"

	"firstneuron/pkg/experiment/python/numpy/figures"
)

// Options are those of np.set_printoptions.
type Options = figures.Options

// DefaultOptions are those that NumPy begins with.
var DefaultOptions = figures.DefaultOptions

// Str writes an array as print does.
func (a *Array) Str(o Options) string {
	if a.scalar || a.weak || len(a.shape) == 0 {
		return a.plain()
	}
	return a.text(o, " ", "")
}

// Repr writes an array as a notebook's last line does.
func (a *Array) Repr(o Options) string {
	switch {
	case a.weak:
		return a.plain()
	case a.scalar && a.dtype == Bool:
		return "np." + a.plain() + "_"
	case a.scalar:
		return "np." + a.dtype.String() + "(" + a.plain() + ")"
	}
	const prefix = "array("
	body := "[]"
	if a.Size() > 0 {
		inside := o
		inside.Width-- // for the bracket behind it
		body = a.text(inside, ", ", prefix)
	}
	var extras []string
	if a.Size() == 0 && (len(a.shape) != 1) || a.Size() > o.Threshold {
		extras = append(extras, "shape="+Tuple(a.shape))
	}
	if a.Size() == 0 || a.dtype == Int32 || a.dtype == Float32 {
		extras = append(extras, "dtype="+a.dtype.String())
	}
	if len(extras) == 0 {
		return prefix + body + ")"
	}
	text, tail := prefix+body+",", strings.Join(extras, ", ")+")"
	last := len(text) - 1 - strings.LastIndexByte(text, '\n')
	if last+len(tail)+1 > o.Width {
		return text + "\n" + strings.Repeat(" ", len(prefix)) + tail
	}
	return text + " " + tail
}

// plain writes one number as Python does.
func (a *Array) plain() string {
	if a.dtype.Floating() {
		return FormatFloat(a.data.floats[a.offset], bitsOf(a.dtype))
	}
	return a.wholeText(a.offset)
}

func (a *Array) wholeText(at int) string {
	v := a.data.ints[at]
	switch {
	case a.dtype != Bool:
		return strconv.FormatInt(v, 10)
	case v != 0:
		return "True"
	}
	return "False"
}

// text writes the elements in brackets. Prefix is what stands before them in the
// first line.
func (a *Array) text(o Options, separator, prefix string) string {
	if a.Size() == 0 {
		return "[]"
	}
	summary := a.Size() > o.Threshold
	shown := a
	if summary {
		shown = a.edges(o.Edge)
	}
	l := layout{array: a, options: o, separator: separator, summary: summary, format: formatter(shown, o)}
	return l.write(0, a.offset, strings.Repeat(" ", 1+len(prefix)), o.Width)
}

// edges is the part of an array whose corners are shown.
func (a *Array) edges(edge int) *Array {
	part := a
	for axis, n := range a.shape {
		if n <= 2*edge {
			continue
		}
		index := make([]int64, 0, 2*edge)
		for i := range edge {
			index = append(index, int64(i))
		}
		for i := n - edge; i < n; i++ {
			index = append(index, int64(i))
		}
		part = part.take(axis, index)
	}
	return part
}

// layout is an array that is being written.
type layout struct {
	array     *Array
	options   Options
	separator string
	summary   bool
	format    func(a *Array, at int) string
}

// write writes the part of the array at a place that begins with an axis. Indent is
// what its further lines begin with, width how far a line goes.
func (l *layout) write(axis, at int, indent string, width int) string {
	a := l.array
	if axis == len(a.shape) {
		return l.format(a, at)
	}
	n, inner := a.shape[axis], indent+" "
	head, tail := 0, n
	cut := l.summary && 2*l.options.Edge < n
	if cut {
		head, tail = l.options.Edge, l.options.Edge
	}
	var b strings.Builder
	bare := strings.TrimRight(l.separator, " ")
	last := axis == len(a.shape)-1
	between := bare + strings.Repeat("\n", len(a.shape)-axis-1)
	line := indent
	word := func(w, after string) {
		if !last {
			b.WriteString(indent + w + after)
			return
		}
		if len(line)+len(w) > width-max(len(bare), 1) && len(line) > len(indent) {
			b.WriteString(strings.TrimRight(line, " ") + "\n")
			line = indent
		}
		line += w + after
	}
	after := between
	if last {
		after = l.separator
	}
	part := func(i int) string { return l.write(axis+1, at+i*a.strides[axis], inner, width-1) }
	for i := range head {
		word(part(i), after)
	}
	if cut {
		word("...", after)
	}
	for i := n - tail; i < n; i++ {
		if i == n-1 {
			after = ""
		}
		word(part(i), after)
	}
	if last {
		b.WriteString(line)
	}
	return "[" + strings.TrimPrefix(b.String(), indent) + "]"
}

// formatter says how each element of an array is written, so that all of those
// shown have the same width.
func formatter(shown *Array, o Options) func(a *Array, at int) string {
	if shown.dtype.Floating() {
		var values []float64
		shown.each(func(at int) { values = append(values, shown.data.floats[at]) })
		f := figures.NewColumn(bitsOf(shown.dtype), values, o)
		return func(a *Array, at int) string { return f.Write(a.data.floats[at]) }
	}
	width, sign := 0, ""
	if shown.dtype == Bool {
		if len(shown.shape) > 0 {
			width = len("False") // and True with a blank before it, even without a False
		}
	} else {
		negative := false
		shown.each(func(at int) { negative = negative || shown.data.ints[at] < 0 })
		if o.Sign == " " && !negative {
			sign = " "
		} else if o.Sign == "+" {
			sign = "+"
		}
		shown.each(func(at int) { width = max(width, len(signed(shown.wholeText(at), sign))) })
	}
	return func(a *Array, at int) string { return figures.Left(signed(a.wholeText(at), sign), width) }
}

// signed puts a sign before a number that has none.
func signed(text, sign string) string {
	if strings.HasPrefix(text, "-") {
		return text
	}
	return sign + text
}

// StrWith writes an array with another separator.
func (a *Array) StrWith(o Options, separator string) string { return a.text(o, separator, "") }
