package experiment

import (
	"errors"

	"firstneuron/pkg/experiment/dataset"
)

// recipeProperty is generated data: a set, what its random numbers are drawn from,
// its noise and how many points there are.
var recipeProperty = property{
	key: "set", example: "spiral:0.97800:10:500", words: true,
	meaning: "generated points with two inputs: set, seed, noise in percent, how many, and for `blobs` how many classes; " +
		"the sets are " + monospacedList(SetNames()),
	value: func(e Experiment) string {
		if e.Recipe == (dataset.Recipe{}) {
			return ""
		}
		return e.Recipe.String()
	},
	set: func(e *Experiment, in input) *Problem {
		recipe, err := dataset.Parse(Trim(in.text))
		if err != nil {
			return recipeProblem(err)
		}
		*e = e.WithRecipe(recipe)
		return nil
	},
	differs: func(e, base Experiment) bool { return e.Recipe != (dataset.Recipe{}) && e.Recipe != base.Recipe },
	check: func(e Experiment) *Problem {
		if e.Recipe == (dataset.Recipe{}) {
			return nil
		}
		if err := e.Recipe.Check(); err != nil {
			return recipeProblem(err)
		}
		return nil
	},
}

// SetNames are the names of the sets that can be generated.
func SetNames() []string {
	var names []string
	for _, s := range dataset.Sets() {
		names = append(names, s.Name)
	}
	return names
}

// WithRecipe returns e with the points of a recipe, and as many classes as its set
// has. The place to predict goes to the middle when it was of one input. A recipe
// that cannot be drawn changes nothing.
func (e Experiment) WithRecipe(recipe dataset.Recipe) Experiment {
	drawn, _ := recipe.Draw()
	if len(drawn) == 0 {
		return e
	}
	points := make([]Point, len(drawn))
	for i, p := range drawn {
		points[i] = Point{X: Place{p.X1, p.X2}, Y: p.Y}
	}
	if e.Inputs != 2 {
		e.Predict, e.Queries = Place{}, nil
		e.Names = Names{}
	}
	e.Classes = 0
	e = e.WithPoints(points, 2)
	e.Recipe = recipe
	set, _ := dataset.Named(recipe.Set)
	classes := set.Classes
	if recipe.Classes != 0 {
		classes = recipe.Classes
	}
	if checkLabels(points, classes) != nil {
		classes = 0 // so few points that a class has none
	}
	return e.WithClasses(classes)
}

// recipeProblem is what a recipe lacks, as a problem.
func recipeProblem(err error) *Problem {
	var wrong *dataset.Error
	if !errors.As(err, &wrong) {
		return AsProblem(err)
	}
	if wrong.Field == "set" {
		_, p := pickName(wrong.Text, SetNames())
		if p == nil { // spelt in capitals
			p = NewProblem("unknown_name", "text", Quote(wrong.Text), "nearest", wrong.Text, "names", "")
		}
		return p
	}
	if wrong.Max == 0 {
		return NewProblem("set_has_classes", "text", Quote(wrong.Text))
	}
	if wrong.Field == "seed" {
		return NewProblem("text_too_long", "count", wrong.Text, "max", FormatNumber(wrong.Max))
	}
	return outOfRange(wrong.Text, wrong.Min, wrong.Max)
}
