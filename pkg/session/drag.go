package session

import (
	"math"
	"slices"
	"strconv"

	"firstneuron/pkg/experiment"
)

// drag is what Escape goes back to while something on the chart is moved, by a
// pointer or by keys.
type drag struct {
	edit         Edit
	past, future []Edit
	// axes are what the axes go by: they stand still.
	axes Axes
	// byPointer is set when a pointer moves it, and not the keys.
	byPointer bool
}

// Axes are what the chart's axes go by: its points, the weights of its line, and the x
// to predict.
type Axes struct {
	Points  []experiment.Point
	Params  []float32
	Predict float64
}

// Axes returns what the axes go by. During a drag that is what was there when it
// started, so that the axes stand still.
func (s Session) Axes() Axes {
	if s.drag != nil {
		return s.drag.axes
	}
	return Axes{s.Experiment.Points, s.Shown().Params, s.Experiment.Predict[0]}
}

// Dragging reports whether a pointer holds something on the chart.
func (s Session) Dragging() bool { return s.drag != nil && s.drag.byPointer }

// DragStarted says that a point or the line was taken hold of, by mouse, finger
// or keys. Keys say so at each move. A pointer says so once, maybe of what the
// keys hold. What is moved from then on is a step of Undo of its own.
type DragStarted struct{ ByPointer bool }

func (m DragStarted) update(s Session) (Session, []Effect) {
	if s.drag == nil || m.ByPointer && !s.drag.byPointer {
		s.drag = &drag{edit: s.Edit, past: s.Past, future: s.Future, axes: s.Axes(), byPointer: m.ByPointer}
		s.change = ""
	}
	return s, nil
}

// DragEnded says that it was let go.
type DragEnded struct{}

func (DragEnded) update(s Session) (Session, []Effect) { return s.endDrag() }

// DragCancelled puts it back to where it was taken.
type DragCancelled struct{}

func (DragCancelled) update(s Session) (Session, []Effect) { return s.cancelDrag() }

// PointMoved puts the point of a row somewhere else.
type PointMoved struct {
	Row  int
	X, Y float64
}

func (m PointMoved) update(s Session) (Session, []Effect) {
	if s.Experiment.Locks(experiment.DataPart) {
		return s, nil
	}
	to := experiment.Point{X: experiment.Place{m.X}, Y: m.Y}
	if i := indexOf(s.Rows, m.Row); i >= 0 {
		to.X = s.Rows[i].Point.X
		to.X[0] = m.X
	}
	return s.movePoint(m.Row, to)
}

// LineMoved makes another weight and bias the first guess, of a one-neuron model.
type LineMoved struct{ Line experiment.Line }

func (m LineMoved) update(s Session) (Session, []Effect) { return s.moveLine(m.Line) }

// LineDrawn does so with a line over x, as the chart has it: where the model normalizes
// x, its weights are others.
type LineDrawn struct{ Line experiment.Line }

func (m LineDrawn) update(s Session) (Session, []Effect) {
	return s.moveLine(s.Experiment.LineFromX(m.Line))
}

// endDrag ends a drag: the axes and the link follow, and the next drag is a step
// of Undo of its own.
func (s Session) endDrag() (Session, []Effect) {
	s.change = ""
	if s.drag == nil {
		return s, nil
	}
	s.drag = nil
	return s, []Effect{s.writeFragment()}
}

// cancelDrag restores what was there before the drag started, or deselects what
// is selected.
func (s Session) cancelDrag() (Session, []Effect) {
	if s.drag == nil {
		s.Selected, s.Handle = 0, NoHandle
		return s, nil
	}
	previous := s.Experiment
	s.Edit, s.Past, s.Future = s.drag.edit, s.drag.past, s.drag.future
	s, effects := s.follow(previous)
	s, link := s.endDrag()
	return s, append(effects, link...)
}

// movePoint types a point into the boxes of a row.
func (s Session) movePoint(id int, to experiment.Point) (Session, []Effect) {
	i := indexOf(s.Rows, id)
	if i < 0 || !pointWithin(to) {
		return s, nil
	}
	rows := slices.Clone(s.Rows)
	rows[i] = rows[i].moved(to, s.Experiment.Inputs)
	return s.editedRows(rows, "move "+strconv.Itoa(id))
}

// moveLine makes a line the first guess.
func (s Session) moveLine(line experiment.Line) (Session, []Effect) {
	if !s.Experiment.IsLine() || s.Experiment.Locks(experiment.ModelPart) || !within(line.W) || !within(line.B) {
		return s, nil
	}
	next := s.Edit.withoutDraft("w").withoutDraft("b")
	next.Experiment.Initial = &line
	s, effects := s.edited(next, "line")
	return s.withGuess(), effects
}

// pointWithin reports whether all numbers of a point are ones that can be typed.
func pointWithin(p experiment.Point) bool {
	for _, x := range p.X {
		if !within(x) {
			return false
		}
	}
	return within(p.Y)
}

// within reports whether a number is one that can be typed.
func within(v float64) bool { return math.Abs(v) <= experiment.MaxAbs }
