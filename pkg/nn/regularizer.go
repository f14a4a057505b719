package nn

import "math"

// Regularizer adds a penalty on large weights to the loss:
//
//	penalty = L1·Σ|w| + L2·Σw²,  dpenalty/dw = L1·sign(w) + 2·L2·w
//
// without the ½ of some textbooks; |w| has derivative 0 at 0. The zero value
// adds nothing, as Keras's L1L2 does by default.
//
// Source: https://keras.io/api/layers/regularizers/
type Regularizer struct {
	L1, L2 float64
	// Dies lets a weight die that the penalty takes across 0: it is 0 from then on. It
	// is across where it has one sign after an update and would have the other without
	// the penalty's part, rate·dpenalty/dw. Keras has no such rule, TensorFlow
	// Playground has no other; no configuration says it.
	//
	// Source: https://github.com/tensorflow/playground/blob/02469bd/src/nn.ts
	Dies bool
}

// L1 is a penalty on Σ|w|; Keras's default factor is 0.01.
func L1(factor float64) *Regularizer { return &Regularizer{L1: factor} }

// L2 is a penalty on Σw²; Keras's default factor is 0.01.
func L2(factor float64) *Regularizer { return &Regularizer{L2: factor} }

// L1L2 is both.
func L1L2(l1, l2 float64) *Regularizer { return &Regularizer{L1: l1, L2: l2} }

var (
	_ = regularizers.add(Entry{Name: "l1", Class: "L1"}, func() any { return L1(0.01) })
	_ = regularizers.add(Entry{Name: "l2", Class: "L2"}, func() any { return L2(0.01) })
	_ = regularizers.add(Entry{Name: "l1l2", Class: "L1L2"}, func() any { return L1L2(0, 0) })
)

// RegularizerByName returns a regularizer with Keras's factors by its name:
// "l1", "l2" or "l1l2". Errors: none has the name.
func RegularizerByName(name string) (*Regularizer, error) {
	thing, err := regularizers.find(name)
	if err != nil {
		return nil, err
	}
	return thing.(*Regularizer), nil
}

// Hyperparameters returns l1 and l2.
func (r *Regularizer) Hyperparameters() []Hyperparameter {
	return []Hyperparameter{number("l1", "L1", &r.L1, 0, unlimited), number("l2", "L2", &r.L2, 0, unlimited)}
}

func (r *Regularizer) check(owner string) error {
	if r == nil {
		return nil
	}
	return checkAll(owner, r.Hyperparameters())
}

// kills reports whether weights may die of the penalty.
func (r *Regularizer) kills() bool { return r != nil && r.Dies && r.L1 > 0 }

// penalty returns the penalty on some values; nil adds none.
func (r *Regularizer) penalty(values []float32) float64 {
	if r == nil {
		return 0
	}
	var absolute, squares float64
	for _, v := range values {
		absolute += float64(abs(v))
		squares += float64(v) * float64(v)
	}
	return r.L1*absolute + r.L2*squares
}

// addGradient adds dpenalty/dvalues, times scale, to a gradient.
func (r *Regularizer) addGradient(gradient, values []float32, scale float32) {
	if r == nil {
		return
	}
	for i, v := range values {
		gradient[i] += scale * r.slope(v)
	}
}

// of is the penalty on one weight, slope its derivative.
func (r *Regularizer) of(w float32) float64 {
	v := float64(w)
	return r.L1*math.Abs(v) + r.L2*(v*v)
}

func (r *Regularizer) slope(w float32) float32 {
	slope := float32(2*r.L2) * w
	if w > 0 {
		slope += float32(r.L1)
	} else if w < 0 {
		slope -= float32(r.L1)
	}
	return slope
}
