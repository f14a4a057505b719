package experiment

import (
	"slices"
	"testing"
)

func TestAddAskedAsksTheNextWholeNumber(t *testing.T) {
	for _, test := range []struct {
		predict float64
		want    []float64
	}{
		{10, []float64{11, 12}},
		{10.5, []float64{11, 12}},
		{-2.5, []float64{-2, -1}},
		{MaxAbs, []float64{MaxAbs - 1, MaxAbs - 2}},
	} {
		e := Default()
		e.Predict[0] = test.predict
		e = e.AddQuery().AddQuery()
		var got []float64
		for _, question := range e.Queries {
			got = append(got, question.X[0])
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("after %v, AddQuery asks %v, want %v", test.predict, got, test.want)
		}
	}
}

func TestSteppingAnAskedXStepsOverTheOthers(t *testing.T) {
	e, problems := Decode("also=5,6,7,1000000000000")
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	for _, test := range []struct {
		number, steps int
		want          string
	}{{1, 1, "8"}, {1, -1, "4"}, {3, -1, "4"}, {3, -2, "4"}, {1, 2, "8"}, {4, 1, "1000000000000"}, {3, 2_000_000_000_000, "7"}} {
		if got, ok := e.Stepped(QueryKey(test.number), test.steps); !ok || got != test.want {
			t.Errorf("%d steps from x %d: %q, %v; want %q", test.steps, test.number, got, ok, test.want)
		}
	}
}
