package program

import (
	"slices"
	"strings"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/python"
	"firstneuron/pkg/experiment/python/eval"
)

// data reads an argument that holds points.
func (r *reader) data(args *arguments, position int, name string) *value {
	at := args.span(position, name)
	v := args.take(position, name).input()
	if name == "y" && len(r.xs.numbers) > 0 && !args.gave(name, position) {
		r.place(Wrong, at, experiment.MissingValues("x", len(r.xs.numbers)))
		return &value{}
	}
	if v.wide && (name != "x" || !r.unfold(v)) {
		code := "code_one_feature"
		if name == "x" && v.cols > 2 && v.cols <= maxColumns {
			code = "code_features"
		}
		r.report(Wrong, at, code, "text", r.source(at))
		return &value{}
	}
	r.listAsArray(v, name)
	if v.kind != arrayValue && v.kind != listValue || len(v.numbers) == 0 {
		r.unknown(v, at)
		return &value{}
	}
	r.places[name+"s"] = at
	return v
}

// listAsArray explains that Keras wants arrays where a list, or a number, is
// given.
func (r *reader) listAsArray(v *value, name string) {
	if v.kind != listValue && v.kind != numberValue {
		return
	}
	code, opening, closing := "code_list", r.names.NumPy+".array(", ")"
	if v.kind == numberValue {
		code, opening, closing = "code_number", opening+"[", "]"+closing
	}
	if v.End <= v.Start {
		return
	}
	place := v.place()
	words := "ValueError: Unrecognized data type: " + name + "=" + v.pythonText() + " (of type <class '" + v.pythonClass() + "'>)"
	if v.kind == numberValue && !isPythons(v.eval) { // of NumPy, of whose shape Keras asks the first part
		words = "IndexError: tuple index out of range"
	}
	r.bring(r.report(Mistake, place, code, "text", r.source(place)).kerasSays(words).
		fix(python.Span{Start: place.Start, End: place.Start}, opening).fix(python.Span{Start: place.End, End: place.End}, closing), r.names.NumPy)
}

// isPythons reports whether a number is one of Python's own.
func isPythons(v eval.Value) bool {
	switch v.(type) {
	case eval.Int, eval.Float, eval.Bool:
		return true
	}
	return false
}

// lengths reports xs and ys of different lengths, and cuts the longer one.
func (r *reader) lengths(at python.Span) {
	xs, ys := len(r.xs.numbers), len(r.ys.numbers)
	if r.decimalCommas(xs != ys) || xs == ys {
		return
	}
	p := r.report(Wrong, at, "code_lengths", "xs", itoa(xs), "ys", itoa(ys)).
		kerasSays("ValueError: Data cardinality is ambiguous. Make sure all arrays contain the same number of samples.'x' sizes: " +
			itoa(xs) + "\n'y' sizes: " + itoa(ys) + "\n")
	longer, keep := r.xs, ys
	if ys > xs {
		longer, keep = r.ys, xs
	}
	if o := longer.origins; len(o) > keep && keep > 0 && !slices.Contains(o[keep-1:], noSpan) && o[keep-1].End < o[len(o)-1].End {
		p.fix(python.Span{Start: o[keep-1].End, End: o[len(o)-1].End}, "")
	}
}

// decimalCommas tells of numbers that are written with a comma for the point, as 1,5 for
// 1.5: two numbers to Python. Such commas have no blank after them, and those between the
// numbers have one. It reports whether there are any.
func (r *reader) decimalCommas(wrong bool) bool {
	severity := Mistake
	if wrong {
		severity = Wrong
	}
	found := false
	for _, data := range []*value{r.xs, r.ys} {
		places := data.origins
		n := len(places)
		if n < 4 || n%2 != 0 || slices.Contains(places, noSpan) {
			continue
		}
		var commas []python.Span
		for i := 0; i+1 < n; i++ {
			between := python.Span{Start: places[i].End, End: places[i+1].Start}
			if between.End < between.Start {
				break
			}
			text := r.text[between.Start:between.End]
			if i%2 == 0 && text == "," && !strings.ContainsAny(r.text[places[i].Start:places[i].End], ".eE") {
				commas = append(commas, between)
			} else if i%2 == 0 || !strings.HasPrefix(text, ",") || strings.TrimSpace(text[1:]) != "" || len(text) < 2 {
				break
			}
		}
		if len(commas) < n/2 {
			continue
		}
		found = true
		first := python.Span{Start: places[0].Start, End: places[1].End}
		text := r.source(first)
		p := r.report(severity, first, "code_decimal_comma", "text", text, "fixed", strings.Replace(text, ",", ".", 1))
		for _, comma := range commas {
			p.fix(comma, ".")
		}
	}
	return found
}

// sameData reports whether a call has the data of the training.
func (r *reader) sameData(args *arguments) bool {
	x, y := args.take(0, "x"), args.take(1, "y")
	if eval.Same(x.eval, r.xs.eval) && eval.Same(y.eval, r.ys.eval) {
		return true
	}
	return r.sameInputs(x) && slices.Equal(y.input().numbers, r.ys.numbers)
}

// sameInputs reports whether a value has the places of the training.
func (r *reader) sameInputs(x *value) bool {
	x = x.input()
	r.unfold(x)
	return x.sameNumbers(r.xs)
}

// validationData reads points that are given to be measured and not trained on: they
// come after the others, with the part of all that they are.
func (r *reader) validationData(args *arguments) {
	at := args.find(7, "validation_data")
	if at < 0 {
		return
	}
	given := valueOf(args.call.List[at].Value, args.call.List[at].Span)
	if len(given.items) != 2 || args.gave("validation_split", 6) {
		return // which is told of with the other arguments
	}
	x, y := valueOf(given.items[0], given.Span).input(), valueOf(given.items[1], given.Span).input()
	r.unfold(x)
	n, all := len(x.numbers), len(r.xs.numbers)+len(x.numbers)
	if (x.seconds != nil) != (r.xs.seconds != nil) {
		return
	}
	if n == 0 || n != len(y.numbers) || len(r.xs.numbers) != len(r.ys.numbers) || all == n {
		return
	}
	args.taken[at] = true
	for _, part := range []struct{ data, more *value }{{r.xs, x}, {r.ys, y}} {
		if len(part.data.origins) != len(part.data.numbers) || len(part.more.origins) != n {
			part.data.origins = nil
		} else {
			part.data.origins = slices.Concat(part.data.origins, part.more.origins)
		}
		part.data.numbers = slices.Concat(part.data.numbers, part.more.numbers)
		part.data.seconds = slices.Concat(part.data.seconds, part.more.seconds)
	}
	split := (float64(n) - 0.5) / float64(all) // which rounds to n whatever the digits
	for percent := 1; percent < 100; percent++ {
		if int(float64(all)*(1-float64(percent)/100)) == all-n {
			split = float64(percent) / 100
			break
		}
	}
	r.set("validation", experiment.FormatNumber(split), args.call.List[at].Whole())
	r.validated = true
}
