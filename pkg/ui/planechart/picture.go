package planechart

import (
	"slices"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/plane"
)

// picture is what the model gives with the weights that are shown.
type picture struct {
	of      subject
	weights weights
	// field is that of the model or of the unit that is looked at, lines where it
	// changes.
	field plane.Field
	lines []plane.Line
	// verdict is on the points.
	verdict plane.Verdict
	// boundary, wrong, ghost and runs are the paths that are drawn of it.
	boundary, wrong, ghost string
	runs                   []string
}

// subject is what a picture is of, but for the weights: a picture of the same is not
// asked for and not painted again.
type subject struct {
	observer             *session.Observer
	scale                plane.Scale
	reading, unitReading plane.Reading
	layer, unit          int
	points               *experiment.Point
	count, trained       int
	test, discrete, none bool
	starts, colours      int
	lang                 string
}

// weights are those of the model, of the kept runs and of the run before.
type weights struct {
	params, ghost []float32
	runs          [][]float32
	start         []float32
}

func (w *weights) equal(o *weights) bool {
	return slices.Equal(w.params, o.params) && slices.Equal(w.ghost, o.ghost) && slices.Equal(w.start, o.start) &&
		slices.EqualFunc(w.runs, o.runs, slices.Equal)
}

// keep copies the weights, whose slices are those of a training that goes on.
func (w *weights) keep(o *weights) {
	w.params, w.ghost, w.start = append(w.params[:0], o.params...), append(w.ghost[:0], o.ghost...), append(w.start[:0], o.start...)
	for len(w.runs) < len(o.runs) {
		w.runs = append(w.runs, nil)
	}
	w.runs = w.runs[:len(o.runs)]
	for i, run := range o.runs {
		w.runs[i] = append(w.runs[i][:0], run...)
	}
}

// look returns the picture, and tells it in words once it stands still.
func (p *Panel) look() *picture {
	now := subject{
		observer: p.Observer, scale: p.scale, reading: p.Reading, unitReading: p.UnitReading, layer: p.Layer, unit: p.Unit,
		count: len(p.Points), trained: p.Trained, test: p.ShowTest, discrete: p.Discretize, none: p.Fieldless,
		starts: len(p.Starts), colours: p.palette.Changes(p.Theme), lang: p.Lang,
	}
	if len(p.Points) > 0 {
		now.points = &p.Points[0]
	}
	shown := weights{params: p.Params, ghost: p.Ghost, runs: p.Runs}
	if len(p.Starts) > 0 {
		shown.start = p.Starts[0]
	}
	fresh := now != p.drawn.of || !p.drawn.weights.equal(&shown)
	if fresh {
		p.drawn = picture{of: now, weights: p.drawn.weights, runs: p.drawn.runs[:0]}
		p.drawn.weights.keep(&shown)
		p.draw(&p.drawn)
		p.version++
	}
	if !p.Moving && (fresh || p.waits || p.said != p.Asked) || p.told == "" {
		p.told, p.said, p.waits = p.summary(p.drawn), p.Asked, false
	} else if fresh {
		p.waits = true
	}
	return &p.drawn
}

// draw asks the model for a picture.
func (p *Panel) draw(seen *picture) {
	if !p.Fieldless {
		// The kept runs first, whose fields are as large: the picture's own stays.
		for _, run := range p.Runs {
			seen.runs = append(seen.runs, p.boundary(run))
		}
		seen.ghost = p.boundary(p.Ghost)
		seen.field = p.field(p.Params, side)
		if p.Layer > 0 {
			seen.field = p.unitField()
		}
		seen.lines = p.tracer.Trace(seen.field, seen.field.Middle())
		seen.boundary = plane.Path(seen.lines, p.scale)
		if len(p.Starts) > 0 { // last: they are asked over the same grid
			seen.field = p.starts.of(p)
		}
		if outputs := last(p.Observer.Points(p.Points, p.Params)); outputs.Rows == len(p.Points) {
			seen.verdict = plane.Judge(p.placed.of(p.Points), outputs.Data, outputs.Cols, p.Reading)
		}
		seen.wrong = p.wrong(seen.verdict)
	}
	p.paint.Palette, p.paint.Side, p.paint.Field, p.paint.Discrete = &p.palette, side, seen.field, p.Discretize && p.Layer == 0
}

// placed are points as the plane has them, made once of the same points.
type placed struct {
	first  *experiment.Point
	count  int
	points []plane.Point
}

func (p *placed) of(points []experiment.Point) []plane.Point {
	if len(points) == 0 {
		return nil
	}
	if p.first != &points[0] || p.count != len(points) {
		*p = placed{&points[0], len(points), plane.PointsOf(points)}
	}
	return p.points
}
