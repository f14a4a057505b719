package session

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"firstneuron/pkg/experiment"
)

// manyPoints are points as pasted, with six digits each.
func manyPoints(n int) string {
	var b strings.Builder
	for i := range n {
		x := math.Sin(1.2345*float64(i)) * 3
		b.WriteString(strconv.FormatFloat(x, 'f', 6, 64) + "," + strconv.FormatFloat(2*x-1+math.Cos(77*float64(i))/3, 'f', 6, 64) + "\n")
	}
	return b.String()
}

// TestTheLinkSettlesOnce: what data no link can hold is known when the edit has
// settled, and told of the experiment at hand only.
func TestTheLinkSettlesOnce(t *testing.T) {
	p := open("epochs=1")
	p.do(t, PasteTyped{manyPoints(experiment.MaxPoints)}, PasteUsed{})
	if p.Unlinked == nil || p.Unlinked.Code != "link_too_long" {
		t.Errorf("5,000 points: the link's problem is %v, want that it is too long", p.Unlinked)
	}
	long := p.Experiment
	s, effects := Update(p.Session, ExampleChosen{"celsius"})
	for _, effect := range effects {
		write, ok := effect.(WriteFragment)
		if !ok {
			continue
		}
		fragment, settled := write.Settle()
		if fragment != "example=celsius" {
			t.Errorf("the link is %q, want that of Celsius", fragment)
		}
		if s, _ = Update(s, settled); s.Unlinked != nil {
			t.Errorf("the link's problem is still %v", s.Unlinked)
		}
	}
	if s, _ = Update(s, LinkSettled{Experiment: long, Problem: p.Unlinked}); s.Unlinked != nil {
		t.Errorf("the link's problem is that of an experiment of before: %v", s.Unlinked)
	}
}

// TestTheLinkHoldsNoWeightsThatItIsNotReadWith: a training that diverges ends
// with weights of 1e18.
func TestTheLinkHoldsNoWeightsThatItIsNotReadWith(t *testing.T) {
	for fragment, want := range map[string]bool{
		"w=0&b=0": true, "w=0&b=0&lr=0.5": false, "layers=2,1&lr=1": false, "layers=2,1&epochs=5": true,
	} {
		p := open(fragment)
		if p.CanShareWeights() {
			t.Errorf("%s: the weights are offered before they are trained", fragment)
		}
		p.do(t, TrainPressed{}, CursorMoved{Epoch: experiment.MaxEpochs}, ShareOpened{Open: true}, ShareWeightsChosen{On: true})
		if got := p.CanShareWeights(); got != want {
			t.Errorf("%s: weights %v are offered: %v, want %v", fragment, p.Shown().Params, got, want)
		}
		e, problems := experiment.Decode(experiment.Encode(p.Shared()))
		if with := e.Initial != nil && e.Initial.W != 0 || e.Weights != nil; len(problems) > 0 || with != want {
			t.Errorf("%s: the link has the weights: %v, problems %v; want %v and none", fragment, with, problems, want)
		}
		if _, problems, ok := experiment.DecodeFile(experiment.EncodeFile(p.Shared())); !ok || len(problems) > 0 {
			t.Errorf("%s: the file is read with %v, want no problem", fragment, problems)
		}
	}
}

// BenchmarkKeystroke types into a box of the setup, beside so many points.
func BenchmarkKeystroke(b *testing.B) {
	for _, points := range []int{6, 200, experiment.MaxPoints} {
		b.Run(strconv.Itoa(points), func(b *testing.B) {
			p := open("epochs=1")
			p.do(b, PasteTyped{manyPoints(points)}, PasteUsed{})
			i := 0
			for b.Loop() {
				i++
				p.Session, _ = Update(p.Session, SettingTyped{Key: "predict", Text: strconv.Itoa(i % 10)})
			}
		})
	}
}
