package pandas

import (
	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/python/numpy"
	"firstneuron/pkg/experiment/python/numpy/random"
)

var sampleSignature = []string{"n=", "frac=", "replace=", "weights=", "random_state=", "axis=", "ignore_index="}

// sample draws rows as pandas does.
func sample(t *eval.Thread, b eval.Bound, rows int, take func(t *eval.Thread, order []int64) (eval.Value, error)) (eval.Value, error) {
	if b.Has("weights") || b.Has("axis") || b.Bool("ignore_index", false) {
		return t.Lacks("pandas sample with such arguments"), nil
	}
	n, err := b.Int("n", 1)
	if err != nil {
		return nil, err
	}
	if b.Has("frac") {
		share, err := b.Float("frac", 1)
		if err != nil {
			return nil, err
		}
		n = int(roundHalfEven(share * float64(rows)))
	}
	replace := b.Bool("replace", false)
	if n < 0 || n > rows && !replace {
		return nil, eval.Raise("ValueError", "Cannot take a larger sample than population when 'replace=False'")
	}
	if err := t.Alloc(rows + n); err != nil {
		return nil, err
	}
	source, err := numpy.State(t, b, "sample")
	if err != nil {
		return nil, err
	}
	var order []int64
	if replace {
		for range n {
			order = append(order, int64(source.Upto(uint64(rows-1))))
		}
	} else {
		order = random.Choose(source, rows, n, true)
	}
	return take(t, order)
}
