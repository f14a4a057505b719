package session

import (
	"strconv"
	"strings"
)

// Filled returns words of an activity with the numbers that they leave room for: {loss},
// {y}, {x}, {w}, {b}, {epoch} of what is shown, and {mark}, the learner's own answer.
// {line} is the formula of a line, {best} the least loss by hand. number and formula write
// them.
func (s Session) Filled(text string, number func(float64) string, formula func(w, b float64) string) string {
	if !strings.Contains(text, "{") {
		return text
	}
	var pairs []string
	put := func(name string, v float64, ok bool) {
		value := "?"
		if ok {
			value = number(v)
		}
		pairs = append(pairs, "{"+name+"}", value)
	}
	shown := s.Shown()
	loss, known := s.GuessLoss()
	put("loss", loss, known)
	put("x", s.Experiment.Predict, true)
	y := 0.0
	ys := s.Predict(s.Experiment.Predict)
	if len(ys) == 1 {
		y = ys[0]
	}
	put("y", y, len(ys) == 1)
	line, isLine := s.Experiment.Layout().Line(shown.Params)
	put("w", line.W, isLine)
	put("b", line.B, isLine)
	if isLine {
		pairs = append(pairs, "{line}", formula(line.W, line.B))
	}
	pairs = append(pairs, "{epoch}", strconv.Itoa(shown.Epoch))
	mark, marked, _ := s.Mark()
	put("mark", mark.Y, marked)
	best, guessed := s.OwnBest()
	put("best", best, guessed)
	return strings.NewReplacer(pairs...).Replace(text)
}
