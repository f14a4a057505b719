package network

import (
	"strings"
	"testing"
)

// TestNormalizationIsDrawnAndDescribed: a box behind each input, and in the description
// what it does with its numbers; what runs through a neuron is the normalized x.
func TestNormalizationIsDrawnAndDescribed(t *testing.T) {
	for fragment, want := range map[string]int{
		"xs=1,3&ys=2,4&w=2&b=1&norm=1": 1, "xs=1,3&ys=2,4&w=2&b=1": 0, "norm=1&layers=4:relu,1": 1,
		"set=circle:0.97800&features=x1,x2,x1x2&layers=3:tanh,1:sigmoid&norm=1": 3,
	} {
		for _, size := range sizes {
			p := drawn(t, fragment, size[0], size[1])
			if got := len(p.boxes()); got != want {
				t.Errorf("%s in %v: %d boxes, want %d", fragment, size, got, want)
			}
			if described := strings.Contains(p.summary(), "Before the first layer"); described != (want > 0) {
				t.Errorf("%s: described as %q", fragment, p.summary())
			}
		}
	}
	p := drawn(t, "xs=1,3&ys=2,4&w=2&b=1&norm=1", 320, 240)
	if got := p.Sum(); got != "1 · 2 + 1" { // of the last point, whose x is 3
		t.Errorf("the sum is %q, want that of x′ = 1", got)
	}
	for _, want := range []string{"multiplies the normalized x by w = 2", "x: mean 2, deviation 1.", "For x = 3, x′ = 1 it gives 3"} {
		if !strings.Contains(p.summary(), want) {
			t.Errorf("the description %q has no %q", p.summary(), want)
		}
	}
	plane := drawn(t, "xs=1,3,5&x2=10,20,30&ys=0,1,1&norm=1", 320, 240)
	if in := plane.Answer.Inputs; len(in) != 2 || in[0] != 5 || in[1] != 30 {
		t.Errorf("what comes in is %v, want the point as it is", in)
	}
}
