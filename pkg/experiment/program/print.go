package program

import (
	"strconv"
	"strings"

	python "firstneuron/pkg/experiment/python/former"
)

// shown is a call whose value a print shows.
type shown struct {
	call          *python.Expr
	index         []int
	before, after string
}

// print looks at what a print shows, one argument after the other.
func (r *reader) print(e *python.Expr) {
	other := 0 // what is shown besides texts
	for _, arg := range e.Args {
		if arg.Name != "" || arg.Kind != python.Text {
			other++
		}
	}
	for at, arg := range e.Args {
		call, index, ok := r.picked(arg.Expr)
		if ok && arg.Name == "" {
			r.printed = &shown{call: call, index: index}
			if other == 1 { // of several none has only texts beside it
				if before, after, plain := words(e.Args, at); plain {
					r.printed.before, r.printed.after = before, after
				}
			}
		}
		r.eval(arg.Expr)
		r.printed = nil
	}
}

// picked returns the call in f()[0][1] or f()[0, 1], with its indexes; ok is
// false for an index that is no plain number.
func (r *reader) picked(e *python.Expr) (call *python.Expr, index []int, ok bool) {
	call = e
	for call.Kind == python.Index {
		call = call.Base
	}
	text := strings.NewReplacer(" ", "", "][", ",").Replace(r.text[min(call.End, e.End):e.End])
	if call == e {
		return call, nil, true
	}
	text = strings.TrimSuffix(strings.TrimPrefix(text, "["), "]")
	for number := range strings.SplitSeq(text, ",") {
		n, err := strconv.Atoi(number)
		if err != nil {
			return call, nil, false
		}
		index = append(index, n)
	}
	return call, index, true
}

// words are the texts that a print shows before and after one of its arguments;
// ok is false where it shows anything else.
func words(args []python.Arg, at int) (before, after string, ok bool) {
	var texts [2]strings.Builder
	for i, arg := range args {
		switch {
		case i == at:
		case arg.Name != "" || arg.Kind != python.Text || strings.ContainsAny(arg.Text, "\\\n"):
			return "", "", false
		case i < at:
			texts[0].WriteString(arg.Text + " ")
		default:
			texts[1].WriteString(" " + arg.Text)
		}
	}
	return texts[0].String(), texts[1].String(), true
}
