package session

import (
	"context"
	"slices"
	"time"

	"firstneuron/pkg/experiment"
)

// retrainSaved asks for the saved runs that are out of date to be trained again,
// all in one job: they share their data, and an edit makes all of them out of
// date.
func (s Session) retrainSaved() (Session, Job) {
	if len(s.SavedRuns) == 0 {
		return s, nil
	}
	s.SavedRuns = s.withModel()
	if len(s.Problems()) > 0 || s.Run.Phase == Running {
		return s, nil
	}
	kept := slices.Clone(s.SavedRuns)
	var runs []Retraining
	begin := false
	for i, k := range kept {
		e := k.comparable(s.Experiment)
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
		runs = append(runs, Retraining{Saved: k.ID, Experiment: e, Timeline: newTimeline(params)})
	}
	if !begin {
		return s, nil // the runs that train are those wanted
	}
	s, s.retraining = s.nextJob()
	s.SavedRuns = kept
	return s, RetrainSaved{ID: s.retraining, Runs: runs}
}

// withModel returns the saved runs with the current model: one of another model
// is reset to its initial weights, because its old weights no longer fit the
// charts.
func (s Session) withModel() []SavedRun {
	kept := slices.Clone(s.SavedRuns)
	for i, k := range kept {
		e := k.comparable(s.Experiment)
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

// RetrainSaved is the job that trains saved runs again.
type RetrainSaved struct {
	ID   int
	Runs []Retraining
}

// Retraining is a saved run, and its timeline: at first only the start.
type Retraining struct {
	Saved          int
	Experiment     experiment.Experiment
	Timeline       Timeline
	Done, Diverged bool
}

// SavedRetrained is how far the runs of a RetrainSaved are that have begun.
type SavedRetrained struct {
	ID   int
	Runs []Retraining
}

func (m SavedRetrained) update(s Session) (Session, []Effect) {
	if m.ID != s.retraining {
		return s, nil
	}
	s.SavedRuns = slices.Clone(s.SavedRuns)
	for _, run := range m.Runs {
		for i, k := range s.SavedRuns {
			if k.ID == run.Saved && k.Running {
				s.SavedRuns[i].Timeline, s.SavedRuns[i].Running, s.SavedRuns[i].Diverged = run.Timeline, !run.Done, run.Diverged
			}
		}
	}
	return s, nil
}

func (RetrainSaved) topic() string { return "race" }

func (r RetrainSaved) begin() work { return &retrainWork{job: r} }

// retrainWork trains one run after the other; small ones are all done within a
// slice.
type retrainWork struct {
	job     RetrainSaved
	at      int
	begun   bool
	trainer Trainer
}

func (w *retrainWork) slice(ctx context.Context, deadline time.Time) (Msg, bool) {
	runs, first := slices.Clone(w.job.Runs), w.at
	for {
		w.train(ctx, &runs[w.at], deadline)
		if !runs[w.at].Done {
			return SavedRetrained{ID: w.job.ID, Runs: runs[first : w.at+1]}, false
		}
		w.at, w.begun = w.at+1, false
		if w.at == len(runs) {
			return SavedRetrained{ID: w.job.ID, Runs: runs[first:]}, true
		}
		if !time.Now().Before(deadline) {
			return SavedRetrained{ID: w.job.ID, Runs: runs[first:w.at]}, false
		}
	}
}

// train goes on with a run until the deadline, or begins it.
func (w *retrainWork) train(ctx context.Context, run *Retraining, deadline time.Time) {
	e := run.Experiment
	if !w.begun {
		w.begun = true
		if w.trainer.Start(StartTraining{Run: w.job.ID, Experiment: e, Epochs: e.Epochs, Timeline: run.Timeline}) != nil {
			run.Done = true
			return
		}
	}
	p := w.trainer.Slice(ctx, w.job.ID, deadline)
	run.Timeline, run.Diverged = p.Timeline, p.Diverged != nil
	run.Done = p.Done || p.Problem != nil || run.Diverged
}
