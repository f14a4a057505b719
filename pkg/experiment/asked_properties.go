package experiment

import (
	"math"
	"slices"
	"strconv"
	"strings"
)

// askedProperty is more xs to predict. A true y stands behind its x after a
// colon.
var askedProperty = property{
	key: "also", example: "5:9,6", meaning: "more x to predict, each with the true y where it is known",
	value: func(e Experiment) string { return formatAsked(e.Asked) },
	set: func(e *Experiment, in input) (p *Problem) {
		e.Asked, p = parseAsked(in.text, in.grammar)
		return p
	},
}

func formatAsked(asked []Question) string {
	texts := make([]string, len(asked))
	for i, question := range asked {
		texts[i] = FormatNumber(question.X)
		if question.Known {
			texts[i] += ":" + FormatNumber(question.Y)
		}
	}
	return strings.Join(texts, ",")
}

func parseAsked(text string, grammar grammar) ([]Question, *Problem) {
	if Trim(text) == "" {
		return nil, nil
	}
	if count := strings.Count(text, ",") + 1; count > MaxAsked {
		return nil, NewProblem("too_many_asked", "count", strconv.Itoa(count), "max", strconv.Itoa(MaxAsked))
	}
	var asked []Question
	for pair := range strings.SplitSeq(text, ",") {
		x, y, known := strings.Cut(pair, ":")
		question := Question{Known: known}
		var p *Problem
		if question.X, p = realNumber(x, grammar, -MaxAbs, MaxAbs); p == nil && known {
			question.Y, p = realNumber(y, grammar, -MaxAbs, MaxAbs)
		}
		if p == nil && slices.ContainsFunc(asked, func(q Question) bool { return q.X == question.X }) {
			p = NewProblem("asked_twice", "text", Quote(Trim(x)))
		}
		if p != nil {
			return nil, p.At(1, len(asked)+1)
		}
		asked = append(asked, question)
	}
	return asked, nil
}

// AskedKey and TruthKey are the keys under which [Experiment.With] and
// [Experiment.Value] know one of the xs to predict, counted from 1, and its true
// y. They are fields of the page and no keys of links.
func AskedKey(number int) string { return "also." + strconv.Itoa(number) }

// TruthKey is the key of the true y of an x to predict.
func TruthKey(number int) string { return "truth." + strconv.Itoa(number) }

// askedRow returns the property of one question.
func askedRow(e Experiment, key string) (property, bool) {
	part, number, _ := strings.Cut(key, ".")
	at, err := strconv.Atoi(number)
	if err != nil || at < 1 || at > len(e.Asked) || (part != "also" && part != "truth") {
		return property{}, false
	}
	at--
	l := limits{-MaxAbs, MaxAbs}
	row := property{
		key: key, limits: &l, steps: every(1),
		value: func(e Experiment) string {
			switch question := e.Asked[at]; {
			case part == "also":
				return FormatNumber(question.X)
			case question.Known:
				return FormatNumber(question.Y)
			}
			return ""
		},
	}
	row.set = func(e *Experiment, in input) *Problem {
		asked := slices.Clone(e.Asked)
		if part == "truth" && Trim(in.text) == "" {
			asked[at].Y, asked[at].Known = 0, false
			e.Asked = asked
			return nil
		}
		v, p := realNumber(in.text, in.grammar, l.minimum, l.maximum)
		switch {
		case p != nil:
			return p
		case part == "truth":
			asked[at].Y, asked[at].Known = v, true
		default:
			for i, question := range asked {
				if i != at && question.X == v {
					return NewProblem("asked_twice", "text", Quote(Trim(in.text)))
				}
			}
			asked[at].X = v
		}
		e.Asked = asked
		return nil
	}
	return row, true
}

// AddAsked returns e with one more x to predict: the whole number after the
// largest that is asked; at the limit, the next one below.
func (e Experiment) AddAsked() Experiment {
	if len(e.Asked) >= MaxAsked {
		return e
	}
	asked := []float64{e.Predict}
	for _, question := range e.Asked {
		asked = append(asked, question.X)
	}
	x := min(math.Floor(slices.Max(asked))+1, MaxAbs)
	for slices.Contains(asked, x) {
		x--
	}
	e.Asked = append(slices.Clone(e.Asked), Question{X: x})
	return e
}

// RemoveAsked returns e without one of the xs, counted from 1.
func (e Experiment) RemoveAsked(number int) Experiment {
	if number < 1 || number > len(e.Asked) {
		return e
	}
	e.Asked = slices.Delete(slices.Clone(e.Asked), number-1, number)
	return e
}

// Truths returns the xs whose true y is known, and those ys.
func (e Experiment) Truths() (xs, ys []float64) {
	for _, question := range e.Asked {
		if question.Known {
			xs, ys = append(xs, question.X), append(ys, question.Y)
		}
	}
	return xs, ys
}
