package sklearn

import (
	"math"

	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/python/numpy"
	"firstneuron/pkg/experiment/python/numpy/array"
	"firstneuron/pkg/experiment/python/numpy/random"
)

// cloud is a set of rows that is being made, with what each row is: a class, or a
// number to be found.
type cloud struct {
	x       [][]float64
	targets []float64
	classes bool
}

// shuffled brings the rows into a random order.
func (c *cloud) shuffled(source random.Source) {
	before := *c
	c.x, c.targets = make([][]float64, len(before.x)), make([]float64, len(before.targets))
	for i, from := range random.Permutation(source, len(before.x)) {
		c.x[i], c.targets[i] = before.x[from], before.targets[from]
	}
}

// noisy moves every coordinate by a normal draw.
func (c *cloud) noisy(source random.Source, deviation float64) {
	for _, row := range c.x {
		for j := range row {
			row[j] += deviation * source.Normal()
		}
	}
}

// values are the arrays X and y.
func (c *cloud) values(t *eval.Thread, further ...eval.Value) (eval.Value, error) {
	columns := 0
	if len(c.x) > 0 {
		columns = len(c.x[0])
	}
	floats := make([]float64, 0, len(c.x)*columns)
	for _, row := range c.x {
		floats = append(floats, row...)
	}
	x, err := array.FromFloats(floats).Reshape(len(c.x), columns)
	if err != nil {
		return nil, numpy.Failed(t, err)
	}
	y := array.FromFloats(c.targets)
	if c.classes {
		y = y.AsType(array.Int64)
	}
	all := &eval.Tuple{}
	for _, a := range []*array.Array{x, y} {
		v, err := numpy.Wrap(t, a, nil)
		if err != nil {
			return nil, err
		}
		all.Items = append(all.Items, v)
	}
	all.Items = append(all.Items, further...)
	return all, nil
}

// rowsOf reads a number of rows or columns, which takes memory and time.
func rowsOf(t *eval.Thread, b eval.Bound, function, name string, otherwise int) (int, error) {
	n, err := b.Int(name, otherwise)
	if err != nil || n < 1 {
		text, reprErr := t.Repr(b.Value(name))
		if reprErr != nil {
			return 0, reprErr
		}
		return 0, eval.Raise("sklearn.utils._param_validation.InvalidParameterError",
			"The '"+name+"' parameter of "+function+" must be an int in the range [1, inf). Got "+text+" instead.")
	}
	return n, nil
}

// halves are the numbers of rows of two classes: a number in all, or two.
func halves(t *eval.Thread, b eval.Bound, function string) (outer, inner int, err error) {
	if pair, ok := b.Value("n_samples").(*eval.Tuple); ok && b.Has("n_samples") {
		if len(pair.Items) != 2 {
			return 0, 0, eval.Raise("ValueError", "`n_samples` can be either an int or a two-element tuple.")
		}
		outer, ok1 := eval.AsInt(pair.Items[0])
		inner, ok2 := eval.AsInt(pair.Items[1])
		if !ok1 || !ok2 || outer < 1 || inner < 1 {
			return 0, 0, eval.Raise("ValueError", "`n_samples` can be either an int or a two-element tuple.")
		}
		return outer, inner, t.Alloc(4 * (outer + inner))
	}
	n, err := rowsOf(t, b, function, "n_samples", 100)
	if err != nil {
		return 0, 0, err
	}
	return n / 2, n - n/2, t.Alloc(4 * n)
}

// arc are points of a circle: n angles from 0 to end, which is one of them or not.
func arc(n int, end float64, closed bool) (cos, sin []float64, err error) {
	angles, _, err := array.Linspace(0, end, n, closed)
	if err != nil {
		return nil, nil, err
	}
	x, err := array.Unary("cos", angles)
	if err != nil {
		return nil, nil, err
	}
	y, err := array.Unary("sin", angles)
	if err != nil {
		return nil, nil, err
	}
	return x.Floats(), y.Floats(), nil
}

// twoArcs makes the sets of two classes: place puts the points of the second.
func twoArcs(function string, end float64, closed bool, place func(cos, sin, factor float64) (x, y float64)) func(t *eval.Thread, args *eval.Args) (eval.Value, error) {
	return func(t *eval.Thread, args *eval.Args) (eval.Value, error) {
		signature := []string{"n_samples=", "*", "shuffle=", "noise=", "random_state="}
		if function == "make_circles" {
			signature = append(signature, "factor=")
		}
		b, err := args.Bind(function, signature...)
		if err != nil {
			return nil, err
		}
		outer, inner, err := halves(t, b, function)
		if err != nil {
			return nil, err
		}
		factor := 0.8
		if function == "make_circles" {
			if factor, err = b.Float("factor", factor); err != nil {
				return nil, err
			}
		}
		source, err := numpy.State(t, b, "sklearn.datasets."+function)
		if err != nil {
			return nil, err
		}
		c := cloud{classes: true}
		for class, n := range []int{outer, inner} {
			cos, sin, err := arc(n, end, closed)
			if err != nil {
				return nil, numpy.Failed(t, err)
			}
			for i := range cos {
				x, y := cos[i], sin[i]
				if class == 1 {
					x, y = place(x, y, factor)
				}
				c.x, c.targets = append(c.x, []float64{x, y}), append(c.targets, float64(class))
			}
		}
		if b.Bool("shuffle", true) {
			c.shuffled(source)
		}
		if b.Has("noise") {
			noise, err := b.Float("noise", 0)
			if err != nil {
				return nil, err
			}
			c.noisy(source, noise)
		}
		return c.values(t)
	}
}

var (
	makeMoons = twoArcs("make_moons", math.Pi, true, func(cos, sin, _ float64) (x, y float64) {
		return 1 - cos, 1 - sin - 0.5
	})
	makeCircles = twoArcs("make_circles", 2*math.Pi, false, func(cos, sin, factor float64) (x, y float64) {
		return cos * factor, sin * factor
	})
)

// makeRegression draws rows and a rule, y = X·coefficients + bias, with noise.
func makeRegression(t *eval.Thread, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("make_regression", "n_samples=", "n_features=", "*", "n_informative=", "n_targets=", "bias=",
		"effective_rank=", "tail_strength=", "noise=", "shuffle=", "coef=", "random_state=")
	if err != nil {
		return nil, err
	}
	targets, err := b.Int("n_targets", 1)
	if err != nil {
		return nil, err
	}
	if b.Has("effective_rank") || targets != 1 {
		return t.Lacks("sklearn.datasets.make_regression with such arguments"), nil
	}
	n, err := rowsOf(t, b, "make_regression", "n_samples", 100)
	if err != nil {
		return nil, err
	}
	columns, err := rowsOf(t, b, "make_regression", "n_features", 100)
	if err != nil {
		return nil, err
	}
	informative, err := b.Int("n_informative", 10)
	if err != nil {
		return nil, err
	}
	bias, err := b.Float("bias", 0)
	if err != nil {
		return nil, err
	}
	noise, err := b.Float("noise", 0)
	if err != nil {
		return nil, err
	}
	if err := t.Alloc(n); err != nil {
		return nil, err
	}
	if err := t.Alloc(3 * n * min(columns, math.MaxInt32/n)); err != nil {
		return nil, err
	}
	source, err := numpy.State(t, b, "sklearn.datasets.make_regression")
	if err != nil {
		return nil, err
	}
	c := cloud{x: make([][]float64, n), targets: make([]float64, n)}
	for i := range c.x {
		c.x[i] = make([]float64, columns)
		for j := range c.x[i] {
			c.x[i][j] = source.Normal()
		}
	}
	truth := make([]float64, columns)
	for j := range min(columns, max(informative, 0)) {
		truth[j] = 100 * source.Float64()
	}
	for i, row := range c.x {
		for j, v := range row {
			c.targets[i] += v * truth[j]
		}
		c.targets[i] += bias
	}
	if noise > 0 {
		for i := range c.targets {
			c.targets[i] += noise * source.Normal()
		}
	}
	if b.Bool("shuffle", true) {
		c.shuffled(source)
		order := random.Permutation(source, columns)
		for _, row := range append(c.x, truth) {
			before := append([]float64(nil), row...)
			for j, from := range order {
				row[j] = before[from]
			}
		}
	}
	if !b.Bool("coef", false) {
		return c.values(t)
	}
	coefficients := array.FromFloats(truth)
	if columns == 1 {
		coefficients = array.Float(truth[0])
	}
	v, err := numpy.Wrap(t, coefficients, nil)
	if err != nil {
		return nil, err
	}
	return c.values(t, v)
}
