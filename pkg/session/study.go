package session

import (
	"context"
	"slices"
	"time"
)

// Study is something to work out beside the training: the loss over the
// weights, one step, many starts, a run of the race. It is a plain value; the
// work happens in [Studies].
type Study interface {
	// topic is what the study is about: a later one on the same topic takes its
	// place.
	topic() string
	// begin returns the work, nothing of it done.
	begin() work
}

// work is a study under way. Slice works until the deadline and returns what
// is known by then.
type work interface {
	slice(ctx context.Context, deadline time.Time) (m Msg, done bool)
}

// Studies works on the studies that Update begins, the latest first, in slices.
// Like the [Trainer] it changes in place and belongs to whoever performs the
// effects. The zero value is ready.
type Studies struct {
	underway []underway // the latest last
}

type underway struct {
	topic string
	work  work
}

// Begin takes a study up, and drops an earlier one on the same topic.
func (s *Studies) Begin(study Study) {
	s.Drop(study)
	s.underway = append(s.underway, underway{study.topic(), study.begin()})
}

// Drop leaves the study on a topic.
func (s *Studies) Drop(study Study) {
	s.underway = slices.DeleteFunc(s.underway, func(u underway) bool { return u.topic == study.topic() })
}

// Idle reports whether there is nothing to work on.
func (s *Studies) Idle() bool { return len(s.underway) == 0 }

// Slice works until the deadline, on the latest study first, and returns what
// is known by then.
func (s *Studies) Slice(ctx context.Context, deadline time.Time) []Msg {
	var messages []Msg
	for len(s.underway) > 0 {
		latest := len(s.underway) - 1
		m, done := s.underway[latest].work.slice(ctx, deadline)
		if m != nil {
			messages = append(messages, m)
		}
		if !done {
			break
		}
		s.underway = s.underway[:latest]
		if !time.Now().Before(deadline) {
			break
		}
	}
	return messages
}

// study begins what the views that are open have to know by now and do not.
func (s Session) study(effects []Effect) (Session, []Effect) {
	for _, next := range []func(Session) (Session, Study){
		Session.race, Session.tryStarts, Session.survey, Session.traceStep,
	} {
		var study Study
		if s, study = next(s); study != nil {
			effects = append(effects, Begin{Study: study})
		}
	}
	return s, effects
}

// dropped are the studies of the views that were open before and are not now.
// The surface, which cannot be closed, is soon done.
func (s Session) dropped(before Session) []Effect {
	var effects []Effect
	for _, topic := range []struct {
		study       Study
		before, now bool
	}{
		{Race{}, len(before.Kept) > 0, len(s.Kept) > 0},
		{TryStarts{}, before.Starts.Open, s.Starts.Open},
		{TraceStep{}, before.Walk.Open, s.Walk.Open},
	} {
		if topic.before && !topic.now {
			effects = append(effects, Drop{Study: topic.study})
		}
	}
	return effects
}

// number returns the session with the number of its next study.
func (s Session) number() (Session, int) {
	s.studies++
	return s, s.studies
}
