package session

import (
	"time"

	"firstneuron/pkg/experiment"
)

// WarmUp is a drag of the last point that is not shown: browsers compile a
// function when it is first called and optimize it once it is called often, so
// that the first drag would be the slowest. It has a Machine of its own; the
// Session it starts from stays as it is.
type WarmUp struct {
	machine Machine
	row     Row
	step    float64
	moves   int
}

// NewWarmUp takes hold of the last point. It reports false where a drag
// trains nothing, and while something else goes on.
func NewWarmUp(s Session) (r *WarmUp, ok bool) {
	row, ok := s.RowOf(len(s.Experiment.Points) - 1)
	s.seen = true // as it will be when she drags
	if !ok || !s.AutoTrains() || s.Dragging() || s.Run.Phase == Running || s.Experiment.Locks(experiment.DataPart) {
		return nil, false
	}
	r = &WarmUp{machine: NewMachine(s), row: row}
	for _, point := range s.Experiment.Points {
		r.step = max(r.step, point.Y-row.Point.Y, row.Point.Y-point.Y)
	}
	r.step /= 100
	r.update(DragStarted{ByPointer: true}, time.Time{})
	return r, true
}

// Move moves the point a little, does what follows until the deadline, and
// returns what would be seen then.
func (r *WarmUp) Move(deadline time.Time) Session {
	r.moves++
	y := r.row.Point.Y - r.step*float64(r.moves)
	r.update(PointMoved{Row: r.row.ID, X: r.row.Point.X[0], Y: y}, deadline)
	for _, m := range r.machine.WorkOnJobs(deadline) {
		r.update(m, deadline)
	}
	return r.machine.Session
}

// update lets the machine work. All other effects would be seen, and the slices
// after the first one belong to later frames, of which there are none.
func (r *WarmUp) update(m Msg, deadline time.Time) {
	r.machine.Send(m, func(effect Effect) {
		if _, later := effect.(NextSlice); later {
			return
		}
		if progress, _ := r.machine.Work(effect, deadline); progress != nil {
			r.update(progress, deadline)
		}
	})
}
