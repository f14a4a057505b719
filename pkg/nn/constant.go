package nn

import "math/rand/v2"

// Constant sets every value to Value; Keras's default is 0.
type Constant struct{ Value float64 }

var _ = initializers.add(func() Initializer { return &Constant{} }, "constant")

// Name is "constant".
func (*Constant) Name() string { return "constant" }

// Fields returns the value.
func (c *Constant) Fields() []Field { return []Field{{Name: "value", Number: &c.Value}} }

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

// Zeros sets every value to 0, Ones to 1.
var (
	Zeros = newInitializer(&fixed{"zeros", 0}, "zero")
	Ones  = newInitializer(&fixed{"ones", 1}, "one")
)
