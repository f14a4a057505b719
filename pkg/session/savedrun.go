package session

import (
	"cmp"
	"slices"
	"strings"

	"firstneuron/pkg/experiment"
)

// MaxSavedRuns is how many runs can be saved beside the current one.
const MaxSavedRuns = 4

// maxName is how many characters the name of a run may have.
const maxName = 40

// SavedRun is a run that is compared with the current one. It has its own optimizer, rate, batch size and
// epochs, and everything else from the current experiment, so that the runs
// stay comparable: when the data or the start change, it is trained again.
type SavedRun struct {
	ID         int
	Name       string
	Experiment experiment.Experiment
	Timeline   Timeline
	// Diverged is set when the run ended in a loss that is not finite.
	Diverged bool
	// Running is set while it is trained again. stale is set when the timeline
	// belongs to another experiment, so that the run has to be trained again.
	Running, stale bool
}

// PlainName is what a run is called until the learner names it.
func (k SavedRun) PlainName() string {
	return k.Experiment.Value("optimizer") + " " + k.Experiment.Value("lr")
}

// Shown returns the record at an epoch, -1 for the last.
func (k SavedRun) Shown(epoch int) Record {
	if epoch < 0 {
		return k.Timeline.Last()
	}
	return k.Timeline.Shown(epoch)
}

// RunSaved saves the current run.
type RunSaved struct{}

func (RunSaved) update(s Session) (Session, []Effect) {
	if !s.CanSaveRun() {
		return s, nil
	}
	id := 1
	for _, k := range s.SavedRuns {
		id = max(id, k.ID+1)
	}
	e := s.Run.trained
	if last := s.Run.Timeline.Last().Epoch; s.Run.Phase == Paused || last > e.Epochs {
		e.Epochs = min(last, experiment.MaxEpochs) // what it was trained for, by steps or more than once
	}
	k := SavedRun{ID: id, Experiment: e, Timeline: s.Run.Timeline, Diverged: s.Run.Phase == Diverged, stale: s.Run.mixed}
	k.Name = k.PlainName()
	s.SavedRuns = append(slices.Clone(s.SavedRuns), k)
	return s, nil
}

// RunRenamed gives a saved run another name.
type RunRenamed struct {
	ID   int
	Name string
}

func (m RunRenamed) update(s Session) (Session, []Effect) {
	s.SavedRuns = slices.Clone(s.SavedRuns)
	for i, k := range s.SavedRuns {
		if k.ID == m.ID {
			name := []rune(strings.ToValidUTF8(m.Name, ""))
			s.SavedRuns[i].Name = cmp.Or(strings.TrimSpace(string(name[:min(len(name), maxName)])), k.PlainName())
		}
	}
	return s, nil
}

// RunRemoved removes a saved run.
type RunRemoved struct{ ID int }

func (m RunRemoved) update(s Session) (Session, []Effect) {
	s.SavedRuns = slices.DeleteFunc(slices.Clone(s.SavedRuns), func(k SavedRun) bool { return k.ID == m.ID })
	return s, nil
}

// CanSaveRun reports whether there is a finished run to keep, and room for it.
func (s Session) CanSaveRun() bool {
	return len(s.SavedRuns) < MaxSavedRuns && s.Run.Phase != Running && s.Run.Timeline.Last().Epoch > 0 &&
		s.Run.trained.SameTraining(s.Experiment)
}

// comparable returns the experiment of a saved run with what it shares with the
// current one.
func (k SavedRun) comparable(e experiment.Experiment) experiment.Experiment {
	own := k.Experiment
	e.Optimizer, e.Batch, e.Epochs = own.Optimizer, own.Batch, own.Epochs
	return e
}
