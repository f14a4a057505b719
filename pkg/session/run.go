package session

import (
	"time"

	"firstneuron/pkg/experiment"
)

// Phase is where a run stands.
type Phase int

// The phases of a run.
const (
	// Untrained shows the first guess: the initial weights.
	Untrained Phase = iota
	// Running is training now.
	Running
	// Paused was stopped by the learner.
	Paused
	// Finished has trained all the epochs asked for.
	Finished
	// Diverged stopped at the first loss that is not a finite number.
	Diverged
)

// Run is one training, from the initial weights to where it stands.
type Run struct {
	// ID changes whenever earlier slices must no longer count.
	ID    int
	Phase Phase
	// Goal is the epoch the status counts to.
	Goal int
	// until is the epoch at which the current training ends; a single step
	// ends before the goal.
	until int
	// cut is set when the end of the timeline was taken away, so that the
	// trainer's model is none of this run's any more.
	cut bool
	// auto is set when an edit began it.
	auto bool
	// trained is the experiment that is, or was, trained; mixed is set when the
	// epochs before were trained in another way, so that no single training
	// leads here.
	trained experiment.Experiment
	mixed   bool
	// stale says that an edit still waits to be trained.
	stale bool
	// took is how long the training has taken, since epoch from; predictTook is how
	// long one prediction took.
	took, predictTook time.Duration
	from              int
	// before is the run that "Back to first guess" left, nil for none. It stays in
	// sight, and Undo goes back to it, until something else is trained or edited.
	before *Run
	// plays is set when the run is to be played from its first guess on, once it is
	// known; still is set when that is to be in a few pictures.
	plays, still bool
	// Timeline always holds at least the state before training.
	Timeline Timeline
	// Problem says why a run could not start or go on.
	Problem *experiment.Problem
}

// Metric is what was measured beside the loss, "" for nothing.
func (r Run) Metric() string { return r.trained.Metric }

// Ghost returns the record of the run that "Back to first guess" left, nil for none.
func (r Run) Ghost() *Timeline {
	if r.before == nil {
		return nil
	}
	return &r.before.Timeline
}

// perEpoch is how long an epoch has taken on this machine, on average.
func (r Run) perEpoch() time.Duration {
	return r.took / time.Duration(max(r.Timeline.Last().Epoch-r.from, 1))
}

// TrainPressed trains from the initial weights for the set epochs. The first one of a
// visit is played, in a few pictures where Still says that nothing is to move by itself,
// and not where AtOnce does: a page around this one wants the end.
type TrainPressed struct{ Still, AtOnce bool }

func (m TrainPressed) update(s Session) (Session, []Effect) {
	return s.pressed(func(s Session) (Session, []Effect) {
		plays := s.Experiment.Play && !s.seen && !m.AtOnce
		s, effects := s.toEnd().untrained().train(s.Experiment.Epochs)
		s.Run.plays, s.Run.still = plays && s.Run.Phase == Running, m.Still
		return s, effects
	})
}

// TrainMorePressed goes on: the rest of a paused run, or as many epochs again.
type TrainMorePressed struct{}

func (TrainMorePressed) update(s Session) (Session, []Effect) {
	return s.pressed(func(s Session) (Session, []Effect) { return s.toEnd().trainMore() })
}

// ContinuePressed trains on from the epoch that is shown.
type ContinuePressed struct{}

func (ContinuePressed) update(s Session) (Session, []Effect) { return s.pressed(Session.continueHere) }

// pressed trains when a button asks for it, unless a training is running or
// something keeps it from starting: then the current run stays as it is.
func (s Session) pressed(train func(Session) (Session, []Effect)) (Session, []Effect) {
	if s.Run.Phase == Running {
		return s, nil
	}
	if s, effects, ok := s.mayTrain(); !ok {
		return s, effects
	}
	return train(s)
}

// PausePressed stops the run where it is.
type PausePressed struct{}

func (PausePressed) update(s Session) (Session, []Effect) { return s.pause().checkGoals(), nil }

// StepPressed trains one epoch more.
type StepPressed struct{}

func (StepPressed) update(s Session) (Session, []Effect) { return s.toEnd().pause().step() }

// ResetPressed goes back to the initial weights. The run stays in sight, and Undo
// brings it back.
type ResetPressed struct{}

func (ResetPressed) update(s Session) (Session, []Effect) {
	before := s.pause().Run
	s = s.toEnd().untrained()
	if before.Timeline.Last().Logged() {
		before.before = nil
		s.Run.before = &before
	}
	return s, nil
}

// back brings back the run that ResetPressed left.
func (s Session) back() Session {
	id := s.Run.ID
	s.Run = *s.Run.before
	s.Run.ID = id + 1
	s.Run.cut = true // the trainer's model may have gone on from another start
	return s.toEnd()
}

// continueHere trains on from the epoch that is shown: what is left to the
// goal, or as many epochs again at the end. What came later is forgotten. Only
// the weights are taken up: an optimizer with a memory begins with an empty one,
// as after loading weights in Keras.
func (s Session) continueHere() (Session, []Effect) {
	shown := s.Shown()
	if shown.Epoch == s.Run.Timeline.Last().Epoch {
		return s.toEnd().trainMore() // with what was changed there
	}
	left := s.Run.Goal - shown.Epoch
	s.Run.Timeline = s.Run.Timeline.Until(shown)
	s.Run.cut = true
	return s.toEnd().train(left)
}

// untrained resets the run to the initial weights of the experiment.
func (s Session) untrained() Session {
	s.Run = Run{ID: s.Run.ID + 1, Goal: s.Experiment.Epochs}
	initial := s.derived().predictor
	s.Run.Timeline, s.Run.Problem = newTimeline(initial.initial), initial.problem
	s.PointedEpoch = -1
	return s
}

// mayTrain reports whether nothing keeps a run from starting; where something
// does, the session says what.
func (s Session) mayTrain() (Session, []Effect, bool) {
	if problems := s.Problems(); len(problems) > 0 {
		s.Run.Problem = problems[0]
		if code := s.CodeProblem(); code == problems[0] {
			return s.opened(experiment.CodePanel), []Effect{FocusCode{Line: code.Line}}, false
		}
		return s.withProblemInSight(), []Effect{FocusProblem{}}, false
	}
	return s, nil, !s.AwaitingAnswer()
}

// train starts a run of so many epochs from the current weights.
func (s Session) train(epochs int) (Session, []Effect) {
	return s.trainTowards(epochs, s.Run.Timeline.Last().Epoch+epochs)
}

// trainTowards starts a run of so many epochs on the way to a goal.
func (s Session) trainTowards(epochs, goal int) (Session, []Effect) {
	s, effects, ok := s.mayTrain()
	if !ok {
		return s, effects
	}
	if last := s.changed(s.Run.Timeline.Last()); s.changedAt(last.Epoch) {
		s.Run.Timeline, s.Run.cut = s.Run.Timeline.Until(last), true
	}
	last := s.Run.Timeline.Last().Epoch
	// After a divergence the trainer's model stands before the last update.
	resume := s.Run.Phase != Untrained && s.Run.Phase != Diverged && !s.Run.cut
	mixed := last > 0 && (s.Run.mixed || !resume || !s.Run.trained.SameTraining(s.Experiment))
	s.Run = Run{
		ID:       s.Run.ID + 1,
		Phase:    Running,
		Goal:     goal,
		until:    last + epochs,
		trained:  s.Experiment,
		mixed:    mixed,
		from:     last,
		Timeline: s.Run.Timeline,
	}
	return s, []Effect{StartTraining{
		Run:        s.Run.ID,
		Experiment: s.Experiment,
		Epochs:     epochs,
		Goal:       goal,
		Timeline:   s.Run.Timeline,
		Continue:   resume,
	}}
}

// trainMore finishes a paused run, or trains as many epochs again.
func (s Session) trainMore() (Session, []Effect) {
	if left := s.Run.Goal - s.Run.Timeline.Last().Epoch; s.Run.Phase == Paused && left > 0 {
		return s.train(left)
	}
	return s.train(s.Experiment.Epochs)
}

// step trains one epoch, and leaves the goal of an unfinished run in place so
// that the status goes on counting towards it.
func (s Session) step() (Session, []Effect) {
	goal := max(s.Run.Goal, s.Run.Timeline.Last().Epoch+1)
	if s.Run.Phase == Untrained {
		goal = max(goal, s.Experiment.Epochs)
	}
	return s.trainTowards(1, goal)
}

// pause stops a run; a slice that has begun no longer counts.
func (s Session) pause() Session {
	if s.Run.Phase == Running {
		s.Run.Phase = Paused
		s.Run.ID++
	}
	return s
}
