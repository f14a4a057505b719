package session

import (
	"context"
	"slices"
	"time"

	"firstneuron/pkg/experiment"
)

// race asks for the kept runs that are out of date to be trained again, all in
// one study: they share their data, and an edit makes all of them out of date.
func (s Session) race() (Session, Study) {
	if len(s.Kept) == 0 {
		return s, nil
	}
	s.Kept = s.remodelled()
	if len(s.Problems()) > 0 || s.Run.Phase == Running {
		return s, nil
	}
	kept := slices.Clone(s.Kept)
	var runs []Racer
	begin := false
	for i, k := range kept {
		e := k.racing(s.Experiment)
		current := !k.stale && e.SameTraining(k.Experiment)
		if current && !k.Running {
			continue
		}
		params, problem := s.initialParams(e)
		if problem != nil {
			continue
		}
		begin = begin || !current
		kept[i].Experiment, kept[i].Running, kept[i].stale = e, true, false
		runs = append(runs, Racer{Kept: k.ID, Experiment: e, Timeline: newTimeline(params)})
	}
	if !begin {
		return s, nil // what is under way is what is wanted
	}
	s, s.racing = s.number()
	s.Kept = kept
	return s, Race{ID: s.racing, Runs: runs}
}

// remodelled returns the kept runs with the model at hand: one of another model
// goes back to the initial weights, as its own fit no view any more.
func (s Session) remodelled() []Kept {
	kept := slices.Clone(s.Kept)
	for i, k := range kept {
		e := k.racing(s.Experiment)
		if e.SameModel(k.Experiment) {
			continue
		}
		if params, problem := s.initialParams(e); problem == nil {
			kept[i].Experiment, kept[i].Timeline = e, newTimeline(params)
			kept[i].Diverged, kept[i].Running, kept[i].stale = false, false, true
		}
	}
	return kept
}

// Race is the study that trains kept runs again.
type Race struct {
	ID   int
	Runs []Racer
}

// Racer is a kept run, and its timeline: at first only the start.
type Racer struct {
	Kept           int
	Experiment     experiment.Experiment
	Timeline       Timeline
	Done, Diverged bool
}

// Raced is how far the runs of a Race are that have begun.
type Raced struct {
	ID   int
	Runs []Racer
}

func (m Raced) update(s Session) (Session, []Effect) {
	if m.ID != s.racing {
		return s, nil
	}
	s.Kept = slices.Clone(s.Kept)
	for _, run := range m.Runs {
		for i, k := range s.Kept {
			if k.ID == run.Kept && k.Running {
				s.Kept[i].Timeline, s.Kept[i].Running, s.Kept[i].Diverged = run.Timeline, !run.Done, run.Diverged
			}
		}
	}
	return s, nil
}

func (Race) topic() string { return "race" }

func (r Race) begin() work { return &raceWork{race: r} }

// raceWork trains one run after the other; small ones are all done within a
// slice.
type raceWork struct {
	race    Race
	at      int
	begun   bool
	trainer Trainer
}

func (w *raceWork) slice(ctx context.Context, deadline time.Time) (Msg, bool) {
	runs, first := slices.Clone(w.race.Runs), w.at
	for {
		w.train(ctx, &runs[w.at], deadline)
		if !runs[w.at].Done {
			return Raced{ID: w.race.ID, Runs: runs[first : w.at+1]}, false
		}
		w.at, w.begun = w.at+1, false
		if w.at == len(runs) {
			return Raced{ID: w.race.ID, Runs: runs[first:]}, true
		}
		if !time.Now().Before(deadline) {
			return Raced{ID: w.race.ID, Runs: runs[first:w.at]}, false
		}
	}
}

// train goes on with a run until the deadline, or begins it.
func (w *raceWork) train(ctx context.Context, run *Racer, deadline time.Time) {
	e := run.Experiment
	if !w.begun {
		w.begun = true
		if w.trainer.Start(StartTraining{Run: w.race.ID, Experiment: e, Epochs: e.Epochs, Timeline: run.Timeline}) != nil {
			run.Done = true
			return
		}
	}
	p := w.trainer.Slice(ctx, w.race.ID, deadline)
	run.Timeline, run.Diverged = p.Timeline, p.Diverged != nil
	run.Done = p.Done || p.Problem != nil || run.Diverged
}
