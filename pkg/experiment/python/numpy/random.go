package numpy

import (
	"math"
	"sync"

	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/python/numpy/array"
	"firstneuron/pkg/experiment/python/numpy/random"
)

// source is where random numbers come from: np.random, a RandomState or a Generator.
type source struct {
	random.Source
	// old says that it is np.random or a RandomState.
	old bool
}

// ownSeed is that of programs which give none.
const ownSeed = 1

// global is np.random's own state, which seed sets.
type global struct{ source *source }

// State is np.random's state as scikit-learn uses it where it is given no
// random_state. Name is the function that draws, to be told where there is no seed.
func State(t *eval.Thread, name string) random.Source { return globalSource(t, name) }

func globalSource(t *eval.Thread, name string) *source {
	g := t.Local("numpy.random", func() any { return &global{} }).(*global)
	if g.source == nil {
		t.Tell("code_random", "text", name)
		g.source = &source{random.NewLegacy(ownSeed), true}
	}
	return g.source
}

// draw is a function that draws from a source.
type draw func(t *eval.Thread, s *source, args *eval.Args) (eval.Value, error)

// tables are the functions of np.random and RandomState, and those of a Generator.
type tables struct{ old, new map[string]draw }

// draws are set by init, since they make values that have them.
var draws func() tables

func init() { draws = sync.OnceValue(makeDraws) }

func makeDraws() tables {
	both := map[string]draw{
		"normal": normal, "uniform": uniform, "exponential": exponential, "poisson": poisson, "shuffle": shuffle, "permutation": permutation, "choice": choice,
		"standard_normal":      plainDraw("standard_normal", func(s *source) float64 { return s.Normal() }),
		"standard_exponential": plainDraw("standard_exponential", func(s *source) float64 { return s.Exponential() }),
		"random":               plainDraw("random", func(s *source) float64 { return s.Float64() }),
		"lognormal":            lognormal,
	}
	oldDraws, newDraws := map[string]draw{}, map[string]draw{"integers": integers("integers")}
	for name, f := range both {
		oldDraws[name], newDraws[name] = f, f
	}
	for _, name := range []string{"random_sample", "ranf", "sample"} {
		oldDraws[name] = plainDraw(name, func(s *source) float64 { return s.Float64() })
	}
	oldDraws["rand"] = shapedDraw("rand", func(s *source) float64 { return s.Float64() })
	oldDraws["randn"] = shapedDraw("randn", func(s *source) float64 { return s.Normal() })
	oldDraws["randint"] = integers("randint")
	return tables{oldDraws, newDraws}
}

func randomModule() *eval.Module {
	members := map[string]eval.Value{
		"seed":        eval.NewBuiltin("seed", seed),
		"RandomState": eval.NewBuiltin("RandomState", randomState),
		"default_rng": eval.NewBuiltin("default_rng", defaultRNG),
		"PCG64":       eval.NewBuiltin("PCG64", defaultRNG), // which Generator takes as it is
		"Generator":   eval.NewBuiltin("Generator", generator),
	}
	for name, f := range draws().old {
		members[name] = eval.NewBuiltin(name, func(t *eval.Thread, args *eval.Args) (eval.Value, error) {
			return f(t, globalSource(t, "np.random."+name), args)
		})
	}
	return &eval.Module{Name: "numpy.random", Members: members}
}

// Class is the name of the type.
func (s *source) Class() string {
	if s.old {
		return "numpy.random.mtrand.RandomState"
	}
	return "numpy.random._generator.Generator"
}

// Attr is a method.
func (s *source) Attr(t *eval.Thread, name string) (eval.Value, error) {
	table := draws().new
	if s.old {
		table = draws().old
	}
	if f, ok := table[name]; ok {
		return eval.NewBuiltin(name, func(t *eval.Thread, args *eval.Args) (eval.Value, error) { return f(t, s, args) }), nil
	}
	if s.old && name == "seed" {
		return eval.NewBuiltin("seed", func(t *eval.Thread, args *eval.Args) (eval.Value, error) {
			fresh, err := seeded(t, args, "seed")
			if err == nil {
				*s = *fresh
			}
			return eval.None{}, err
		}), nil
	}
	if !s.old {
		switch name {
		case "rand", "randn", "randint", "seed", "random_sample":
			return nil, nil
		}
	}
	return t.Lacks(s.Class() + "." + name), nil
}

// Source of random numbers for other packages.
func (s *source) Draws() random.Source { return s.Source }

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

// NewState is RandomState of a seed, as scikit-learn's random_state means it: a
// number or a RandomState.
func NewState(t *eval.Thread, v eval.Value) (random.Source, error) {
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

// sizeOf reads the argument size; one is true where a single number is asked for.
func sizeOf(t *eval.Thread, b eval.Bound) (shape []int, one bool, err error) {
	if !b.Has("size") {
		return nil, true, nil
	}
	shape, err = shapeOf(t, b.Value("size"))
	return shape, false, err
}

// many draws an array of floats; one alone is a float of Python's.
func many(t *eval.Thread, shape []int, one bool, next func(i int) float64) (eval.Value, error) {
	if one {
		return eval.Float{V: next(0)}, nil
	}
	a, err := array.New(array.Float64, shape...)
	if err != nil {
		return nil, failed(t, err)
	}
	n := a.Size()
	if err := t.Spend(n / 8); err != nil {
		return nil, err
	}
	values := make([]float64, n)
	for i := range values {
		values[i] = next(i)
	}
	a, err = array.FromFloats(values).Reshape(shape...)
	return result(t, a, err)
}

func plainDraw(name string, next func(s *source) float64) draw {
	return func(t *eval.Thread, s *source, args *eval.Args) (eval.Value, error) {
		b, err := args.Bind(name, "size=", "dtype=", "out=")
		if err != nil {
			return nil, err
		}
		if b.Has("out") {
			return t.Lacks("numpy.random." + name + "(out=)"), nil
		}
		if dtype, err := dtypeOf(t, b, array.Float64); err != nil || dtype != array.Float64 {
			return t.Lacks("numpy.random." + name + "(dtype=)"), nil
		}
		shape, one, err := sizeOf(t, b)
		if err != nil {
			return nil, err
		}
		return many(t, shape, one, func(int) float64 { return next(s) })
	}
}

// shapedDraw takes the shape as its arguments.
func shapedDraw(name string, next func(s *source) float64) draw {
	return func(t *eval.Thread, s *source, args *eval.Args) (eval.Value, error) {
		b, err := args.Bind(name, "*args")
		if err != nil {
			return nil, err
		}
		if len(b.Rest) == 0 {
			return many(t, nil, true, func(int) float64 { return next(s) })
		}
		shape := make([]int, len(b.Rest))
		for i, arg := range b.Rest {
			n, ok := eval.AsInt(arg.Value)
			if !ok {
				return nil, eval.Raise("TypeError", "'"+arg.Value.Class()+"' object cannot be interpreted as an integer")
			}
			shape[i] = n
		}
		return many(t, shape, false, func(int) float64 { return next(s) })
	}
}

// twoParameters draws with two parameters, which may be arrays; check looks at each.
func twoParameters(t *eval.Thread, b eval.Bound, x, y string, defaults [2]float64, check func(x, y float64) error, next func(x, y float64) float64) (eval.Value, error) {
	parameters := [2]*array.Array{array.Float(defaults[0]), array.Float(defaults[1])}
	for i, name := range []string{x, y} {
		if b.Value(name) != nil {
			a, err := numbers(t, b.Value(name))
			if err != nil {
				return nil, err
			}
			parameters[i] = a
		}
	}
	shape, one, err := sizeOf(t, b)
	if err != nil {
		return nil, err
	}
	both, err := array.Binary("add", parameters[0], parameters[1]) // for the shape
	if err != nil {
		return nil, failed(t, err)
	}
	if one && len(both.Shape()) > 0 {
		shape, one = both.Shape(), false
	}
	if _, err := array.New(array.Bool, shape...); err != nil { // too large
		return nil, failed(t, err)
	}
	var values [2][]float64
	for i, p := range parameters {
		if len(p.Shape()) == 0 {
			values[i] = p.Floats()
			continue
		}
		wide, err := p.BroadcastTo(shape...)
		if err != nil {
			return nil, raised(err)
		}
		values[i] = wide.Floats()
	}
	at := func(i, j int) float64 {
		if len(values[i]) == 1 {
			return values[i][0]
		}
		return values[i][j]
	}
	for j := range max(len(values[0]), len(values[1])) {
		if len(values[0]) == 0 || len(values[1]) == 0 {
			break
		}
		if err := check(at(0, j), at(1, j)); err != nil {
			return nil, err
		}
	}
	return many(t, shape, one, func(j int) float64 { return next(at(0, j), at(1, j)) })
}

func notNegative(_, scale float64) error {
	if scale < 0 || math.Signbit(scale) && scale == 0 {
		return eval.Raise("ValueError", "scale < 0")
	}
	return nil
}

func normal(t *eval.Thread, s *source, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("normal", "loc=", "scale=", "size=")
	if err != nil {
		return nil, err
	}
	return twoParameters(t, b, "loc", "scale", [2]float64{0, 1}, notNegative, func(loc, scale float64) float64 { return loc + float64(scale*s.Normal()) })
}

func lognormal(t *eval.Thread, s *source, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("lognormal", "mean=", "sigma=", "size=")
	if err != nil {
		return nil, err
	}
	return twoParameters(t, b, "mean", "sigma", [2]float64{0, 1}, func(_, sigma float64) error {
		if sigma < 0 {
			return eval.Raise("ValueError", "sigma < 0")
		}
		return nil
	}, func(mean, sigma float64) float64 { return exponentiated(mean + float64(sigma*s.Normal())) })
}

func uniform(t *eval.Thread, s *source, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("uniform", "low=", "high=", "size=")
	if err != nil {
		return nil, err
	}
	return twoParameters(t, b, "low", "high", [2]float64{0, 1}, func(low, high float64) error {
		switch {
		case math.IsInf(high-low, 0) || math.IsNaN(high-low):
			return eval.Raise("OverflowError", "Range exceeds valid bounds")
		case high < low && !s.old:
			return eval.Raise("ValueError", "high < low")
		}
		return nil
	}, func(low, high float64) float64 { return low + float64((high-low)*s.Float64()) })
}

func exponential(t *eval.Thread, s *source, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("exponential", "scale=", "size=")
	if err != nil {
		return nil, err
	}
	return twoParameters(t, b, "none", "scale", [2]float64{0, 1}, notNegative, func(_, scale float64) float64 { return scale * s.Exponential() })
}

func poisson(t *eval.Thread, s *source, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("poisson", "lam=", "size=")
	if err != nil {
		return nil, err
	}
	mean, err := b.Float("lam", 1)
	if err != nil || mean >= 10 {
		return t.Lacks("numpy.random.poisson(lam ≥ 10)"), nil
	}
	if mean < 0 || math.IsNaN(mean) {
		return nil, eval.Raise("ValueError", "lam < 0 or lam is NaN")
	}
	shape, one, err := sizeOf(t, b)
	if err != nil {
		return nil, err
	}
	v, err := many(t, shape, one, func(int) float64 { return float64(s.Poisson(mean)) })
	switch drawn := v.(type) {
	case *Array:
		return &Array{drawn.a.AsType(array.Int64)}, err
	case eval.Float:
		return eval.Int{V: int64(drawn.V)}, err
	}
	return v, err
}
