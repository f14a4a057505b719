package ui

import (
	"slices"
	"strconv"

	"firstneuron/pkg/nn"
	"firstneuron/pkg/ui/format"
	"firstneuron/pkg/ui/i18n"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// maxStepRows is how many rows of a batch are written out.
const maxStepRows = 12

// table lists the rows of the batch with prediction and error, or the output of the
// point's own class, and, when measured is set, each row's loss.
func (v *stepView) table(t *nn.Trace, measured bool) app.UI {
	text := i18n.For(v.Lang).Text
	names := append(slices.Clone(v.Letters), "y", text("walk.prediction"), text("walk.error"))
	if len(v.Classes) > 0 {
		names = append(slices.Clone(v.Letters), "y", text("walk.own"))
	}
	if v.Normalized {
		names = slices.Insert(names, 1, format.ScaledX)
	}
	if measured {
		names = append(names, text("walk.row_loss"))
		if v.Squared {
			names[len(names)-1] = text("walk.squared")
		}
	}
	answers := t.Layers[len(t.Layers)-1].Outputs
	var rows [][]string
	for i, row := range t.Rows[:min(len(t.Rows), maxStepRows)] {
		if row >= len(v.Points) {
			continue
		}
		point := v.Points[row]
		var cells []string
		for input := range v.Letters {
			if len(v.Letters) > 1 { // as it was drawn, a number is longer than its column
				cells = append(cells, shortNumber(point.X[input]))
			} else {
				cells = append(cells, format.Plain(point.X[input]))
			}
		}
		if v.Normalized {
			cells = append(cells, shortNumber(v.Scale.Of(point.X[0])))
		}
		cells = append(cells, format.Plain(point.Y))
		if len(v.Classes) > 0 {
			cells = append(cells, shortNumber(float64(answers.Row(i)[min(v.Classes[row], answers.Cols-1)])))
		} else {
			answer := float64(answers.Data[i])
			cells = append(cells, shortNumber(answer), shortNumber(answer-point.Y))
		}
		if measured {
			cells = append(cells, shortNumber(t.RowLosses[i]))
		}
		rows = append(rows, cells)
	}
	return app.Div().Body(
		numberTable(text("walk.table"), names, rows),
		app.If(len(t.Rows) > maxStepRows, func() app.UI {
			return paragraph(text("walk.rest", "count", strconv.Itoa(len(t.Rows)-maxStepRows)))
		}),
	)
}

// mean writes the loss as the mean of the rows' losses.
func (v *stepView) mean(t *nn.Trace) string {
	sum := 0.0
	for _, loss := range t.RowLosses {
		sum += loss
	}
	mean := shortNumber(sum) + " / " + strconv.Itoa(len(t.RowLosses)) + " = " + shortNumber(t.Loss)
	if t.Penalty != 0 {
		mean += ", + " + shortNumber(t.Penalty) + " = " + shortNumber(t.Loss+t.Penalty)
	}
	return "loss = " + mean
}
