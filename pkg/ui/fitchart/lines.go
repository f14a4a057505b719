package fitchart

import (
	"slices"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/widget"
)

// Line is a line y = W·x + B or a curve through Xs and Ys.
type Line struct {
	Class string
	experiment.Line
	Xs, Ys []float64
}

// lineOver returns heights of the line that the axes go by, over their points: of a
// straight line those at its ends.
func lineOver(s session.Session, axes session.Axes, straight bool) []float64 {
	if len(axes.Points) == 0 {
		return nil
	}
	xs, _ := columns(axes.Points)
	low, high := slices.Min(xs), slices.Max(xs)
	places := []float64{low, high}
	for i := 1; i < curveChecks && !straight; i++ {
		places = append(places, low+(high-low)*float64(i)/curveChecks)
	}
	return s.PredictWith(axes.Params, places...)
}

// line is the model with some weights.
func (p *Panel) line(s session.Session, class string, params []float32) Line {
	l := Line{Class: class}
	if line, ok := s.Experiment.Layout().Line(params); ok && p.Neuron {
		l.Line = p.Scale.OverX(line)
	} else {
		l.Xs, l.Ys = p.CurveX, s.PredictWith(params, p.CurveX...)
	}
	return l
}

// others are the lines that the model is compared with.
func (p *Panel) others(s session.Session) []Line {
	var lines []Line
	if s.MultiStart.Open {
		xs := s.MultiStart.CurveXs()
		for _, start := range s.MultiStart.Tried {
			line := Line{Class: "mark-start", Xs: xs, Ys: start.Curve}
			if p.Neuron {
				line = p.line(s, "mark-start", start.Params)
			}
			lines = append(lines, line)
		}
	}
	if s.WhyOpen {
		if e, ok := s.Explain(); ok {
			for _, line := range e.Lines {
				lines = append(lines, Line{Class: "mark-noise", Line: line})
			}
		}
	}
	if ghost := s.Run.Ghost(); ghost != nil {
		lines = append(lines, p.line(s, "mark-ghost", ghost.Last().Params))
	}
	for i, kept := range s.SavedRuns {
		lines = append(lines, p.line(s, widget.RunClass(i), kept.Shown(s.Cursor).Params))
	}
	if trace := s.StepTrace.Trace; s.StepTrace.Open && trace != nil && s.StepTrace.Phase == session.StepPhases-1 {
		lines = append(lines, p.line(s, "mark-next", trace.After))
	}
	return lines
}
