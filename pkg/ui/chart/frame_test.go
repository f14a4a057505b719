package chart

import (
	"encoding/xml"
	"errors"
	"flag"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"firstneuron/e2e/hostile"

	"pgregory.net/rapid"
)

var update = flag.Bool("update", false, "write the golden pictures again")

var lessonX, lessonY = []float64{-1, 0, 1, 2, 3, 4}, []float64{-3, -1, 1, 3, 5, 7}

// lessonFrame is the lesson's fit chart.
func lessonFrame(width, height float64) Frame {
	x, y := FitRange(lessonX, lessonY, 10)
	return NewFrame(FrameSpec{Width: width, Height: height, X: x, Y: y, XLabel: "x", YLabel: "y"})
}

func TestGolden(t *testing.T) {
	for name, frame := range map[string]Frame{
		"fit-640":  lessonFrame(640, 400),
		"fit-280":  lessonFrame(280, 260),
		"loss-640": NewFrame(FrameSpec{Width: 640, Height: 224, X: Range{0, 500}, Y: LossRange([]float64{15.6667, 4e-5}, false), XLabel: "epoch", YLabel: "loss"}),
		"log-640":  NewFrame(FrameSpec{Width: 640, Height: 224, X: Range{0, 500}, Y: LossRange([]float64{15.6667, 4e-5}, true), XLabel: "epoch", YLabel: "loss", LogY: true}),
	} {
		path := filepath.Join("testdata", name+".svg")
		got := strings.ReplaceAll(frame.SVG, "><", ">\n<") + "\n"
		if *update {
			if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s has changed; look at it and run `make golden`:\n%s", path, got)
		}
	}
}

// TestLabelsAreNeverMarkup: a column's name is what somebody has pasted, and the page
// takes the picture for markup.
func TestLabelsAreNeverMarkup(t *testing.T) {
	for _, label := range hostile.Scripts() {
		frame := NewFrame(FrameSpec{Width: 640, Height: 400, X: Range{0, 1}, Y: Range{0, 1}, XLabel: label, YLabel: label})
		var texts []string
		decoder := xml.NewDecoder(strings.NewReader(frame.SVG))
		for {
			token, err := decoder.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("with the label %q the picture is no XML: %v\n%s", label, err, frame.SVG)
			}
			switch token := token.(type) {
			case xml.StartElement:
				if !slices.Contains([]string{"svg", "g", "path", "text", "clipPath", "rect"}, token.Name.Local) {
					t.Fatalf("with the label %q the picture has the element %s", label, token.Name.Local)
				}
			case xml.CharData:
				texts = append(texts, string(token))
			}
		}
		if got := strings.Count(strings.Join(texts, "\x00"), label); got != 2 {
			t.Errorf("the label %q is %d times on the picture, want once for each axis: %q", label, got, texts)
		}
	}
}

func TestPixelsAndDataGoBothWays(t *testing.T) {
	f := lessonFrame(640, 400)
	left, top := f.Px(f.Spec.X.Min, f.Spec.Y.Max)
	if math.Abs(left-f.Area.Left) > 0.01 || math.Abs(top-f.Area.Top) > 0.01 {
		t.Errorf("the upper left corner is at %v, %v, want %v, %v", left, top, f.Area.Left, f.Area.Top)
	}
	right, bottom := f.Px(f.Spec.X.Max, f.Spec.Y.Min)
	if math.Abs(right-left-f.Area.Width) > 0.01 || math.Abs(bottom-top-f.Area.Height) > 0.01 {
		t.Errorf("the area is %v × %v, want %v × %v", right-left, bottom-top, f.Area.Width, f.Area.Height)
	}
	if bottom > 400 || right > 640 || f.Area.Width < 500 || f.Area.Height < 320 {
		t.Errorf("area %+v, want it inside the picture and most of it", f.Area)
	}
	for _, x := range []float64{-1, 0, 3.3, 10} {
		px, _ := f.Px(x, 0)
		if got := f.X(px); math.Abs(got-x) > 1e-9 {
			t.Errorf("X(Px(%v)) = %v", x, got)
		}
	}
	if got := f.X(-1e9); got != f.Spec.X.Min {
		t.Errorf("X far to the left = %v, want %v", got, f.Spec.X.Min)
	}
}

// TestAnyRangeGivesAPicture draws from whatever a learner may type or a
// training may run into.
func TestAnyRangeGivesAPicture(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		value := func(name string) float64 {
			return rapid.OneOf(
				rapid.Float64(), rapid.Float64Range(-100, 100),
				rapid.SampledFrom([]float64{0, math.NaN(), math.Inf(1), math.Inf(-1), 1e12, -1e12, 1e-300, 3e38}),
			).Draw(t, name)
		}
		spec := FrameSpec{
			Width:  rapid.Float64Range(-10, 2000).Draw(t, "width"),
			Height: rapid.Float64Range(-10, 2000).Draw(t, "height"),
			X:      Range{value("left"), value("right")},
			Y:      Range{value("bottom"), value("top")},
			LogY:   rapid.Bool().Draw(t, "log"), XLabel: "<&>", YLabel: "손실",
		}
		frame := NewFrame(spec)
		checkSVG(t, frame.SVG)
		if len(frame.SVG) > 40_000 {
			t.Fatalf("the frame has %d bytes", len(frame.SVG))
		}
		line := frame.Polyline([]float64{value("x1"), value("x2")}, []float64{value("y1"), value("y2")})
		x1, y1, x2, y2, _ := frame.Line(value("w"), value("b"))
		checkFinite(t, line+fmt.Sprint(x1, y1, x2, y2))
	})
}

func checkFinite(t *rapid.T, text string) {
	if strings.Contains(text, "NaN") || strings.Contains(text, "Inf") || strings.Contains(text, "e+") {
		t.Fatalf("%s: want plain numbers only", text)
	}
}

func checkSVG(t *rapid.T, svg string) {
	checkFinite(t, svg)
	if strings.Contains(svg, "style=") {
		t.Fatalf("a style attribute in %s", svg)
	}
	decoder := xml.NewDecoder(strings.NewReader(svg))
	for {
		if _, err := decoder.Token(); err != nil {
			if !errors.Is(err, io.EOF) {
				t.Fatalf("%v in %s", err, svg)
			}
			return
		}
	}
}

func TestRanges(t *testing.T) {
	x, y := FitRange(lessonX, lessonY, 10)
	if x.Min > -1 || x.Max < 10 || y.Min > -3 || y.Max < 19 || y.Max > 30 {
		t.Errorf("FitRange(lesson) = %v, %v; want the points and (10, 19) well inside", x, y)
	}
	for _, c := range []struct {
		losses []float64
		log    bool
		want   Range
	}{
		{[]float64{2, 0.03, math.NaN()}, true, Range{0.01, 10}},
		{[]float64{1, 1}, true, Range{1, 10}},
		{[]float64{0, 0.5}, true, Range{0.1, 1}},
		{nil, true, Range{0.1, 1}},
		{[]float64{0, 10}, false, Range{0, 12}},
	} {
		got := LossRange(c.losses, c.log)
		if math.Abs(got.Min-c.want.Min) > 1e-9 || math.Abs(got.Max-c.want.Max) > 1e-9 {
			t.Errorf("LossRange(%v, %v) = %v, want %v", c.losses, c.log, got, c.want)
		}
	}
}

func TestTickLabels(t *testing.T) {
	labels := func(f Frame) string {
		var all []string
		rest := f.SVG
		for {
			_, after, found := strings.Cut(rest, `class="chart-tick"`)
			if !found {
				return strings.Join(all, " ")
			}
			_, after, _ = strings.Cut(after, ">")
			label, after, _ := strings.Cut(after, "<")
			all, rest = append(all, label), after
		}
	}
	for _, c := range []struct {
		spec FrameSpec
		want string
	}{
		{FrameSpec{Width: 320, Height: 120, X: Range{-1, 4}, Y: Range{0, 1}}, "−1 0 1 2 3 4 0 0.5 1.0"},
		{FrameSpec{Width: 320, Height: 120, X: Range{0, 1e6}, Y: Range{0, 2e-6}}, "0 200000 400000 600000 800000 1e6 0 1e-6 2e-6"},
		{FrameSpec{Width: 200, Height: 200, X: Range{0, 500}, Y: Range{1e-5, 100}, LogY: true}, "0 200 400 10⁻⁴ 0.01 1 100"},
		{FrameSpec{Width: 200, Height: 200, X: Range{0, 500}, Y: Range{1, 10}, LogY: true}, "0 200 400 1 2 5 10"},
	} {
		if got := labels(NewFrame(c.spec)); got != c.want {
			t.Errorf("ticks of %+v: %s, want %s", c.spec, got, c.want)
		}
	}
}

func TestLineIsCutAtTheArea(t *testing.T) {
	f := lessonFrame(640, 400)
	for _, c := range []struct {
		w, b float64
		ok   bool
	}{{2, -1, true}, {10, -10, true}, {0, 1, true}, {0, 1e6, false}, {1e20, 0, true}, {1, 1e9, false}} {
		x1, y1, x2, y2, ok := f.Line(c.w, c.b)
		if ok != c.ok {
			t.Errorf("Line(%v, %v) is drawn: %v, want %v", c.w, c.b, ok, c.ok)
		}
		for _, at := range [][2]float64{{x1, y1}, {x2, y2}} {
			if ok && (at[0] < f.Area.Left-0.1 || at[0] > f.Area.Left+f.Area.Width+0.1 ||
				at[1] < f.Area.Top-0.1 || at[1] > f.Area.Top+f.Area.Height+0.1) {
				t.Errorf("Line(%v, %v) ends at %v, outside %+v", c.w, c.b, at, f.Area)
			}
		}
	}
}

func BenchmarkNewFrame(b *testing.B) {
	for b.Loop() {
		lessonFrame(640, 400)
	}
}
