package fitchart

import (
	"firstneuron/pkg/experiment"
	"firstneuron/pkg/session"
)

// Residual is the error at a point.
type Residual struct{ X, Y, Answer float64 }

// squaredError is the loss that is the mean of the squares.
const squaredError = "mean_squared_error"

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
		residuals[i] = Residual{point.X, point.Y, answers[i]}
	}
	return residuals
}
