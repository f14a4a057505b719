package program

import (
	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/python/pandas"
	"firstneuron/pkg/experiment/python/pyrandom"
	"firstneuron/pkg/experiment/python/sklearn"
)

// addLibraries adds the libraries that compute with data before Keras sees it.
func (r *reader) addLibraries(modules map[string]*eval.Module) {
	modules["random"] = pyrandom.Module()
	modules["sklearn"] = sklearn.Module()
	modules["pandas"] = pandas.Module(r.dataAtHand)
}

// dataAtHand is what a program reads from a file: the points of the page, since there is
// no file. The program is told so.
func (r *reader) dataAtHand(string) (names []string, columns [][]float64, ok bool) {
	points := r.experiment.Points
	if len(points) == 0 {
		return nil, nil, false
	}
	xs, ys := make([]float64, len(points)), make([]float64, len(points))
	for i, p := range points {
		xs[i], ys[i] = p.X[0], p.Y
	}
	return []string{"x", "y"}, [][]float64{xs, ys}, true
}
