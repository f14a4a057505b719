package numpy

import (
	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/python/numpy/array"
)

func linalgModule() *eval.Module {
	return &eval.Module{Name: "numpy.linalg", Members: map[string]eval.Value{
		"norm":  eval.NewBuiltin("norm", norm),
		"inv":   eval.NewBuiltin("inv", inverse),
		"solve": eval.NewBuiltin("solve", solve),
		"lstsq": eval.NewBuiltin("lstsq", lstsq),
		"pinv":  eval.NewBuiltin("pinv", pinv),
	}}
}

func norm(t *eval.Thread, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("norm", "x", "ord=", "axis=", "keepdims=")
	if err != nil {
		return nil, err
	}
	a, err := numbers(t, b.Value("x"))
	if err != nil {
		return nil, err
	}
	axis, err := axisOf(b)
	if err != nil {
		return nil, err
	}
	order, err := b.Float("ord", 2)
	if err != nil {
		return nil, err
	}
	if order != 1 && order != 2 || b.Has("ord") && len(a.Shape()) > 1 && axis == nil {
		return t.Lacks("numpy.linalg.norm(ord=)"), nil
	}
	name := "square"
	if order == 1 {
		name = "absolute"
	}
	if !a.DType().Floating() {
		a = a.AsType(array.Float64)
	}
	powers, err := array.Unary(name, a)
	if err != nil {
		return nil, failed(t, err)
	}
	r, err := array.Reduce("sum", powers, axis, b.Bool("keepdims", false), 0)
	if err == nil && order == 2 {
		r, err = array.Unary("sqrt", r)
	}
	return result(t, r, err)
}

func inverse(t *eval.Thread, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("inv", "a")
	if err != nil {
		return nil, err
	}
	a, err := numbers(t, b.Value("a"))
	if err != nil {
		return nil, err
	}
	n := a.Shape0()
	if err := t.Spend(n * n * n / 4); err != nil {
		return nil, err
	}
	one, err := array.Eye(array.Float64, n, n, 0)
	if err != nil {
		return nil, failed(t, err)
	}
	r, err := array.Solve(a, one)
	return result(t, r, err)
}

func solve(t *eval.Thread, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("solve", "a", "b")
	if err != nil {
		return nil, err
	}
	both, err := several(t, b, "a", "b")
	if err != nil {
		return nil, err
	}
	if n := both[0].Shape0(); n > 0 {
		if err := t.Spend(n * n * n / 4); err != nil {
			return nil, err
		}
	}
	r, err := array.Solve(both[0], both[1])
	return result(t, r, err)
}

// leastSquares is the x for which a·x comes nearest to b.
func leastSquares(t *eval.Thread, a, b *array.Array) (*array.Array, error) {
	if len(a.Shape()) != 2 {
		return nil, eval.Raise("numpy.linalg.LinAlgError", itoa(len(a.Shape()))+"-dimensional array given. Array must be two-dimensional")
	}
	if a.Shape()[0] != b.Shape0() {
		return nil, eval.Raise("numpy.linalg.LinAlgError", "Incompatible dimensions")
	}
	if err := t.Spend(a.Size() * a.Shape()[1] / 4); err != nil {
		return nil, err
	}
	return array.LeastSquares(a, b)
}

func lstsq(t *eval.Thread, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("lstsq", "a", "b", "rcond=")
	if err != nil {
		return nil, err
	}
	both, err := several(t, b, "a", "b")
	if err != nil {
		return nil, err
	}
	if len(both[1].Shape()) > 1 && both[1].Shape()[1] != 1 {
		return t.Lacks("numpy.linalg.lstsq of several columns"), nil
	}
	x, err := leastSquares(t, both[0], both[1])
	if err != nil {
		return nil, raised(err)
	}
	if len(both[1].Shape()) > 1 {
		if x, err = x.ExpandDims(1); err != nil {
			return nil, raised(err)
		}
	}
	lacks := func(what string) eval.Value { return t.Lacks("numpy.linalg.lstsq: the " + what) }
	return &eval.Tuple{Items: []eval.Value{&Array{x}, lacks("residuals"), lacks("rank"), lacks("singular values")}}, nil
}

// pinv is the pseudo-inverse of a matrix with independent columns.
func pinv(t *eval.Thread, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("pinv", "a", "rcond=", "hermitian=")
	if err != nil {
		return nil, err
	}
	a, err := numbers(t, b.Value("a"))
	if err != nil {
		return nil, err
	}
	if len(a.Shape()) != 2 || a.Shape()[0] < a.Shape()[1] {
		return t.Lacks("numpy.linalg.pinv of this shape"), nil
	}
	rows, n := a.Shape()[0], a.Shape()[1]
	if err := t.Spend(rows * rows * n * n / 4); err != nil {
		return nil, err
	}
	columns := make([]*array.Array, rows)
	for i := range rows {
		e := make([]float64, rows)
		e[i] = 1
		if columns[i], err = array.LeastSquares(a, array.FromFloats(e)); err != nil {
			return nil, raised(err)
		}
	}
	r, err := array.ColumnStack(columns)
	return result(t, r, err)
}
