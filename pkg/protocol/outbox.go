package protocol

import (
	"maps"
	"reflect"
	"time"

	"firstneuron/pkg/session"
)

// Outbox turns what happens to a session into events, as often as a parent may
// hear of each. Make one with [NewOutbox].
type Outbox struct {
	known session.Session
	// state is what the parent was told last; nil when it is to be told again.
	state map[string]any
	score float64

	epochs, states, ends, scores, sizes, errors slot
}

// NewOutbox returns the outbox of a session that the parent knows by now.
func NewOutbox(s session.Session) *Outbox {
	return &Outbox{
		known: s, state: State(s), score: s.Score(),
		epochs: slot{every: eventEvery}, states: slot{every: stateEvery}, ends: slot{every: eventEvery},
		scores: slot{every: eventEvery}, sizes: slot{every: eventEvery}, errors: slot{every: eventEvery},
	}
}

// Observe takes notice of a changed session.
func (o *Outbox) Observe(s session.Session) {
	before := o.known
	o.known = s
	o.states.waits = map[string]any{} // made of the newest session when it is due
	last := s.Run.Timeline.Last()
	if last.Logged() && (last.Epoch != before.Run.Timeline.Last().Epoch || s.Run.ID != before.Run.ID) {
		o.epochs.waits = object("event", "epoch", "epoch", last.Epoch, "goal", s.Run.Goal, "loss", number(last.Loss))
	}
	if s.Run.ID != before.Run.ID || s.Run.Phase != before.Run.Phase {
		o.state = nil // who waits for a training's end hears of it, though all be as before
		switch s.Run.Phase {
		case session.Finished:
			o.ends.waits = object("event", "trained", "state", State(s))
		case session.Diverged:
			o.ends.waits = object("event", "diverged", "state", State(s))
		}
	}
	if p := s.Run.Problem; p != nil && p != before.Run.Problem && s.Run.Phase != session.Diverged {
		o.errors.waits = object("event", "error", "code", p.Code, "message", p.Error())
	}
	if score := s.Score(); score != o.score {
		if score > o.score {
			o.scores.waits = object("event", "completed", "score", score, "completed", s.Completed())
		}
		o.score = score
	}
}

// Resized takes notice of another height of the page, in CSS pixels. web/height.js
// tells it to hosts without a port.
func (o *Outbox) Resized(height int) {
	o.sizes.waits = object("event", "resize", "height", height)
}

// Due returns the events to be sent now, and after how long to ask again; a
// negative time is not before something happens.
func (o *Outbox) Due(now time.Time) (events []map[string]any, wait time.Duration) {
	wait = -1
	for _, s := range []*slot{&o.epochs, &o.ends, &o.states, &o.scores, &o.sizes, &o.errors} {
		event, rest := s.due(now)
		if s == &o.ends && event != nil && !reflect.DeepEqual(event["state"], o.state) {
			// It may have waited longer than what has come since.
			o.state, o.states.waits = nil, map[string]any{}
		}
		if s == &o.states && event != nil {
			state := State(o.known)
			if reflect.DeepEqual(state, o.state) {
				continue
			}
			o.state = maps.Clone(state)
			event = object("event", "state", "state", state)
		}
		if event != nil {
			events = append(events, event)
		}
		if rest >= 0 && (wait < 0 || rest < wait) {
			wait = rest
		}
	}
	return events, wait
}
