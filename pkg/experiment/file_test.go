package experiment

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestFileHoldsWhatALinkCannot(t *testing.T) {
	e := Default()
	e.Points, e.Example = nil, ""
	for i := range MaxPoints {
		e.Points = append(e.Points, Point{X: Place{float64(i*i%9973) / 7}, Y: float64(i*i%9967) / 13})
	}
	e.Title = "Two\nlines & a = sign"
	if LinkProblem(e) == nil {
		t.Fatal("the link holds 5,000 points: this test needs more than it can")
	}
	got, problems, ok := DecodeFile(EncodeFile(e))
	if !ok || len(problems) > 0 || !got.Equal(e) {
		t.Errorf("DecodeFile(EncodeFile(5,000 points)) differs, ok %v, problems %v", ok, problems)
	}
}

func TestFileIsReadableAndWritableByHand(t *testing.T) {
	e := Default()
	e.Points, e.Example, e.Epochs = []Point{{X: Place{1}, Y: 2}, {X: Place{3}, Y: 4}}, "", 9
	want := "First Neuron experiment 1\nxs=1,3\nys=2,4\nepochs=9\n"
	if got := EncodeFile(e); got != want {
		t.Errorf("EncodeFile = %q, want %q", got, want)
	}
	got, problems, ok := DecodeFile("\ufeffFirst Neuron experiment 1\r\nxs=1, 3\r\nys=2,4\r\n\r\nepochs=9\r\n")
	if !ok || len(problems) > 0 || !got.Equal(e) {
		t.Errorf("a file written by hand differs (-want +got), ok %v, problems %v:\n%s", ok, problems, cmp.Diff(e, got))
	}
}

func TestFileOfSomethingElse(t *testing.T) {
	for text, want := range map[string]string{
		"":                               "not_a_file",
		"x,y\n1,2":                       "not_a_file",
		strings.Repeat("x", MaxPaste+1):  "file_too_long",
		fileFirstLine + " and more\nx=1": "not_a_file",
	} {
		_, problems, ok := DecodeFile(text)
		if ok || len(problems) != 1 || problems[0].Code != want {
			t.Errorf("DecodeFile(%.20q) = %v, %v; want %s", text, problems, ok, want)
			continue
		}
		checkProblem(t, problems[0])
	}
}

func TestDecodeOfFileIsTheIdentity(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := drawExperiment(t)
		if got, problems, ok := DecodeFile(EncodeFile(e)); !ok || len(problems) > 0 || !got.Equal(e) {
			t.Errorf("DecodeFile(EncodeFile(e)) differs (-want +got), problems %v:\n%s", problems, cmp.Diff(e, got))
		}
	})
}

func FuzzDecodeFile(f *testing.F) {
	f.Add(EncodeFile(Default()))
	f.Add(fileFirstLine + "\nxs=1,2\nys=3,4\ntitle=%0A\ngoal=diverge\n")
	f.Fuzz(func(t *testing.T, text string) {
		e, problems, ok := DecodeFile(text)
		for _, p := range problems {
			checkProblem(t, p)
		}
		if invalid := e.Validate(); len(invalid) > 0 {
			t.Fatalf("DecodeFile(%q) is not valid: %v", text, invalid)
		}
		if !ok {
			return
		}
		if again, problems, _ := DecodeFile(EncodeFile(e)); len(problems) > 0 || !again.Equal(e) {
			t.Errorf("DecodeFile(EncodeFile(DecodeFile(%q))) differs (-want +got), problems %v:\n%s", text, problems, cmp.Diff(e, again))
		}
	})
}
