package pyrandom

import (
	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/python/numpy/random"
)

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
