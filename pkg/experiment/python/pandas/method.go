package pandas

import (
	"strconv"

	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/python/numpy"
	"firstneuron/pkg/experiment/python/numpy/array"
)

func itoa(n int) string { return strconv.Itoa(n) }

// function makes a method of a function of its arguments.
func function(name string, f func(t *eval.Thread, b eval.Bound) (eval.Value, error), signature ...string) (eval.Value, error) {
	return eval.NewBuiltin(name, func(t *eval.Thread, args *eval.Args) (eval.Value, error) {
		b, err := args.Bind(name, signature...)
		if err != nil {
			return nil, err
		}
		return f(t, b)
	}), nil
}

// reductions are those of a column, by pandas's name, as package array has them.
var reductions = map[string]string{
	"sum": "sum", "mean": "mean", "min": "min", "max": "max", "median": "median", "std": "std", "var": "var", "prod": "prod", "count": "count",
}

// reduced is a reduction of the numbers of a column; those that are missing are left
// out, as pandas does.
func (c column) reduced(t *eval.Thread, name string, ddof int) (*array.Array, error) {
	a := c.numbers
	if a.DType().Floating() {
		is, err := array.Unary("isnan", a)
		if err != nil {
			return nil, err
		}
		known, err := array.Invert(is)
		if err != nil {
			return nil, err
		}
		if a, err = a.Get(array.Index{Kind: array.Picked, List: known.AsArray()}); err != nil {
			return nil, err
		}
	}
	if err := t.Spend(a.Size() / 2); err != nil {
		return nil, err
	}
	if name == "count" {
		return array.Scalar(array.Int64, float64(a.Size())), nil
	}
	if a.Size() == 0 && name != "sum" && name != "prod" {
		return array.Scalar(array.Float64, nan), nil
	}
	return array.Reduce(name, a, nil, false, float64(ddof))
}

// head are the places of the first n rows, tail those of the last.
func head(n, rows int) []int64 {
	if n < 0 {
		n = max(rows+n, 0)
	}
	order := []int64{}
	for i := range min(n, rows) {
		order = append(order, int64(i))
	}
	return order
}

func tail(n, rows int) []int64 {
	if n < 0 {
		n = max(rows+n, 0)
	}
	order := []int64{}
	for i := max(rows-n, 0); i < rows; i++ {
		order = append(order, int64(i))
	}
	return order
}

// Attr is an attribute or a method.
func (s *Series) Attr(t *eval.Thread, name string) (eval.Value, error) {
	n := s.len()
	switch name {
	case "shape":
		return &eval.Tuple{Items: []eval.Value{eval.Int{V: int64(n)}}}, nil
	case "size":
		return eval.Int{V: int64(n)}, nil
	case "ndim":
		return eval.Int{V: 1}, nil
	case "name":
		if s.name == nil {
			return eval.None{}, nil
		}
		return s.name, nil
	case "iloc":
		return &locator{series: s}, nil
	case "loc":
		return &locator{series: s, labels: true}, nil
	case "index":
		return &labels{s.index}, nil
	case "head", "tail":
		return function(name, func(t *eval.Thread, b eval.Bound) (eval.Value, error) {
			k, err := b.Int("n", 5)
			if err != nil {
				return nil, err
			}
			if name == "tail" {
				return s.TakeRows(t, tail(k, n))
			}
			return s.TakeRows(t, head(k, n))
		}, "n=")
	case "to_frame":
		return function(name, func(*eval.Thread, eval.Bound) (eval.Value, error) {
			label := s.name
			if label == nil {
				label = eval.Int{}
			}
			return &Frame{names: []eval.Value{label}, columns: []column{s.column}, index: s.index}, nil
		})
	case "copy":
		return function(name, func(t *eval.Thread, _ eval.Bound) (eval.Value, error) {
			return s.TakeRows(t, head(n, n))
		}, "deep=")
	case "unique", "nunique":
		if s.numbers == nil {
			return t.Lacks("pandas.Series." + name + " of texts"), nil
		}
	case "reset_index":
		return function(name, func(t *eval.Thread, b eval.Bound) (eval.Value, error) {
			if !b.Bool("drop", false) {
				return t.Lacks("pandas.Series.reset_index()"), nil
			}
			return &Series{column: s.column, index: counting(n), name: s.name}, nil
		}, "level=", "*", "drop=")
	case "sample":
		return function(name, func(t *eval.Thread, b eval.Bound) (eval.Value, error) { return sample(t, b, n, s.TakeRows) }, sampleSignature...)
	case "tolist", "to_list":
		return function(name, func(t *eval.Thread, _ eval.Bound) (eval.Value, error) {
			items, err := s.Iterate(t)
			return &eval.List{Items: items}, err
		})
	case "apply", "map":
		return function(name, func(t *eval.Thread, b eval.Bound) (eval.Value, error) { return s.mapped(t, b.Value("func")) }, "func")
	case "dtype", "dtypes":
		if s.numbers != nil {
			return numpy.DTypeOf(s.numbers.DType()), nil
		}
		return eval.Str{V: s.dtype()}, nil
	case "describe":
		return function(name, func(t *eval.Thread, _ eval.Bound) (eval.Value, error) {
			if s.numbers == nil {
				return t.Lacks("pandas.Series.describe of texts"), nil
			}
			return describe(t, s.column, s.name)
		})
	}
	if s.numbers == nil {
		if name == "values" || name == "to_numpy" {
			return t.Lacks("numpy.array of texts"), nil
		}
		return t.Lacks("pandas.Series." + name), nil
	}
	switch name {
	case "values":
		return numpy.Wrap(t, s.numbers, nil)
	case "to_numpy":
		return function(name, func(t *eval.Thread, b eval.Bound) (eval.Value, error) {
			a := s.numbers
			if b.Has("dtype") {
				dtype, ok := numpy.TypeOf(b.Value("dtype"))
				if !ok {
					return t.Lacks("pandas.Series.to_numpy(dtype=)"), nil
				}
				a = a.AsType(dtype)
			}
			return numpy.Wrap(t, a, nil)
		}, "dtype=", "copy=")
	case "unique":
		return function(name, func(t *eval.Thread, _ eval.Bound) (eval.Value, error) {
			seen := map[float64]bool{}
			order := []int64{}
			for i, v := range s.numbers.Floats() {
				if !seen[v] {
					seen[v] = true
					order = append(order, int64(i))
				}
			}
			c, err := s.take(order)
			return numpy.Wrap(t, c.numbers, err)
		})
	case "astype":
		return function(name, func(t *eval.Thread, b eval.Bound) (eval.Value, error) {
			dtype, ok := numpy.TypeOf(b.Value("dtype"))
			if !ok {
				return t.Lacks("pandas.Series.astype"), nil
			}
			return s.Rewrap(s.numbers.AsType(dtype)), t.Alloc(n)
		}, "dtype")
	case "dropna":
		return function(name, func(t *eval.Thread, _ eval.Bound) (eval.Value, error) {
			order := []int64{}
			for i, v := range s.numbers.Floats() {
				if v == v {
					order = append(order, int64(i))
				}
			}
			return s.TakeRows(t, order)
		})
	case "isnull", "isna":
		return function(name, func(*eval.Thread, eval.Bound) (eval.Value, error) {
			is, err := array.Unary("isnan", s.numbers)
			if err != nil {
				return nil, err
			}
			return s.Rewrap(is), nil
		})
	case "abs", "round", "cumsum", "clip":
		return eval.NewBuiltin(name, func(t *eval.Thread, args *eval.Args) (eval.Value, error) {
			method := name
			if name == "abs" {
				method = "__abs__"
			}
			f, err := t.Attr(&plainArray{s}, method)
			if err != nil {
				return nil, err
			}
			callable, ok := f.(eval.Callable)
			if !ok {
				return f, nil
			}
			v, err := callable.Call(t, args)
			return s.again(t, v, err, s.name)
		}), nil
	case "plot", "hist":
		return eval.Unknown{Why: eval.Drawn, Text: "pandas"}, nil
	case "any", "all", "argmin", "argmax", "item":
		return t.Attr(&plainArray{s}, name)
	case "quantile":
		return function(name, func(t *eval.Thread, b eval.Bound) (eval.Value, error) {
			q, err := b.Float("q", 0.5)
			if err != nil {
				return nil, err
			}
			v, err := array.Quantile(s.numbers, array.Float(q), nil)
			return numpy.Wrap(t, v, err)
		}, "q=")
	}
	if as, ok := reductions[name]; ok {
		return function(name, func(t *eval.Thread, b eval.Bound) (eval.Value, error) {
			ddof, err := b.Int("ddof", 1)
			if err != nil {
				return nil, err
			}
			v, err := s.reduced(t, as, ddof)
			return numpy.Wrap(t, v, err)
		}, "axis=", "skipna=", "numeric_only=", "ddof=")
	}
	return t.Lacks("pandas.Series." + name), nil
}

// mapped calls a function for each value.
func (s *Series) mapped(t *eval.Thread, function eval.Value) (eval.Value, error) {
	if _, dict := function.(*eval.Dict); dict {
		return t.Lacks("pandas.Series.map of a dict"), nil
	}
	items, err := s.Iterate(t)
	if err != nil {
		return nil, err
	}
	results := make([]eval.Value, len(items))
	for i, item := range items {
		if results[i], err = t.Call(function, item); err != nil {
			return nil, err
		}
		if u, unknown := results[i].(eval.Unknown); unknown {
			return u, nil
		}
	}
	c, err := columnOf(t, &eval.List{Items: results})
	if err != nil {
		return nil, err
	}
	return &Series{column: c, index: s.index, name: s.name}, nil
}
