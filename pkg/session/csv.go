package session

import (
	"strconv"
	"strings"

	"firstneuron/pkg/experiment"
)

// HistoryCSV is the timeline as a table: of each recorded epoch the loss and
// what was measured beside it, the answer for the x to predict and, of a
// one-neuron model, the weights. Line 1 holds the names. Numbers are written
// with all the digits they have.
func (s Session) HistoryCSV() string {
	last := s.Run.Timeline.Last()
	names := []string{"epoch", "loss"}
	if last.Validated {
		names = append(names, "val_loss")
	}
	if last.Measured {
		names = append(names, s.Run.Metric())
		if last.Validated {
			names = append(names, "val_"+s.Run.Metric())
		}
	}
	neuron := s.Experiment.IsLine()
	if neuron {
		names = append(names, "weight", "bias")
	}
	names = append(names, "prediction")
	var b strings.Builder
	b.WriteString(strings.Join(names, ",") + "\n")
	for _, r := range s.Run.Timeline.All() {
		cells := []string{strconv.Itoa(r.Epoch), measured(r.Loss, r.Logged())}
		if last.Validated {
			cells = append(cells, measured(r.Validation, r.Validated))
		}
		if last.Measured {
			cells = append(cells, measured(r.Metric, r.Measured))
			if last.Validated {
				cells = append(cells, measured(r.ValidationMetric, r.Measured && r.Validated))
			}
		}
		known := r.Params != nil
		if neuron {
			for i := range 2 {
				if known {
					cells = append(cells, single(r.Params[i]))
				} else {
					cells = append(cells, "")
				}
			}
		}
		prediction := ""
		if known {
			if ys := s.PredictAt(r.Params, s.Experiment.Predict); len(ys) == 1 {
				prediction = single(float32(ys[0]))
			}
		}
		b.WriteString(strings.Join(append(cells, prediction), ",") + "\n")
	}
	return b.String()
}

// DataCSV is the points as a table, with what the model that is shown answers
// for each x.
func (s Session) DataCSV() string {
	var b strings.Builder
	for _, name := range s.Experiment.ColumnNames() {
		b.WriteString(csvCell(name) + ",")
	}
	b.WriteString("prediction\n")
	places := make([]experiment.Place, len(s.Experiment.Points))
	for i, p := range s.Experiment.Points {
		places[i] = p.X
	}
	predictions := s.PredictAt(s.Shown().Params, places...)
	for i, p := range s.Experiment.Points {
		prediction := ""
		if i < len(predictions) {
			prediction = single(float32(predictions[i]))
		}
		for _, x := range p.X[:max(s.Experiment.Inputs, 1)] {
			b.WriteString(double(x) + ",")
		}
		b.WriteString(double(p.Y) + "," + prediction + "\n")
	}
	return b.String()
}

// csvCell is a text as a cell, quoted where it has signs that end one.
//
// Source: RFC 4180, section 2.
func csvCell(text string) string {
	if !strings.ContainsAny(text, "\",\r\n") {
		return text
	}
	return `"` + strings.ReplaceAll(text, `"`, `""`) + `"`
}

func measured(v float64, known bool) string {
	if !known {
		return ""
	}
	return double(v)
}

func double(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }

func single(v float32) string { return strconv.FormatFloat(float64(v), 'g', -1, 32) }
