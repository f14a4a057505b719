package nn

// ConfusionCount counts the outputs of one kind, over all outputs of all rows:
// guesses above Threshold, right (true) or wrong (false), are positives, the others
// negatives. Make one with [NewTruePositives] and its like.
//
// Source: https://keras.io/api/metrics/classification_metrics/
type ConfusionCount struct {
	Threshold float64 // from 0 to 1; 0.5 in Keras
	name      string
	of        func(c *confusion) []float64
}

var (
	truePositivesEntry  = Entry{Name: "true_positives", Class: "TruePositives", Go: "ConfusionCount", construct: func() any { return NewTruePositives() }}
	trueNegativesEntry  = Entry{Name: "true_negatives", Class: "TrueNegatives", Go: "ConfusionCount", construct: func() any { return NewTrueNegatives() }}
	falsePositivesEntry = Entry{Name: "false_positives", Class: "FalsePositives", Go: "ConfusionCount", construct: func() any { return NewFalsePositives() }}
	falseNegativesEntry = Entry{Name: "false_negatives", Class: "FalseNegatives", Go: "ConfusionCount", construct: func() any { return NewFalseNegatives() }}
)

// NewTruePositives counts the labels "yes" that are guessed.
func NewTruePositives() *ConfusionCount {
	return &ConfusionCount{0.5, "true_positives", func(c *confusion) []float64 { return c.truePositives }}
}

// NewTrueNegatives counts the labels "no" that are guessed.
func NewTrueNegatives() *ConfusionCount {
	return &ConfusionCount{0.5, "true_negatives", func(c *confusion) []float64 { return c.trueNegatives }}
}

// NewFalsePositives counts the labels "no" that are guessed a yes.
func NewFalsePositives() *ConfusionCount {
	return &ConfusionCount{0.5, "false_positives", func(c *confusion) []float64 { return c.falsePositives }}
}

// NewFalseNegatives counts the labels "yes" that are guessed a no.
func NewFalseNegatives() *ConfusionCount {
	return &ConfusionCount{0.5, "false_negatives", func(c *confusion) []float64 { return c.falseNegatives }}
}

// Name is Keras's, such as "true_positives".
func (m *ConfusionCount) Name() string { return m.name }

func (*ConfusionCount) autoNamed() {}

// Hyperparameters returns the threshold.
func (m *ConfusionCount) Hyperparameters() []Hyperparameter {
	return []Hyperparameter{number("thresholds", "Threshold", &m.Threshold, 0, 1)}
}

func (m *ConfusionCount) accumulator(int) accumulator {
	return newConfusion([]float32{float32(m.Threshold)}, 0, -1, func(c *confusion) float64 { return m.of(c)[0] })
}
