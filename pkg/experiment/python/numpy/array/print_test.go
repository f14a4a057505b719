package array_test

import (
	"encoding/json"
	"math"
	"os"
	"strconv"
	"testing"

	"firstneuron/pkg/experiment/python/numpy/array"
)

// TestPrints compares what is printed with NumPy's own, to the letter.
func TestPrints(t *testing.T) {
	text, err := os.ReadFile("../testdata/prints.json")
	if err != nil {
		t.Fatal(err)
	}
	var fixture struct {
		Rows []struct {
			DType   string
			Shape   []int
			Scalar  bool
			Options map[string]any
			Values  []any
			Str     string
			Repr    string
		}
	}
	if err := json.Unmarshal(text, &fixture); err != nil {
		t.Fatal(err)
	}
	if len(fixture.Rows) < 400 {
		t.Fatalf("%d cases, want 400", len(fixture.Rows))
	}
	failed := 0
	for _, row := range fixture.Rows {
		dtype, _ := array.Named(row.DType)
		values := make([]float64, len(row.Values))
		for i, v := range row.Values {
			switch v := v.(type) {
			case float64:
				values[i] = v
			case bool:
				if v {
					values[i] = 1
				}
			case string:
				values[i], _ = strconv.ParseFloat(v, 64)
			}
		}
		a, err := array.FromFloats(values).AsType(dtype).Reshape(row.Shape...)
		if err != nil {
			t.Fatal(err)
		}
		if row.Scalar {
			a = array.Scalar(dtype, values[0])
		}
		o := options(row.Options)
		if got := a.Str(o); got != row.Str && failed < 12 {
			failed++
			t.Errorf("str of %s %v %v = \n%s\nwant\n%s", row.DType, row.Shape, row.Options, got, row.Str)
		}
		if got := a.Repr(o); got != row.Repr && failed < 12 {
			failed++
			t.Errorf("repr of %s %v %v = \n%s\nwant\n%s", row.DType, row.Shape, row.Options, got, row.Repr)
		}
	}
}

func options(given map[string]any) array.Options {
	o := array.DefaultOptions
	for name, v := range given {
		switch name {
		case "precision":
			o.Precision = int(v.(float64))
		case "threshold":
			o.Threshold = int(v.(float64))
		case "edgeitems":
			o.Edge = int(v.(float64))
		case "linewidth":
			o.Width = int(v.(float64))
		case "suppress":
			o.Suppress = v.(bool)
		case "sign":
			o.Sign = v.(string)
		case "floatmode":
			o.Fixed, o.Equal, o.Unique = v == "fixed", v == "maxprec_equal", v == "unique"
		}
	}
	return o
}

func TestFormatFloat(t *testing.T) {
	tenth := 0.1
	for _, c := range []struct {
		v    float64
		bits int
		want string
	}{
		{1, 64, "1.0"},
		{tenth + 0.2, 64, "0.30000000000000004"},
		{1e16, 64, "1e+16"},
		{1e15, 64, "1000000000000000.0"},
		{1e-5, 64, "1e-05"},
		{math.Inf(-1), 64, "-inf"},
		{math.NaN(), 64, "nan"},
		{float64(float32(18.9815)), 32, "18.9815"},
	} {
		if got := array.FormatFloat(c.v, c.bits); got != c.want {
			t.Errorf("FormatFloat(%v, %d) = %s, want %s", c.v, c.bits, got, c.want)
		}
	}
}
