package nn_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"firstneuron/pkg/nn"
)

// draws returns at least so many values of an initializer.
func draws(i nn.Initializer, shape []int, count int) []float64 {
	r := rand.New(rand.NewPCG(1, 1))
	var values []float64
	for len(values) < count {
		drawn := make([]float32, shape[0]*shape[1])
		i.Fill(r, drawn, shape)
		for _, v := range drawn {
			values = append(values, float64(v))
		}
	}
	return values
}

func TestKerasInitializers(t *testing.T) {
	var fixture struct {
		head
		Quantiles []float64
		Cases     []struct {
			spec
			Shape               []int
			Count               int
			Mean, Std, Min, Max float64
			Quantiles           []float64
		}
	}
	readFixture(t, "initializers.json", &fixture)
	for _, want := range fixture.Cases {
		i, err := nn.InitializerByName(want.Class)
		if err != nil {
			t.Fatal(err)
		}
		configure(t, i, want.Args)
		values := draws(i, want.Shape, want.Count)
		slices.Sort(values)
		var sum, squares float64
		for _, v := range values {
			sum += v
		}
		mean := sum / float64(len(values))
		for _, v := range values {
			squares += (v - mean) * (v - mean)
		}
		std := math.Sqrt(squares / float64(len(values)))
		// Two samples of this many: five deviations of a mean, of a deviation
		// and of a quantile in the middle of a law.
		scratch := 1e-7 + 5*want.Std*math.Sqrt(2/float64(want.Count))
		if math.Abs(mean-want.Mean) > scratch || math.Abs(std-want.Std) > scratch {
			t.Errorf("%s%v %v: mean %v, deviation %v; want %v, %v", want.Class, want.Args, want.Shape, mean, std, want.Mean, want.Std)
		}
		for q, at := range fixture.Quantiles {
			got := values[int(at*float64(len(values)-1))]
			if math.Abs(got-want.Quantiles[q]) > 1e-7+want.Std*0.12 {
				t.Errorf("%s%v %v: quantile %v is %v, want %v", want.Class, want.Args, want.Shape, at, got, want.Quantiles[q])
			}
		}
		bounded := want.Class != "RandomNormal" && want.Class != "Orthogonal"
		if width := want.Max - want.Min; bounded && (values[0] < want.Min-0.01*width-1e-7 || values[len(values)-1] > want.Max+0.01*width+1e-7) {
			t.Errorf("%s%v %v: from %v to %v, want %v to %v", want.Class, want.Args, want.Shape, values[0], values[len(values)-1], want.Min, want.Max)
		}
	}
}

func TestOrthogonalIsOrthogonal(t *testing.T) {
	for _, shape := range [][]int{{4, 7}, {7, 4}, {5, 5}, {6}} {
		size := 1
		for _, d := range shape {
			size *= d
		}
		values := make([]float32, size)
		o := nn.NewOrthogonal()
		o.Gain = 2
		o.Fill(rand.New(rand.NewPCG(1, 2)), values, shape)
		rows, cols := 1, size
		if len(shape) == 2 {
			rows, cols = shape[0], shape[1]
		}
		at := func(k, i int) float64 { // component i of vector k
			if rows <= cols {
				return float64(values[k*cols+i])
			}
			return float64(values[i*cols+k])
		}
		for a := range min(rows, cols) {
			for b := range a + 1 {
				sum := 0.0
				for i := range max(rows, cols) {
					sum += at(a, i) * at(b, i)
				}
				want := 0.0
				if a == b {
					want = 4
				}
				if math.Abs(sum-want) > 1e-5 {
					t.Errorf("%v: vectors %d and %d have the product %v, want %v", shape, a, b, sum, want)
				}
			}
		}
	}
}
