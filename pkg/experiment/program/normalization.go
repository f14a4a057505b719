package program

import (
	"math"
	"strings"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/python"
	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/python/numpy"
)

// normalizationClass is Keras's name of the layer.
const normalizationClass = "Normalization"

// normalization is what a Normalization has besides its arguments.
type normalization struct {
	path string
	// made and adapts are the statements that make it and adapt it, with no role where
	// they are parts of others.
	made, adapts statement
	// data is what it was adapted to last, nil for nothing; adapted is that call.
	data    *value
	adapted *eval.Args
	// together is set for axis=None: one mean for all columns.
	together bool
	list     []eval.Value
}

// newNormalization is Normalization(…), at the statement that makes it.
func (r *reader) newNormalization(t *eval.Thread, path string, args *eval.Args) *normalization {
	n := &normalization{path: path, made: r.statementAt(t, "normalizer", args.Span)}
	if n.made.part || n.made.assigned == "" {
		n.made.role = ""
	}
	at := r.arguments(args).find(0, "axis")
	n.together = at >= 0 && valueOf(args.List[at].Value, noSpan).kind == noneValue
	return n
}

// attribute is what a layer that normalizes has as no other has; nil for anything else.
func (n *normalization) attribute(o *object, name string) eval.Value {
	r := o.r
	switch name {
	case "adapt":
		return &eval.Builtin{Name: name, TakesUnknown: true, Fn: func(t *eval.Thread, args *eval.Args) (eval.Value, error) {
			if at := r.arguments(args).find(0, "data"); at >= 0 && !r.fitted {
				n.data, n.adapted = valueOf(args.List[at].Value, args.List[at].Span).input(), args
				n.adapts, n.list = r.statementAt(t, "adapt", args.Span), nil
				r.adaptedLate(o, n.data)
			}
			return eval.None{}, nil
		}}
	case "get_weights":
		return &eval.Builtin{Name: name, Fn: func(*eval.Thread, *eval.Args) (eval.Value, error) {
			return &eval.List{Items: n.weights()}, nil
		}}
	case "mean", "variance":
		of := map[string]int{"mean": 0, "variance": 1}[name]
		if a, ok := n.weights()[of].(eval.Array); ok {
			values := a.Floats()
			shape := []int{1, len(values)}
			if n.together {
				shape = shape[:1]
			}
			if b, ok := numpy.New("float32", shape, values).(eval.Array); ok {
				return tensorOf{b}
			}
		}
	}
	return nil
}

// weights are the layer's own, which Keras counts among those of the model: the means,
// the variances and a count that it does not use.
func (n *normalization) weights() []eval.Value {
	if n.list != nil {
		return n.list
	}
	means, variances := []float64{0}, []float64{1}
	if found, deviations := n.moments(); len(found) > 0 {
		means, variances = found, make([]float64, len(found))
		for i, d := range deviations {
			variances[i] = d * d
		}
	}
	shape := []int{len(means)}
	if n.together {
		shape = nil
	}
	n.list = []eval.Value{numpy.New("float32", shape, means), numpy.New("float32", shape, variances), numpy.New("int32", nil, []float64{0})}
	return n.list
}

// moments are the mean and the deviation of each column that it was adapted to; none of
// what are no numbers.
func (n *normalization) moments() (means, deviations []float64) {
	if n.data == nil {
		return nil, nil
	}
	table, columns := n.data.numbers, 1
	if n.data.wide {
		table, columns = n.data.table, n.data.cols
	}
	if n.together {
		columns = 1
	}
	if len(table) == 0 || columns < 1 {
		return nil, nil
	}
	means, deviations = make([]float64, columns), make([]float64, columns)
	rows := float64(len(table) / columns)
	for i, v := range table {
		means[i%columns] += v / rows
	}
	for i, v := range table {
		deviations[i%columns] += (v - means[i%columns]) * (v - means[i%columns]) / rows
	}
	for i := range deviations {
		deviations[i] = math.Sqrt(deviations[i])
	}
	return means, deviations
}

// normalization reads the layer, which is the first of the model.
func (r *reader) normalization(args *arguments, item use, o *object) {
	if len(r.layers) > 0 || r.normalizer != nil {
		r.report(Wrong, item.at, "code_normalization", "text", r.source(item.at))
		return
	}
	n, at := o.norm, o.call.Span
	r.normalizer = n
	r.set(experiment.NormalizeKey, "1", at)
	for _, s := range []statement{n.made, n.adapts} {
		if s.role != "" {
			r.addStatement(s)
		}
	}
	if name, found := strings.CutSuffix(n.made.assigned, " = "); found && name != "" && !strings.ContainsAny(name, " ,=[.") {
		r.names.Normalizer = name
	}
	if old := "experimental.preprocessing."; strings.Contains(n.path, "."+old) {
		p := r.report(Mistake, o.call.Callee, "code_name", "text", old+normalizationClass, "nearest", normalizationClass).
			kerasSays("AttributeError: module 'keras._tf_keras.keras.layers' has no attribute 'experimental'")
		callee := r.text[o.call.Callee.Start:o.call.Callee.End]
		if i := strings.Index(callee, old); i >= 0 {
			start := o.call.Callee.Start + i
			p.fix(python.Span{Start: start, End: start + len(old)}, "")
		}
	}
	axis := args.take(0, "axis")
	if columns := axis.kind == numberValue && (axis.number == -1 || axis.number == 1); args.gave("axis", 0) && axis.kind != noneValue && !columns {
		r.report(Wrong, args.span(0, "axis"), "code_unsupported", "text", r.source(args.span(0, "axis")))
	}
	r.inputShape(args, item)
	args.restNamed([]string{"axis", "mean", "variance", "invert"}, func(arg eval.Arg, v *value) {
		switch {
		case arg.Name == "name" || arg.Name == "dtype":
		case v.kind == noneValue && (arg.Name == "mean" || arg.Name == "variance"):
		case v.kind == truthValue && v.number == 0 && arg.Name == "invert":
		case arg.Name == "mean" || arg.Name == "variance" || arg.Name == "invert":
			r.report(Wrong, arg.Whole(), "code_unsupported", "text", r.source(arg.Whole()))
		default:
			r.badArgument(args, arg, "ValueError: Unrecognized keyword arguments passed to Normalization: {'"+arg.Name+"': "+v.pythonText()+"}",
				"axis", "mean", "variance", "invert", "name")
		}
	})
	r.adaptation(n, args)
}

// adaptation reads what the layer was adapted to.
func (r *reader) adaptation(n *normalization, args *arguments) {
	data := n.data
	if data == nil {
		return // which is told of once it is known what the data are called
	}
	switch {
	case data.kind == listValue && !data.rows && len(data.numbers) > 0:
		place := data.place()
		r.report(Mistake, place, "code_list", "text", r.source(place)).
			kerasSays("TypeError: adapt() expects an iterable that yields arrays or tensors with a `.shape` attribute (e.g. numpy arrays or backend tensors). "+
				"Got an element of type float. Ensure each yielded element is array-like with a `.shape` attribute.").
			fix(python.Span{Start: place.Start, End: place.Start}, r.names.NumPy+".array(").fix(python.Span{Start: place.End, End: place.End}, ")")
	case len(data.numbers) == 0 && !data.wide:
		r.unknown(data, data.Span)
		return
	}
	if data.wide || data.rows || n.together {
		return
	}
	// Each of the numbers of a list would have a mean of its own.
	p := r.report(Mistake, args.call.Span, "code_axis", "text", r.source(data.Span)).
		kerasSays("ValueError: Exception encountered when calling Sequential.call().\n\n" +
			"Input 0 with name 'None' of layer 'dense' is incompatible with the layer: expected axis -1 of input shape to have value 1, " +
			"but received input with shape (None, " + itoa(len(data.numbers)) + ")")
	switch at := args.find(0, "axis"); {
	case at >= 0:
		p.fix(args.call.List[at].Span, "None")
	case len(args.call.List) == 0:
		p.fix(python.Span{Start: args.call.Span.End - 1, End: args.call.Span.End - 1}, "axis=None")
	default:
		p.fix(python.Span{Start: args.call.Span.End - 1, End: args.call.Span.End - 1}, ", axis=None")
	}
}

// adaptedLate reports numbers, and no rows, for a layer of a model that knows by its Input
// that it takes rows.
func (r *reader) adaptedLate(o *object, data *value) {
	if data.wide || data.rows || data.kind != arrayValue {
		return
	}
	for _, m := range r.models {
		hasInput, hasLayer := m.functional, false
		for _, layer := range m.layers {
			if before, ok := layer.layer.(*tensor); ok && len(before.layers) == 1 {
				layer = before.layers[0]
			}
			if of, ok := layer.layer.(*object); ok {
				hasInput, hasLayer = hasInput || of.word == "Input" || of.word == "InputLayer", hasLayer || of == o
			}
		}
		if hasInput && hasLayer {
			p := r.report(Mistake, data.Span, "code_adapt_rows", "text", r.source(data.Span)).
				kerasSays("AxisError: axis 1 is out of bounds for array of dimension 1")
			if data.End > data.Start {
				p.fix(python.Span{Start: data.End, End: data.End}, ".reshape(-1, 1)")
			}
			return
		}
	}
}

// adaptedAlike is how far the numbers that a layer was adapted to may be from those of the
// points, leastDeviation the least that Keras divides by.
const (
	adaptedAlike   = 1e-5
	leastDeviation = 1e-7
)

// checkNormalizer reports a layer that was adapted to other numbers than the page
// normalizes by: those of all points.
func (r *reader) checkNormalizer(e experiment.Experiment) {
	n := r.normalizer
	if n == nil || n.adapted != nil && r.wrong {
		return
	}
	if n.adapted == nil {
		p := r.report(Wrong, r.places[experiment.NormalizeKey], "code_not_adapted", "text", r.names.Normalizer)
		if n.made.role != "" && r.names.HasXs {
			p.fix(python.Span{Start: n.made.End, End: n.made.End}, "\n"+r.names.Normalizer+".adapt("+r.names.Xs+")")
		}
		return
	}
	means, deviations := n.moments()
	layer := e.Normalizer()
	if layer == nil {
		return
	}
	alike := len(means) == e.Width()
	for i := 0; alike && i < len(means); i++ {
		mean, deviation := layer.Moments(i)
		found := max(deviations[i], leastDeviation)
		off := adaptedAlike * max(math.Abs(means[i]), found)
		alike = math.Abs(means[i]-float64(mean)) <= off && math.Abs(found-float64(deviation)) <= off
	}
	if !alike {
		r.report(Wrong, n.adapted.Span, "code_normalization", "text", r.source(n.adapted.Span))
	}
}

// ownWeights are the weights of the Dense layers among those that set_weights is given:
// what the model's own Normalization has comes first, and is as it was.
func (r *reader) ownWeights(items []eval.Value) (own []eval.Value, ok bool) {
	if r.normalizer == nil {
		return items, true
	}
	known := r.normalizer.weights()
	if len(items) < len(known) {
		return nil, false
	}
	for i, v := range known {
		if !eval.Same(items[i], v) {
			return nil, false
		}
	}
	return items[len(known):], true
}
