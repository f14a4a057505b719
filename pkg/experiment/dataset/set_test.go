package dataset

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"strings"
	"testing"
)

// reference is what TensorFlow Playground computes.
func reference(t *testing.T) (r struct {
	Datasets map[string]struct {
		Count, Positive      int
		First                []struct{ X, Y, Label float64 }
		SumX, SumY, SumLabel float64
		SHA256               string
	}
	Trainings []struct {
		Name   string
		Config struct {
			Dataset, Seed string
			Noise         float64
		}
		Data [][3]float64
	}
},
) {
	t.Helper()
	data, err := os.ReadFile("../playground/testdata/reference.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &r); err != nil {
		t.Fatal(err)
	}
	return r
}

// TestSetsAreThoseOfThePlayground: sums and hash of its six sets, with and without
// noise, all bits of all points.
func TestSetsAreThoseOfThePlayground(t *testing.T) {
	ref := reference(t)
	if len(ref.Datasets) != 12 {
		t.Fatalf("the reference has %d sets, want 12", len(ref.Datasets))
	}
	for name, want := range ref.Datasets {
		fields := strings.Fields(name) // circle noise 30
		set, ok := OfPlayground(fields[0])
		if !ok {
			t.Errorf("OfPlayground(%q) finds nothing", fields[0])
			continue
		}
		var noise float64
		if _, err := fmt.Sscan(fields[2], &noise); err != nil {
			t.Fatal(err)
		}
		points, _ := Of(set, "0.97800", noise).Draw()
		var sumX, sumY, sumLabel float64
		positive := 0
		rows := make([][3]float64, len(points))
		for i, p := range points {
			rows[i] = [3]float64{p.X1, p.X2, p.Y}
			sumX, sumY, sumLabel = sumX+p.X1, sumY+p.X2, sumLabel+p.Y
			if p.Y > 0 {
				positive++
			}
		}
		if len(points) != want.Count || positive != want.Positive || sumX != want.SumX || sumY != want.SumY || sumLabel != want.SumLabel {
			t.Errorf("%s: %d points, %d positive, sums %v %v %v, want %+v", name, len(points), positive, sumX, sumY, sumLabel, want)
		}
		// As JavaScript does, encoding/json writes the fewest digits that read back.
		text, err := json.Marshal(rows)
		if err != nil {
			t.Fatal(err)
		}
		if sum := sha256.Sum256(text); hex.EncodeToString(sum[:]) != want.SHA256 {
			t.Errorf("%s: the points' SHA-256 is %x, want %s", name, sum, want.SHA256)
		}
	}
}

// TestPointsAreThoseOfTheTrainings compares every point, so that a failure shows
// which one differs and by how much.
func TestPointsAreThoseOfTheTrainings(t *testing.T) {
	for _, training := range reference(t).Trainings {
		set, _ := OfPlayground(training.Config.Dataset)
		points, _ := Of(set, training.Config.Seed, training.Config.Noise).Draw()
		if len(points) != len(training.Data) {
			t.Errorf("%s: %d points, want %d", training.Name, len(points), len(training.Data))
			continue
		}
		for i, p := range points {
			if got := [3]float64{p.X1, p.X2, p.Y}; got != training.Data[i] {
				t.Errorf("%s: point %d is %v, want %v", training.Name, i, got, training.Data[i])
				break
			}
		}
	}
}

// TestSetsAreWhatTheySay: as many points as asked, all near the plane that is shown,
// labels of each class, the same again with the same seed and others with another.
func TestSetsAreWhatTheySay(t *testing.T) {
	for _, set := range Sets() {
		for _, count := range []int{2, 3, 7, 500, 1001} {
			for _, noise := range []float64{0, 50} {
				recipe := Of(set, "7", noise)
				recipe.Count = count
				points, _ := recipe.Draw()
				again, _ := recipe.Draw()
				recipe.Seed = "8"
				other, _ := recipe.Draw()
				if len(points) != count {
					t.Errorf("%v draws %d points", recipe, len(points))
				}
				same, labels := 0, map[float64]int{}
				for i, p := range points {
					if p != again[i] {
						t.Errorf("%v draws %v and then %v", recipe, p, again[i])
					}
					if p == other[i] {
						same++
					}
					labels[p.Y]++
					if limit := 6 + noise/5; math.Abs(p.X1) > limit || math.Abs(p.X2) > limit {
						t.Errorf("%v draws a point at %v", recipe, p)
					}
				}
				if same > count/10 && set.Name != "spiral" {
					t.Errorf("%v: %d of %d points are the same with another seed", recipe, same, count)
				}
				if set.Classes > 0 && count >= 500 && len(labels) != set.Classes {
					t.Errorf("%v has the labels %v, want %d classes", recipe, labels, set.Classes)
				}
				for label := range labels {
					if set.Classes == 2 && math.Abs(label) != 1 || set.Classes > 2 && (label != math.Trunc(label) || label < 0) {
						t.Errorf("%v has the label %v", recipe, label)
					}
				}
			}
		}
	}
}

// TestSetsWithoutNoiseAreClean: each of the further sets is what its picture shows.
func TestSetsWithoutNoiseAreClean(t *testing.T) {
	for name, want := range map[string]func(p Point) float64{
		"checkerboard": func(p Point) float64 { // the square that a place lies in
			return sign((int(math.Floor(p.X1/2.5))+int(math.Floor(p.X2/2.5)))%2 == 0)
		},
		"rings": func(p Point) float64 { return math.Floor(math.Hypot(p.X1, p.X2) / 2) },
		"moons": func(p Point) float64 { // the half circle that a place lies on
			return sign(math.Abs(math.Hypot(p.X1+1.75, p.X2+1)-3.5) < 1e-9 && p.X2 >= -1-1e-9)
		},
	} {
		set, _ := Named(name)
		points, _ := Of(set, "3", 0).Draw()
		for _, p := range points {
			if got := want(p); got != p.Y {
				t.Errorf("%s has the label %v at (%v, %v), want %v", name, p.Y, p.X1, p.X2, got)
			}
		}
	}
}

// TestBlobsHaveTheirClasses: as many clouds as asked, of nearly the same size, each
// around its own place.
func TestBlobsHaveTheirClasses(t *testing.T) {
	for classes := MinClasses; classes <= MaxClasses; classes++ {
		recipe := Recipe{Set: "blobs", Seed: "5", Count: 500, Classes: classes}
		points, _ := recipe.Draw()
		counts, middles := map[float64]int{}, map[float64][2]float64{}
		for _, p := range points {
			counts[p.Y]++
			at := middles[p.Y]
			middles[p.Y] = [2]float64{at[0] + p.X1, at[1] + p.X2}
		}
		if len(counts) != classes {
			t.Errorf("%v has the classes %v", recipe, counts)
		}
		for label, n := range counts {
			if n < 500/classes || n > 500/classes+1 {
				t.Errorf("%v has %d points of class %v", recipe, n, label)
			}
			// A cloud's middle is within five standard errors of the circle.
			at := math.Hypot(middles[label][0]/float64(n), middles[label][1]/float64(n))
			if math.Abs(at-3.5) > 5*math.Sqrt(0.3/float64(n)) {
				t.Errorf("%v: class %v lies %v from the middle, want 3.5", recipe, label, at)
			}
		}
	}
}
