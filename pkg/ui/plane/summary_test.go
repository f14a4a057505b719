package plane

import (
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
)

// words are the page's words for the plane.
func words(t *testing.T) map[string]map[string]string {
	t.Helper()
	all := map[string]map[string]string{}
	for _, language := range []string{"en", "ko"} {
		data, err := os.ReadFile("../i18n/" + language + ".json")
		if err != nil {
			t.Fatal(err)
		}
		messages := map[string]string{}
		if err := json.Unmarshal(data, &messages); err != nil {
			t.Fatal(err)
		}
		maps.DeleteFunc(messages, func(key, _ string) bool { return !strings.HasPrefix(key, "plane.") })
		all[language] = messages
	}
	return all
}

// filled returns the Words of a language, which tell keys that it lacks and pairs that
// a text does not want.
func filled(t *testing.T, messages map[string]string) Words {
	return func(key string, pairs ...string) string {
		text, ok := messages[key]
		if !ok {
			t.Errorf("the words have no %q", key)
		}
		for i := 0; i+1 < len(pairs); i += 2 {
			if !strings.Contains(text, "{"+pairs[i]+"}") {
				t.Errorf("%q does not say {%s}", key, pairs[i])
			}
			text = strings.ReplaceAll(text, "{"+pairs[i]+"}", pairs[i+1])
		}
		if strings.Contains(text, "{") {
			t.Errorf("%q has a placeholder left: %s", key, text)
		}
		return text
	}
}

func scattered(count int, label func(x1, x2 float64) float64) []Point {
	random := rand.New(rand.NewPCG(3, 4))
	points := make([]Point, count)
	for i := range points {
		x1, x2 := 12*random.Float64()-6, 12*random.Float64()-6
		points[i] = Point{x1, x2, label(x1, x2)}
	}
	return points
}

func summaryOf(f Field, points []Point, of func(x1, x2 float64) []float32) Summary {
	var tracer Tracer
	var outputs []float32
	for _, p := range points {
		outputs = append(outputs, of(p.X1, p.X2)...)
	}
	return Summary{Field: f, Points: points, Verdict: Judge(points, outputs, f.Count, f.Reading), Lines: tracer.Trace(f, 0)}
}

// TestSummaryGolden: what is said of known pictures, in both languages; -update writes
// it again.
func TestSummaryGolden(t *testing.T) {
	small := func(x1, x2 float64) float64 { return map[bool]float64{true: 1, false: -1}[math.Hypot(x1, x2) < 2] }
	half := func(x1, x2 float64) []float32 { return []float32{float32(x1 - 1)} }
	hill := func(x1, x2 float64) []float32 { return []float32{float32((x1 + x2) / 10)} }
	waves := func(x1, x2 float64) []float32 { return []float32{float32(math.Sin(5 * x1))} }
	pictures := []struct {
		name    string
		summary Summary
	}{
		{"a disk", summaryOf(fieldOf(100, TwoClasses(-1, 1), 1, disk(2.5)), scattered(200, small), disk(2.5))},
		{"a small disk", summaryOf(fieldOf(100, TwoClasses(0, 1), 1, func(x1, x2 float64) []float32 { return []float32{float32(1.5 - math.Hypot(x1-2, x2-2))} }), nil, disk(1))},
		{"a half", summaryOf(fieldOf(100, TwoClasses(-1, 1), 1, half), scattered(50, small), half)},
		{"stripes", summaryOf(fieldOf(100, TwoClasses(-1, 1), 1, waves), nil, waves)},
		{"four sectors", summaryOf(fieldOf(100, ManyClasses(4), 4, sectors(4)), scattered(40, func(x1, _ float64) float64 { return float64(int(x1+6) % 4) }), sectors(4))},
		{"one class", summaryOf(fieldOf(50, TwoClasses(-1, 1), 1, disk(20)), scattered(10, small), disk(20))},
		{"numbers", summaryOf(fieldOf(50, Numbers(1), 1, hill), scattered(30, func(x1, x2 float64) float64 { return (x1 + x2) / 10 }), hill)},
		{"no numbers", summaryOf(fieldOf(9, TwoClasses(-1, 1), 1, func(float64, float64) []float32 { return []float32{float32(math.NaN())} }), scattered(4, small), disk(math.NaN()))},
		{"nothing", Summary{Field: Field{X1: six, X2: six}}},
	}
	var b strings.Builder
	all := words(t)
	for _, language := range []string{"en", "ko"} {
		for _, picture := range pictures {
			fmt.Fprintf(&b, "%s, %s:\n%s\n\n", picture.name, language, picture.summary.Text(filled(t, all[language])))
		}
	}
	const file = "testdata/summaries.txt"
	if *update {
		if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if b.String() != string(want) {
		t.Errorf("the summaries are\n%s\nwant\n%s", b.String(), want)
	}
}

// TestWordsAreInBothLanguages, with the same placeholders.
func TestWordsAreInBothLanguages(t *testing.T) {
	all := words(t)
	placeholders := func(text string) (names []string) {
		for part := range strings.SplitSeq(text, "{") {
			if name, _, found := strings.Cut(part, "}"); found {
				names = append(names, name)
			}
		}
		slices.Sort(names)
		return names
	}
	for key, english := range all["en"] {
		if korean, ok := all["ko"][key]; !ok || !slices.Equal(placeholders(english), placeholders(korean)) {
			t.Errorf("%q is %q in Korean, want the placeholders of %q", key, korean, english)
		}
	}
	if len(all["ko"]) != len(all["en"]) {
		t.Errorf("%d words in Korean, %d in English", len(all["ko"]), len(all["en"]))
	}
}

func TestPercent(t *testing.T) {
	for part, want := range map[float64]string{0: "0", 0.001: "0.1", 0.05: "5", 0.0999: "10", 0.333: "33", 0.988: "98.8", 0.9996: "100", 1: "100"} {
		if got := percent(part); got != want {
			t.Errorf("percent(%v) = %q, want %q", part, got, want)
		}
	}
}
