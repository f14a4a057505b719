package experiment

import (
	"math"
	"slices"
	"strconv"
	"strings"
)

// queriesProperty is more xs to predict. A true y stands behind its x after a
// colon.
var queriesProperty = property{
	key: "also", example: "5:9,6", meaning: "more x to predict, each with the true y where it is known; of two inputs `1;-2:1`",
	value: func(e Experiment) string { return formatQueries(e.Queries, e.Inputs) },
	set: func(e *Experiment, in input) (p *Problem) {
		e.Queries, p = parseQueries(in.text, in.grammar, e.Inputs)
		return p
	},
}

func formatQueries(queries []Query, inputs int) string {
	texts := make([]string, len(queries))
	for i, query := range queries {
		texts[i] = query.X.Text(inputs)
		if query.Known {
			texts[i] += ":" + FormatNumber(query.Y)
		}
	}
	return strings.Join(texts, ",")
}

func parseQueries(text string, grammar grammar, inputs int) ([]Query, *Problem) {
	if Trim(text) == "" {
		return nil, nil
	}
	if count := strings.Count(text, ",") + 1; count > MaxQueries {
		return nil, NewProblem("too_many_asked", "count", strconv.Itoa(count), "max", strconv.Itoa(MaxQueries))
	}
	var queries []Query
	for pair := range strings.SplitSeq(text, ",") {
		x, y, known := strings.Cut(pair, ":")
		query := Query{Known: known}
		var p *Problem
		if query.X, p = parsePlace(x, grammar, inputs); p == nil && known {
			query.Y, p = realNumber(y, grammar, -MaxAbs, MaxAbs)
		}
		if p == nil && slices.ContainsFunc(queries, func(q Query) bool { return q.X == query.X }) {
			p = NewProblem("asked_twice", "text", Quote(Trim(x)))
		}
		if p != nil {
			return nil, p.At(1, len(queries)+1)
		}
		queries = append(queries, query)
	}
	return queries, nil
}

// QueryKey and TruthKey are the keys under which [Experiment.With] and
// [Experiment.Value] know one of the places to predict, counted from 1, and its true
// y. They are fields of the page and no keys of links.
func QueryKey(number int) string { return "also." + strconv.Itoa(number) }

// QueryInputKey is the key of one number of a place to predict, counted from 1, by
// its input, counted from 0. Of one input it is the QueryKey.
func QueryInputKey(e Experiment, number, input int) string {
	if e.Inputs < 2 {
		return QueryKey(number)
	}
	return QueryKey(number) + "." + strconv.Itoa(input+1)
}

// TruthKey is the key of the true y of an x to predict.
func TruthKey(number int) string { return "truth." + strconv.Itoa(number) }

// queryRow returns the property of one query.
func queryRow(e Experiment, key string) (property, bool) {
	part, number, _ := strings.Cut(key, ".")
	number, second, ofInput := strings.Cut(number, ".")
	at, err := strconv.Atoi(number)
	if err != nil || at < 1 || at > len(e.Queries) || (part != "also" && part != "truth") {
		return property{}, false
	}
	at--
	axis := 0
	if ofInput {
		n, err := strconv.Atoi(second)
		if err != nil || part != "also" || n < 1 || n > max(e.Inputs, 1) {
			return property{}, false
		}
		axis = n - 1
	}
	l := limits{-MaxAbs, MaxAbs}
	row := property{
		key: key, limits: &l, steps: every(1),
		value: func(e Experiment) string {
			switch query := e.Queries[at]; {
			case part == "also" && ofInput:
				return FormatNumber(query.X[axis])
			case part == "also":
				return query.X.Text(e.Inputs)
			case query.Known:
				return FormatNumber(query.Y)
			}
			return ""
		},
	}
	row.set = func(e *Experiment, in input) *Problem {
		queries := slices.Clone(e.Queries)
		if part == "truth" && Trim(in.text) == "" {
			queries[at].Y, queries[at].Known = 0, false
			e.Queries = queries
			return nil
		}
		if part == "also" && !ofInput && e.Inputs > 1 {
			place, p := parsePlace(in.text, in.grammar, e.Inputs)
			if p != nil {
				return p
			}
			queries[at].X = place
		} else {
			v, p := realNumber(in.text, in.grammar, l.minimum, l.maximum)
			switch {
			case p != nil:
				return p
			case part == "truth":
				queries[at].Y, queries[at].Known = v, true
			default:
				queries[at].X[axis] = v
			}
		}
		for i, query := range queries {
			if i != at && query.X == queries[at].X {
				return NewProblem("asked_twice", "text", Quote(Trim(in.text)))
			}
		}
		e.Queries = queries
		return nil
	}
	return row, true
}

// AddQuery returns e with one more place to predict: in the first input, the whole
// number after the largest query; at the limit, the next one below. In the other
// inputs it lies where the place to predict does.
func (e Experiment) AddQuery() Experiment {
	if len(e.Queries) >= MaxQueries {
		return e
	}
	queries := []float64{e.Predict[0]}
	for _, query := range e.Queries {
		queries = append(queries, query.X[0])
	}
	x := min(math.Floor(slices.Max(queries))+1, MaxAbs)
	for slices.Contains(queries, x) {
		x--
	}
	place := e.Predict
	place[0] = x
	e.Queries = append(slices.Clone(e.Queries), Query{X: place})
	return e
}

// RemoveQuery returns e without one of the xs, counted from 1.
func (e Experiment) RemoveQuery(number int) Experiment {
	if number < 1 || number > len(e.Queries) {
		return e
	}
	e.Queries = slices.Delete(slices.Clone(e.Queries), number-1, number)
	return e
}

// Truths returns the places whose true y is known, and those ys.
func (e Experiment) Truths() (places []Place, ys []float64) {
	for _, query := range e.Queries {
		if query.Known {
			places, ys = append(places, query.X), append(ys, query.Y)
		}
	}
	return places, ys
}
