package session

import (
	"math"
	"math/rand/v2"
	"strconv"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/nn"
)

// Explanation says why the trained model does not give the exact answer. It
// holds for one linear neuron with the mean squared error.
type Explanation struct {
	// X is the x to predict.
	X float64
	// Exact is the line with the least loss, over x as the learner has it, ExactAnswer its
	// answer.
	Exact       experiment.Line
	ExactAnswer float64
	// Trained is the line that is shown, and its answer.
	Trained Line
	// Directions are the steep and the flat direction of the bowl, in that
	// order.
	Directions []Direction
	// Descent is set when each epoch is one step of plain gradient descent, so
	// that Factor and the counts of epochs of the directions hold.
	Descent bool
	// From and To are the least and the greatest x of the data.
	From, To float64
	// Noise is the deviation of normal noise on every y, and Spread that of the
	// answer that it brings: at x, and for comparison in the middle of the data.
	Noise, Spread, SpreadMiddle float64
	// Middle is the mean x, Range how far the ys reach.
	Middle, Range float64
	// Lines are the best lines for the same xs with such noise on the ys.
	Lines []experiment.Line
	// Points are how many points it was trained on.
	Points int
	// Way is how far the answer was from the exact one, epoch by epoch up to the one
	// that is shown, thinned in long runs.
	Way []Off
}

// Off is how far the answer was from the exact one after an epoch.
type Off struct {
	Epoch int
	By    float64
}

// Difference is how far the answer is from the exact one.
func (e Explanation) Difference() float64 { return e.Trained.Answer - e.ExactAnswer }

// Grain is the distance between neighbouring float32 numbers at the answer: what is
// less than that the model cannot tell.
func (e Explanation) Grain() float64 {
	return max(math.Abs(e.ExactAnswer), math.Abs(e.Trained.Answer), math.SmallestNonzeroFloat32) / (1 << 23)
}

// Finished reports whether the training has come as near as float32 lets it: steps
// of a few grains no longer change the weights.
func (e Explanation) Finished() bool {
	return math.Abs(e.Difference()) <= 1e-5*max(1, math.Abs(e.ExactAnswer))
}

// Digit is how many epochs make the error ten times smaller; ok is false where that
// is not known or never happens.
func (e Explanation) Digit() (epochs int, ok bool) {
	if !e.Descent || len(e.Directions) < 2 {
		return 0, false
	}
	slowest := max(e.Directions[0].PerDigit, e.Directions[1].PerDigit)
	if math.IsNaN(slowest) || slowest < 0 || slowest > experiment.MaxEpochs {
		return 0, false
	}
	return max(int(math.Ceil(slowest)), 1), true
}

// DigitTrained trains on for as many epochs as bring one digit more.
type DigitTrained struct{}

func (DigitTrained) update(s Session) (Session, []Effect) {
	return s.pressed(func(s Session) (Session, []Effect) {
		s = s.toEnd()
		e, known := s.Explain()
		epochs, ok := e.Digit()
		if left := experiment.MaxEpochs - s.Run.Timeline.Last().Epoch; !known || !ok || e.Finished() || left < 1 {
			return s, nil
		} else if epochs > left {
			epochs = left
		}
		return s.train(epochs)
	})
}

// maxWay is about how many epochs of the way are kept.
const maxWay = 120

// wayOf returns how far the answers were from the exact one.
func (s Session) wayOf(exact float64) []Off {
	t, layout, x := s.Run.Timeline, s.Experiment.Layout(), s.Scale().Of(s.Experiment.Predict[0])
	until := s.Shown().Epoch
	step := max(t.Len()/maxWay, 1)
	var way []Off
	for i, r := range t.All() {
		if r.Epoch > until {
			break
		}
		if i%step != 0 && r.Epoch != until {
			continue
		}
		if line, ok := layout.Line(r.Params); ok {
			way = append(way, Off{r.Epoch, line.W*x + line.B - exact})
		}
	}
	return way
}

// Line is a line and its answer for the x to predict.
type Line struct {
	experiment.Line
	Answer float64
}

// Direction is one eigenvector of the loss's curvature.
type Direction struct {
	// W and B are the unit vector, Curvature its eigenvalue.
	W, B, Curvature float64
	// Factor is 1 − rate·curvature: what is left of the error along the
	// direction after each epoch.
	Factor float64
	// Start and Left are the error along the direction before the training and
	// now, and Share what Left adds to the answer.
	Start, Left, Share float64
	// PerDigit is how many epochs make the error ten times smaller, ToPercent
	// how many make it 1 % of what it was; infinite when it does not shrink.
	PerDigit, ToPercent float64
}

// WhyOpened shows or hides the explanation of the answer.
type WhyOpened struct{ Open bool }

func (m WhyOpened) update(s Session) (Session, []Effect) {
	s.WhyOpen = m.Open
	return s, nil
}

// NoiseChosen sets the deviation of the noise of the explanation.
type NoiseChosen struct{ Deviation float64 }

func (m NoiseChosen) update(s Session) (Session, []Effect) {
	s.Noise = m.Deviation
	return s, nil
}

// noiseLines is how many lines show what noise does.
const noiseLines = 40

// Explain explains the answer that is shown; ok is false where there is no
// exact one to compare it with.
func (s Session) Explain() (e Explanation, ok bool) {
	analysis, ok := s.exact()
	layout := s.Experiment.Layout()
	trained, hasTrained := layout.Line(s.Shown().Params)
	first, hasFirst := layout.Line(s.Run.Timeline.First().Params)
	if !ok || !hasTrained || !hasFirst {
		return Explanation{}, false
	}
	x, scale := s.Experiment.Predict[0], s.Scale()
	e = Explanation{
		X: x, Exact: scale.OverX(experiment.Line{W: analysis.Solution[0], B: analysis.Solution[1]}),
		Trained: Line{Line: scale.OverX(trained)},
		Descent: s.Experiment.PlainDescent(),
	}
	fed := scale.Of(x) // with which the weights are multiplied
	e.ExactAnswer = analysis.Solution[0]*fed + analysis.Solution[1]
	if ys := s.Predict(x); len(ys) == 1 {
		e.Trained.Answer = ys[0]
	}
	rate := s.Experiment.Optimizer.LearningRate
	start := analysis.ModeErrors([]float64{first.W, first.B})
	left := analysis.ModeErrors([]float64{trained.W, trained.B})
	for k, mode := range analysis.Modes {
		e.Directions = append(e.Directions, Direction{
			W: mode[0], B: mode[1], Curvature: analysis.Eigenvalues[k], Factor: 1 - rate*analysis.Eigenvalues[k],
			Start: start[k], Left: left[k], Share: left[k] * (mode[0]*fed + mode[1]),
			PerDigit: analysis.EpochsToReduce(k, rate, 0.1), ToPercent: analysis.EpochsToReduce(k, rate, 0.01),
		})
	}
	e.Way = s.wayOf(e.ExactAnswer)
	s.noise(&e)
	return e, true
}

// exact returns the closed form of data that decide the line with the least
// loss. That a link cannot hold the data is no matter here.
func (s Session) exact() (analysis *nn.LeastSquares, ok bool) {
	analysis, ok = s.LeastSquares()
	return analysis, ok && analysis.Unique() && s.pointsProblem() == nil
}

// Undecided reports whether there is no exact answer because the points all
// have one x: any line through their middle has the least loss.
func (s Session) Undecided() bool {
	analysis, ok := s.LeastSquares()
	return ok && !analysis.Unique()
}

// ExactAnswer returns what the line with the least loss gives for the x to
// predict; ok is false where there is no closed form, or no single such line.
func (s Session) ExactAnswer() (answer float64, ok bool) {
	analysis, ok := s.exact()
	if !ok || !s.Experiment.IsLine() {
		return 0, false
	}
	return analysis.Solution[0]*s.Scale().Of(s.Experiment.Predict[0]) + analysis.Solution[1], true
}

// noise says what noise on the ys would do. The best line's slope changes by
// Σ(x − x̄)ε / Σ(x − x̄)², its mean by Σε/n, and both are normal, so that its answer has the variance
//
//	σ²·(1/n + (x − x̄)² / Σ(x − x̄)²)
func (s Session) noise(e *Explanation) {
	points := s.Experiment.Points[:len(s.Experiment.Points)-s.Experiment.ValidationPoints()]
	n := float64(len(points))
	low, high := points[0].Y, points[0].Y
	e.From, e.To = points[0].X[0], points[0].X[0]
	for _, p := range points {
		e.Middle += p.X[0] / n
		e.From, e.To = min(e.From, p.X[0]), max(e.To, p.X[0])
		low, high = min(low, p.Y), max(high, p.Y)
	}
	e.Range, e.Points = high-low, len(points)
	if e.Noise = s.Noise; e.Noise < 0 {
		e.Noise = StandardNoise(e.Range)
	}
	var squares float64
	for _, p := range points {
		squares += (p.X[0] - e.Middle) * (p.X[0] - e.Middle)
	}
	e.SpreadMiddle = e.Noise / math.Sqrt(n)
	e.Spread = e.Noise * math.Sqrt(1/n+(e.X-e.Middle)*(e.X-e.Middle)/squares)
	random := rand.New(rand.NewPCG(1, 2)) // the same lines each time
	for range noiseLines {
		// Sums of normal noise are normal: no need to draw one for each point.
		slope := random.NormFloat64() * e.Noise / math.Sqrt(squares)
		mean := random.NormFloat64() * e.SpreadMiddle
		e.Lines = append(e.Lines, experiment.Line{W: e.Exact.W + slope, B: e.Exact.B + mean - slope*e.Middle})
	}
}

// StandardNoise is the noise that the explanation begins with: a twentieth of
// the range of the ys, in one digit.
func StandardNoise(span float64) float64 {
	v := span / 20
	if !(v > 0) {
		return 0.1
	}
	// Rounded as text: a power of ten times a digit is 0.6000000000000001.
	rounded, _ := strconv.ParseFloat(strconv.FormatFloat(v, 'e', 0, 64), 64)
	return rounded
}
