package numpy

import (
	"math"

	"firstneuron/pkg/experiment/python/elementary"
	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/python/numpy/array"
	"firstneuron/pkg/experiment/python/numpy/random"
)

func exponentiated(v float64) float64 { return elementary.Exp(v) }

func shuffle(t *eval.Thread, s *source, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("shuffle", "x", "axis=")
	if err != nil {
		return nil, err
	}
	if n, err := b.Int("axis", 0); err != nil || n != 0 {
		return t.Lacks("numpy.random.Generator.shuffle(axis=)"), nil
	}
	switch x := b.Value("x").(type) {
	case *eval.List:
		if err := t.Spend(len(x.Items)); err != nil {
			return nil, err
		}
		random.Shuffle(s, len(x.Items), func(i, j int) { x.Items[i], x.Items[j] = x.Items[j], x.Items[i] })
		return eval.None{}, nil
	case *Array:
		n, err := x.Len()
		if err != nil {
			return nil, err
		}
		if err := t.Spend(n); err != nil {
			return nil, err
		}
		order := random.Permutation(s, n)
		mixed, err := x.a.Take(order)
		if err != nil {
			return nil, raised(err)
		}
		return eval.None{}, raised(x.a.Set(mixed, array.Index{Kind: array.Dots}))
	case eval.Array:
		return t.Lacks("numpy.random.shuffle of " + x.Class()), nil
	case *eval.Tuple:
		return nil, eval.Raise("TypeError", "'tuple' object does not support item assignment")
	}
	return nil, eval.Raise("TypeError", "object of type '"+b.Value("x").Class()+"' has no len()")
}

func permutation(t *eval.Thread, s *source, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("permutation", "x", "axis=")
	if err != nil {
		return nil, err
	}
	if n, err := b.Int("axis", 0); err != nil || n != 0 {
		return t.Lacks("numpy.random.Generator.permutation(axis=)"), nil
	}
	if n, ok := eval.AsInt(b.Value("x")); ok {
		if n < 0 {
			return nil, eval.Raise("ValueError", "negative dimensions are not allowed")
		}
		if err := t.Alloc(n); err != nil {
			return nil, err
		}
		return result(t, array.FromInts(random.Permutation(s, n)), nil)
	}
	_, text := b.Value("x").(eval.Str)
	a, err := numbers(t, b.Value("x"))
	if !text && err != nil {
		return nil, err
	}
	if text || len(a.Shape()) == 0 {
		return nil, eval.Raise("IndexError", "x must be an integer or at least 1-dimensional")
	}
	r, err := a.Take(random.Permutation(s, a.Shape0()))
	return result(t, r, err)
}

func choice(t *eval.Thread, s *source, args *eval.Args) (eval.Value, error) {
	signature := []string{"a", "size=", "replace=", "p="}
	if !s.old {
		signature = append(signature, "axis=", "shuffle=")
	}
	b, err := args.Bind("choice", signature...)
	if err != nil {
		return nil, err
	}
	if n, err := b.Int("axis", 0); err != nil || n != 0 {
		return t.Lacks("numpy.random.Generator.choice(axis=)"), nil
	}
	var from *array.Array
	var texts []eval.Value
	n, isNumber := eval.AsInt(b.Value("a"))
	if !isNumber {
		a, err := asArray(t, b.Value("a"))
		switch {
		case err != nil && isList(b.Value("a")): // of texts, say
			if texts, err = t.Iterate(b.Value("a")); err != nil {
				return nil, err
			}
			n = len(texts)
		case err != nil:
			return t.Lacks("numpy.random.choice of " + b.Value("a").Class()), nil
		case len(a.Shape()) == 0:
			return nil, eval.Raise("ValueError", "a must be a sequence or an integer, not "+b.Value("a").Class())
		case len(a.Shape()) > 1 && s.old:
			return nil, eval.Raise("ValueError", "a must be 1-dimensional")
		default:
			from, n = a, a.Shape0()
		}
	}
	shape, one, err := sizeOf(t, b)
	if err != nil {
		return nil, err
	}
	k := 1
	for _, m := range shape {
		if m < 0 {
			return nil, eval.Raise("ValueError", "negative dimensions are not allowed")
		}
		if k *= m; k > array.MaxElements {
			return nil, &eval.Limit{Kind: eval.Elements, At: t.Here()}
		}
	}
	if n <= 0 && k > 0 {
		switch {
		case !isNumber:
			return nil, eval.Raise("ValueError", "'a' cannot be empty unless no samples are taken")
		case s.old:
			return nil, eval.Raise("ValueError", "a must be greater than 0 unless no samples are taken")
		}
		return nil, eval.Raise("ValueError", "a must be a positive integer unless no samples are taken")
	}
	replace := b.Bool("replace", true)
	if !replace && k > n {
		if s.old {
			return nil, eval.Raise("ValueError", "Cannot take a larger sample than population when 'replace=False'")
		}
		return nil, eval.Raise("ValueError", "Cannot take a larger sample than population when replace is False")
	}
	if err := t.Alloc(k); err != nil {
		return nil, err
	}
	if !replace {
		if err := t.Alloc(n); err != nil {
			return nil, err
		}
	}
	places, err := places(t, s, b, n, k, replace)
	if err != nil {
		return nil, err
	}
	if texts != nil {
		if !one {
			return t.Lacks("numpy.random.choice of texts"), nil
		}
		return texts[places[0]], nil
	}
	index := array.FromInts(places)
	if one && isNumber {
		return eval.Int{V: places[0]}, nil
	}
	if one {
		index = index.First()
	} else if index, err = index.Reshape(shape...); err != nil {
		return nil, raised(err)
	}
	if from == nil {
		return result(t, index, nil)
	}
	if one {
		r, err := from.Get(array.Index{Kind: array.One, At: int(places[0])})
		return result(t, r, err)
	}
	r, err := from.Get(array.Index{Kind: array.Picked, List: index})
	return result(t, r, err)
}

// places draws k of n places.
func places(t *eval.Thread, s *source, b eval.Bound, n, k int, replace bool) (places []int64, err error) {
	if b.Has("p") {
		p, err := numbers(t, b.Value("p"))
		if err != nil {
			return nil, err
		}
		weights := p.Floats()
		if len(p.Shape()) != 1 {
			return nil, eval.Raise("ValueError", "'p' must be 1-dimensional")
		}
		if len(weights) != n {
			return nil, eval.Raise("ValueError", "'a' and 'p' must have same size")
		}
		total, positive := 0.0, 0
		for _, w := range weights {
			switch {
			case math.IsNaN(w):
				return nil, eval.Raise("ValueError", "probabilities contain NaN")
			case w < 0:
				text := "probabilities are not non-negative"
				if !s.old {
					text = "Probabilities are not non-negative"
				}
				return nil, eval.Raise("ValueError", text)
			case w > 0:
				positive++
			}
			total += w
		}
		if math.Abs(total-1) > math.Sqrt(0x1p-52) {
			if s.old {
				return nil, eval.Raise("ValueError", "probabilities do not sum to 1")
			}
			return nil, eval.Raise("ValueError", "Probabilities do not sum to 1. See Notes section of docstring for more information.")
		}
		if replace {
			return random.Weighted(s, weights, k), nil
		}
		if positive < k {
			return nil, eval.Raise("ValueError", "Fewer non-zero entries in p than size")
		}
		if err := t.Spend(n * k / 4); err != nil {
			return nil, err
		}
		return random.WeightedOnce(s, weights, k), nil
	}
	if replace {
		places = make([]int64, k)
		for i := range places {
			places[i] = int64(s.Upto(uint64(n - 1)))
		}
		return places, nil
	}
	return random.Choose(s.Source, n, k, b.Bool("shuffle", true)), nil
}
