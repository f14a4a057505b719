package experiment

import (
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// numberTests is also the seeds of FuzzParseNumber. A code stands for the
// problem instead of the number.
var numberTests = []struct {
	text string
	want float64
	code string
}{
	{text: "2", want: 2},
	{text: " -0.5 ", want: -0.5},
	{text: "+3", want: 3},
	{text: ".5", want: 0.5},
	{text: "5.", want: 5},
	{text: "1e-3", want: 0.001},
	{text: "1E+2", want: 100},
	{text: "-0", want: 0},
	{text: "1,5", want: 1.5},
	{text: "0,125", want: 0.125},
	{text: "1234,567", want: 1234.567},
	{text: "−3", want: -3},
	{text: "–3", want: -3},
	{text: "－１．５", want: -1.5},
	{text: "\u00a07\u3000", want: 7},
	{text: "\u200e8\ufeff", want: 8},
	{text: "1000000000000", want: 1e12},
	{text: "1e-400", want: 0},
	{text: "", code: "number_missing"},
	{text: " ", code: "number_missing"},
	{text: "nan", code: "not_a_number"},
	{text: "Inf", code: "not_a_number"},
	{text: "-infinity", code: "not_a_number"},
	{text: "0x1p-2", code: "not_a_number"},
	{text: "1_000", code: "separated_digits"},
	{text: "1 000,5", code: "separated_digits"},
	{text: "1.355,90", code: "separated_digits"},
	{text: "1.234.567", code: "separated_digits"},
	{text: "1.2345,6", code: "not_a_number"},
	{text: "1,000,000", code: "separated_digits"},
	{text: "1,234.5", code: "separated_digits"},
	{text: "1,2,3", code: "not_a_number"},
	{text: "400,000", code: "ambiguous_comma"},
	{text: "1e400", code: "out_of_range"},
	{text: "1000000000001", code: "out_of_range"},
	{text: "1e", code: "not_a_number"},
	{text: ",5", code: "not_a_number"},
	{text: "1,", code: "not_a_number"},
	{text: "-", code: "not_a_number"},
	{text: ".", code: "not_a_number"},
	{text: "--1", code: "not_a_number"},
	{text: "1.2.3", code: "not_a_number"},
	{text: "٣", code: "not_a_number"},
	{text: "2x", code: "not_a_number"},
	{text: "½", code: "not_a_number"},
	{text: "5%", code: "not_a_number"},
}

func TestParseNumber(t *testing.T) {
	for _, test := range numberTests {
		got, p := ParseNumber(test.text)
		if code := codeOf(p); got != test.want || code != test.code {
			t.Errorf("ParseNumber(%q) = %v, %q, want %v, %q", test.text, got, code, test.want, test.code)
		}
	}
}

func TestParseNumberSaysWhatToWrite(t *testing.T) {
	for text, want := range map[string]string{
		"":          "a number is missing: type one, such as 2 or -0.5",
		"nan":       "“nan” is not a number: write digits, such as 2, -0.5 or 1e-3",
		"1,234,567": "“1,234,567” has marks between its digits: write 1234567",
		"1.355,90":  "“1.355,90” has marks between its digits: write 1355.90",
		"10 237,65": "“10 237,65” has marks between its digits: write 10237.65",
		"1.234.567": "“1.234.567” has marks between its digits: write 1234567",
		"-400,000":  "“-400,000” can mean -400000 or -400.000: write the one you mean",
		"1e400":     "“1e400” is out of range: use a number from -1000000000000 to 1000000000000",
	} {
		if _, p := ParseNumber(text); p == nil || p.Error() != want {
			t.Errorf("ParseNumber(%q) = %v, want %q", text, p, want)
		}
	}
}

func TestParseInt(t *testing.T) {
	for _, test := range []struct {
		text string
		want int
		code string
	}{
		{"500", 500, ""},
		{" 1e3 ", 1000, ""},
		{"20.0", 20, ""},
		{"５", 5, ""},
		{"0", 0, "out_of_range"},
		{"-1", 0, "out_of_range"},
		{"1e9", 0, "out_of_range"},
		{"1e400", 0, "out_of_range"},
		{"2.5", 0, "not_whole"},
		{"1,000", 0, "ambiguous_comma"},
		{"1.000", 0, "ambiguous_comma"}, // a thousand to a German, and never silently one
		{"100.000", 0, "ambiguous_comma"},
		{"1.0", 1, ""},
		{"1.00", 1, ""},
		{"ten", 0, "not_a_number"},
		{"", 0, "number_missing"},
	} {
		got, p := ParseInt(test.text, 1, MaxEpochs)
		if code := codeOf(p); got != test.want || code != test.code {
			t.Errorf("ParseInt(%q) = %d, %q, want %d, %q", test.text, got, code, test.want, test.code)
		}
	}
	_, p := ParseInt("1e400", 1, MaxEpochs)
	if want := "“1e400” is out of range: use a number from 1 to 1000000"; p.Error() != want {
		t.Errorf("ParseInt(1e400) = %v, want %q", p, want)
	}
}

func TestFormatNumber(t *testing.T) {
	for v, want := range map[float64]string{
		0: "0", math.Copysign(0, -1): "0", -1: "-1", 0.1: "0.1", 1e-5: "1e-05", 0.0001: "0.0001",
		1e6: "1000000", 1e12: "1000000000000", 1.0 / 3: "0.3333333333333333",
	} {
		if got := FormatNumber(v); got != want {
			t.Errorf("FormatNumber(%g) = %q, want %q", v, got, want)
		}
	}
}

// TestShowNumber: what is typed is shown as typed, and what is counted without the rest
// of counting in halves.
func TestShowNumber(t *testing.T) {
	for v, want := range map[float64]string{
		0.6000000000000001: "0.6", 0.1 + 0.2: "0.3", 3 * 1.1: "3.3", 1e12: "1000000000000", 123456789.123456: "123456789.123456",
		-0.1: "-0.1", 0: "0", 1e-5: "1e-05",
	} {
		if got := ShowNumber(v); got != want {
			t.Errorf("ShowNumber(%v) = %s, want %s", v, got, want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		typed := FormatNumber(float64(rapid.IntRange(-1e9, 1e9).Draw(t, "digits")) / 1e6)
		v, _ := ParseNumber(typed)
		if got := ShowNumber(v); got != typed {
			t.Errorf("%s is shown as %s", typed, got)
		}
	})
}

func TestFormatNumberReadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := rapid.Float64Range(-MaxAbs, MaxAbs).Draw(t, "v")
		text := FormatNumber(v)
		for name, read := range map[string]grammar{"ParseNumber": ParseNumber, "parseStrict": parseStrict} {
			if got, p := read(text); p != nil || got != v {
				t.Errorf("%s(FormatNumber(%g)) = %g, %v", name, v, got, p)
			}
		}
	})
}

func FuzzParseNumber(f *testing.F) {
	for _, test := range numberTests {
		f.Add(test.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		v, p := ParseNumber(text)
		if p != nil {
			checkProblem(t, p)
			return
		}
		if !(math.Abs(v) <= MaxAbs) {
			t.Errorf("ParseNumber(%q) = %g, want within ±%g", text, v, MaxAbs)
		}
		if strict, p := parseStrict(text); p == nil && strict != v {
			t.Errorf("parseStrict(%q) = %g, ParseNumber gives %g", text, strict, v)
		}
		if strings.ContainsAny(text, "xXpP_nN") {
			t.Errorf("ParseNumber(%q) = %g, want a problem", text, v)
		}
	})
}

// codeOf returns the code of a problem, "" for nil.
func codeOf(p *Problem) string {
	if p == nil {
		return ""
	}
	return p.Code
}
