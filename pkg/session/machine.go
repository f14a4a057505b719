package session

import (
	"context"
	"time"
)

// Machine runs a Session: it updates it, and does the work that the updates ask
// for, which is to train and to work on jobs. The page, its warm-up and the tests all
// have one. They differ in when they let it work, and in what they do about the
// other effects, which ask something of a page.
//
// A Machine changes in place, and nothing else here does but for its parts.
type Machine struct {
	Session

	trainer Trainer
	jobs    Jobs
	// effects wait to be performed, in the order in which they were asked for;
	// performing is set while Send is at them.
	effects    []Effect
	performing bool
}

// NewMachine returns a machine that runs a session and has nothing to do yet.
func NewMachine(s Session) Machine { return Machine{Session: s} }

// Send updates the session, and has perform do what the update asks for, one
// effect after the other. What an effect brings at once, such as the first slice
// of a training, is a Send within a Send: its effects come after those that wait
// already, since they are newer. Send reports whether nothing waits any more;
// within a Send it never does.
func (m *Machine) Send(message Msg, perform func(Effect)) (done bool) {
	next, effects := Update(m.Session, message)
	m.Session = next
	m.effects = append(m.effects, effects...)
	if m.performing {
		return false
	}
	m.performing = true
	for len(m.effects) > 0 {
		effect := m.effects[0]
		m.effects = m.effects[1:]
		perform(effect)
	}
	m.performing = false
	return true
}

// Work performs an effect about training or about a job. It trains until
// the deadline, and returns the message about what that brought, to be sent;
// nil when there is none. ok is false for an effect that asks something of a
// page.
func (m *Machine) Work(effect Effect, deadline time.Time) (message Msg, ok bool) {
	switch effect := effect.(type) {
	case StartTraining:
		if problem := m.trainer.Start(effect); problem != nil {
			return Progress{Run: effect.Run, Problem: problem}, true
		}
		return m.slice(effect.Run, deadline), true
	case NextSlice:
		return m.slice(effect.Run, deadline), true
	case BeginJob:
		m.jobs.Begin(effect.Job)
	case DropJob:
		m.jobs.Drop(effect.Job)
	default:
		return nil, false
	}
	return nil, true
}

// slice works one slice of a run, unless the run is over by now: a trainer that
// went on all the same would no longer be where a paused run stands.
func (m *Machine) slice(run int, deadline time.Time) Msg {
	if run != m.Run.ID || m.Run.Phase != Running {
		return nil
	}
	return m.trainer.Slice(context.Background(), run, deadline)
}

// WorkOnJobs works on the jobs until the deadline, and returns the messages about
// what is known by then.
func (m *Machine) WorkOnJobs(deadline time.Time) []Msg {
	return m.jobs.Slice(context.Background(), deadline)
}

// DropJob leaves the job that is worked on.
func (m *Machine) DropJob() { m.jobs.dropLatest() }

// GoOn returns what has to be performed so that a page made anew goes on where
// another has ended. Effects that waited are lost with that page.
func (m *Machine) GoOn() []Effect {
	m.effects, m.performing = nil, false
	effects := []Effect{WriteFragment{Experiment: m.Experiment}}
	if m.Run.Phase == Running {
		effects = append(effects, NextSlice{Run: m.Run.ID})
	}
	if m.Playback.On {
		effects = append(effects, NextFrame{Playback: m.Playback.ID})
	}
	if m.Experiment.Sound {
		effects = append(effects, OpenSound{})
	}
	return effects
}

// Idle reports whether there is no job to work on.
func (m *Machine) Idle() bool { return m.jobs.Idle() }
