package nn

// NonNeg sets what is below 0 to 0.
//
// Source: https://keras.io/api/layers/constraints/#nonneg-class
type NonNeg struct{}

var nonNegEntry = Entry{Name: "non_neg", Class: "NonNeg", construct: func() any { return NonNeg{} }}

// Name is "non_neg".
func (NonNeg) Name() string { return "non_neg" }

func (NonNeg) check(string, int) error { return nil }

func (NonNeg) class() string { return "NonNeg" }

// Hyperparameters returns none.
func (NonNeg) Hyperparameters() []Hyperparameter { return nil }

func (NonNeg) hold(values []float32, _ []int) {
	for i, v := range values {
		values[i] = max(v, 0)
	}
}
