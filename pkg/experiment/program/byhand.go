package program

import (
	"maps"
	"math"
	"slices"
	"strings"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/python"
	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/script"
)

// handmade is what a program came to that trains y = wx + b without Keras, in a loop of
// its own.
type handmade struct {
	xs, ys []float64
	// scalars are the numbers that changed as it ran: what they were first, and last.
	scalars []changed
	rates   []float64 // that its rate of learning may be
	epochs  int
}

type changed struct{ first, last float64 }

// maxByHand is how many steps of training are tried to find out what a program trains.
const maxByHand = 2_000_000

// byHand tells of a program that trains in a loop of its own. Where the page finds a
// training of one neuron that ends with the very numbers that the program ends with, it
// offers to write that with Keras: the numbers are the proof that it is the same. It
// reports whether the program trains at all.
func (r *reader) byHand(result eval.Result, end python.Span) bool {
	if r.tape() {
		return true
	}
	h, ok := r.handmade(result)
	if !ok {
		return false
	}
	e, ok := h.experiment(r.experiment)
	if !ok {
		r.report(Wrong, end, "code_own_training")
		return true
	}
	p := r.report(Wrong, end, "code_by_hand")
	p.fix(python.Span{Start: 0, End: len(r.text)}, script.Keras(e))
	return true
}

// tape tells of a program that computes its gradients with TensorFlow's GradientTape, at
// its place, and reports whether it does.
func (r *reader) tape() bool {
	const name = "GradientTape("
	at := strings.Index(r.text, name)
	for at >= 0 && strings.Contains(r.text[lineStart(r.text, at):at], "#") { // in a comment
		next := strings.Index(r.text[at+1:], name)
		if next < 0 {
			return false
		}
		at += 1 + next
	}
	if at < 0 {
		return false
	}
	r.problems = nil // what the lines around it lack is all the same thing
	r.report(Wrong, python.Span{Start: at, End: at + len("GradientTape")}, "code_own_training")
	return true
}

// handmade finds the data of a program, and the numbers that a loop of it changes.
func (r *reader) handmade(result eval.Result) (h handmade, ok bool) {
	loop := countedLoop(r.file.Statements)
	if loop == nil {
		return h, false
	}
	last, known := eval.AsInt(result.Globals[loop.Targets[0].Text])
	if !known || last < 1 || last >= experiment.MaxEpochs {
		return h, false
	}
	h.epochs = last + 1
	first := map[string]eval.Value{}
	times := map[string]int{}
	for _, b := range result.Bindings {
		if times[b.Name]++; times[b.Name] == 1 {
			first[b.Name] = b.Value
		}
	}
	for _, name := range slices.Sorted(maps.Keys(first)) {
		v := valueOf(result.Globals[name], noSpan)
		switch {
		case name == loop.Targets[0].Text:
		case len(v.numbers) > 1 && times[name] == 1 && isAxis(name, 'x') && h.xs == nil:
			h.xs = v.numbers
		case len(v.numbers) > 1 && times[name] == 1 && isAxis(name, 'y') && h.ys == nil:
			h.ys = v.numbers
		default:
			was, okFirst := single(first[name])
			is, okLast := single(result.Globals[name])
			if !okFirst || !okLast {
				continue
			}
			if times[name] == 1 && was > 0 && was <= 10 {
				h.rates = append(h.rates, was)
			} else if times[name] > 2 && was != is {
				h.scalars = append(h.scalars, changed{was, is})
			}
		}
	}
	h.rates = append(h.rates, numbersIn(loop.Body)...)
	return h, len(h.xs) > 1 && len(h.xs) == len(h.ys) && len(h.scalars) > 0
}

// single is the number of a value that is one.
func single(v eval.Value) (float64, bool) {
	if v == nil {
		return 0, false
	}
	if a, ok := v.(eval.Array); ok {
		values := a.Floats()
		if len(values) != 1 {
			return 0, false
		}
		return values[0], true
	}
	if _, truth := v.(eval.Bool); truth {
		return 0, false
	}
	return eval.AsFloat(v)
}

// isAxis reports whether a name is one for xs or for ys: x, xs, X_train, x_data.
func isAxis(name string, axis byte) bool {
	name = strings.ToLower(name)
	switch name {
	case "features", "inputs":
		return axis == 'x'
	case "labels", "targets":
		return axis == 'y'
	}
	if name[0] != axis {
		return false
	}
	rest := strings.TrimPrefix(name[1:], "s")
	return rest == "" || rest == "_train" || rest == "_data" || rest == "_values" || rest == "train" || rest == "_true"
}

// countedLoop is the first loop over range(n) at the top of a program, nil for none.
func countedLoop(list []*python.Statement) *python.Statement {
	for _, s := range list {
		if s.Kind == python.For && s.Targets[0].Kind == python.Name && s.Value.Kind == python.Call && s.Value.Base.Kind == python.Name && s.Value.Base.Text == "range" && len(s.Value.Args) == 1 {
			return s
		}
	}
	return nil
}

// numbersIn are the numbers that are written in statements.
func numbersIn(list []*python.Statement) []float64 {
	var numbers []float64
	var look func(e *python.Expr)
	look = func(e *python.Expr) {
		if e == nil {
			return
		}
		if e.Kind == python.Number {
			if n, ok := experiment.ParseNumber(e.Text); ok == nil && n > 0 && n <= 10 {
				numbers = append(numbers, n)
			}
		}
		for _, arg := range e.Args {
			look(arg.Expr)
		}
		look(e.Base)
	}
	for _, s := range list {
		look(s.Value)
		numbers = append(numbers, numbersIn(s.Body)...)
		if len(numbers) > 20 {
			break
		}
	}
	return numbers
}

// experiment is the training of one neuron that ends with two numbers of the program,
// among all that can be meant; ok is false where none does.
func (h handmade) experiment(base experiment.Experiment) (e experiment.Experiment, ok bool) {
	if len(h.scalars) > 8 || len(h.rates) > 12 {
		return e, false
	}
	work, n := 0, float64(len(h.xs))
	var rates []float64
	for _, factor := range []float64{1, 0.5, n, n / 2} { // of half the squares, and of their sum
		for _, rate := range h.rates {
			rates = append(rates, rate*factor)
		}
	}
	for _, rate := range rates {
		for i, w := range h.scalars {
			for k, b := range h.scalars {
				for _, batch := range []int{len(h.xs), 1} {
					if work += len(h.xs) * h.epochs; work > maxByHand {
						return e, false
					}
					if i != k && h.endsWith(w, b, rate, batch) {
						return h.withKeras(base, w, b, rate, batch)
					}
				}
			}
		}
	}
	return e, false
}

// endsWith reports whether gradient descent on the mean of the squared errors makes w and b
// of what they were first what they were last. It computes as Python does, with 64 bits,
// which package nn has not.
func (h handmade) endsWith(w, b changed, rate float64, batch int) bool {
	weight, bias := w.first, b.first
	for range h.epochs {
		for from := 0; from < len(h.xs); from += batch {
			dw, db := 0.0, 0.0
			for i := from; i < min(from+batch, len(h.xs)); i++ {
				d := weight*h.xs[i] + bias - h.ys[i]
				dw += d * h.xs[i]
				db += d
			}
			n := float64(min(batch, len(h.xs)-from))
			weight, bias = weight-rate*2/n*dw, bias-rate*2/n*db
		}
		if math.IsNaN(weight) || math.IsInf(weight, 0) {
			return false
		}
	}
	near := func(a, b float64) bool { return math.Abs(a-b) <= 1e-9*(1+math.Abs(b)) }
	return near(weight, w.last) && near(bias, b.last)
}

// withKeras is the experiment of such a training.
func (h handmade) withKeras(base experiment.Experiment, w, b changed, rate float64, batch int) (experiment.Experiment, bool) {
	e := experiment.Default().WithView(base)
	e.Example, e.Points = "", nil
	for i, x := range h.xs {
		e.Points = append(e.Points, experiment.Point{X: experiment.Place{x}, Y: h.ys[i]})
	}
	for _, s := range [][2]string{
		{"lr", experiment.FormatNumber(rate)},
		{"epochs", itoa(h.epochs)},
		{"batch", itoa(batch)},
		{"shuffle", "0"},
		{"w", experiment.FormatNumber(w.first)},
		{"b", experiment.FormatNumber(b.first)},
	} {
		next, problem := e.With(s[0], s[1])
		if problem != nil {
			return e, false
		}
		e = next
	}
	e.Example, e.Names = exampleOf(e.Points, base), namesOf(e.Points, base)
	return e, len(e.Validate()) == 0
}
