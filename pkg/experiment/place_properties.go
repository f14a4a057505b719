package experiment

import (
	"strconv"
	"strings"
)

// predictProperty is the place to predict. Of one input it is a number with steps;
// of more, each of its numbers has a row of its own: see PredictKey.
var predictProperty = property{
	key: "predict", example: "10", limits: &predictLimits, steps: every(1),
	meaning: "x whose y is asked, each of them; of two inputs `1;-2`",
	value:   func(e Experiment) string { return e.Predict.Text(e.Inputs) },
	set: func(e *Experiment, in input) (p *Problem) {
		e.Predict, p = parsePlace(in.text, in.grammar, e.Inputs)
		return p
	},
}

var predictLimits = limits{-MaxAbs, MaxAbs}

// PredictKey is the key under which [Experiment.With] and [Experiment.Value] know
// one number of the place to predict, by its input, counted from 0. It is a field of
// the page and no key of links.
func PredictKey(e Experiment, input int) string {
	if e.Inputs < 2 {
		return predictProperty.key
	}
	return predictProperty.key + "." + strconv.Itoa(input+1)
}

// placeRow returns the property of one number of the place to predict.
func placeRow(e Experiment, key string) (property, bool) {
	number, found := strings.CutPrefix(key, predictProperty.key+".")
	at, err := strconv.Atoi(number)
	if !found || err != nil || at < 1 || at > max(e.Inputs, 1) {
		return property{}, false
	}
	return decimal(key, "", "", predictLimits, every(1), func(e *Experiment) *float64 { return &e.Predict[at-1] }), true
}
