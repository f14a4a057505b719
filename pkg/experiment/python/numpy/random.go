package numpy

import (
	"sync"

	"firstneuron/pkg/experiment/python/eval"
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

// globalSource is that state. Name is the function that draws, to be told where there is
// no seed.
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
