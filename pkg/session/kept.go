package session

import (
	"cmp"
	"slices"
	"strings"

	"firstneuron/pkg/experiment"
)

// MaxKept is how many runs race beside the one at hand.
const MaxKept = 4

// maxName is how many characters the name of a run may have.
const maxName = 40

// Kept is a run of the race. It has its own optimizer, rate, batch size and
// epochs, and everything else from the experiment at hand, so that the runs
// stay comparable: when the data or the start change, it is trained again.
type Kept struct {
	ID         int
	Name       string
	Experiment experiment.Experiment
	Timeline   Timeline
	// Diverged is set when the run ended in a loss that is not finite.
	Diverged bool
	// Running is set while it is trained again, stale where its timeline is none
	// of its experiment's, so that it has to be.
	Running, stale bool
}

// PlainName is what a run is called as long as nobody names it.
func (k Kept) PlainName() string {
	return k.Experiment.Value("optimizer") + " " + k.Experiment.Value("lr")
}

// Shown returns the record at an epoch, -1 for the last.
func (k Kept) Shown(epoch int) Record {
	if epoch < 0 {
		return k.Timeline.Last()
	}
	return k.Timeline.Shown(epoch)
}

// RunKept keeps the run at hand in the race.
type RunKept struct{}

func (RunKept) update(s Session) (Session, []Effect) {
	if !s.CanKeep() {
		return s, nil
	}
	id := 1
	for _, k := range s.Kept {
		id = max(id, k.ID+1)
	}
	e := s.Run.trained
	if last := s.Run.Timeline.Last().Epoch; s.Run.Phase == Paused || last > e.Epochs {
		e.Epochs = min(last, experiment.MaxEpochs) // what it was trained for, by steps or more than once
	}
	k := Kept{ID: id, Experiment: e, Timeline: s.Run.Timeline, Diverged: s.Run.Phase == Diverged, stale: s.Run.mixed}
	k.Name = k.PlainName()
	s.Kept = append(slices.Clone(s.Kept), k)
	return s, nil
}

// RunRenamed gives a kept run another name.
type RunRenamed struct {
	ID   int
	Name string
}

func (m RunRenamed) update(s Session) (Session, []Effect) {
	s.Kept = slices.Clone(s.Kept)
	for i, k := range s.Kept {
		if k.ID == m.ID {
			name := []rune(strings.ToValidUTF8(m.Name, ""))
			s.Kept[i].Name = cmp.Or(strings.TrimSpace(string(name[:min(len(name), maxName)])), k.PlainName())
		}
	}
	return s, nil
}

// RunRemoved takes a run out of the race.
type RunRemoved struct{ ID int }

func (m RunRemoved) update(s Session) (Session, []Effect) {
	s.Kept = slices.DeleteFunc(slices.Clone(s.Kept), func(k Kept) bool { return k.ID == m.ID })
	return s, nil
}

// CanKeep reports whether there is a finished run to keep, and room for it.
func (s Session) CanKeep() bool {
	return len(s.Kept) < MaxKept && s.Run.Phase != Running && s.Run.Timeline.Last().Epoch > 0 &&
		s.Run.trained.SameTraining(s.Experiment)
}

// racing returns the experiment of a kept run with what it shares with the one
// at hand.
func (k Kept) racing(e experiment.Experiment) experiment.Experiment {
	own := k.Experiment
	e.Optimizer, e.Batch, e.Epochs = own.Optimizer, own.Batch, own.Epochs
	return e
}
