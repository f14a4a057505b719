package session

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

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
	// Running is set while it is trained again.
	Running bool

	pending int
}

// Shown returns the record at an epoch, -1 for the last.
func (k Kept) Shown(epoch int) Record {
	if epoch < 0 {
		return k.Timeline.Last()
	}
	return k.Timeline.Shown(epoch)
}

func (s Session) updateKept(m Msg) Session {
	kept := slices.Clone(s.Kept)
	switch m := m.(type) {
	case RunKept:
		if len(kept) == MaxKept || !s.CanKeep() {
			return s
		}
		id := 1
		for _, k := range kept {
			id = max(id, k.ID+1)
		}
		e := s.Run.trained
		name := e.Value("optimizer") + " " + e.Value("lr")
		kept = append(kept, Kept{ID: id, Name: name, Experiment: e, Timeline: s.Run.Timeline, Diverged: s.Run.Phase == Diverged})
	case RunRenamed:
		for i := range kept {
			if kept[i].ID == m.ID {
				name := []rune(strings.ToValidUTF8(m.Name, ""))
				kept[i].Name = string(name[:min(len(name), maxName)])
			}
		}
	case RunRemoved:
		kept = slices.DeleteFunc(kept, func(k Kept) bool { return k.ID == m.ID })
	case Reran:
		for i := range kept {
			if kept[i].pending == m.Run {
				kept[i].Timeline, kept[i].Running, kept[i].Diverged = m.Timeline, !m.Done, m.Diverged
			}
		}
	}
	s.Kept = kept
	return s
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

// rerunKept asks for the first kept run that is out of date to be trained
// again.
func (s Session) rerunKept() (Session, Study) {
	if len(s.Kept) == 0 || len(s.Problems()) > 0 || s.Run.Phase == Running {
		return s, nil
	}
	for i, k := range s.Kept {
		e := k.racing(s.Experiment)
		if e.SameTraining(k.Experiment) {
			continue
		}
		params, problem := e.InitialParams()
		if problem != nil {
			continue
		}
		s, id := s.number()
		s.Kept = slices.Clone(s.Kept)
		s.Kept[i].Experiment, s.Kept[i].Running, s.Kept[i].pending = e, true, id
		return s, Rerun{Run: id, Kept: k.ID, Experiment: e, Timeline: newTimeline(params)}
	}
	return s, nil
}

// Rerun is the study that trains a kept run again.
type Rerun struct {
	Run        int
	Kept       int
	Experiment experiment.Experiment
	Timeline   Timeline
}

// Reran is what a Rerun has trained by now.
type Reran struct {
	Run            int
	Timeline       Timeline
	Done, Diverged bool
}

func (r Rerun) topic() string { return "run " + strconv.Itoa(r.Kept) }

func (r Rerun) begin() work {
	w := &rerunWork{rerun: r}
	w.failed = w.trainer.Start(StartTraining{Run: r.Run, Experiment: r.Experiment, Epochs: r.Experiment.Epochs, Timeline: r.Timeline}) != nil
	return w
}

type rerunWork struct {
	rerun   Rerun
	trainer Trainer
	failed  bool
}

func (w *rerunWork) slice(ctx context.Context, deadline time.Time) (Msg, bool) {
	if w.failed {
		return Reran{Run: w.rerun.Run, Timeline: w.rerun.Timeline, Done: true}, true
	}
	p := w.trainer.Slice(ctx, w.rerun.Run, deadline)
	done := p.Done || p.Problem != nil || p.Diverged != nil
	return Reran{Run: w.rerun.Run, Timeline: p.Timeline, Done: done, Diverged: p.Diverged != nil}, done
}
