package session

import (
	"math"
	"slices"
	"testing"
)

// TestWeightsAreMovedInTheFirstGuess: at epoch 0 a weight changed in the picture is
// the first guess, as if it were typed, whatever the model.
func TestWeightsAreMovedInTheFirstGuess(t *testing.T) {
	p := openLive("w=10&b=-10")
	p.do(t, WeightMoved{Place: 0, Value: 2.5})
	p.do(t, WeightMoved{Place: 1, Value: -0.1})
	if line, _ := p.InitialLine(); line.W != 2.5 || line.B != -0.1 {
		t.Errorf("the first guess is %v, want 2.5 and -0.1", line)
	}
	if shown := p.Shown(); shown.Epoch != 0 || shown.Params[0] != 2.5 {
		t.Errorf("epoch %d is shown with %v, want the first guess", shown.Epoch, shown.Params)
	}
	if got := p.Setting("w").Text; got != "2.5" {
		t.Errorf("the box of the weight has %q, want 2.5", got)
	}
	p.do(t, UndoPressed{})
	p.do(t, UndoPressed{})
	if line, _ := p.InitialLine(); line.W != 10 || line.B != -10 {
		t.Errorf("undone twice the first guess is %v, want 10 and -10", line)
	}

	net := openLive("layers=3:tanh,1")
	drawn := slices.Clone(net.Shown().Params)
	net.do(t, WeightMoved{Place: 4, Value: 0.75})
	drawn[4] = 0.75
	if got := net.Experiment.Weights; !slices.Equal(got, drawn) || !slices.Equal(net.Shown().Params, drawn) {
		t.Errorf("the net begins with %v and shows %v, want %v", got, net.Shown().Params, drawn)
	}
}

// TestWeightsMovedLaterAreWhatTheTrainingGoesOnWith: the record stays, every view
// shows the change, and "Continue from here" begins with it.
func TestWeightsMovedLaterAreWhatTheTrainingGoesOnWith(t *testing.T) {
	p := openLive("w=0&b=0&epochs=100")
	p.do(t, TrainPressed{})
	first, _ := p.InitialLine()
	p.do(t, CursorMoved{Epoch: 40})
	kept := p.Run.Timeline.At(40).Params[0]
	p.do(t, WeightMoved{Place: 0, Value: 5})
	if got := p.Shown(); got.Epoch != 40 || got.Params[0] != 5 || !p.IsChanged() {
		t.Errorf("epoch %d is shown with w = %v, changed: %v; want 40 with 5", got.Epoch, got.Params[0], p.IsChanged())
	}
	if ys := p.Predict(1); math.Abs(ys[0]-float64(5+p.Shown().Params[1])) > 1e-5 {
		t.Errorf("the model answers %v at x = 1, want w + b with w = 5", ys[0])
	}
	if got := p.Run.Timeline.At(40).Params[0]; got != kept {
		t.Errorf("the record of epoch 40 has w = %v, want %v as trained", got, kept)
	}
	if line, _ := p.InitialLine(); line != first {
		t.Errorf("the first guess is %v, want it untouched, %v", line, first)
	}
	p.do(t, UndoPressed{})
	if p.IsChanged() || p.Shown().Params[0] != kept {
		t.Errorf("undone w is %v, want %v", p.Shown().Params[0], kept)
	}
	p.do(t, RedoPressed{})
	p.do(t, ContinuePressed{})
	next := p.Run.Timeline.At(41)
	// From w = 5 the first step is far longer than the trained one.
	if next.Epoch != 41 || p.Run.Timeline.At(40).Params[0] != 5 || next.Loss < 10 {
		t.Errorf("after epoch 40 with w = %v comes epoch %d with the loss %v, want 5, 41 and more than 10",
			p.Run.Timeline.At(40).Params[0], next.Epoch, next.Loss)
	}
	if last := p.Run.Timeline.Last().Epoch; last != 100 {
		t.Errorf("the training ends at epoch %d, want 100", last)
	}
}

// TestWeightsMovedAtTheEnd are what Train more and a step begin with.
func TestWeightsMovedAtTheEnd(t *testing.T) {
	for _, m := range []Msg{TrainMorePressed{}, StepPressed{}, ContinuePressed{}} {
		p := openLive("w=0&b=0&epochs=50")
		p.do(t, TrainPressed{})
		p.do(t, WeightMoved{Place: 0, Value: 9})
		p.do(t, m)
		if got := p.Run.Timeline.At(50).Params[0]; got != 9 {
			t.Errorf("%T goes on from w = %v, want 9", m, got)
		}
		if next := p.Run.Timeline.At(51); next.Epoch != 51 || next.Loss < 50 {
			t.Errorf("%T: epoch %d has the loss %v, want that of w = 9", m, next.Epoch, next.Loss)
		}
	}
}

// TestChangedWeightsAreLeft: another epoch, or a new training, knows nothing of
// them.
func TestChangedWeightsAreLeft(t *testing.T) {
	for _, m := range []Msg{CursorMoved{Epoch: 3}, TrainPressed{}, ResetPressed{}} {
		p := openLive("w=0&b=0&epochs=50")
		p.do(t, TrainPressed{})
		trained := p.Shown().Params[0]
		p.do(t, WeightMoved{Place: 0, Value: 9})
		p.do(t, m)
		p.do(t, CursorMoved{Epoch: 50})
		if p.Run.Timeline.Last().Epoch == 50 && p.Shown().Params[0] != trained {
			t.Errorf("after %T epoch 50 has w = %v, want %v", m, p.Shown().Params[0], trained)
		}
	}
}

// TestWeightsAreTyped in a box that tells what it cannot read.
func TestWeightsAreTyped(t *testing.T) {
	p := openLive("w=1&b=2")
	p.do(t, WeightChosen{Place: 1, Typing: true, Text: "-"})
	if p.Network.Draft.Problem != nil {
		t.Errorf("a sign alone is told as %v", p.Network.Draft.Problem)
	}
	p.do(t, WeightTyped{Text: "-x"})
	if p.Network.Draft.Problem == nil || p.Shown().Params[1] != 2 {
		t.Errorf("-x gives %v and b = %v, want a problem and 2", p.Network.Draft.Problem, p.Shown().Params[1])
	}
	p.do(t, WeightTyped{Text: "-3,5"})
	p.do(t, WeightTypedOut{})
	if p.Network.Typing || p.Shown().Params[1] != -3.5 {
		t.Errorf("typed out: %v, b = %v, want -3.5", p.Network.Typing, p.Shown().Params[1])
	}
	p.do(t, WeightChosen{Place: 1, Typing: true, Text: "8"})
	if p.Shown().Params[1] != 8 {
		t.Errorf("b = %v after the digit 8", p.Shown().Params[1])
	}
	p.do(t, WeightTyped{Text: "-3.5"})
	p.do(t, WeightTypedOut{Back: true})
	p.do(t, WeightChosen{Place: 1, Typing: true})
	if got := p.Network.Draft.Text; got != "-3.5" {
		t.Errorf("the box opens with %q, want -3.5", got)
	}
}

// TestLockedWeightsStay, as do those of a running training.
func TestLockedWeightsStay(t *testing.T) {
	p := openLive("w=1&b=2&lock=model")
	p.do(t, WeightMoved{Place: 0, Value: 7})
	p.do(t, WeightChosen{Place: 0, Typing: true})
	if p.Shown().Params[0] != 1 || p.Network.Typing {
		t.Errorf("w = %v with a box: %v, want 1 and none", p.Shown().Params[0], p.Network.Typing)
	}
	for _, value := range []float64{math.NaN(), math.Inf(1), 1e13} {
		q := openLive("w=1&b=2")
		if q.do(t, WeightMoved{Place: 0, Value: value}); q.Shown().Params[0] != 1 {
			t.Errorf("w becomes %v", value)
		}
	}
}

// TestAUnitAddsWhatTheModelIsMoreWithIt: for the last hidden layer this is its
// output times its weight.
func TestAUnitAddsWhatTheModelIsMoreWithIt(t *testing.T) {
	p := openLive("layers=2:tanh,3:tanh,1&seed=4")
	p.do(t, UnitPointed{Layer: 2, Unit: 3})
	layer, unit, ok := p.PointedUnit()
	if !ok || layer != 2 || unit != 3 {
		t.Fatalf("unit %d of layer %d is pointed at, want 3 of 2", unit, layer)
	}
	xs := []float64{-2, 0, 1.5}
	with, without, outputs := p.Predict(xs...), p.PredictWith(p.WithoutUnit(2, 3), xs...), p.LayerOutputs(xs...)
	last := p.Experiment.Layout()[2]
	weight := float64(p.Shown().Params[last.Kernel+2])
	for i, x := range xs {
		want := weight * float64(outputs[1].Row(i)[2])
		if got := with[i] - without[i]; math.Abs(got-want) > 1e-5 {
			t.Errorf("at x = %v the unit adds %v, want %v", x, got, want)
		}
	}
	for _, m := range []UnitPointed{{Layer: 3, Unit: 1}, {Layer: 1, Unit: 3}, {}} {
		p.do(t, m)
		if _, _, ok := p.PointedUnit(); ok {
			t.Errorf("%v points at a hidden unit", m)
		}
	}
}
