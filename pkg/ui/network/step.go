package network

import (
	"math"
	"strings"

	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/format"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Step is the step of the training that is looked at, as the edges of a neuron
// show it. The zero value is none.
type Step struct {
	// Phase is the phase shown, counted from 1.
	Phase int
	// Before, Slopes and After are each weight, how the loss changes with it, and
	// what the step makes of it.
	Before, Slopes, After []float32
}

// stepOf returns the step that a session looks at.
func stepOf(s session.Session) Step {
	trace, phase, ok := s.StepShown()
	if !ok || len(trace.Gradient) != len(trace.Before) {
		return Step{}
	}
	return Step{Phase: phase + 1, Before: trace.Before, Slopes: trace.Gradient, After: trace.After}
}

// arrows are how long the longest arrow of the gradient is, and how short the
// shortest one of a step.
const longestArrow, shortestArrow = 38.0, 9.0

// Arrow is which way a weight goes, as part of an edge: up for more.
type Arrow struct {
	At Place
	// Full is the length of the gradient's arrow, Length that of the phase's; each
	// negative downwards, and 0 for none.
	Full, Length float64
}

// arrows returns those of the phases in which the weights have some: against the
// gradient in the third, and in the fourth what the rate leaves of that.
func (p *Panel) arrows() []Arrow {
	s := p.Step
	if !p.plan.Neuron || s.Phase != 3 && s.Phase != 4 || len(s.Slopes) != len(p.plan.Edges) {
		return nil
	}
	steepest := 0.0
	for _, slope := range s.Slopes {
		steepest = max(steepest, math.Abs(float64(slope)))
	}
	if !(steepest > 0) || math.IsInf(steepest, 0) {
		return nil
	}
	var arrows []Arrow
	for _, e := range p.plan.Edges {
		slope := float64(s.Slopes[e.Weight])
		length := max(longestArrow*math.Abs(slope)/steepest, shortestArrow)
		if slope == 0 {
			length = 0
		}
		a := Arrow{At: e.At(0.3), Full: math.Copysign(length, -slope)}
		a.Length = a.Full
		if s.Phase == 4 {
			change := float64(s.After[e.Weight]) - float64(s.Before[e.Weight])
			a.Length = math.Copysign(max(0.4*length, min(shortestArrow, length)), change)
			if change == 0 {
				a.Length = 0
			}
		}
		arrows = append(arrows, a)
	}
	return arrows
}

// stepMarks draw the arrows on the edges.
func (p *Panel) stepMarks() []app.UI {
	var marks []app.UI
	for _, a := range p.arrows() {
		if a.Full != a.Length {
			marks = append(marks, widget.SVG("path").Class("step-ghost").Attr("d", upArrow(a.At, a.Full)))
		}
		marks = append(marks, widget.SVG("path").Class("step-arrow").Attr("d", upArrow(a.At, a.Length)))
	}
	return marks
}

// upArrow is the path of an arrow straight up, or down for a negative length.
func upArrow(at Place, length float64) string {
	if length == 0 {
		return ""
	}
	head := math.Copysign(min(6, 0.6*math.Abs(length)), length)
	end := format.Pixels(at.Y - length)
	x, back := format.Pixels(at.X), format.Pixels(head)
	side := format.Pixels(math.Abs(head) * 0.7)
	return "M" + x + " " + format.Pixels(at.Y) + "V" + end + "m-" + side + " " + back + "L" + x + " " + end + "l" + side + " " + back
}

// tellStep adds to the numbers of a neuron what its weights are in for: the slope of
// the loss, and what the step makes of them.
func (p *Panel) tellStep(labels []Label) {
	if !p.plan.Neuron || len(p.Step.Slopes) != 2 || len(p.Step.After) != 2 {
		return
	}
	text := i18n.For(p.Lang).Text
	for i := range labels {
		for weight, name := range []string{"w = ", "b = "} {
			if !strings.HasPrefix(labels[i].Text, name) {
				continue
			}
			switch p.Step.Phase {
			case 3:
				labels[i].Text += ", " + text("network.slope", "slope", Number(float64(p.Step.Slopes[weight])))
			case 4, 5:
				labels[i].Text += " → " + Number(float64(p.Step.After[weight]))
			}
		}
	}
}
