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
		e.Predict = test.predict
		e = e.AddAsked().AddAsked()
		var got []float64
		for _, question := range e.Asked {
			got = append(got, question.X)
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("after %v, AddAsked asks %v, want %v", test.predict, got, test.want)
		}
	}
}
