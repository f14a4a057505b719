package pandas

import (
	"strconv"

	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/python/numpy"
	"firstneuron/pkg/experiment/python/numpy/array"
)

var statistics = []string{"count", "mean", "std", "min", "25%", "50%", "75%", "max"}

// described are the statistics of a column.
func described(t *eval.Thread, c column) ([]float64, error) {
	if err := t.Spend(c.len()); err != nil {
		return nil, err
	}
	var values []float64
	for _, name := range statistics {
		var a *array.Array
		var err error
		switch name {
		case "25%", "50%", "75%":
			share, _ := strconv.ParseFloat(name[:2], 64)
			a, err = array.Quantile(c.numbers, array.Float(share/100), nil)
		default:
			a, err = c.reduced(t, name, 1)
		}
		if err != nil {
			return nil, err
		}
		values = append(values, a.Floats()[0])
	}
	return values, nil
}

func statisticLabels() []eval.Value {
	var all []eval.Value
	for _, name := range statistics {
		all = append(all, eval.Str{V: name})
	}
	return all
}

func describe(t *eval.Thread, c column, name eval.Value) (eval.Value, error) {
	values, err := described(t, c)
	if err != nil {
		return nil, numpy.Failed(t, err)
	}
	return &Series{column: column{numbers: array.FromFloats(values)}, index: statisticLabels(), name: name}, nil
}
