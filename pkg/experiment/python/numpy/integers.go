package numpy

import (
	"math"

	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/python/numpy/array"
)

// whole reads a bound of integers, which may be a float without a fraction.
func whole(t *eval.Thread, v eval.Value) (n int64, err error) {
	if n, ok := eval.AsInt(v); ok {
		return int64(n), nil
	}
	if f, ok := eval.AsFloat(v); ok {
		return int64(math.Floor(f)), nil
	}
	return 0, t.Lacking("random integers between arrays")
}

// integers is randint or a Generator's integers.
func integers(name string) draw {
	return func(t *eval.Thread, s *source, args *eval.Args) (eval.Value, error) {
		signature := []string{"low", "high=", "size=", "dtype="}
		if !s.old {
			signature = append(signature, "endpoint=")
		}
		b, err := args.Bind(name, signature...)
		if err != nil {
			return nil, err
		}
		dtype, err := dtypeOf(t, b, array.Int64)
		if err != nil || dtype != array.Int64 {
			return t.Lacks("numpy.random." + name + "(dtype=)"), nil
		}
		low, err := whole(t, b.Value("low"))
		if err != nil {
			return nil, err
		}
		high := low
		if b.Has("high") {
			if high, err = whole(t, b.Value("high")); err != nil {
				return nil, err
			}
		} else {
			low = 0
		}
		if !b.Bool("endpoint", false) {
			high--
		}
		if high < low {
			if !b.Has("high") {
				return nil, eval.Raise("ValueError", "high <= 0")
			}
			if s.old {
				return nil, eval.Raise("ValueError", "low >= high")
			}
			if b.Bool("endpoint", false) {
				return nil, eval.Raise("ValueError", "low > high")
			}
			return nil, eval.Raise("ValueError", "low >= high")
		}
		shape, one, err := sizeOf(t, b)
		if err != nil {
			return nil, err
		}
		next := func() int64 { return low + int64(s.Upto(uint64(high-low))) }
		if one {
			if s.old {
				return eval.Int{V: next()}, nil
			}
			return &Array{array.FromInts([]int64{next()}).First()}, nil
		}
		a, err := array.New(array.Int64, shape...)
		if err != nil {
			return nil, failed(t, err)
		}
		values := make([]int64, a.Size())
		for i := range values {
			values[i] = next()
		}
		a, err = array.FromInts(values).Reshape(shape...)
		return result(t, a, err)
	}
}
