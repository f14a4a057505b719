package dataset

import (
	"math"
	"strings"
	"testing"
)

// TestRandomIsSeedrandom: the first numbers of seedrandom 2.4.4 in node 20. Long
// seeds wrap around the key, and characters beyond 65,535 count as two.
func TestRandomIsSeedrandom(t *testing.T) {
	for seed, want := range map[string][3]float64{
		"0.97800":                        {0.12957225609004913, 0.5168100332596326, 0.7601948950430113},
		"0.978":                          {0.2372894615483774, 0.6470819679555885, 0.7545760959713592},
		"hello":                          {0.5463663768140734, 0.4397379377059223, 0.554769432473455},
		"":                               {0.23144008215179881, 0.27404636548159655, 0.7901279251811976},
		"한국어 seed":                       {0.9812360524661126, 0.8602639120721848, 0.22220857230134522},
		"🙂":                              {0.27228036163965824, 0.20479607254947582, 0.7362820728265997},
		strings.Repeat("x", 300):         {0.952495823023581, 0.9378530102966817, 0.8504259399717166},
		strings.Repeat("abcdefghij", 40): {0.5600600764192039, 0.19293915954150434, 0.22709150397848415},
	} {
		r := NewRandom(seed)
		if got := [3]float64{r.Float64(), r.Float64(), r.Float64()}; got != want {
			t.Errorf("NewRandom(%q) gives %v, want %v", seed, got, want)
		}
	}
	r, sum := NewRandom("0.5"), 0.0
	for range 100_000 {
		sum += r.Float64()
	}
	if want := 49951.96394619236; sum != want {
		t.Errorf("100,000 numbers of seed 0.5 add up to %v, want %v", sum, want)
	}
}

func TestNormalHasItsMeanAndVariance(t *testing.T) {
	r, n := NewRandom("normal"), 50_000
	var sum, squares float64
	for range n {
		v := r.Normal(3, 4)
		sum, squares = sum+v, squares+(v-3)*(v-3)
	}
	// Four standard errors: 2/√n of the mean, 4·√(2/n) of the variance.
	if got := sum / float64(n); math.Abs(got-3) > 4*2/math.Sqrt(float64(n)) {
		t.Errorf("the mean of Normal(3, 4) is %v, want 3", got)
	}
	if got := squares / float64(n); math.Abs(got-4) > 4*4*math.Sqrt(2/float64(n)) {
		t.Errorf("the variance of Normal(3, 4) is %v, want 4", got)
	}
}

func TestShuffleKeepsThePoints(t *testing.T) {
	points := make([]Point, 100)
	for i := range points {
		points[i].X1 = float64(i)
	}
	NewRandom("1").Shuffle(points)
	seen, moved := map[float64]bool{}, 0
	for i, p := range points {
		seen[p.X1] = true
		if p.X1 != float64(i) {
			moved++
		}
	}
	if len(seen) != 100 || moved < 90 {
		t.Errorf("Shuffle leaves %d of 100 points and moves %d, want 100 and nearly all", len(seen), moved)
	}
}
