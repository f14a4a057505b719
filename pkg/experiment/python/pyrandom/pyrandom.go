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
	"sync"

	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/python/numpy/random"
)

// ownSeed is that of programs which give none.
const ownSeed = 1

// generator is random.Random, or what the module itself draws from.
type generator struct{ python *random.Python }

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
	return t.Local("random", func() any { return &generator{} }).(*generator)
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
