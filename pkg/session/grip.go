package session

import (
	"math"
	"slices"
	"strconv"

	"firstneuron/pkg/experiment"
)

// grip is what Escape goes back to while something on the chart is moved.
type grip struct {
	edit         Edit
	past, future []Edit
	// held are the points by which the axes stand still.
	held []experiment.Point
	// dragged is set when a pointer holds it, and not the keys.
	dragged bool
}

// Held returns the points as they were when something on the chart was taken
// hold of, by which the axes stand still until it is let go; at other times the
// points.
func (s Session) Held() []experiment.Point {
	if s.grip != nil {
		return s.grip.held
	}
	return s.Experiment.Points
}

// Dragging reports whether a pointer holds something on the chart.
func (s Session) Dragging() bool { return s.grip != nil && s.grip.dragged }

// GripTaken says that a point or the line was taken hold of, by mouse, finger
// or keys. Keys say so at each move. A pointer says so once, maybe of what the
// keys hold. What is moved from then on is a step of Undo of its own.
type GripTaken struct{ Dragged bool }

func (m GripTaken) update(s Session) (Session, []Effect) {
	if s.grip == nil || m.Dragged && !s.grip.dragged {
		s.grip = &grip{edit: s.Edit, past: s.Past, future: s.Future, held: s.Held(), dragged: m.Dragged}
		s.change = ""
	}
	return s, nil
}

// GripLeft says that it was let go.
type GripLeft struct{}

func (GripLeft) update(s Session) (Session, []Effect) { return s.letGo() }

// GripCancelled puts it back to where it was taken.
type GripCancelled struct{}

func (GripCancelled) update(s Session) (Session, []Effect) { return s.putBack() }

// PointMoved puts the point of a row somewhere else.
type PointMoved struct {
	Row  int
	X, Y float64
}

func (m PointMoved) update(s Session) (Session, []Effect) {
	if s.Experiment.Locks(experiment.DataPart) {
		return s, nil
	}
	return s.movePoint(m.Row, m.X, m.Y)
}

// LineMoved makes another line the first guess, of a one-neuron model.
type LineMoved struct{ Line experiment.Line }

func (m LineMoved) update(s Session) (Session, []Effect) { return s.moveLine(m.Line) }

// letGo ends a drag: the axes and the link follow, and the next drag is a step
// of Undo of its own.
func (s Session) letGo() (Session, []Effect) {
	s.change = ""
	if s.grip == nil {
		return s, nil
	}
	s.grip = nil
	return s, []Effect{s.writeFragment()}
}

// putBack restores what was there before the grip was taken, or lets go of what
// is selected.
func (s Session) putBack() (Session, []Effect) {
	if s.grip == nil {
		s.Selected, s.Handle = 0, NoHandle
		return s, nil
	}
	previous := s.Experiment
	s.Edit, s.Past, s.Future = s.grip.edit, s.grip.past, s.grip.future
	s, effects := s.follow(previous)
	s, link := s.letGo()
	return s, append(effects, link...)
}

// movePoint types a place into the boxes of a row.
func (s Session) movePoint(id int, x, y float64) (Session, []Effect) {
	i := slices.IndexFunc(s.Rows, func(r Row) bool { return r.ID == id })
	if i < 0 || !within(x) || !within(y) {
		return s, nil
	}
	rows := slices.Clone(s.Rows)
	rows[i] = rows[i].moved(x, y)
	return s.editedRows(rows, "move "+strconv.Itoa(id))
}

// moveLine makes a line the first guess.
func (s Session) moveLine(line experiment.Line) (Session, []Effect) {
	if !s.Experiment.IsLine() || s.Experiment.Locks(experiment.ModelPart) || !within(line.W) || !within(line.B) {
		return s, nil
	}
	next := s.Edit.withoutDraft("w").withoutDraft("b")
	next.Experiment.Initial = &line
	return s.edited(next, "line")
}

// within reports whether a number is one that can be typed.
func within(v float64) bool { return math.Abs(v) <= experiment.MaxAbs }
