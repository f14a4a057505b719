package nn

import (
	"fmt"
	"math"
	"math/rand/v2"
)

// Initializer draws the first values of a variable. The numbers are not those
// of Keras, whose generator is another; their law is.
//
// Source: https://keras.io/api/layers/initializers/
type Initializer interface {
	// Name is Keras's name of the initializer: "glorot_uniform".
	Name() string
	// Fill sets every value of a variable of the given shape from r.
	Fill(r *rand.Rand, values []float32, shape []int)
}

// InitializerByName returns an initializer with Keras's defaults by its Keras
// name, such as "he_normal". Errors: none has the name.
func InitializerByName(name string) (Initializer, error) {
	thing, err := initializers.find(name)
	if err != nil {
		return nil, err
	}
	return thing.(Initializer), nil
}

// newInitializer makes an initializer without options known by its entry.
func newInitializer(e Entry, i Initializer) Initializer {
	initializers.add(e, func() any { return i })
	return i
}

// fans returns how many inputs and outputs a variable connects. Keras counts
// those of a bias, which has one dimension, as its length both.
func fans(shape []int) (in, out int) {
	if len(shape) == 1 {
		return shape[0], shape[0]
	}
	return shape[0], shape[1]
}

// scaled draws with a variance of scale over the fan that it looks at.
type scaled struct {
	name    string
	scale   float64
	fan     func(in, out int) float64
	uniform bool
}

func newScaled(e Entry, scale float64, fan func(in, out int) float64, uniform bool) Initializer {
	return newInitializer(e, &scaled{e.Name, scale, fan, uniform})
}

func (s *scaled) Name() string { return s.name }

// truncation is the deviation of a standard normal law cut off at ±2: drawing
// with a deviation of σ/truncation gives σ after the cut.
const truncation = 0.87962566103423978

func (s *scaled) Fill(r *rand.Rand, values []float32, shape []int) {
	in, out := fans(shape)
	variance := s.scale / max(s.fan(in, out), 1)
	if s.uniform {
		limit := math.Sqrt(3 * variance)
		for i := range values {
			values[i] = float32((2*r.Float64() - 1) * limit)
		}
		return
	}
	fillTruncated(r, values, 0, math.Sqrt(variance)/truncation)
}

// fillTruncated draws from a normal law and again where it is farther than two
// deviations from the mean.
func fillTruncated(r *rand.Rand, values []float32, mean, deviation float64) {
	for i := range values {
		v := r.NormFloat64()
		for math.Abs(v) > 2 {
			v = r.NormFloat64()
		}
		values[i] = float32(mean + deviation*v)
	}
}

func fanAverage(in, out int) float64 { return float64(in+out) / 2 }
func fanIn(in, _ int) float64        { return float64(in) }

// The initializers that keep the size of signals from layer to layer: a
// variance of 2/(inputs + units) (Glorot), 2/inputs (He) or 1/inputs (Lecun),
// uniform or as a normal law cut off at two deviations.
//
// Source: Glorot and Bengio, "Understanding the difficulty of training deep
// feedforward neural networks", 2010; He, Zhang, Ren and Sun, "Delving deep into
// rectifiers", 2015; LeCun, Bottou, Orr and Müller, "Efficient backprop", 1998.
var (
	// GlorotUniform draws uniformly with variance 2/(inputs + units): Dense's default for kernels.
	GlorotUniform = newScaled(Entry{Name: "glorot_uniform", Class: "GlorotUniform"}, 1, fanAverage, true)
	// GlorotNormal draws from a truncated normal law with variance 2/(inputs + units).
	GlorotNormal = newScaled(Entry{Name: "glorot_normal", Class: "GlorotNormal"}, 1, fanAverage, false)
	// HeUniform draws uniformly with variance 2/inputs.
	HeUniform = newScaled(Entry{Name: "he_uniform", Class: "HeUniform"}, 2, fanIn, true)
	// HeNormal draws from a truncated normal law with variance 2/inputs.
	HeNormal = newScaled(Entry{Name: "he_normal", Class: "HeNormal"}, 2, fanIn, false)
	// LecunUniform draws uniformly with variance 1/inputs.
	LecunUniform = newScaled(Entry{Name: "lecun_uniform", Class: "LecunUniform"}, 1, fanIn, true)
	// LecunNormal draws from a truncated normal law with variance 1/inputs.
	LecunNormal = newScaled(Entry{Name: "lecun_normal", Class: "LecunNormal"}, 1, fanIn, false)
)

// checkInitializer reports an initializer that cannot be used.
func checkInitializer(owner string, i Initializer) error {
	if isNil(i) {
		return fmt.Errorf("nn: %s is nil; give an initializer, such as Zeros", owner)
	}
	if u, ok := i.(*RandomUniform); ok && u.Minval > u.Maxval {
		return fmt.Errorf("nn: %s: minval is %s, maxval is %s; give a maxval that is not below minval", owner, shortest(u.Minval), shortest(u.Maxval))
	}
	return checkAll(owner, hyperparametersOf(i))
}
