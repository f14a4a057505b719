package nn

// Precision is the share of the guesses "yes" that are right, from 0 to 1:
// true positives / (true + false positives), over all outputs of all rows; 0 where
// nothing is guessed.
//
// Source: https://keras.io/api/metrics/classification_metrics/#precision-class
type Precision struct{ guessing }

var precisionEntry = Entry{Name: "precision", Class: "Precision", construct: func() any { return NewPrecision() }}

// NewPrecision returns the metric with Keras's defaults.
func NewPrecision() *Precision { return &Precision{guessing{Threshold: 0.5, ClassID: -1}} }

// Name is "precision".
func (*Precision) Name() string { return "precision" }

func (*Precision) rises() bool { return true }

func (*Precision) autoNamed() {}

func (m *Precision) accumulator(int) accumulator {
	return m.counts(func(c *confusion) float64 {
		return ratio(c.truePositives[0], c.truePositives[0]+c.falsePositives[0])
	})
}
