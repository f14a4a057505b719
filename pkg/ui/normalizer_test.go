package ui

import (
	"strings"
	"testing"

	"firstneuron/pkg/session"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// TestNormalizationIsShownAndSaid: the control with its numbers, of each column, and
// whose numbers the weight and the bias are.
func TestNormalizationIsShownAndSaid(t *testing.T) {
	data := func(fragment string) string {
		return app.HTMLString(newDataPanel("en", session.New(fragment)).Render())
	}
	for fragment, want := range map[string][]string{
		"":                             {">Normalize x<", "A layer before the first one"},
		"xs=1,2,3,4&ys=1,2,3,4&norm=1": {">Normalize x<", "x: mean 2.5, deviation 1.11803"},
		"xs=1,2,4&x2=5,7,9&ys=1,2,3&features=x1,x1x2&norm=1": {"x1: mean 2.33333, deviation 1.24722", "x1·x2: mean 18.3333, deviation 13.0213"},
	} {
		got := data(fragment)
		for _, text := range want {
			if !strings.Contains(got, text) {
				t.Errorf("%q: the panel has no %q", fragment, text)
			}
		}
	}
	if !strings.Contains(data("norm=1&lock=data"), "disabled") {
		t.Error("what is locked can be changed")
	}
	// w = 2 of x′ = (x − 2.5) / 1.118 is 1.7889 of x.
	model := app.HTMLString(newModelPanel("en", session.New("xs=1,2,3,4&ys=1,2,3,4&norm=1&w=2&b=1")).Render())
	for _, text := range []string{"y = 1.7889 x − 3.4721", "Weight and bias belong to x′ = (x − 2.5) / 1.118.", ">2.00000<"} {
		if !strings.Contains(model, text) {
			t.Errorf("the panel of the model has no %q:\n%s", text, model)
		}
	}
	plain := app.HTMLString(newModelPanel("en", session.New("w=2&b=1")).Render())
	if strings.Contains(plain, "x′") || !strings.Contains(plain, "y = 2.0000 x + 1.0000") {
		t.Errorf("without the layer it is\n%s", plain)
	}
}

// TestStepOfANormalizedNeuronIsWrittenOut: x′ is −1 and 1, worked out on paper.
func TestStepOfANormalizedNeuronIsWrittenOut(t *testing.T) {
	const fragment = "xs=1,3&ys=2,4&norm=1&w=0&b=0&lr=0.1"
	for phase, want := range map[int][]string{
		0: {"y = 0.0000 x′ + 0.0000", "x′ = (x − 2) / 1", ">x′<", ">−1<"},
		2: {"∂loss/∂w = 2/2 · Σ error · x′ = 2/2 · (−2) = −2", "Σ error · x′ = (−2)·(−1) + (−4)·1 = −2"},
		3: {"w − rate · ∂loss/∂w = 0 − 0.1 · (−2) = 0.2"},
		4: {"y = 0.2000 x′ + 0.6000"},
	} {
		got := strings.ReplaceAll(written(t, fragment, phase), "\n", " ")
		for _, text := range want {
			if !strings.Contains(got, text) {
				t.Errorf("phase %d is written as %s, want %q in it", phase, got, text)
			}
		}
	}
}
