package numpy

import (
	"math"

	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/python/numpy/random"
)

func seed(t *eval.Thread, args *eval.Args) (eval.Value, error) {
	s, err := seeded(t, args, "seed")
	if err != nil {
		return nil, err
	}
	t.Local("numpy.random", func() any { return &global{} }).(*global).source = s
	return eval.None{}, nil
}

func randomState(t *eval.Thread, args *eval.Args) (eval.Value, error) {
	s, err := seeded(t, args, "RandomState")
	if err != nil {
		return nil, err
	}
	return s, nil
}

// State is what the argument random_state of scikit-learn and pandas means: a number, a
// RandomState, or np.random's own where it is not given. Name is the function that draws,
// to be told where there is no seed.
func State(t *eval.Thread, b eval.Bound, name string) (random.Source, error) {
	if !b.Has("random_state") {
		return globalSource(t, name), nil
	}
	v := b.Value("random_state")
	if s, ok := v.(*source); ok && s.old {
		return s.Source, nil
	}
	s, err := seeded(t, eval.Positional(v), "RandomState")
	if err != nil {
		return nil, err
	}
	return s.Source, nil
}

func seeded(t *eval.Thread, args *eval.Args, name string) (*source, error) {
	b, err := args.Bind(name, "seed=")
	if err != nil {
		return nil, err
	}
	if !b.Has("seed") {
		t.Tell("code_random", "text", "np.random."+name+"()")
		return &source{random.NewLegacy(ownSeed), true}, nil
	}
	words, err := seedWords(t, b.Value("seed"), true)
	if err != nil {
		return nil, err
	}
	if _, one := eval.AsInt(b.Value("seed")); one {
		return &source{random.NewLegacy(words[0]), true}, nil
	}
	return &source{random.NewLegacyOf(words), true}, nil
}

// seedWords reads a seed: a number or a list of them.
func seedWords(t *eval.Thread, v eval.Value, old bool) ([]uint32, error) {
	if n, ok := eval.AsInt(v); ok {
		switch {
		case old && (n < 0 || n > math.MaxUint32):
			return nil, eval.Raise("ValueError", "Seed must be between 0 and 2**32 - 1")
		case n < 0:
			return nil, eval.Raise("ValueError", "expected non-negative integer")
		}
		return random.Words(uint64(n)), nil
	}
	_, float := v.(eval.Float)
	if text, ok := v.(eval.Str); ok && old {
		return nil, eval.Raise("TypeError", "Cannot cast scalar from dtype('<U"+itoa(len([]rune(text.V)))+"') to dtype('int64') according to the rule 'safe'")
	} else if ok {
		return nil, eval.Raise("TypeError", "SeedSequence expects int or sequence of ints for entropy not "+text.V)
	}
	items, err := t.Iterate(v)
	if err != nil || float {
		if old {
			return nil, eval.Raise("TypeError", "Cannot cast scalar from dtype('float64') to dtype('int64') according to the rule 'safe'")
		}
		text, _ := t.Str(v)
		return nil, eval.Raise("TypeError", "SeedSequence expects int or sequence of ints for entropy not "+text)
	}
	var words []uint32
	for _, item := range items {
		n, ok := eval.AsInt(item)
		if !ok || n < 0 || old && n > math.MaxUint32 {
			return nil, eval.Raise("ValueError", "Seed must be between 0 and 2**32 - 1")
		}
		words = append(words, random.Words(uint64(n))...)
	}
	if len(words) == 0 {
		return nil, eval.Raise("ValueError", "Seed must be non-empty")
	}
	return words, nil
}

func defaultRNG(t *eval.Thread, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("default_rng", "seed=")
	if err != nil {
		return nil, err
	}
	if s, ok := b.Value("seed").(*source); ok && !s.old {
		return s, nil
	}
	words := []uint32{ownSeed}
	if b.Has("seed") {
		if words, err = seedWords(t, b.Value("seed"), false); err != nil {
			return nil, err
		}
	} else {
		t.Tell("code_random", "text", "np.random.default_rng()")
	}
	return &source{&random.Generator{PCG: random.NewPCG(words)}, false}, nil
}

// generator is np.random.Generator(np.random.PCG64(seed)), what default_rng gives.
func generator(t *eval.Thread, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("Generator", "bit_generator")
	if err != nil {
		return nil, err
	}
	if s, ok := b.Value("bit_generator").(*source); ok && !s.old {
		return s, nil
	}
	return t.Lacks("numpy.random.Generator of a " + b.Value("bit_generator").Class()), nil
}
