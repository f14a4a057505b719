package numpy

import (
	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/python/numpy/array"
)

func polyfit(t *eval.Thread, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("polyfit", "x", "y", "deg", "rcond=", "full=", "w=", "cov=")
	if err != nil {
		return nil, err
	}
	if v := lacks(t, "polyfit", b, "full", "w", "cov"); v != nil {
		return v, nil
	}
	both, err := several(t, b, "x", "y")
	if err != nil {
		return nil, err
	}
	degree, err := b.Int("deg", 1)
	if err != nil {
		return nil, err
	}
	if len(both[1].Shape()) > 1 {
		return t.Lacks("numpy.polyfit of several columns"), nil
	}
	if err := t.Spend(both[0].Size() * (degree*degree + 1)); err != nil {
		return nil, err
	}
	c, err := array.PolyFit(both[0], both[1], degree)
	return result(t, c, err)
}

func polyval(t *eval.Thread, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("polyval", "p", "x")
	if err != nil {
		return nil, err
	}
	both, err := several(t, b, "p", "x")
	if err != nil {
		return nil, err
	}
	if err := t.Spend(both[0].Size() * both[1].Size() / 4); err != nil {
		return nil, err
	}
	v, err := array.PolyVal(both[0].AsArray().AtLeast1D(), both[1])
	return result(t, v, err)
}
