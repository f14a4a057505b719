package nn

// Recall is the share of the labels "yes" that are guessed, from 0 to 1:
// true positives / (true positives + false negatives), over all outputs of all
// rows; 0 where no label is a yes.
//
// Source: https://keras.io/api/metrics/classification_metrics/#recall-class
type Recall struct{ guessing }

var recallEntry = Entry{Name: "recall", Class: "Recall", construct: func() any { return NewRecall() }}

// NewRecall returns the metric with Keras's defaults.
func NewRecall() *Recall { return &Recall{guessing{Threshold: 0.5, ClassID: -1}} }

// Name is "recall".
func (*Recall) Name() string { return "recall" }

func (*Recall) rises() bool { return true }

func (*Recall) autoNamed() {}

func (m *Recall) accumulator(int) accumulator {
	return m.counts(func(c *confusion) float64 {
		return ratio(c.truePositives[0], c.truePositives[0]+c.falseNegatives[0])
	})
}
