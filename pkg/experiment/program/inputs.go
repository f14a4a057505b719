package program

import (
	"math"
	"slices"
	"strings"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/dataset"
	"firstneuron/pkg/experiment/python"
	"firstneuron/pkg/experiment/python/eval"
)

// maxColumns is how many columns an array may have to be read: as many as there are
// features.
var maxColumns = len(dataset.Features())

// places are the places of the rows of a value, of one or two inputs.
func (x *value) places() []experiment.Place {
	places := make([]experiment.Place, len(x.numbers))
	for i, v := range x.numbers {
		places[i][0] = v
		if x.seconds != nil {
			places[i][1] = x.seconds[i]
		}
	}
	return places
}

// sameNumbers reports whether two values have the same rows.
func (x *value) sameNumbers(o *value) bool {
	return slices.Equal(x.numbers, o.numbers) && slices.Equal(x.seconds, o.seconds)
}

// unfold reads an array of several columns as places of two inputs: the two columns
// themselves, or features that are made of them. Which they are is found by their
// numbers; the features of the experiment that the program was read from come first,
// since a program with other settings has them still. It reports whether it can.
func (r *reader) unfold(x *value) bool {
	if !x.wide || x.cols < 1 || x.cols > maxColumns || len(x.table) == 0 {
		return false
	}
	base := r.experiment
	known := r.xs.features
	if r.xs.seconds == nil { // the data
		if base.Inputs > 1 {
			places := make([]experiment.Place, len(base.Points))
			for i, p := range base.Points {
				places[i] = p.X
			}
			if x.is(base.Features, places) {
				x.hold(places, base.Features)
				return true
			}
		}
		known = x.features2()
		if known == nil && x.cols != 2 {
			return false
		}
	}
	if len(known) == 0 {
		return x.cols == 2 && x.take(0, 1, nil)
	}
	if x.cols != len(known) {
		return false
	}
	if first, second := slices.Index(known, "x1"), slices.Index(known, "x2"); first >= 0 && second >= 0 {
		return x.take(first, second, known)
	}
	// The places are not among the columns: those that the experiment asks for may be.
	var asked []experiment.Place
	for _, q := range base.Queries {
		asked = append(asked, q.X)
	}
	truths, _ := base.Truths()
	for _, places := range [][]experiment.Place{{base.Predict}, asked, truths} {
		if x.is(known, places) {
			x.hold(places, known)
			return true
		}
	}
	return false
}

// take reads two of the columns as the inputs.
func (x *value) take(first, second int, features []string) bool {
	rows := len(x.table) / x.cols
	places := make([]experiment.Place, rows)
	for i := range places {
		places[i] = experiment.Place{x.table[i*x.cols+first], x.table[i*x.cols+second]}
	}
	x.hold(places, features)
	return true
}

// hold makes the value one of places.
func (x *value) hold(places []experiment.Place, features []string) {
	x.numbers, x.seconds, x.features = make([]float64, len(places)), make([]float64, len(places)), features
	for i, place := range places {
		x.numbers[i], x.seconds[i] = place[0], place[1]
	}
	x.wide, x.origins = false, nil
}

// is reports whether the columns are these features of these places.
func (x *value) is(features []string, places []experiment.Place) bool {
	if len(features) == 0 {
		features = []string{"x1", "x2"}
	}
	if len(features) != x.cols || len(places)*x.cols != len(x.table) {
		return false
	}
	for j, name := range features {
		feature, _ := dataset.FeatureNamed(name)
		for i, place := range places {
			if !near(x.table[i*x.cols+j], feature.Of(place[0], place[1])) {
				return false
			}
		}
	}
	return true
}

// features2 finds two of three or more columns of which the others are features; nil
// where there are none.
func (x *value) features2() []string {
	if x.cols < 3 {
		return nil
	}
	rows := len(x.table) / x.cols
	for first := range x.cols {
		for second := range x.cols {
			if first == second {
				continue
			}
			names := make([]string, x.cols)
			for j := range x.cols {
				for _, f := range dataset.Features() {
					if names[j] != "" || slices.Contains(names, f.Name) || (f.Name == "x1") != (j == first) || (f.Name == "x2") != (j == second) {
						continue
					}
					fits := true
					for i := 0; i < rows && fits; i++ {
						row := x.table[i*x.cols : (i+1)*x.cols]
						fits = near(row[j], f.Of(row[first], row[second]))
					}
					if fits {
						names[j] = f.Name
					}
				}
			}
			if !slices.Contains(names, "") {
				return names
			}
		}
	}
	return nil
}

// near reports whether two numbers are one but for the last digits: a sine of NumPy need
// not be that of another library to the last bit.
func near(a, b float64) bool {
	return a == b || math.Abs(a-b) <= 1e-9*max(math.Abs(a), math.Abs(b), 1e-3)
}

// inputs sets what the data say of inputs, features and classes.
func (r *reader) inputs(e *experiment.Experiment, base experiment.Experiment) {
	e.Inputs = 1
	if r.xs.seconds != nil {
		e.Inputs, e.Features = 2, r.xs.features
		if base.Inputs < 2 {
			e.Predict = experiment.Place{}
		}
		r.places["x2"] = r.places["xs"]
		if slices.Equal(e.Points, base.Points) && base.Inputs == 2 {
			e.Recipe = base.Recipe
		}
	} else {
		e.Predict[1] = 0
	}
	outputs := e.Outputs()
	several := slices.ContainsFunc(r.settings, func(s setting) bool {
		return s.key == "loss" && s.text == "sparse_categorical_crossentropy"
	})
	switch {
	case outputs > 1 && outputs <= experiment.MaxClasses && several:
		e.Classes = outputs
		r.places["classes"] = r.places["ys"]
	case outputs == 1 && base.Classes == 2:
		if _, problem := e.With("classes", "2"); problem == nil {
			e.Classes = 2
		}
	}
	if r.width > 0 && r.width != e.Width() && len(r.xs.numbers) > 0 {
		r.report(Wrong, r.widthAt, "code_width", "text", r.source(r.widthAt), "columns", itoa(e.Width()))
	}
}

// markFeatures finds what gives the points their values where a function makes the
// features of them, and that function.
func (r *reader) markFeatures(result eval.Result) {
	if r.xs.seconds == nil || len(r.xs.features) == 0 {
		return
	}
	for _, b := range result.Bindings {
		v := valueOf(b.Value, b.At)
		if v.wide && v.cols == 2 && v.take(0, 1, nil) && v.sameNumbers(r.xs) {
			r.xs.eval = b.Value
			break
		}
	}
	for _, s := range r.file.Statements {
		if s.Kind == python.Def && strings.HasPrefix(r.text[s.Start:s.End], "def features(") {
			at := python.Span{Start: s.Start, End: s.Start + len(strings.TrimRight(r.text[s.Start:s.End], " \t\n"))}
			r.statements = append(r.statements, statement{Span: at, role: "features"})
			r.places["features"] = at
		}
	}
}
