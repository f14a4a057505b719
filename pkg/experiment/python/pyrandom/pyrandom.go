// Package pyrandom is Python's module random for package eval: the same numbers as
// CPython's with the same seed, of random, uniform, gauss, normalvariate, randint,
// randrange, choice, choices, shuffle, sample, expovariate, triangular and
// getrandbits, as functions of the module and as methods of random.Random.
//
// Without a seed no two runs agree: then the numbers are those of a seed of this
// package's own, and the thread is told so, with the code "code_random".
//
// Source: docs.python.org/3/library/random.html; what CPython 3.11 draws is recorded
// in ../numpy/testdata.
package pyrandom

import (
	"math"
	"strconv"
	"sync"

	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/python/numpy/random"
)

// ownSeed is that of programs which give none.
const ownSeed = 1

// generator is random.Random, or what the module itself draws from.
type generator struct {
	python *random.Python
	// module says that it is the module's.
	module bool
}

// draw is a function that draws.
type draw func(t *eval.Thread, p *random.Python, args *eval.Args) (eval.Value, error)

// Module is Python's random. It is the same for every run; its state is the thread's.
func Module() *eval.Module { return module() }

var draws = sync.OnceValue(func() map[string]draw {
	return map[string]draw{
		"random": plain("random", func(p *random.Python) float64 { return p.Float64() }), "uniform": uniform, "gauss": normal("gauss"), "normalvariate": normal("normalvariate"),
		"expovariate": expovariate, "triangular": triangular, "randint": randint, "randrange": randrange, "choice": choice, "choices": choices,
		"shuffle": shuffle, "sample": sample, "getrandbits": getRandBits,
	}
})

var module = sync.OnceValue(func() *eval.Module {
	members := map[string]eval.Value{
		"Random": eval.NewBuiltin("Random", func(t *eval.Thread, args *eval.Args) (eval.Value, error) {
			p, err := seeded(t, args, "Random")
			if err != nil {
				return nil, err
			}
			return &generator{python: p}, nil
		}),
		"seed": eval.NewBuiltin("seed", func(t *eval.Thread, args *eval.Args) (eval.Value, error) {
			p, err := seeded(t, args, "seed")
			if err == nil {
				state(t).python = p
			}
			return eval.None{}, err
		}),
	}
	for name, f := range draws() {
		members[name] = eval.NewBuiltin(name, func(t *eval.Thread, args *eval.Args) (eval.Value, error) {
			g := state(t)
			if g.python == nil {
				t.Tell("code_random", "text", "random."+name)
				g.python = random.NewPython(ownSeed)
			}
			return f(t, g.python, args)
		})
	}
	return &eval.Module{Name: "random", Members: members}
})

func state(t *eval.Thread) *generator {
	return t.Local("random", func() any { return &generator{module: true} }).(*generator)
}

// Class is the name of the type.
func (*generator) Class() string { return "random.Random" }

// Attr is a method.
func (g *generator) Attr(t *eval.Thread, name string) (eval.Value, error) {
	if name == "seed" {
		return eval.NewBuiltin("seed", func(t *eval.Thread, args *eval.Args) (eval.Value, error) {
			p, err := seeded(t, args, "seed")
			if err == nil {
				g.python = p
			}
			return eval.None{}, err
		}), nil
	}
	if f, ok := draws()[name]; ok {
		return eval.NewBuiltin(name, func(t *eval.Thread, args *eval.Args) (eval.Value, error) { return f(t, g.python, args) }), nil
	}
	return t.Lacks("random.Random." + name), nil
}

func seeded(t *eval.Thread, args *eval.Args, name string) (*random.Python, error) {
	b, err := args.Bind(name, "a=", "version=")
	if err != nil {
		return nil, err
	}
	switch v := b.Value("a").(type) {
	case nil, eval.None:
		t.Tell("code_random", "text", "random."+name+"()")
		return random.NewPython(ownSeed), nil
	case eval.Str:
		return random.NewPythonText(v.V), nil
	case eval.Float:
		if v.V != math.Trunc(v.V) || math.Abs(v.V) > 1<<53 {
			t.Tell("code_random", "text", "random."+name)
			return random.NewPython(ownSeed), nil
		}
		return random.NewPython(uint64(int64(math.Abs(v.V)))), nil // its hash
	}
	n, ok := eval.AsInt(b.Value("a"))
	if !ok {
		return nil, eval.Raise("TypeError", "The only supported seed types are: None,\nint, float, str, bytes, and bytearray.")
	}
	return random.NewPython(uint64(max(n, -n))), nil
}

func plain(name string, next func(p *random.Python) float64) draw {
	return func(_ *eval.Thread, p *random.Python, args *eval.Args) (eval.Value, error) {
		if _, err := args.Bind(name); err != nil {
			return nil, err
		}
		return eval.Float{V: next(p)}, nil
	}
}

// floats reads parameters that are numbers.
func floats(b eval.Bound, names []string, otherwise []float64) ([]float64, error) {
	values := make([]float64, len(names))
	for i, name := range names {
		v, err := b.Float(name, otherwise[i])
		if err != nil {
			return nil, err
		}
		values[i] = v
	}
	return values, nil
}

func uniform(_ *eval.Thread, p *random.Python, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("uniform", "a", "b")
	if err != nil {
		return nil, err
	}
	v, err := floats(b, []string{"a", "b"}, []float64{0, 0})
	if err != nil {
		return nil, err
	}
	return eval.Float{V: v[0] + float64((v[1]-v[0])*p.Float64())}, nil
}

func normal(name string) draw {
	return func(_ *eval.Thread, p *random.Python, args *eval.Args) (eval.Value, error) {
		b, err := args.Bind(name, "mu=", "sigma=")
		if err != nil {
			return nil, err
		}
		v, err := floats(b, []string{"mu", "sigma"}, []float64{0, 1})
		if err != nil {
			return nil, err
		}
		next := p.Gauss
		if name != "gauss" {
			next = p.Normal
		}
		return eval.Float{V: v[0] + float64(next()*v[1])}, nil
	}
}

func expovariate(_ *eval.Thread, p *random.Python, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("expovariate", "lambd=")
	if err != nil {
		return nil, err
	}
	rate, err := b.Float("lambd", 1)
	if err != nil {
		return nil, err
	}
	if rate == 0 {
		return nil, eval.Raise("ZeroDivisionError", "float division by zero")
	}
	return eval.Float{V: p.Exponential() / rate}, nil
}

func triangular(_ *eval.Thread, p *random.Python, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("triangular", "low=", "high=", "mode=")
	if err != nil {
		return nil, err
	}
	v, err := floats(b, []string{"low", "high"}, []float64{0, 1})
	if err != nil {
		return nil, err
	}
	mode, err := b.Float("mode", (v[0]+v[1])/2)
	if err != nil {
		return nil, err
	}
	return eval.Float{V: p.Triangular(v[0], v[1], mode)}, nil
}

func randint(t *eval.Thread, p *random.Python, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("randint", "a", "b")
	if err != nil {
		return nil, err
	}
	low, err := b.Int("a", 0)
	if err != nil {
		return nil, err
	}
	high, err := b.Int("b", 0)
	if err != nil {
		return nil, err
	}
	if high == math.MaxInt {
		return t.Lacks("random.randint of such numbers"), nil
	}
	return between(p, low, high+1, 1)
}

func between(p *random.Python, start, stop, step int) (eval.Value, error) {
	n := 0
	switch {
	case step > 0 && stop > start:
		n = (stop-start-1)/step + 1
	case step < 0 && stop < start:
		n = (start-stop-1)/-step + 1
	case step == 0:
		return nil, eval.Raise("ValueError", "zero step for randrange()")
	}
	if n <= 0 {
		if step == 1 {
			return nil, eval.Raise("ValueError", "empty range for randrange() ("+itoa(start)+", "+itoa(stop)+", "+itoa(stop-start)+")")
		}
		return nil, eval.Raise("ValueError", "empty range for randrange() ("+itoa(start)+", "+itoa(stop)+", "+itoa(step)+")")
	}
	return eval.Int{V: int64(start + step*int(p.Below(uint64(n))))}, nil
}

func randrange(_ *eval.Thread, p *random.Python, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("randrange", "start", "stop=", "step=")
	if err != nil {
		return nil, err
	}
	start, err := b.Int("start", 0)
	if err != nil {
		return nil, err
	}
	if !b.Has("stop") {
		if start <= 0 {
			return nil, eval.Raise("ValueError", "empty range for randrange()")
		}
		return between(p, 0, start, 1)
	}
	stop, err := b.Int("stop", 0)
	if err != nil {
		return nil, err
	}
	step, err := b.Int("step", 1)
	if err != nil {
		return nil, err
	}
	return between(p, start, stop, step)
}

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

func getRandBits(t *eval.Thread, p *random.Python, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("getrandbits", "k")
	if err != nil {
		return nil, err
	}
	k, err := b.Int("k", 0)
	switch {
	case err != nil:
		return nil, err
	case k < 0:
		return nil, eval.Raise("ValueError", "number of bits must be non-negative")
	case k > 63:
		return t.Lacks("random.getrandbits of more than 63 bits"), nil
	}
	v := p.Bits(k)
	return eval.Int{V: int64(v & (1<<63 - 1))}, nil
}

func itoa(n int) string { return strconv.Itoa(n) }
