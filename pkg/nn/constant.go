package nn

import "math/rand/v2"

// Constant sets every value to Value; 0 in Keras.
//
// Source: https://keras.io/api/layers/initializers/#constant-class
type Constant struct{ Value float64 }

var _ = initializers.add(Entry{Name: "constant", Class: "Constant"}, func() any { return NewConstant() })

// NewConstant returns the initializer with Keras's default.
func NewConstant() *Constant { return &Constant{} }

// Name is "constant".
func (*Constant) Name() string { return "constant" }

// Hyperparameters returns the value.
func (c *Constant) Hyperparameters() []Hyperparameter {
	return []Hyperparameter{number("value", "Value", &c.Value, -unlimited, unlimited)}
}

// Fill sets every value.
func (c *Constant) Fill(_ *rand.Rand, values []float32, _ []int) {
	for i := range values {
		values[i] = float32(c.Value)
	}
}

// fixed is an initializer of one value without options.
type fixed struct {
	name  string
	value float32
}

func (f *fixed) Name() string { return f.name }

func (f *fixed) Fill(_ *rand.Rand, values []float32, _ []int) {
	for i := range values {
		values[i] = f.value
	}
}

// The initializers of one value.
//
// Source: https://keras.io/api/layers/initializers/
var (
	// Zeros sets every value to 0.
	Zeros = newInitializer(Entry{Name: "zeros", Class: "Zeros", Aliases: []string{"zero"}}, &fixed{"zeros", 0})
	// Ones sets every value to 1.
	Ones = newInitializer(Entry{Name: "ones", Class: "Ones", Aliases: []string{"one"}}, &fixed{"ones", 1})
)
