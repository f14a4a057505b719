package ui

import (
	"strings"
	"testing"

	"firstneuron/pkg/session"
)

// TestLossIsReadFromTheFirstEpochOn: epoch 0 has no loss; of a long training,
// the first that has one and is kept is not epoch 1.
func TestLossIsReadFromTheFirstEpochOn(t *testing.T) {
	for fragment, want := range map[string]string{
		"w=0&b=0":               "Epoch 1: loss 15.6667",
		"w=0&b=0&epochs=10000":  "Epoch 8: loss ",
		"w=0&b=0&epochs=100000": "Epoch 64: loss ",
	} {
		p := opened(t, fragment, session.TrainPressed{}, session.LossPointed{Epoch: 0})
		if got := newLossPanel("en", p.Session).readout(); !strings.HasPrefix(got, want) || strings.HasSuffix(got, " 0.0000e+00") {
			t.Errorf("%q: at the left end of the chart stands %q, want %q", fragment, got, want)
		}
	}
}
