package nn

import "fmt"

// confusion counts, over all outputs of all rows, how guesses above some thresholds
// agree with labels, of which any but 0 is a yes.
type confusion struct {
	thresholds []float32
	// topK, where it is not 0, takes only a row's so many highest outputs as
	// guesses; class, where it is not −1, looks at one output alone.
	topK, class int
	truePositives, falsePositives,
	trueNegatives, falseNegatives []float64
	value func(c *confusion) float64
	room  []float32
}

func newConfusion(thresholds []float32, topK, class int, value func(c *confusion) float64) *confusion {
	n := len(thresholds)
	return &confusion{
		thresholds: thresholds, topK: topK, class: class, value: value,
		truePositives: make([]float64, n), falsePositives: make([]float64, n),
		trueNegatives: make([]float64, n), falseNegatives: make([]float64, n),
	}
}

func (c *confusion) reset() {
	clear(c.truePositives)
	clear(c.falsePositives)
	clear(c.trueNegatives)
	clear(c.falseNegatives)
}

func (c *confusion) add(y, p []float32, weight float64) {
	if c.topK > 0 {
		p = c.highestOf(p)
	}
	if c.class >= 0 {
		y, p = y[c.class:c.class+1], p[c.class:c.class+1]
	}
	for j, v := range p {
		for t, threshold := range c.thresholds {
			count := c.trueNegatives
			switch yes, guess := y[j] != 0, v > threshold; {
			case yes && guess:
				count = c.truePositives
			case guess:
				count = c.falsePositives
			case yes:
				count = c.falseNegatives
			}
			count[t] += weight
		}
	}
}

// highestOf returns a row with all but its highest outputs far below any threshold.
func (c *confusion) highestOf(p []float32) []float32 {
	c.room = append(c.room[:0], p...)
	for j, v := range p {
		before := 0 // how many come before it, of equal ones the first
		for i, other := range p {
			if other > v || other == v && i < j {
				before++
			}
		}
		if before >= c.topK {
			c.room[j] = noGuess
		}
	}
	return c.room
}

// noGuess is below any output; a threshold of it lets all others pass.
const noGuess = -1e10

func (c *confusion) result() float64 { return c.value(c) }

// ratio is a/b, 0 where b is.
func ratio(a, b float64) float64 {
	if b == 0 {
		return 0
	}
	return a / b
}

// guessing are the options of [Precision] and [Recall].
type guessing struct {
	// Threshold, from 0 to 1, is what an output must be above to be a yes; 0.5 in
	// Keras. With TopK it is not looked at.
	Threshold float64
	// TopK takes only a row's so many highest outputs as a yes; 0, Keras's None,
	// takes all above the threshold.
	TopK int
	// ClassID looks at the output of one class alone; −1, Keras's None, at all.
	ClassID int
}

// Hyperparameters returns the options.
func (g *guessing) Hyperparameters() []Hyperparameter {
	return []Hyperparameter{
		number("thresholds", "Threshold", &g.Threshold, 0, 1),
		whole("top_k", "TopK", &g.TopK),
		{Name: "class_id", Go: "ClassID", Whole: &g.ClassID, Min: -1, Max: unlimited},
	}
}

func (g *guessing) checkOutputs(name string, outputs int) error {
	switch {
	case g.ClassID >= outputs:
		return fmt.Errorf("nn: Compile: %s: class_id is %d, the model has %d outputs; give one from 0 to %d, or -1 for all", name, g.ClassID, outputs, outputs-1)
	case g.TopK > outputs:
		return fmt.Errorf("nn: Compile: %s: top_k is %d, the model has %d outputs; give at most as many", name, g.TopK, outputs)
	}
	return nil
}

func (g *guessing) counts(value func(c *confusion) float64) accumulator {
	threshold := float32(g.Threshold)
	if g.TopK > 0 {
		threshold = noGuess
	}
	return newConfusion([]float32{threshold}, g.TopK, g.ClassID, value)
}
