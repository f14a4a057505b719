package playground

import (
	"math"
	"strconv"
	"testing"
)

// TestOwnRulesTrainAsThePlayground: the library in float32, told the Playground's own
// rules, has the losses that its engine recorded, where rows are left over and where links
// die, and as many dead links. By Keras's rules it has not.
func TestOwnRulesTrainAsThePlayground(t *testing.T) {
	all := recordings(t)
	var more []recording
	read(t, "testdata/trainings.json", &more)
	tried, dead := 0, 0
	for _, r := range append(all, more...) {
		s := r.state()
		terms, _ := s.Terms()
		if !terms.OwnRules || s.PercTrainData < 10 { // which is beyond a limit of the page
			continue
		}
		tried++
		t.Run(r.Name, func(t *testing.T) {
			last := r.Epochs
			if r.Config.Dataset == "spiral" {
				last = 50 // chaotic from there on
			}
			training, parts := model(t, terms, last)
			keras, _ := kerasModel(t, terms, last)
			worst, apartFromKeras := 0.0, 0.0
			for epoch := 1; epoch <= last; epoch++ {
				for _, each := range []interface{ Epoch() int }{training, keras} {
					if each.Epoch() != epoch-1 {
						t.Fatalf("%d epochs are made, want %d", each.Epoch(), epoch-1)
					}
				}
				if _, err := training.Advance(t.Context(), 1); err != nil {
					t.Fatal(err)
				}
				if _, err := keras.Advance(t.Context(), 1); err != nil {
					t.Fatal(err)
				}
				want, ok := r.Loss[strconv.Itoa(epoch)]
				if !ok {
					continue
				}
				for i, part := range parts {
					loss := halfSquares(t, training.Model(), part)
					worst = max(worst, apart(loss, want[i]))
					if within := map[bool]float64{true: 1e-4, false: 1e-3}[epoch <= 100]; apart(loss, want[i]) > within {
						t.Errorf("the loss %d after %d epochs is %v, want %v", i, epoch, loss, want[i])
					}
					apartFromKeras = max(apartFromKeras, apart(halfSquares(t, keras.Model(), part), want[i]))
				}
			}
			if last == r.Epochs {
				zeros := 0
				for _, w := range training.Model().Weights() {
					for _, v := range w {
						if v == 0 {
							zeros++
						}
					}
				}
				dead += zeros
				if zeros != r.DeadLinks {
					t.Errorf("%d weights are 0, want %d", zeros, r.DeadLinks)
				}
			}
			if math.Abs(apartFromKeras) < 1e-3 && r.DeadLinks+s.RestRows() > 0 {
				t.Errorf("Keras's rules are within %v of the Playground's: this training tells nothing", apartFromKeras)
			}
			t.Logf("at most %.1g apart; by Keras's rules %.1g", worst, apartFromKeras)
		})
	}
	if tried < 6 || dead == 0 {
		t.Errorf("%d trainings by own rules with %d dead links were compared, want 6 and some", tried, dead)
	}
}
