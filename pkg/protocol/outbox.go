package protocol

import (
	"maps"
	"reflect"
	"time"

	"firstneuron/pkg/session"
)

// Outbox turns changes of a session into events and limits how often a parent
// gets each. Make one with [NewOutbox].
type Outbox struct {
	known session.Session
	// state is the last one that the parent was sent; nil to send it again.
	state map[string]any
	score float64

	epochs, states, ends, scores, sizes, errors, steps slot
	// answered wait to be told, one after the other.
	answered []map[string]any
}

// NewOutbox returns an outbox that reports changes from this session on.
func NewOutbox(s session.Session) *Outbox {
	return &Outbox{
		known: s, state: State(s), score: s.Score(),
		epochs: slot{every: eventEvery}, states: slot{every: stateEvery}, ends: slot{every: eventEvery},
		scores: slot{every: eventEvery}, sizes: slot{every: eventEvery}, errors: slot{every: eventEvery}, steps: slot{every: eventEvery},
	}
}

// Observe compares a changed session with the one before and notes the events.
func (o *Outbox) Observe(s session.Session) {
	before := o.known
	o.known = s
	o.states.waits = map[string]any{} // made of the newest session when it is due
	last := s.Run.Timeline.Last()
	if last.Logged() && (last.Epoch != before.Run.Timeline.Last().Epoch || s.Run.ID != before.Run.ID) {
		o.epochs.waits = object("event", "epoch", "epoch", last.Epoch, "goal", s.Run.Goal, "loss", number(last.Loss))
	}
	if s.Run.ID != before.Run.ID || s.Run.Phase != before.Run.Phase {
		o.state = nil // whoever awaits the end of a training gets the state even if it is unchanged
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
	o.observeSteps(before, s)
	if score := s.Score(); score != o.score {
		if score > o.score {
			o.scores.waits = object("event", "completed", "score", score, "completed", s.Completed())
			if s.ActivityNow() != nil {
				o.scores.waits["step"], o.scores.waits["answers"] = s.StepNumber(), answers(s)
			}
		}
		o.score = score
	}
}

// mostAnswered is how many answers wait for a parent that is told 10 a second.
const mostAnswered = 100

// observeSteps notes that the learner has gone to another step, or has answered one.
func (o *Outbox) observeSteps(before, s session.Session) {
	a := s.ActivityNow()
	if a == nil {
		return
	}
	if s.StepNumber() != before.StepNumber() {
		o.steps.waits = object("event", "step", "step", s.StepNumber(), "steps", len(a.Steps))
	}
	for i, step := range a.Steps {
		record, past := s.Challenge.Way.RecordOf(i), before.Challenge.Way.RecordOf(i)
		if record.Tries <= past.Tries || !before.Experiment.Activity.Equal(s.Experiment.Activity) || len(o.answered) == mostAnswered {
			continue
		}
		var right any
		if step.Ask.Checked {
			right = step.Ask.Accepts(record.Answer)
		}
		o.answered = append(o.answered, object("event", "answered", "step", i+1, "kind", string(step.Ask.Kind), "answer", record.Answer, "right", right))
	}
}

// Resized notes the event of a new height of the page, in CSS pixels.
// web/height.js tells the height to hosts without a port.
func (o *Outbox) Resized(height int) {
	o.sizes.waits = object("event", "resize", "height", height)
}

// Due returns the events to send now, and after how long to ask again; when that
// time is negative, ask after the next Observe or Resized.
func (o *Outbox) Due(now time.Time) (events []map[string]any, wait time.Duration) {
	wait = -1
	events, o.answered = o.answered, nil
	for _, s := range []*slot{&o.epochs, &o.ends, &o.states, &o.steps, &o.scores, &o.sizes, &o.errors} {
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
