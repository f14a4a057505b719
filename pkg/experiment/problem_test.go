package experiment

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"firstneuron/pkg/experiment/playground"
)

func TestCodesAreNamedOnce(t *testing.T) {
	if got, want := len(Codes()), len(codes)+len(playground.Codes()); got != want {
		t.Errorf("Codes() has %d codes, want %d: one is listed twice", got, want)
	}
	for name := range Codes() {
		if strings.Trim(name, "abcdefghijklmnopqrstuvwxyz_") != "" {
			t.Errorf("code %q is not lower_snake", name)
		}
	}
}

func TestCodesListTheirArguments(t *testing.T) {
	if got, want := Codes()["out_of_range"], []string{"text", "min", "max"}; !slices.Equal(got, want) {
		t.Errorf(`Codes()["out_of_range"] = %q, want %q`, got, want)
	}
	if got := Codes()["packed_unreadable"]; len(got) != 0 {
		t.Errorf(`Codes()["packed_unreadable"] = %q, want none`, got)
	}
}

func TestProblemError(t *testing.T) {
	for _, test := range []struct {
		problem *Problem
		want    string
	}{
		{NewProblem("not_a_number", "text", "x").At(3, 2), "line 3, column 2: “x” is not a number: write digits, such as 2, -0.5 or 1e-3"},
		{NewProblem("number_missing").about("epochs"), "epochs: a number is missing: type one, such as 2 or -0.5"},
		{NewProblem("not_a_number", "text", "{text}"), "“{text}” is not a number: write digits, such as 2, -0.5 or 1e-3"},
		{NewProblem("diverged", "step", "7", "rate", "0.5"), "diverged rate=0.5 step=7"},
	} {
		if got := test.problem.Error(); got != test.want {
			t.Errorf("Error() = %q, want %q", got, test.want)
		}
	}
}

func TestAsProblem(t *testing.T) {
	if got := AsProblem(nil); got != nil {
		t.Errorf("AsProblem(nil) = %v, want nil", got)
	}
	p := NewProblem("no_layers")
	if got := AsProblem(fmt.Errorf("build: %w", p)); got != p {
		t.Errorf("AsProblem of a wrapped problem = %v, want the problem itself", got)
	}
	got := AsProblem(errors.New("no memory"))
	if want := "the model cannot be trained: no memory"; got.Error() != want {
		t.Errorf("AsProblem(error) = %q, want %q", got, want)
	}
}

func TestQuote(t *testing.T) {
	for text, want := range map[string]string{
		"a\tb\x00c":             "a b c",
		"\xff":                  "\ufffd",
		strings.Repeat("é", 41): strings.Repeat("é", 40) + "…",
		strings.Repeat("é", 40): strings.Repeat("é", 40),
	} {
		if got := Quote(text); got != want {
			t.Errorf("Quote(%q) = %q, want %q", text, got, want)
		}
	}
}

// checkProblem fails if a problem could not be said to a learner: an unknown
// code, other arguments than the code has, or a text too long to show.
func checkProblem(t *testing.T, p *Problem) {
	t.Helper()
	want, known := Codes()[p.Code]
	if !known {
		t.Errorf("%q is not in Codes()", p.Code)
		return
	}
	got := slices.Sorted(maps.Keys(p.Args))
	if slices.Sort(want); !slices.Equal(got, want) {
		t.Errorf("%s has arguments %q, want %q", p.Code, got, want)
	}
	if text := p.Error(); !utf8.ValidString(text) || utf8.RuneCountInString(text) > 500 {
		t.Errorf("%s: message %q is not valid or too long", p.Code, text)
	}
}
