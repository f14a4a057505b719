package nn_test

import (
	"context"
	"testing"

	"firstneuron/pkg/nn"
)

// TestAWeightDiesThatThePenaltyTakesAcrossZero: without the penalty's part of the update
// it would have kept its sign. It stays 0, whatever the data ask; one that the loss takes
// across 0 lives on, and a bias does.
func TestAWeightDiesThatThePenaltyTakesAcrossZero(t *testing.T) {
	for _, test := range []struct {
		w, y float32 // the weight and the label at x = 1
		l1   float64
		want [2]float64 // the weight after one and after two updates
	}{
		// rate 0.1: the loss alone takes w to w − 0.2·(w − y), the penalty 0.1·l1 further.
		{w: 0.05, y: 0.05, l1: 1, want: [2]float64{0, 0}},                           // 0.05 → −0.05: dies
		{w: -0.05, y: -0.05, l1: 1, want: [2]float64{0, 0}},                         // the other way
		{w: 0.5, y: 0.5, l1: 1, want: [2]float64{0.4, 0.4 + 0.02 - 0.1}},            // lives
		{w: 0.1, y: -9, l1: 0.1, want: [2]float64{-1.73, -1.73 + 0.2*-7.27 + 0.01}}, // the loss takes it across
	} {
		dense := nn.NewDense(1, nn.InputShape(1), nn.WithKernelRegularizer(&nn.Regularizer{L1: test.l1, Dies: true}))
		dense.UseBias = false
		model := nn.NewSequential(dense)
		if err := model.Compile(nn.NewSGD(0.1), nn.MeanSquaredError); err != nil {
			t.Fatal(err)
		}
		if err := model.SetParams([]float32{test.w}); err != nil {
			t.Fatal(err)
		}
		training, err := model.NewTraining(nn.Column(1), nn.Column(test.y), nn.FitConfig{Epochs: 50})
		if err != nil {
			t.Fatal(err)
		}
		for i, want := range test.want {
			if _, err := training.Advance(context.Background(), 1); err != nil {
				t.Fatal(err)
			}
			if got := float64(model.AppendParams(nil)[0]); !near(got, want, 1e-5, 1e-7) {
				t.Errorf("%+v: the weight is %v after %d updates, want %v", test, got, i+1, want)
			}
		}
		if test.want[0] != 0 {
			continue
		}
		// Begun again, it is alive until it dies again.
		if err := model.SetParams([]float32{10 * test.w}); err != nil {
			t.Fatal(err)
		}
		training.Restart()
		if _, err := training.Advance(context.Background(), 1); err != nil {
			t.Fatal(err)
		}
		if got := model.AppendParams(nil)[0]; got == 0 {
			t.Errorf("%+v: begun again, the weight is still dead", test)
		}
	}
}
