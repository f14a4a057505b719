package fitchart

import (
	"firstneuron/pkg/experiment"
	"firstneuron/pkg/session"
)

// Residual is the error at a point.
type Residual struct{ X, Y, Answer float64 }

// squaredError is the loss that is the mean of the squares.
const squaredError = "mean_squared_error"

// maxErrors is at how many points the errors are drawn.
const maxErrors = 60

// residuals are the errors that are drawn: those at the points that are trained on, in
// the view of a step those at the points of its batch.
func residuals(s session.Session) []Residual {
	e, trace := s.Experiment, s.StepTrace.Trace
	switch {
	case !e.Draws(experiment.ErrorsOverlay) && !s.StepTrace.Open:
		return nil
	case !s.StepTrace.Open || trace == nil || s.StepTrace.Epoch != s.Shown().Epoch:
		return errorsAt(s, e.Points[:len(e.Points)-e.ValidationPoints()])
	}
	var traced []Residual
	answers := trace.Layers[len(trace.Layers)-1].Outputs
	for i, row := range trace.Rows {
		if row < len(e.Points) {
			traced = append(traced, Residual{e.Points[row].X[0], e.Points[row].Y, float64(answers.Data[i])})
		}
	}
	return traced
}

// errorsAt are the errors at some points; none of very many, which would be a
// blur.
func errorsAt(s session.Session, points []experiment.Point) []Residual {
	if len(points) > maxErrors {
		return nil
	}
	xs, _ := columns(points)
	answers := s.Predict(xs...)
	if len(answers) != len(points) {
		return nil
	}
	residuals := make([]Residual, len(points))
	for i, point := range points {
		residuals[i] = Residual{point.X[0], point.Y, answers[i]}
	}
	return residuals
}
