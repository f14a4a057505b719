package session

import (
	"sync"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/nn"
)

// Grid is Side × Side places of the plane, x1 running first, ends included.
type Grid struct {
	Side   int
	X1, X2 Span
}

// places returns the places of a grid.
func (g Grid) places() []experiment.Place {
	places := make([]experiment.Place, 0, g.Side*g.Side)
	at := func(s Span, i int) float64 { return s.Min + (s.Max-s.Min)*float64(i)/float64(max(g.Side-1, 1)) }
	for row := range g.Side {
		for column := range g.Side {
			places = append(places, experiment.Place{at(g.X1, column), at(g.X2, row)})
		}
	}
	return places
}

// Observer asks a model what all its layers give for the same places again and again,
// with the weights of whatever epoch: pictures that move with the training ask it when
// they are drawn. It remembers a few sets of places, and allocates nothing for those.
type Observer struct {
	predictor *predictor
	mu        sync.Mutex // sessions are values, and may be read side by side
	kept      []observed
}

// observed is a set of places that was asked for: a grid, or a list of points.
type observed struct {
	grid   Grid
	points *experiment.Point
	count  int
	asked  *nn.Observer
}

// maxObserved is how many sets of places an Observer remembers.
const maxObserved = 6

// Observer returns the one of the session's model: the same as long as the model
// is.
func (s Session) Observer() *Observer { return s.derived().predictor.observer }

// Grid returns what each layer gives over a grid, a matrix [places, units] for each;
// nil when there is no model with such weights. The matrices hold until the next call.
func (o *Observer) Grid(g Grid, params []float32) []nn.Matrix {
	return o.observe(observed{grid: g}, g.places, params)
}

// Points returns what each layer gives for the places of points, as Grid does.
func (o *Observer) Points(points []experiment.Point, params []float32) []nn.Matrix {
	if len(points) == 0 {
		return nil
	}
	return o.observe(observed{points: &points[0], count: len(points)}, func() []experiment.Place {
		places := make([]experiment.Place, len(points))
		for i, p := range points {
			places[i] = p.X
		}
		return places
	}, params)
}

func (o *Observer) observe(wanted observed, places func() []experiment.Place, params []float32) (outputs []nn.Matrix) {
	if o == nil {
		return nil
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	o.predictor.with(params, func(model *nn.Sequential) {
		for _, known := range o.kept {
			if known.grid == wanted.grid && known.points == wanted.points && known.count == wanted.count {
				outputs = known.asked.Observe(nil)
				return
			}
		}
		asked, err := model.NewObserver(o.predictor.matrix(places()...))
		if err != nil {
			return
		}
		if len(o.kept) == maxObserved {
			o.kept = o.kept[1:]
		}
		wanted.asked = asked
		o.kept = append(o.kept, wanted)
		outputs = asked.Observe(nil)
	})
	return outputs
}
