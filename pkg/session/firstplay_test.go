package session

import (
	"math"
	"testing"

	"firstneuron/pkg/experiment"
)

// watch plays frames of a sixtieth of a second until nothing is played, and returns the
// epochs that were shown and how many seconds that took.
func watch(t *testing.T, p *player) (epochs []int, seconds float64) {
	t.Helper()
	epochs = append(epochs, p.Shown().Epoch)
	for p.Playback.On {
		if seconds += 1.0 / 60; seconds > 20 {
			t.Fatal("the playback does not end")
		}
		p.pending = nil
		p.send(FramePassed{Playback: p.Playback.ID, Seconds: 1.0 / 60})
		if at := p.Shown().Epoch; at != epochs[len(epochs)-1] {
			epochs = append(epochs, at)
		}
	}
	return epochs, seconds
}

// trained lets a training come to its end and leaves what is played.
func trained(fragment string, press Msg) *player {
	p := openFirst(fragment)
	p.atOnce = true
	p.send(press)
	for p.Run.Phase == Running {
		p.slice()
	}
	return p
}

// TestTheFirstTrainingIsSeen: from its first guess on, for about four seconds, through
// many lines, to the end that it has come to at once.
func TestTheFirstTrainingIsSeen(t *testing.T) {
	p := trained("w=10&b=-10", TrainPressed{})
	if p.Run.Phase != Finished || p.Shown().Epoch != 0 || !p.Playback.First {
		t.Fatalf("after Train: phase %v, epoch %d, played %v; want a finished training at its first guess", p.Run.Phase, p.Shown().Epoch, p.Playback.First)
	}
	epochs, seconds := watch(t, p)
	if seconds < 3 || seconds > 5 || len(epochs) < 40 || epochs[len(epochs)-1] != 500 {
		t.Errorf("it is seen for %.1f s through %d epochs to %d, want 3 to 5 s, 40 at least and the end", seconds, len(epochs), epochs[len(epochs)-1])
	}
	for i := 1; i < len(epochs); i++ {
		if epochs[i] < epochs[i-1] {
			t.Errorf("epoch %d is followed by %d", epochs[i-1], epochs[i])
		}
	}
	p.do(t, TrainPressed{})
	if p.Playback.On || p.Shown().Epoch != 500 {
		t.Error("the second training is played, too")
	}
}

// TestSkipEndsIt: at once, at the end.
func TestSkipEndsIt(t *testing.T) {
	p := trained("w=10&b=-10", TrainPressed{})
	p.send(FramePassed{Playback: p.Playback.ID, Seconds: 0.05}, SkipPressed{})
	if p.Playback.On || p.Shown().Epoch != 500 {
		t.Errorf("after Skip epoch %d is shown, played %v", p.Shown().Epoch, p.Playback.On)
	}
	if p.send(SkipPressed{}); p.Shown().Epoch != 500 {
		t.Error("Skip does something where nothing is shown")
	}
}

// TestStillsForThoseWhoWantNoMotion: six pictures in the same time.
func TestStillsForThoseWhoWantNoMotion(t *testing.T) {
	p := trained("w=10&b=-10", TrainPressed{Still: true})
	if epochs, seconds := watch(t, p); len(epochs) != 7 || epochs[0] != 0 || epochs[6] != 500 || seconds < 3 {
		t.Errorf("the pictures are of the epochs %v in %.1f s, want six and the end", epochs, seconds)
	}
}

// TestNothingIsPlayedUnasked: neither where the link says so, nor what a link trains,
// nor one epoch.
func TestNothingIsPlayedUnasked(t *testing.T) {
	if p := trained("play=0", TrainPressed{}); p.Playback.On || p.Shown().Epoch != 500 {
		t.Error("play=0 plays")
	}
	if p := trained("", StepPressed{}); p.Playback.On || p.Shown().Epoch != 1 {
		t.Error("one epoch is played")
	}
	p := openFirst("")
	p.atOnce = true
	p.send(Navigated{Fragment: "auto=1&epochs=400"})
	for p.Run.Phase == Running {
		p.slice()
	}
	if p.Playback.On || p.Shown().Epoch != 400 {
		t.Error("what a link trains is played")
	}
}

// TestADivergenceIsSeenWhereItHappens: while its line is in sight, epoch by epoch, and
// it stays in sight.
func TestADivergenceIsSeenWhereItHappens(t *testing.T) {
	p := trained("w=0&b=0&lr=0.3", TrainPressed{})
	if p.Run.Phase != Diverged || !p.Playback.First {
		t.Fatalf("phase %v, played %v", p.Run.Phase, p.Playback.First)
	}
	epochs, seconds := watch(t, p)
	last := epochs[len(epochs)-1]
	if last != p.LastInSight() || last > 40 || len(epochs) != last+1 || seconds > 9 {
		t.Errorf("the epochs %v are seen in %.1f s, want each up to %d", epochs, seconds, p.LastInSight())
	}
	for _, w := range p.Shown().Params {
		if math.Abs(float64(w)) > 1e4 {
			t.Errorf("a weight in sight is %v", w)
		}
	}
	if again := trained("w=0&b=0&lr=0.3&play=0", TrainPressed{}); again.Shown().Epoch != last {
		t.Errorf("without a play epoch %d is shown, want %d", again.Shown().Epoch, last)
	}
}

// TestBackToTheFirstGuessIsUndone: the run stays in sight until something else is done,
// and Undo brings it back.
func TestBackToTheFirstGuessIsUndone(t *testing.T) {
	p := openLive("w=0&b=0")
	p.do(t, TrainPressed{}, ResetPressed{})
	if p.Shown().Epoch != 0 || p.Run.Ghost() == nil || !p.CanUndo() {
		t.Fatalf("at the first guess: epoch %d, a ghost %v, undo %v", p.Shown().Epoch, p.Run.Ghost() != nil, p.CanUndo())
	}
	if p.do(t, UndoPressed{}); p.Shown().Epoch != 500 || p.Run.Ghost() != nil || p.CanUndo() {
		t.Errorf("after Undo: epoch %d, a ghost %v, undo %v", p.Shown().Epoch, p.Run.Ghost() != nil, p.CanUndo())
	}
	if p.do(t, StepPressed{}); p.Shown().Epoch != 501 {
		t.Errorf("one epoch more leads to %d, want 501", p.Shown().Epoch)
	}
	if p.do(t, ResetPressed{}, TrainPressed{}); p.Run.Ghost() != nil {
		t.Error("the ghost outlasts the next training")
	}
	p.do(t, ResetPressed{}, SettingTyped{Key: "w", Text: "3"}, UndoPressed{})
	if got := p.Experiment.Value("w"); got != "0" || p.Run.Ghost() != nil {
		t.Errorf("Undo after an edit leaves w %s and a ghost %v, want the edit undone", got, p.Run.Ghost() != nil)
	}
}

// TestAGuessHasALoss: the mean of the squares, nn's own number, and no training; the
// best one is kept.
func TestAGuessHasALoss(t *testing.T) {
	p := openLive("w=10&b=-10")
	if loss, ok := p.GuessLoss(); !ok || math.Abs(loss-1174.0/6) > 1e-4 {
		t.Errorf("the loss of 10x − 10 is %v, want 195.667", loss)
	}
	if _, ok := p.OwnBest(); ok {
		t.Error("a link's guess counts as the learner's")
	}
	best := math.Inf(1)
	p.do(t, DragStarted{ByPointer: true})
	for i := range 120 {
		w, b := 10-0.1*float64(i), -10+0.15*float64(i)
		p.do(t, LineMoved{Line: experiment.Line{W: w, B: b}})
		want := 0.0
		for _, point := range p.Experiment.Points {
			want += (w*point.X[0] + b - point.Y) * (w*point.X[0] + b - point.Y) / 6
		}
		loss, ok := p.GuessLoss()
		if !ok || math.Abs(loss-want) > 1e-5*want+1e-6 || p.Run.Phase != Untrained {
			t.Fatalf("the loss of %v x + %v is %v in phase %v, want %v untrained", w, b, loss, p.Run.Phase, want)
		}
		best = min(best, loss)
	}
	p.do(t, DragEnded{})
	if kept, ok := p.OwnBest(); !ok || kept != best || p.Run.Phase != Untrained {
		t.Errorf("the best guess has %v, want %v; phase %v", kept, best, p.Run.Phase)
	}
	if p.do(t, PointMoved{Row: 1, X: 5, Y: 5}); p.Experiment.Points[0].X[0] != 5 {
		t.Fatal("the point did not move")
	}
	if _, ok := p.OwnBest(); ok {
		t.Error("a guess for other points counts")
	}
}

// TestAHostSeesTheEnd: what a page around this one trains is not played.
func TestAHostSeesTheEnd(t *testing.T) {
	if p := trained("", TrainPressed{AtOnce: true}); p.Playback.On || p.Shown().Epoch != 500 {
		t.Errorf("epoch %d is shown, played %v", p.Shown().Epoch, p.Playback.On)
	}
}

// TestGoalsDoNotWaitForThePlay: they are reached by the training, not by what is shown.
func TestGoalsDoNotWaitForThePlay(t *testing.T) {
	p := trained("w=0&b=0&goal=loss:0.001,predict:10:19:0.1", TrainPressed{})
	if !p.Playback.First || p.Score() != 100 {
		t.Errorf("played %v, the score is %v, want 100", p.Playback.First, p.Score())
	}
}
