package numpy

import (
	"math"

	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/python/numpy/array"
)

// covariance is cov or corrcoef of one or two rows of numbers, or of the rows of a
// matrix.
func covariance(name string) goFunction {
	return func(t *eval.Thread, args *eval.Args) (eval.Value, error) {
		signature := []string{"m", "y=", "rowvar=", "bias=", "ddof="}
		if name == "corrcoef" {
			signature = []string{"x", "y=", "rowvar="}
		}
		b, err := args.Bind(name, signature...)
		if err != nil {
			return nil, err
		}
		names := []string{signature[0]}
		if b.Has("y") {
			names = append(names, "y")
		}
		all, err := several(t, b, names...)
		if err != nil {
			return nil, err
		}
		m, err := array.VStack(all)
		if err != nil {
			return nil, raised(err)
		}
		if !b.Bool("rowvar", true) {
			if m, err = m.Transpose(nil); err != nil {
				return nil, raised(err)
			}
		}
		rows, n := m.Shape()[0], m.Shape()[1]
		if err := t.Spend(rows * rows * n / 4); err != nil {
			return nil, err
		}
		less := 1
		if b.Bool("bias", false) {
			less = 0
		}
		if less, err = b.Int("ddof", less); err != nil {
			return nil, err
		}
		axis := 1
		mean, err := array.Reduce("mean", m, &axis, true, 0)
		if err != nil {
			return nil, raised(err)
		}
		if m, err = array.Binary("subtract", m, mean); err != nil {
			return nil, raised(err)
		}
		v := m.Floats()
		c := make([]float64, rows*rows)
		for i := range rows {
			for j := range rows {
				s := 0.0
				for k := range n {
					s += v[i*n+k] * v[j*n+k]
				}
				c[i*rows+j] = s / float64(n-less)
			}
		}
		if name == "corrcoef" {
			deviation := make([]float64, rows)
			for i := range rows {
				deviation[i] = math.Sqrt(c[i*rows+i])
			}
			for i := range c {
				c[i] = min(max(c[i]/deviation[i/rows]/deviation[i%rows], -1), 1)
			}
		}
		shape := []int{rows, rows}
		if rows == 1 {
			shape = []int{}
		}
		r, err := array.FromFloats(c).Reshape(shape...)
		if err == nil && rows == 1 && name == "corrcoef" {
			r = r.AsNumber()
		}
		return result(t, r, err)
	}
}

func average(t *eval.Thread, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("average", "a", "axis=", "weights=")
	if err != nil {
		return nil, err
	}
	a, err := numbers(t, b.Value("a"))
	if err != nil {
		return nil, err
	}
	axis, err := axisOf(b)
	if err != nil {
		return nil, err
	}
	if !b.Has("weights") {
		r, err := array.Reduce("mean", a, axis, false, 0)
		return result(t, r, err)
	}
	w, err := numbers(t, b.Value("weights"))
	if err != nil {
		return nil, err
	}
	if axis != nil && len(a.Shape()) > 1 {
		return t.Lacks("numpy.average(axis=, weights=)"), nil
	}
	products, err := array.Binary("multiply", a, w)
	if err != nil {
		return nil, raised(err)
	}
	total, err := array.Reduce("sum", products, nil, false, 0)
	if err != nil {
		return nil, raised(err)
	}
	weight, err := array.Reduce("sum", w, nil, false, 0)
	if err != nil {
		return nil, raised(err)
	}
	return binary(t, "divide", total, weight)
}

func quantile(name string) goFunction {
	return func(t *eval.Thread, args *eval.Args) (eval.Value, error) {
		b, err := args.Bind(name, "a", "q", "axis=", "out=", "overwrite_input=", "method=", "keepdims=")
		if err != nil {
			return nil, err
		}
		if v := lacks(t, name, b, "out", "method", "keepdims"); v != nil {
			return v, nil
		}
		both, err := several(t, b, "a", "q")
		if err != nil {
			return nil, err
		}
		q := both[1]
		if name == "percentile" {
			if q, err = array.Binary("divide", q, array.Float(100)); err != nil {
				return nil, raised(err)
			}
		}
		axis, err := axisOf(b)
		if err != nil {
			return nil, err
		}
		if err := t.Spend(both[0].Size()); err != nil {
			return nil, err
		}
		r, err := array.Quantile(both[0], q, axis)
		if e, ok := err.(*array.Error); ok && name == "percentile" && e.Kind == "ValueError" { //nolint:errorlint // not wrapped
			err = eval.Raise("ValueError", "Percentiles must be in the range [0, 100]")
		}
		return result(t, r, err)
	}
}
