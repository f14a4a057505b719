package losscurve

import (
	"fmt"
	"math"
	"testing"
)

// TestEveryLossHasAPlace: equal losses so large that one more is the same number, losses
// at the ends of float32, below 0, infinite, and none at all, on either axis.
func TestEveryLossHasAPlace(t *testing.T) {
	values := []float64{0, 1, -1, 1e-45, 3.4e38, -3.4e38, 1e24, 5e17, 1 << 53, math.Inf(1), math.Inf(-1), math.NaN(), 0.5}
	yes, no := true, false
	for _, logY := range []*bool{nil, &yes, &no} {
		for _, a := range values {
			for _, b := range values {
				s := newScale(2, []float64{a, b}, logY).placed(300, 64)
				for _, loss := range values {
					if y := s.y(loss); !(y >= s.top && y <= s.top+s.height) {
						t.Errorf("with losses %v and %v and the axis %v, %v is at %v, want a place from %v to %v",
							a, b, fmt.Sprint(logY != nil && *logY), loss, y, s.top, s.top+s.height)
					}
				}
			}
		}
	}
}
