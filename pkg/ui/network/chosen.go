package network

import (
	"firstneuron/pkg/experiment"
	"firstneuron/pkg/nn"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/chart"
)

// runThrough asks the net for the curves of its units, and for what the chosen
// point makes of them.
func (p *Panel) runThrough(s session.Session, number int, at experiment.Point, chosen bool) {
	span := curveRange(s)
	var xs []float64
	for i := range curveSteps + 1 {
		xs = append(xs, span.Min+(span.Max-span.Min)*float64(i)/curveSteps)
	}
	p.Model.Curve = len(xs)
	if chosen {
		xs = append(xs, at.X[0])
		p.Model.At = (at.X[0] - span.Min) / (span.Max - span.Min)
	}
	p.Model.Outputs = s.LayerOutputs(xs...)
	if n := len(p.Model.Outputs); chosen && n > 0 {
		last := p.Model.Outputs[n-1]
		row := nn.Matrix{Rows: 1, Cols: last.Cols, Data: last.Row(p.Model.Curve)}
		p.Answer = answerOf(s.Experiment, number, at, row)
	}
}

// answerOf is what the last layer's outputs for a point of the data, one row, make of it.
func answerOf(e experiment.Experiment, number int, at experiment.Point, outputs nn.Matrix) Answer {
	a := Answer{Point: number, X: at.X[0], Y: at.Y, Got: e.AnswersOf(outputs)[0]}
	if e.NamesClass() {
		a.Outputs = outputs.Data
	}
	return a
}

// curveRange is the range of x in the tiles: that of the chart.
func curveRange(s session.Session) chart.Range {
	axes := s.Axes()
	points := axes.Points
	xs, ys := make([]float64, len(points)), make([]float64, len(points))
	for i, p := range points {
		xs[i], ys[i] = p.X[0], p.Y
	}
	x, _ := chart.FitRange(xs, ys, axes.Predict)
	return x
}

// chosenPoint is the point whose value runs through: the one under the pointer or
// the focus, else the one selected, else the last of the data.
func chosenPoint(s session.Session) (number int, at experiment.Point, ok bool) {
	row := s.Highlighted
	if row == 0 {
		row = s.Selected
	}
	count := 0
	for _, r := range s.Rows {
		if !r.Known {
			continue
		}
		count++
		number, at, ok = count, r.Point, true
		if r.ID == row {
			break
		}
	}
	return number, at, ok
}
