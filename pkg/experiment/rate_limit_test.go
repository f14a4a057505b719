package experiment

import (
	"math"
	"testing"
)

func TestRateLimit(t *testing.T) {
	near := func(got, want float64) bool { return math.Abs(got-want) <= 5e-3*want }
	for _, c := range []struct {
		link            string
		stable, fastest float64
	}{
		{"", 0.176976, 0.162162},
		{"example=houses", 0.0626, 0.0617},
		{"xs=-40,-10,0,8,15,22,38&ys=-40,14,32,46.4,59,71.6,100.4", 0.00179, 0.00179},
	} {
		e, _ := Decode(c.link)
		limit, ok := e.RateLimit()
		if !ok || !near(limit.Stable, c.stable) || math.Abs(limit.Fastest-c.fastest) > 0.02*c.fastest {
			t.Errorf("%q: RateLimit = %+v, %v; want %v, %v", c.link, limit, ok, c.stable, c.fastest)
		}
	}
	for _, link := range []string{"optimizer=adam", "momentum=0.9", "layers=2:tanh,1", "layers=1:relu", "loss=huber", "batch=2", "l2=0.1"} {
		e, problems := Decode(link)
		if _, ok := e.RateLimit(); ok || len(problems) > 0 {
			t.Errorf("%q has a rate limit, want none (problems %v)", link, problems)
		}
	}
	// The limit is that of what is trained on.
	whole, _ := Decode("")
	part, _ := Decode("validation=0.5")
	a, _ := whole.RateLimit()
	if b, ok := part.RateLimit(); !ok || b.Stable <= a.Stable {
		t.Errorf("with half of the points the limit is %v, %v; want more than %v", b.Stable, ok, a.Stable)
	}
}
