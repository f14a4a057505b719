package session

import (
	"context"
	"time"
)

// Rehearsal is a drag of the last point that nobody sees: browsers compile a
// function when it is first called and optimize it once it is called often, so
// that the first drag would be the slowest. It has a Trainer and Studies of its
// own; the Session it starts from stays as it is.
type Rehearsal struct {
	session Session
	trainer Trainer
	studies Studies
	row     Row
	step    float64
	moves   int
}

// NewRehearsal takes hold of the last point. It reports false where a drag
// trains nothing, and while something else goes on.
func NewRehearsal(s Session) (r *Rehearsal, ok bool) {
	row, ok := s.RowOf(len(s.Experiment.Points) - 1)
	if !ok || !s.Live() || s.Dragging() || s.Run.Phase == Running || s.Experiment.Locks("data") {
		return nil, false
	}
	r = &Rehearsal{session: s, row: row}
	for _, point := range s.Experiment.Points {
		r.step = max(r.step, point.Y-row.Point.Y, row.Point.Y-point.Y)
	}
	r.step /= 100
	r.update(GripTaken{Dragged: true}, time.Time{})
	return r, true
}

// Move moves the point a little, does what follows until the deadline, and
// returns what would be seen then.
func (r *Rehearsal) Move(deadline time.Time) Session {
	r.moves++
	y := r.row.Point.Y - r.step*float64(r.moves)
	r.update(PointMoved{Row: r.row.ID, X: r.row.Point.X, Y: y}, deadline)
	for _, m := range r.studies.Slice(context.Background(), deadline) {
		r.update(m, deadline)
	}
	return r.session
}

// update performs the effects that train and study; all others would be seen.
func (r *Rehearsal) update(m Msg, deadline time.Time) {
	next, effects := Update(r.session, m)
	r.session = next
	for _, effect := range effects {
		switch effect := effect.(type) {
		case StartTraining:
			if r.trainer.Start(effect) == nil {
				r.update(r.trainer.Slice(context.Background(), effect.Run, deadline), deadline)
			}
		case Begin:
			r.studies.Begin(effect.Study)
		case Drop:
			r.studies.Drop(effect.Study)
		}
	}
}
