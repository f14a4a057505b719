package program

import (
	"strings"

	"firstneuron/pkg/experiment/python"
	"firstneuron/pkg/experiment/python/eval"
)

// checkRank tells of xs that are numbers in a row, for a model that begins with a Dense and
// was not told that each example has one number: Keras takes them for no examples at all.
func (r *reader) checkRank(m *model, built bool, x eval.Value, at python.Span, shape string) {
	first := m.objects()
	if built || m.functional || len(first) == 0 || first[0].word != "Dense" || m.normalizes() {
		return
	}
	a, ok := x.(eval.Array)
	if !ok || len(a.Shape()) != 1 {
		return
	}
	p := r.report(Mistake, at, "code_no_input").kerasSays("ValueError: Input 0 with name 'None' of layer '" + first[0].title() +
		"' is incompatible with the layer: expected min_ndim=2, found ndim=1. Full shape received: (" + shape + ",)")
	input := r.names.Keras + ".Input(shape=(1,))"
	layer := m.layers[0]
	switch {
	case !layer.added && len(m.call.List) > 0 && r.text[m.call.List[0].Span.Start] == '[':
		start := m.call.List[0].Span.Start + 1
		p.fix(python.Span{Start: start, End: start}, input+", ")
	case layer.added:
		start := lineStart(r.text, layer.at.Start)
		line := r.text[start:layer.at.Start]
		if call := strings.TrimLeft(line, " \t"); strings.HasSuffix(call, ".add(") && !strings.ContainsAny(call, "; \t") {
			p.fix(python.Span{Start: start, End: start}, line[:len(line)-len(call)]+call+input+")\n")
		}
	}
	if len(p.Fix) > 0 {
		r.bring(p, r.names.Keras)
	}
}
