package random_test

import (
	"encoding/binary"
	"encoding/json"
	"hash/crc32"
	"math"
	"os"
	"strconv"
	"testing"

	"firstneuron/pkg/experiment/python/numpy/random"
)

var weights = []float64{0.1, 0.2, 0.3, 0.15, 0.25}

// TestDraws compares each function for 20 seeds with NumPy's and Python's own
// numbers, bit for bit.
func TestDraws(t *testing.T) {
	text, err := os.ReadFile("../testdata/draws.json")
	if err != nil {
		t.Fatal(err)
	}
	var fixture struct {
		Rows []struct {
			Source, Name string
			Seed         any
			N            int
			First        []float64
			CRC          uint32
		}
	}
	if err := json.Unmarshal(text, &fixture); err != nil {
		t.Fatal(err)
	}
	if len(fixture.Rows) < 1000 {
		t.Fatalf("%d rows, want 1000", len(fixture.Rows))
	}
	for _, row := range fixture.Rows {
		var seed uint64
		word, _ := row.Seed.(string)
		switch v := row.Seed.(type) {
		case float64:
			seed = uint64(v)
		case string:
			seed, _ = strconv.ParseUint(v, 10, 64)
		}
		var got []float64
		switch row.Source {
		case "legacy":
			l := random.NewLegacy(uint32(seed))
			got = draw(l, row.Name, row.N)
		case "generator":
			got = draw(random.NewGenerator(seed), row.Name, row.N)
		case "python":
			got = drawPython(random.NewPython(seed), row.Name, row.N)
		case "python text":
			got = drawPython(random.NewPythonText(word), row.Name, row.N)
		}
		if len(got) != row.N {
			t.Errorf("%s %v: %q draws %d numbers, want %d", row.Source, row.Seed, row.Name, len(got), row.N)
			continue
		}
		bytes := []byte{}
		for _, v := range got {
			bytes = binary.LittleEndian.AppendUint64(bytes, math.Float64bits(v))
		}
		if crc32.ChecksumIEEE(bytes) != row.CRC {
			t.Errorf("%s %v: %q draws %v…, want %v…, or differs later", row.Source, row.Seed, row.Name, got[:min(4, len(got))], row.First)
		}
	}
}

func draw(s random.Source, name string, n int) []float64 {
	many := func(next func() float64) []float64 {
		values := make([]float64, n)
		for i := range values {
			values[i] = next()
		}
		return values
	}
	whole := func(low int64, span uint64) []float64 {
		return many(func() float64 { return float64(low + int64(s.Upto(span-1))) })
	}
	switch name {
	case "random", "rand", "random_sample":
		return many(s.Float64)
	case "normal":
		return many(func() float64 { return 2 + 3*s.Normal() })
	case "standard_normal", "randn":
		return many(s.Normal)
	case "uniform":
		return many(func() float64 { return -4 + 8*s.Float64() })
	case "exponential":
		return many(func() float64 { return 2 * s.Exponential() })
	case "poisson":
		return many(func() float64 { return float64(s.Poisson(3.5)) })
	case "integers 10":
		return whole(0, 10)
	case "integers -5 6":
		return whole(-5, 11)
	case "integers 2^40":
		return whole(0, 1<<40)
	case "integers 3000000000":
		return whole(0, 3000000000)
	case "endpoint":
		return whole(1, 6)
	case "permutation 10", "permutation 1000":
		return floats(random.Permutation(s, n))
	case "shuffle":
		values := make([]float64, n)
		for i := range values {
			values[i] = float64(i)
		}
		random.Shuffle(s, n, func(i, j int) { values[i], values[j] = values[j], values[i] })
		return values
	case "choice":
		return whole(0, 20)
	case "choice once":
		return floats(random.Choose(s, 20, n, true))
	case "choice unshuffled":
		return floats(random.Choose(s, 20, n, false))
	case "choice once many":
		return floats(random.Choose(s, 20000, n, true))
	case "choice weighted":
		return floats(random.Weighted(s, weights, n))
	case "choice weighted once":
		return floats(random.WeightedOnce(s, weights, n))
	}
	return nil
}

func floats(whole []int64) []float64 {
	values := make([]float64, len(whole))
	for i, v := range whole {
		values[i] = float64(v)
	}
	return values
}

func drawPython(p *random.Python, name string, n int) []float64 {
	many := func(next func() float64) []float64 {
		values := make([]float64, n)
		for i := range values {
			values[i] = next()
		}
		return values
	}
	switch name {
	case "random":
		return many(p.Float64)
	case "uniform":
		return many(func() float64 { return -4 + 8*p.Float64() })
	case "gauss":
		return many(func() float64 { return 2 + p.Gauss()*3 })
	case "normalvariate":
		return many(func() float64 { return 2 + p.Normal()*3 })
	case "expovariate":
		return many(func() float64 { return p.Exponential() / 0.5 })
	case "triangular":
		return many(func() float64 { return p.Triangular(1, 5, 2) })
	case "randint":
		return many(func() float64 { return 1 + float64(p.Below(6)) })
	case "randrange":
		return many(func() float64 { return 5 * float64(p.Below(20)) })
	case "choice":
		return many(func() float64 { return float64(p.Below(17)) })
	case "choices":
		return many(func() float64 { return math.Floor(p.Float64() * 5) })
	case "choices weighted":
		return many(func() float64 { return float64(p.Weighted(weights)) })
	case "getrandbits":
		return many(func() float64 { return float64(p.Bits(40)) })
	case "sample", "sample many":
		count := 10
		if name == "sample many" {
			count = 10000
		}
		places := p.Sample(count, n)
		values := make([]float64, n)
		for i, v := range places {
			values[i] = float64(v)
		}
		return values
	case "shuffle":
		values := make([]float64, n)
		for i := range values {
			values[i] = float64(i)
		}
		p.Shuffle(n, func(i, j int) { values[i], values[j] = values[j], values[i] })
		return values
	}
	return nil
}
