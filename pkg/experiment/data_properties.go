package experiment

import (
	"slices"
	"strconv"
	"strings"
)

// maxPlain is how many characters of xs and ys a link shows; longer data is
// packed.
const maxPlain = 1000

// exampleProperty stands for a whole preset, which further keys override.
var exampleProperty = property{
	key: "example", example: "celsius",
	meaning: "a preset, which further keys override: `" + strings.Join(exampleNames(), "`, `") + "`",
	names:   exampleNames,
	value:   func(e Experiment) string { return e.example() },
	set: func(e *Experiment, in input) *Problem {
		name, p := pickName(in.text, exampleNames())
		if p != nil {
			return p
		}
		preset, _ := exampleNamed(name)
		*e = preset.WithView(*e)
		return nil
	},
	differs: func(e, base Experiment) bool { return e.example() != "" && e.example() != base.example() },
	check:   func(Experiment) *Problem { return nil }, // the points say which one it is
}

// xsProperty and ysProperty are the data in plain sight.
var (
	xsProperty = property{
		key: "xs", example: "-1,0,1,2", meaning: "x of each point, together with `ys`",
		value: xsOf,
		set: func(e *Experiment, in input) *Problem {
			ys, given := in.other("ys")
			if ys == "" && !given {
				return MissingValues("x", strings.Count(in.text, ",")+1)
			}
			return setPoints(e, in.text, secondOf(in), ys)
		},
		differs: func(e, base Experiment) bool {
			return otherData(e, base) && len(xsOf(e))+len(x2sOf(e))+len(ysOf(e)) <= maxPlain
		},
		check: func(e Experiment) *Problem { return checkPoints(e.Points, e.Inputs) },
	}
	x2Property = property{
		key: "x2", within: "xs=1,2,3,4&ys=1,1,0,0", example: "4,-1,0,2.5", meaning: "second input of each point, together with `xs` and `ys`; leave it out for points with one input",
		value: x2sOf,
		set: func(e *Experiment, in input) *Problem {
			xs, given := in.other("xs")
			switch {
			case given:
				return nil // read with xs
			case xs == "":
				return MissingValues("x", strings.Count(in.text, ",")+1)
			}
			ys, _ := in.other("ys")
			return setPoints(e, xs, in.text, ys)
		},
		with: "xs", applies: func(e Experiment) bool { return e.Inputs > 1 },
		check: func(Experiment) *Problem { return nil }, // checked with xs
	}
	ysProperty = property{
		key: "ys", example: "-3,-1,1,3", meaning: "y of each point",
		value: ysOf,
		set: func(e *Experiment, in input) *Problem {
			xs, given := in.other("xs")
			switch {
			case given:
				return nil // read with xs
			case xs == "":
				return MissingValues("y", strings.Count(in.text, ",")+1)
			}
			return setPoints(e, xs, secondOf(in), in.text)
		},
		with:  "xs",
		check: func(Experiment) *Problem { return nil }, // checked with xs
	}
)

// packedProperty is the data in few characters.
var packedProperty = property{
	key: "data", example: "1.0jXUMdAx1DGy1jXW0TXUMdQxBgQAAP__",
	meaning: "longer data: `1.` and `xs;ys` or `xs;x2;ys`, deflated, in base64url; or `2.` and the columns as float32, deflated",
	value:   packPoints,
	set: func(e *Experiment, in input) *Problem {
		if strings.HasPrefix(Trim(in.text), packedColumns) {
			return unpackColumns(e, in.text)
		}
		text, p := unpack(in.text)
		if p != nil {
			return p
		}
		switch lists := strings.SplitN(text, ";", 4); len(lists) {
		case 2:
			return setPoints(e, lists[0], "", lists[1])
		case 3:
			return setPoints(e, lists[0], lists[1], lists[2])
		}
		return NewProblem("packed_unreadable")
	},
	differs: otherData,
	check:   func(Experiment) *Problem { return nil }, // checked with xs
}

// otherData reports whether a link that would be read as base has to write the
// points of e. Data that equals a preset's but is the learner's own is written
// too, so that it stays her own.
func otherData(e, base Experiment) bool {
	return e.example() != base.example() || e.Recipe != base.Recipe || e.Inputs != base.Inputs || !slices.Equal(e.Points, base.Points)
}

func xsOf(e Experiment) string { return joinNumbers(e.Points, func(p Point) float64 { return p.X[0] }) }

func x2sOf(e Experiment) string {
	if e.Inputs < 2 {
		return ""
	}
	return joinNumbers(e.Points, func(p Point) float64 { return p.X[1] })
}

// secondOf is the list of the second input that stands beside the others.
func secondOf(in input) string {
	x2s, _ := in.other("x2")
	return x2s
}

func ysOf(e Experiment) string { return joinNumbers(e.Points, func(p Point) float64 { return p.Y }) }

// setPoints reads lists as the points. Without one of the second input they have one
// input.
func setPoints(e *Experiment, xs, x2s, ys string) *Problem {
	x, p := splitNumbers(xs)
	if p != nil {
		return p
	}
	y, p := splitNumbers(ys)
	if p != nil {
		return p
	}
	points, p := PointsOf(x, y)
	if p == nil {
		p = checkCount(len(points))
	}
	if p != nil {
		return p
	}
	if Trim(x2s) == "" {
		*e = e.WithPoints(points, 1)
		return nil
	}
	x2, p := splitNumbers(x2s)
	switch {
	case p != nil:
		return p
	case len(x2) != len(points):
		return NewProblem("second_lengths_differ", "count", strconv.Itoa(len(x2)), "xs", strconv.Itoa(len(points)))
	}
	for i := range points {
		points[i].X[1] = x2[i]
	}
	*e = e.WithPoints(points, 2)
	return nil
}

// splitNumbers reads numbers with commas between.
func splitNumbers(text string) ([]float64, *Problem) {
	if Trim(text) == "" {
		return nil, nil
	}
	numbers := make([]float64, 0, strings.Count(text, ",")+1)
	for cell := range strings.SplitSeq(text, ",") {
		v, p := parseStrict(cell)
		if p != nil {
			return nil, p.At(1, len(numbers)+1)
		}
		numbers = append(numbers, v)
	}
	return numbers, nil
}

// joinNumbers writes a coordinate of all points with commas between.
func joinNumbers(points []Point, coordinate func(Point) float64) string {
	var b strings.Builder
	for i, p := range points {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(FormatNumber(coordinate(p)))
	}
	return b.String()
}
