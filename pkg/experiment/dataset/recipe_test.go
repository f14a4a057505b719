package dataset

import (
	"errors"
	"strings"
	"testing"
)

func TestRecipeReadsWhatItWrites(t *testing.T) {
	for _, set := range Sets() {
		for _, seed := range []string{"0.97800", "", "a:b", "::", "한국어"} {
			for _, noise := range []float64{0, 12.5, MaxNoise} {
				r := Of(set, seed, noise)
				r.Count += 10
				if got, err := Parse(r.String()); err != nil || got != r {
					t.Errorf("Parse(%q) = %+v, %v, want %+v", r.String(), got, err, r)
				}
			}
		}
	}
}

func TestParseFillsWhatIsLeftOut(t *testing.T) {
	for text, want := range map[string]Recipe{
		"circle":               {"circle", "", 0, 500, 0},
		"plane:0.5":            {"plane", "0.5", 0, 1200, 0},
		"xor:0.5:25":           {"xor", "0.5", 25, 500, 0},
		"blobs:s:10:300":       {"blobs", "s", 10, 300, 3},
		"blobs:s:10:300:7":     {"blobs", "s", 10, 300, 7},
		"circle:0.97800:25:50": {"circle", "0.97800", 25, 50, 0},
	} {
		if got, err := Parse(text); err != nil || got != want {
			t.Errorf("Parse(%q) = %+v, %v, want %+v", text, got, err, want)
		}
	}
}

func TestParseSaysWhatIsWrong(t *testing.T) {
	for text, want := range map[string]string{
		"cirle:1":                           `dataset: set: "cirle" is no set of data; give one of circle, xor, gauss, spiral, plane, multi-gauss, moons, checkerboard, rings, blobs`,
		"circle:1:81":                       `dataset: noise: "81" is not within the limits; give a number from 0 to 80`,
		"circle:1:NaN":                      `dataset: noise: "NaN" is not within the limits; give a number from 0 to 80`,
		"circle:1:x":                        `dataset: noise: "x" is not within the limits; give a number from 0 to 80`,
		"circle:1:0:1":                      `dataset: count: "1" is not within the limits; give a number from 2 to 5000`,
		"circle:1:0:2.5":                    `dataset: count: "2.5" is not within the limits; give a number from 2 to 5000`,
		"blobs:1:0:50:1":                    `dataset: classes: "1" is not within the limits; give a number from 2 to 10`,
		"circle:" + strings.Repeat("9", 65): `dataset: seed: 65 characters are too many; give at most 64`,
	} {
		_, err := Parse(text)
		var typed *Error
		if !errors.As(err, &typed) || err.Error() != want {
			t.Errorf("Parse(%q) = %v, want %s", text, err, want)
		}
	}
	wrong := Recipe{Set: "circle", Count: 500, Classes: 3}
	if err := wrong.Check(); err == nil || !strings.Contains(err.Error(), "leave it out") {
		t.Errorf("Check of a circle of three classes = %v, want an error", err)
	}
	if points, random := wrong.Draw(); points != nil || random == nil {
		t.Errorf("Draw of a wrong recipe = %d points, %v, want none and a stream", len(points), random)
	}
}

// FuzzParse: whatever a link holds, a recipe is within its limits or is an Error,
// and what is read is written the same.
func FuzzParse(f *testing.F) {
	for _, set := range Sets() {
		f.Add(Of(set, "0.97800", 25).String())
	}
	f.Add("blobs:a:b:c:1:2:3")
	f.Fuzz(func(t *testing.T, text string) {
		r, err := Parse(text)
		if err != nil {
			var typed *Error
			if !errors.As(err, &typed) || typed.Field == "" || len([]rune(err.Error())) > 600 {
				t.Errorf("Parse(%q) = %v", text, err)
			}
			return
		}
		points, _ := r.Draw()
		if again, err := Parse(r.String()); err != nil || again != r || len(points) != r.Count {
			t.Errorf("Parse(%q) = %+v, written and read %+v, %v, %d points", text, r, again, err, len(points))
		}
	})
}
