package plane

import (
	"math"
	"strconv"
	"strings"

	"firstneuron/pkg/ui/format"
)

// Summary is the picture in words: what a reader who does not see it needs.
type Summary struct {
	Field   Field
	Points  []Point
	Verdict Verdict
	// Lines is the boundary.
	Lines []Line
}

// Words gives the text of a key with pairs of placeholder and value, as the page's
// catalogues do.
type Words func(key string, pairs ...string) string

// mostCrossings is how many places where a boundary crosses an axis are said.
const mostCrossings = 6

// Text says what the plane shows: of each class its part of the plane, where it lies,
// how many points are of it and how many of those the model answers otherwise; where
// the boundary crosses the axes; for numbers where they are lowest and highest.
func (s Summary) Text(text Words) string {
	parts := []string{text("plane.window", "x1min", format.Plain(s.Field.X1.Min), "x1max", format.Plain(s.Field.X1.Max),
		"x2min", format.Plain(s.Field.X2.Min), "x2max", format.Plain(s.Field.X2.Max))}
	switch {
	case s.Field.Empty():
		parts = append(parts, text("plane.none"))
	case s.Field.Classes == 0:
		parts = append(parts, s.numbers(text)...)
	default:
		parts = append(parts, s.classes(text)...)
	}
	return strings.Join(append(parts, s.boundary(text)...), " ")
}

// classes says what belongs to each class.
func (s Summary) classes(text Words) []string {
	var parts []string
	shares, counts := s.Field.Shares(), make([]int, s.Field.Classes)
	for _, p := range s.Points {
		if class := s.Field.ClassOf(p.Label); class >= 0 {
			counts[class]++
		}
	}
	sum := 0.0
	for class, share := range shares {
		sum += share
		pairs := []string{
			"class", format.Plain(s.Field.LabelOf(class)), "shape", text("plane.shape_" + ShapeNames[class]),
			"percent", percent(share), "count", strconv.Itoa(counts[class]),
			"where", text("plane.nowhere"),
		}
		if share > 0 {
			pairs[len(pairs)-1] = s.where(class, text)
		}
		parts = append(parts, text("plane.class", pairs...))
		if class < len(s.Verdict.Confusion) {
			wrong := counts[class] - s.Verdict.Confusion[class][class]
			if wrong > 0 {
				parts = append(parts, text("plane.wrong", "count", strconv.Itoa(wrong)))
			}
		}
	}
	if sum < 1-1e-9 {
		parts = append(parts, text("plane.unknown", "percent", percent(1-sum)))
	}
	if accuracy, ok := s.Verdict.Accuracy(); ok {
		parts = append(parts, text("plane.accuracy", "percent", percent(accuracy)))
	}
	return parts
}

// numbers says where the output is lowest and highest.
func (s Summary) numbers(text Words) []string {
	low, high, known := 0, 0, false
	for i := range s.Field.Side * s.Field.Side {
		v := s.Field.outputs(i)[0]
		if v != v {
			continue
		}
		if !known {
			low, high, known = i, i, true
		}
		if v < s.Field.outputs(low)[0] {
			low = i
		}
		if v > s.Field.outputs(high)[0] {
			high = i
		}
	}
	if !known {
		return []string{text("plane.none")}
	}
	end := func(key string, i int) string {
		return text(key, "value", format.Short(float64(s.Field.outputs(i)[0])),
			"x1", format.Short(at(s.Field.X1, i%s.Field.Side, s.Field.Side)), "x2", format.Short(at(s.Field.X2, i/s.Field.Side, s.Field.Side)))
	}
	return []string{text("plane.numbers", "count", strconv.Itoa(len(s.Points))), end("plane.lowest", low), end("plane.highest", high)}
}

// boundary says where the boundary crosses the axes.
func (s Summary) boundary(text Words) []string {
	if len(s.Lines) == 0 || s.Field.Classes == 0 {
		return nil
	}
	var parts []string
	for along, keys := range [][2]string{{"plane.crosses_x1", "plane.crosses_x1_often"}, {"plane.crosses_x2", "plane.crosses_x2_often"}} {
		window := s.Field.X1
		if along == 1 {
			window = s.Field.X2
		}
		crossings := Crossings(s.Lines, along, window)
		if len(crossings) == 0 || len(crossings) > mostCrossings {
			if len(crossings) > 0 {
				parts = append(parts, text(keys[1], "count", strconv.Itoa(len(crossings))))
			}
			continue
		}
		numbers := make([]string, len(crossings))
		for i, v := range crossings {
			numbers[i] = format.Plain(math.Round(10*v)/10 + 0) // +0: no −0
		}
		parts = append(parts, text(keys[0], "places", strings.Join(numbers, ", ")))
	}
	if len(parts) == 0 {
		return []string{text("plane.no_axis")}
	}
	return parts
}

// regions are the nine parts of the plane in the words of the page, row by row from
// below.
var regions = [9]string{
	"bottom_left", "bottom", "bottom_right", "left", "middle", "right", "top_left", "top", "top_right",
}

// sides are what several regions are together.
var sides = []struct {
	name    string
	regions []int
}{
	{"all_around", []int{0, 1, 2, 3, 5, 6, 7, 8}},
	{"left_side", []int{0, 3, 6}},
	{"right_side", []int{2, 5, 8}},
	{"bottom_side", []int{0, 1, 2}},
	{"top_side", []int{6, 7, 8}},
}

// mostly is how much of a part of the plane a class has that is said to lie there.
const mostly = 0.6

// where says in which parts of the plane a class lies: those that are mostly its own,
// or the one of which it has most.
func (s Summary) where(class int, text Words) string {
	var have, all [9]float64
	for i := range s.Field.Side * s.Field.Side {
		region := 3*(i/s.Field.Side*3/s.Field.Side) + i%s.Field.Side*3/s.Field.Side
		all[region]++
		if answer, _ := s.Field.Answer(s.Field.outputs(i)); answer == class {
			have[region]++
		}
	}
	most, mine, everywhere := 0, 0, true
	for region := range have {
		everywhere = everywhere && have[region] == all[region]
		have[region] /= max(all[region], 1)
		if have[region] > have[most] {
			most = region
		}
		if have[region] >= mostly {
			mine++
		}
	}
	switch mine {
	case 0:
		return text("plane.partly", "where", text("plane.in_"+regions[most]))
	case 9:
		if everywhere {
			return text("plane.everywhere")
		}
		return text("plane.nearly_everywhere")
	}
	var names []string
	said := [9]bool{}
	for _, side := range sides {
		whole, news := true, false
		for _, region := range side.regions {
			whole = whole && have[region] >= mostly
			news = news || !said[region]
		}
		if whole && news {
			names = append(names, text("plane.in_"+side.name))
			for _, region := range side.regions {
				said[region] = true
			}
		}
	}
	for region, part := range have {
		if part >= mostly && !said[region] {
			names = append(names, text("plane.in_"+regions[region]))
		}
	}
	return strings.Join(names, ", ")
}

// percent writes a part in percent, to a tenth of one below 10 and above 90.
func percent(part float64) string {
	decimals := 0
	if part < 0.0995 && part > 0 || part >= 0.9 && part < 1 {
		decimals = 1
	}
	return strings.TrimSuffix(format.Fixed(100*part, decimals), ".0")
}
