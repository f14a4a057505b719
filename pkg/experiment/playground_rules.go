package experiment

// playgroundProperty is how TensorFlow Playground trains where no Keras program can: its
// exact mode.
var playgroundProperty = yesNo("playground", "1",
	"train by the two rules of TensorFlow Playground that Keras has not: points at the end of an epoch that fill no batch count in the first update of the next epoch, and a weight that L1 takes across 0 stays 0",
	func(e *Experiment) *bool { return &e.PlaygroundRules })

// BeyondKeras reports whether the experiment trains in a way that no Keras program can
// say: rows are left over that wait for the next epoch, or weights can die.
func (e Experiment) BeyondKeras() bool {
	rows := len(e.Points) - e.ValidationPoints()
	return e.PlaygroundRules && (e.L1 > 0 || e.Batch > 0 && rows%e.Batch != 0)
}
