package program

import (
	"math"

	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/python/numpy"
)

// lossClass is keras.losses.Loss as a base.
func (r *reader) lossClass() *eval.ClassOf {
	if r.lossBase == nil {
		r.lossBase = eval.NewClass("Loss")
		r.lossBase.Members["__init__"] = &eval.Builtin{Name: "__init__", TakesUnknown: true, Fn: func(*eval.Thread, *eval.Args) (eval.Value, error) {
			return eval.None{}, nil
		}}
	}
	return r.lossBase
}

// ownLoss is what a program calls the loss that it wrote itself: a function, or an object
// of a class derived from Loss; "" for any other.
func (r *reader) ownLoss(v eval.Value) string {
	switch v := v.(type) {
	case *eval.Function:
		return v.Name
	case *eval.Instance:
		if r.lossBase != nil && v.Type.Derives(r.lossBase) {
			return v.Type.Name
		}
	}
	return ""
}

// checkOwnLoss tells of an object of a class of the program's own that computes one of
// Keras's losses, where the ys are no rows: Keras gives it them as they are, and what is
// subtracted is then each from each, which is another loss.
func (r *reader) checkOwnLoss(m *model) {
	if m.compiled == nil || m.lossIs == "" || r.ys.rows {
		return
	}
	args := r.arguments(m.compiled)
	if given, object := args.take(1, "loss").eval.(*eval.Instance); object {
		r.report(Wrong, args.span(1, "loss"), "code_own_loss", "text", r.ownLoss(given))
	}
}

// trialErrors are the errors that an own loss is tried with: on both sides of each place
// where one of Keras's losses bends, and far from it.
var trialErrors = [...]float64{0, 0.015625, -0.25, 0.75, -0.9375, 1.25, -3, 11, -70, 900}

// knownLosses are the losses of the page that a program may write itself, by what they are
// of one error.
var knownLosses = []struct {
	name string
	of   func(d float64) float64
}{
	{"mean_squared_error", func(d float64) float64 { return d * d }},
	{"mean_absolute_error", math.Abs},
	{"huber", func(d float64) float64 {
		if d = math.Abs(d); d > 1 {
			return d - 0.5
		}
		return d * d / 2
	}},
	{"log_cosh", func(d float64) float64 { d = math.Abs(d); return d + math.Log1p(math.Exp(-2*d)) - math.Ln2 }},
}

// sameLoss is the name of the loss of Keras that an own one computes, "" for none: it is
// called with errors one by one, and with all of them at once, since Keras takes the mean
// of what comes out.
func (r *reader) sameLoss(t *eval.Thread, v eval.Value) string {
	if object, ok := v.(*eval.Instance); ok {
		call, err := t.Attr(object, "call")
		if err != nil {
			return ""
		}
		v = call
	}
	r.muted++
	defer func() { r.muted-- }()
	tried := func(errors ...float64) (mean float64, ok bool) {
		truth, guess := make([]float64, len(errors)), make([]float64, len(errors))
		for i, d := range errors {
			truth[i] = float64(i%3) + 2
			guess[i] = truth[i] + d
		}
		of := func(values []float64) eval.Value {
			a, _ := numpy.New("float32", []int{len(values), 1}, values).(eval.Array)
			return tensorOf{a}
		}
		result, err := t.Call(v, of(truth), of(guess))
		if err != nil {
			return 0, false
		}
		if a, is := result.(eval.Array); is {
			values := a.Floats()
			for _, x := range values {
				mean += x / float64(len(values))
			}
			return mean, len(values) > 0
		}
		return eval.AsFloat(result)
	}
	var got [len(trialErrors)]float64
	for i, d := range trialErrors {
		loss, ok := tried(d)
		if !ok {
			return ""
		}
		got[i] = loss
	}
	mean, ok := tried(trialErrors[:]...)
	if !ok {
		return ""
	}
	for _, known := range knownLosses {
		same, sum := true, 0.0
		for i, d := range trialErrors {
			want := known.of(d)
			sum += want
			same = same && nearly(got[i], want)
		}
		if same && nearly(mean, sum/float64(len(trialErrors))) {
			return known.name
		}
	}
	return ""
}

// nearly reports whether two numbers are the same but for what 32 bits leave out.
func nearly(a, b float64) bool { return math.Abs(a-b) <= 1e-5+1e-4*math.Abs(b) }
