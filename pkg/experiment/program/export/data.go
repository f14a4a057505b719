package export

import (
	"strconv"
	"strings"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/script"
)

// placesOf are where the points lie.
func placesOf(e experiment.Experiment) []experiment.Place {
	places := make([]experiment.Place, len(e.Points))
	for i, p := range e.Points {
		places[i] = p.X
	}
	return places
}

func ysOf(e experiment.Experiment) []float64 {
	ys := make([]float64, len(e.Points))
	for i, p := range e.Points {
		ys[i] = p.Y
	}
	return ys
}

// askedOf returns the places whose ys are predicted.
func askedOf(e experiment.Experiment) []experiment.Place {
	places := []experiment.Place{e.Predict}
	for _, q := range e.Queries {
		places = append(places, q.X)
	}
	return places
}

// A layout is how a program writes numbers: those of one column, and rows of several.
type layout struct {
	column func(values []float64) string
	rows   func(rows []string) string
	// rowBegin and rowEnd stand around a row.
	rowBegin, rowEnd string
	// comment begins a comment.
	comment string
}

// inputs writes what the model is given for some places: a column of one input, else a
// row for each place with its features, worked out.
func (l layout) inputs(e experiment.Experiment, places []experiment.Place) string {
	if e.Width() == 1 && len(e.Features) == 0 {
		xs := make([]float64, len(places))
		for i, place := range places {
			xs[i] = place[0]
		}
		return l.column(xs)
	}
	m := e.Columns(places...)
	rows := make([]string, m.Rows)
	for i := range rows {
		cells := make([]string, m.Cols)
		for j := range cells {
			cells[j] = strconv.FormatFloat(float64(m.Data[i*m.Cols+j]), 'g', -1, 32)
		}
		rows[i] = l.rowBegin + strings.Join(cells, ", ") + l.rowEnd
	}
	return l.rows(rows)
}

// itemLines writes items with commas between, as many a line as have room.
func itemLines(items []string) string {
	var b strings.Builder
	width := script.LineWidth
	for _, item := range items {
		if width+len(item)+2 > script.LineWidth {
			b.WriteString("\n    ")
			width = 4
		} else {
			b.WriteByte(' ')
			width++
		}
		b.WriteString(item + ",")
		width += len(item) + 1
	}
	return b.String() + "\n"
}

// columnsNote says in a comment what the columns of the inputs are, where they are
// features; else it is "".
func (l layout) columnsNote(e experiment.Experiment) string {
	if len(e.Features) == 0 {
		return ""
	}
	return l.comment + " The columns of xs are " + strings.Join(e.FeatureNames(), ", ") + ".\n"
}
