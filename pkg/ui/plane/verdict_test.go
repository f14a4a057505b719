package plane

import (
	"math"
	"slices"
	"testing"
)

func TestJudge(t *testing.T) {
	points := []Point{{0, 0, -1}, {0, 0, 1}, {0, 0, 1}, {0, 0, -1}}
	v := Judge(points, []float32{-0.5, 0.1, -2, float32(math.NaN())}, 1, TwoClasses(-1, 1))
	if !slices.Equal(v.Answers, []int{0, 1, 0, -1}) || v.Right != 2 || v.Points != 4 ||
		!slices.Equal(v.Confusion[0], []int{1, 0}) || !slices.Equal(v.Confusion[1], []int{1, 1}) {
		t.Errorf("the verdict is %+v", v)
	}
	if part, ok := v.Accuracy(); part != 0.5 || !ok {
		t.Errorf("the accuracy is %v, %v, want 0.5", part, ok)
	}
	v = Judge([]Point{{0, 0, 2}, {0, 0, 7}}, []float32{0, 0.1, 0.9, 1, 0, 0}, 3, ManyClasses(3))
	if v.Right != 1 || v.Points != 1 {
		t.Errorf("a label of no class counts: %+v", v)
	}
	for _, v := range []Verdict{Judge(points, nil, 1, TwoClasses(-1, 1)), Judge(points, []float32{1, 1, 1, 1}, 1, Numbers(1)), {}} {
		if _, ok := v.Accuracy(); ok {
			t.Errorf("%+v has an accuracy", v)
		}
	}
}
