package nn_test

import (
	"embed"
	"encoding/json"
	"fmt"
	"math"
	"testing"
)

// shortRun is the relative tolerance of a comparison with Keras over a short
// run: about a hundred units in the last place of a float32, which leaves room
// for sums in another order and for nothing else.
const shortRun = 1e-5

// number is a float32 of a fixture. JSON has no inf and nan, so the generator
// writes those three as strings.
type number float64

// UnmarshalJSON reads a JSON number or one of "inf", "-inf", "nan".
func (n *number) UnmarshalJSON(text []byte) error {
	switch string(text) {
	case `"inf"`:
		*n = number(math.Inf(1))
		return nil
	case `"-inf"`:
		*n = number(math.Inf(-1))
		return nil
	case `"nan"`:
		*n = number(math.NaN())
		return nil
	}
	return json.Unmarshal(text, (*float64)(n))
}

// head is what every fixture says about where it comes from.
type head struct {
	Keras          string `json:"keras"`
	Backend        string `json:"backend"`
	BackendVersion string `json:"backend_version"`
	Script         string `json:"script"`
}

func (h head) source() head { return h }

// fixtures are in the program: it also runs in a browser, which has no files.
//
//go:embed testdata/keras/*.json
var fixtures embed.FS

// readFixture reads testdata/keras/name into fixture, which embeds head, and
// fails when the file does not say which Keras and which script made it.
func readFixture(t *testing.T, name string, fixture interface{ source() head }) {
	t.Helper()
	text, err := fixtures.ReadFile("testdata/keras/" + name)
	if err != nil {
		t.Fatalf("ReadFile(%s) error = %v, want the fixture; run `make fixtures`", name, err)
	}
	if err := json.Unmarshal(text, fixture); err != nil {
		t.Fatalf("Unmarshal(%s) error = %v, want nil", name, err)
	}
	if h := fixture.source(); h.Keras == "" || h.Backend == "" || h.Script == "" {
		t.Fatalf("%s: source = %+v, want the Keras version, its backend and the script", name, h)
	}
}

// near reports whether got is want within relative tolerance rel, or within
// abs of it. abs is for values that cancel to almost nothing; 0 means none.
func near(got, want, rel, abs float64) bool {
	switch {
	case math.IsNaN(want):
		return math.IsNaN(got)
	case math.IsInf(want, 0) || math.IsInf(got, 0):
		return got == want
	}
	return math.Abs(got-want) <= math.Max(rel*math.Abs(want), abs)
}

// wantNear fails the test when got is not near want; what names the value, as
// in "Fit(lesson) epoch 3 loss".
func wantNear(t *testing.T, what string, got float64, want number, rel, abs float64) {
	t.Helper()
	if !near(got, float64(want), rel, abs) {
		t.Errorf("%s = %.9g, want %.9g (off by %.2g)", what, got, float64(want), got-float64(want))
	}
}

// wantAllNear compares two lists value by value and stops at the first
// difference, so that a broken training reports one line, not a thousand.
func wantAllNear[G, W ~float32 | ~float64](t *testing.T, what string, got []G, want []W, rel, abs float64) bool {
	t.Helper()
	if len(got) != len(want) {
		t.Errorf("len(%s) = %d, want %d", what, len(got), len(want))
		return false
	}
	for i := range want {
		if !near(float64(got[i]), float64(want[i]), rel, abs) {
			wantNear(t, fmt.Sprintf("%s[%d]", what, i), float64(got[i]), number(want[i]), rel, abs)
			return false
		}
	}
	return true
}
