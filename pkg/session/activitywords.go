package session

import (
	"math"
	"strconv"
	"strings"
)

// Filled returns words of an activity with the numbers that they leave room for: {loss},
// {y}, {x}, {w}, {b}, {epoch} of what is shown, and {mark}, the learner's own answer.
// {line} is the formula of the line over x, {best} the least loss by hand. number and formula write
// them; what there is not is a question mark. Only what the words have room for is worked
// out: they are shown at every frame.
func (s Session) Filled(text string, number func(float64) string, formula func(w, b float64) string) string {
	if !strings.Contains(text, "{") {
		return text
	}
	known := func(v float64, ok bool) string {
		if !ok {
			return "?"
		}
		return number(v)
	}
	line, isLine := s.Experiment.Layout().Line(s.Shown().Params)
	isLine = isLine && s.Experiment.IsLine()
	for _, room := range []struct {
		name  string
		value func() string
	}{
		{"{loss}", func() string { return known(s.GuessLoss()) }},
		{"{x}", func() string {
			texts := make([]string, max(s.Experiment.Inputs, 1))
			for i := range texts {
				texts[i] = number(s.Experiment.Predict[i])
			}
			return strings.Join(texts, ", ")
		}},
		{"{y}", func() string {
			if ys := s.PredictAt(s.Shown().Params, s.Experiment.Predict); len(ys) == 1 {
				return number(ys[0])
			}
			return "?"
		}},
		{"{w}", func() string { return known(line.W, isLine) }},
		{"{b}", func() string { return known(line.B, isLine) }},
		{"{line}", func() string {
			if !isLine {
				return "?"
			}
			over := s.Scale().OverX(line)
			return formula(over.W, over.B)
		}},
		{"{epoch}", func() string { return strconv.Itoa(s.Shown().Epoch) }},
		{"{mark}", func() string {
			mark, marked, _ := s.Mark()
			return known(mark.Y, marked)
		}},
		{"{accuracy}", func() string { return known(s.percentRight()) }},
		{"{best}", func() string { return known(s.OwnBest()) }},
	} {
		if strings.Contains(text, room.name) {
			text = strings.ReplaceAll(text, room.name, room.value())
		}
	}
	return text
}

// percentRight is how many percent of the points are in the right class with the weights
// in sight, to a tenth: of those that are only measured, where there are any.
func (s Session) percentRight() (percent float64, ok bool) {
	share, measured := s.AccuracyOf(s.Shown().Params)
	if !math.IsNaN(measured) {
		share = measured
	}
	return math.Round(1000*share) / 10, !math.IsNaN(share)
}
