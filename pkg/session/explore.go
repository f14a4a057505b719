package session

// Explore is what the learner looks at more closely than the page does by
// itself, and what has been worked out for that.
type Explore struct {
	// Surface is the loss over the weights, Slice the two weights it is drawn
	// over.
	Surface Surface
	Slice   Slice
	// StepTrace is the step of the training that is looked at.
	StepTrace StepTrace
	// WhyOpen shows the explanation of the answer; Noise is the deviation of
	// its noise, negative until the learner has chosen one.
	WhyOpen bool
	Noise   float64
	// MultiStart are the trainings from many initial weights.
	MultiStart MultiStart
	// LayerSight is what a layer makes of the plane.
	LayerSight LayerSight
	// SavedRuns are the runs that the learner compares with the current one.
	SavedRuns []SavedRun
}

// newExplore returns the views of an experiment that is opened: all closed.
func newExplore() Explore { return Explore{Slice: Slice{J: 1}, Noise: -1} }

// closeExplore returns the views with all closed that tell what a training comes
// to.
func closeExplore(x Explore) Explore {
	closed := newExplore()
	closed.Surface, closed.Slice, closed.Noise = x.Surface, x.Slice, x.Noise
	return closed
}
