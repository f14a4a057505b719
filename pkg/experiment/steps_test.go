package experiment

import (
	"testing"

	"pgregory.net/rapid"
)

func TestStepped(t *testing.T) {
	for _, test := range []struct {
		key, value string
		steps      int
		want       string
	}{
		{"epochs", "500", 1, "510"},
		{"epochs", "505", 1, "510"},
		{"epochs", "505", -1, "500"},
		{"epochs", "500", -1, "490"},
		{"epochs", "10", -1, "1"},
		{"epochs", "1", -1, "1"},
		{"epochs", "1", 1, "10"},
		{"epochs", "1000000", 1, "1000000"},
		{"lr", "0.01", 1, "0.02"},
		{"lr", "0.02", 1, "0.05"},
		{"lr", "0.01", -1, "0.005"},
		{"lr", "0.0015", 1, "0.002"},
		{"lr", "0.0015", -1, "0.001"},
		{"lr", "0.3", 3, "2"},
		{"lr", "1000", 1, "1000"},
		{"lr", "1e-30", -1, "1e-30"},
		{"batch", "32", 1, "64"},
		{"batch", "6", 1, "8"},
		{"batch", "6", -1, "4"},
		{"batch", "1", -1, "1"},
		{"batch", "4096", 1, "5000"},
		{"seed", "1", 1, "2"},
		{"seed", "0", -1, "0"},
		{"w", "0.2", 1, "0.3"},
		{"w", "0.25", 1, "0.3"},
		{"w", "0.25", -1, "0.2"},
		{"w", "-0.25", -1, "-0.3"},
		{"w", "0.1", -1, "0"},
		{"b", "0", -1, "-0.1"},
		{"predict", "10", -20, "-10"},
		{"predict", "1000000000000", 1, "1000000000000"},
	} {
		e, p := Default().With(test.key, test.value)
		if p != nil {
			t.Fatal(p)
		}
		if got, ok := e.Stepped(test.key, test.steps); !ok || got != test.want {
			t.Errorf("%s=%s: Stepped(%d) = %q, %v, want %q", test.key, test.value, test.steps, got, ok, test.want)
		}
	}
	for _, key := range []string{"optimizer", "layers", "auto", "nothing"} {
		if got, ok := Default().Stepped(key, 1); ok {
			t.Errorf("Stepped(%q) = %q, want none", key, got)
		}
	}
	deep, _ := Default().With("layers", "2,1")
	if got, ok := deep.Stepped("w", 1); ok {
		t.Errorf("Stepped(w) of two layers = %q, want none", got)
	}
}

func TestSteppedValuesAreAccepted(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := drawExperiment(t)
		key := rapid.SampledFrom(Keys()).Draw(t, "key")
		steps := rapid.IntRange(-1000, 1000).Draw(t, "steps")
		value, ok := e.Stepped(key, steps)
		if !ok {
			return
		}
		next, p := e.With(key, value)
		if p != nil || next.Value(key) != value {
			t.Errorf("With(%q, %q) after Stepped(%d): Value = %q, %v", key, value, steps, next.Value(key), p)
		}
	})
}

func TestLaddersStartAtZero(t *testing.T) {
	e := Default()
	for _, want := range []string{"0.0001", "0.0002", "0.0005", "0.001"} {
		text, ok := e.Stepped("l2", 1)
		if !ok || text != want {
			t.Fatalf("Stepped(l2, 1) = %q, want %q", text, want)
		}
		e, _ = e.With("l2", text)
	}
	for range 5 {
		text, _ := e.Stepped("l2", -1)
		e, _ = e.With("l2", text)
	}
	if e.L2 != 0 {
		t.Errorf("stepping down ends at %v, want 0", e.L2)
	}
}
