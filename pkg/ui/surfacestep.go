package ui

import (
	"math"

	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/format"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// surfaceStep is the step of the training that is looked at, as the valley of the
// loss shows it: the two weights of the slice. The zero value is none.
type surfaceStep struct {
	// Phase is the phase shown, counted from 1.
	Phase int
	// Slope is how the loss changes with each weight, After where the step leads.
	Slope, After weightPair
}

// stepOf returns the step that a session looks at.
func (p *surfacePanel) stepOf(s session.Session) surfaceStep {
	trace, phase, ok := s.StepShown()
	if !ok || max(p.Slice.I, p.Slice.J) >= min(len(trace.Gradient), len(trace.After)) {
		return surfaceStep{}
	}
	return surfaceStep{Phase: phase + 1, Slope: p.at(trace.Gradient), After: p.at(trace.After)}
}

// longestSlope is how long the arrow of the gradient is, shortestStep how short that
// of a step: a true one is often too short to be seen.
const longestSlope, shortestStep = 56.0, 17.0

// stepMarks draw the step from the present weights: downhill in the third phase, what
// the rate leaves of that in the fourth, and in the fifth where it leads.
func (p *surfacePanel) stepMarks() []app.UI {
	perX, perY := p.frame.PerPixel()
	x, y := p.frame.Px(p.Now.X, p.Now.Y)
	arrow := func(class string, dx, dy, length float64) app.UI {
		return widget.SVG("path").Class(class).Attr("d", arrowPath(x, y, dx, dy, length))
	}
	downX, downY := -p.Step.Slope.X/perX, p.Step.Slope.Y/perY // y grows downwards
	toX, toY := p.frame.Px(p.Step.After.X, p.Step.After.Y)
	length := min(max(math.Hypot(toX-x, toY-y), shortestStep), longestSlope)
	switch p.Step.Phase {
	case 3:
		return []app.UI{arrow("step-arrow", downX, downY, longestSlope)}
	case 4:
		return []app.UI{arrow("step-ghost", downX, downY, longestSlope), arrow("step-arrow", toX-x, toY-y, length)}
	case 5:
		return []app.UI{
			arrow("step-arrow", toX-x, toY-y, length),
			widget.SVG("circle").Class("mark-answer").Attr("cx", format.Pixels(toX)).Attr("cy", format.Pixels(toY)).Attr("r", "4"),
		}
	}
	return nil
}

// arrowPath is the path of an arrow of some length in a direction; "" for none.
func arrowPath(x, y, dx, dy, length float64) string {
	far := math.Hypot(dx, dy)
	if !(far > 0) || math.IsInf(far, 0) {
		return ""
	}
	ux, uy := dx/far, dy/far
	ex, ey := x+ux*length, y+uy*length
	head := min(8, 0.6*length)
	point := func(px, py float64) string { return format.Pixels(px) + " " + format.Pixels(py) }
	left := point(ex-head*(ux+0.6*uy), ey-head*(uy-0.6*ux))
	right := point(ex-head*(ux-0.6*uy), ey-head*(uy+0.6*ux))
	return "M" + point(x, y) + "L" + point(ex, ey) + "M" + left + "L" + point(ex, ey) + "L" + right
}
