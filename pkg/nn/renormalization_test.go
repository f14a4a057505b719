package nn_test

import (
	"strings"
	"testing"

	"firstneuron/pkg/nn"
)

// TestFurtherOptionsGoOutAndIn: batch renormalization and the axes of norms are written
// as Keras writes them, and read.
func TestFurtherOptionsGoOutAndIn(t *testing.T) {
	low, high, shift := 0.5, 2.0, 0.0
	renorm := nn.NewBatchNormalization()
	renorm.Renorm = nn.Renormalization{On: true, Momentum: 0.7, RMin: &low, RMax: &high, DMax: &shift}
	free := nn.NewBatchNormalization()
	free.Renorm.On = true
	dense := func(c nn.Constraint) nn.Layer {
		return changed(nn.NewDense(2), func(d *nn.Dense) { d.KernelConstraint = c })
	}
	model := nn.NewSequential(
		nn.NewInput(3), renorm, free, nn.NewBatchNormalization(),
		dense(&nn.MaxNorm{MaxValue: 1.5, Axis: nn.OverUnits}), dense(&nn.UnitNorm{Axis: nn.OverBoth}), dense(&nn.MinMaxNorm{MaxValue: 2, Rate: 0.5}), dense(nn.NonNeg{}),
	)
	text, err := model.Config()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`"renorm_clipping":{"dmax":0.0,"rmax":2.0,"rmin":0.5},"renorm_momentum":0.7`, `"renorm_clipping":{}`, `"renorm":false`,
		`"axis":1,"max_value":1.5`, `"axis":[0,1]`, `"axis":0,"max_value":2.0,"min_value":0.0,"rate":0.5`,
	} {
		if !strings.Contains(string(text), want) {
			t.Errorf("Config = %s, want %s in it", text, want)
		}
	}
	for _, given := range []string{string(text), strings.ReplaceAll(string(text), `"axis":1`, `"axis":[1]`), strings.ReplaceAll(string(text), `"renorm_clipping":{}`, `"renorm_clipping":{"rmax":null}`)} {
		again, err := nn.FromConfig([]byte(given))
		if err != nil {
			t.Fatal(err)
		}
		if got, err := again.Config(); err != nil || string(got) != string(text) {
			t.Errorf("read and written again it is %s, %v; want %s", got, err, text)
		}
	}
	if n := len(model.Weights()); n != 7+7+4+8 {
		t.Errorf("the model has %d variables, want 26: batch renormalization has three more", n)
	}
}
