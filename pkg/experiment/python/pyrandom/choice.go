package pyrandom

import (
	"math"

	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/python/numpy/random"
)

// sequence reads what is chosen from; large ranges are not gone through.
func sequence(t *eval.Thread, v eval.Value) (n int, at func(i int) eval.Value, err error) {
	if r, ok := v.(eval.Range); ok {
		return r.Len(), func(i int) eval.Value { return eval.Int{V: r.Start + int64(i)*r.Step} }, nil
	}
	if _, set := v.(*eval.Set); set {
		return 0, nil, eval.Raise("TypeError", "Population must be a sequence.  For dicts or sets, use sorted(d).")
	}
	items, err := t.Iterate(v)
	if err != nil {
		if _, number := eval.AsFloat(v); number {
			err = eval.Raise("TypeError", "object of type '"+v.Class()+"' has no len()")
		}
		return 0, nil, err
	}
	return len(items), func(i int) eval.Value { return items[i] }, nil
}

func choice(t *eval.Thread, p *random.Python, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("choice", "seq")
	if err != nil {
		return nil, err
	}
	n, at, err := sequence(t, b.Value("seq"))
	if err != nil {
		return nil, err
	}
	if n == 0 {
		return nil, eval.Raise("IndexError", "Cannot choose from an empty sequence")
	}
	return at(int(p.Below(uint64(n)))), nil
}

func choices(t *eval.Thread, p *random.Python, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("choices", "population", "weights=", "*", "cum_weights=", "k=")
	if err != nil {
		return nil, err
	}
	if b.Has("cum_weights") {
		return t.Lacks("random.choices(cum_weights=)"), nil
	}
	n, at, err := sequence(t, b.Value("population"))
	if err != nil {
		return nil, err
	}
	k, err := b.Int("k", 1)
	if err != nil {
		return nil, err
	}
	if err := t.Alloc(max(k, 0)); err != nil {
		return nil, err
	}
	var weights []float64
	if b.Has("weights") {
		items, err := t.Iterate(b.Value("weights"))
		if err != nil {
			return nil, err
		}
		total := 0.0
		for _, item := range items {
			w, ok := eval.AsFloat(item)
			if !ok {
				return nil, eval.Raise("TypeError", "unsupported operand type(s) for +: 'int' and '"+item.Class()+"'")
			}
			weights = append(weights, w)
			total += w
		}
		switch {
		case len(weights) != n:
			return nil, eval.Raise("ValueError", "The number of weights does not match the population")
		case total <= 0:
			return nil, eval.Raise("ValueError", "Total of weights must be greater than zero")
		}
		if err := t.Spend(n * max(k, 0) / 4); err != nil {
			return nil, err
		}
	}
	if n == 0 && k > 0 {
		return nil, eval.Raise("IndexError", "list index out of range")
	}
	list := &eval.List{Items: []eval.Value{}}
	for range k {
		i := 0
		if weights == nil {
			i = int(math.Floor(p.Float64() * float64(n)))
		} else {
			i = p.Weighted(weights)
		}
		list.Items = append(list.Items, at(i))
	}
	return list, nil
}

func shuffle(t *eval.Thread, p *random.Python, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("shuffle", "x")
	if err != nil {
		return nil, err
	}
	list, ok := b.Value("x").(*eval.List)
	if !ok {
		if _, own := b.Value("x").(eval.Array); own {
			return t.Lacks("random.shuffle of " + b.Value("x").Class()), nil
		}
		return nil, eval.Raise("TypeError", "'"+b.Value("x").Class()+"' object does not support item assignment")
	}
	if err := t.Spend(len(list.Items)); err != nil {
		return nil, err
	}
	p.Shuffle(len(list.Items), func(i, j int) { list.Items[i], list.Items[j] = list.Items[j], list.Items[i] })
	return eval.None{}, nil
}

func sample(t *eval.Thread, p *random.Python, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("sample", "population", "k", "*", "counts=")
	if err != nil {
		return nil, err
	}
	if b.Has("counts") {
		return t.Lacks("random.sample(counts=)"), nil
	}
	n, at, err := sequence(t, b.Value("population"))
	if err != nil {
		return nil, err
	}
	k, err := b.Int("k", 0)
	if err != nil {
		return nil, err
	}
	if k < 0 || k > n {
		return nil, eval.Raise("ValueError", "Sample larger than population or is negative")
	}
	if err := t.Alloc(4 * k); err != nil {
		return nil, err
	}
	list := &eval.List{Items: []eval.Value{}}
	for _, i := range p.Sample(n, k) {
		list.Items = append(list.Items, at(i))
	}
	return list, nil
}
