package fitchart

import (
	"slices"
	"strconv"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/chart"
	"firstneuron/pkg/ui/dom"
	"firstneuron/pkg/ui/format"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

var (
	// handles are those of the first guess, in the order of the Tab key.
	handles = []session.Handle{session.BiasHandle, session.WeightHandle}
	// handleIDs are the IDs of their elements, handleNames the keys of their
	// names.
	handleIDs   = map[session.Handle]string{session.BiasHandle: "handle-bias", session.WeightHandle: "handle-weight"}
	handleNames = map[session.Handle]string{session.BiasHandle: "fit.handle_bias", session.WeightHandle: "fit.handle_weight"}
	// lineNames are those where x is normalized, so that the line over x has other numbers
	// than the weight and the bias.
	lineNames = map[session.Handle]string{session.BiasHandle: "fit.handle_height", session.WeightHandle: "fit.handle_slope"}
)

// guess draws the handles of the first guess.
func (p *Panel) guess() app.UI {
	text := i18n.For(p.Lang).Text
	marks := []app.UI{}
	if p.Neuron && p.Movable {
		for _, handle := range handles {
			x, y := p.handle(handle)
			value, class := handleValue(p.Guess, handle), "handle"
			least, most := p.reachOfHandle(handle)
			if handle == p.Handle {
				class += " selected"
			}
			marks = append(marks, widget.SVG("g").Class(class).ID(handleIDs[handle]).Role("slider").TabIndex(p.handleStop(handle)).
				Aria("label", text(p.handleNames()[handle])).Aria("valuenow", strconv.FormatFloat(value, 'g', 6, 64)).
				Aria("valuemin", strconv.FormatFloat(least, 'g', 6, 64)).Aria("valuemax", strconv.FormatFloat(most, 'g', 6, 64)).
				Aria("valuetext", format.Significant(value, 6)+", "+format.Line(p.Guess.W, p.Guess.B)).
				OnKeyDown(widget.Scoped(func(ctx app.Context, e app.Event) { p.onHandleKey(ctx, e, handle) }, handle)).
				OnBlur(widget.Sends(session.DragEnded{})).
				Body(
					widget.SVG("circle").Class("reach").Attr("cx", format.Pixels(x)).Attr("cy", format.Pixels(y)).Attr("r", "16"),
					widget.SVG("circle").Class("mark-handle").Attr("cx", format.Pixels(x)).Attr("cy", format.Pixels(y)).Attr("r", "6.5"),
				))
		}
	}
	if p.Hand && p.Neuron && p.Movable {
		x, y := p.handle(session.WeightHandle)
		marks = append(marks, widget.SVG("g").Class("hand").Aria("hidden", "true").Body(
			widget.SVG("path").Attr("d", handPath).Attr("transform", "translate("+format.Pixels(x-4)+" "+format.Pixels(y+2)+")")))
	}
	return widget.SVG("svg").Class("marks").
		Attr("viewBox", "0 0 "+format.Pixels(p.frame.Spec.Width)+" "+format.Pixels(p.frame.Spec.Height)).
		Role("group").Aria("label", text("fit.guess")).Body(marks...)
}

// handPath is a hand with one finger stretched out, its tip at 4, 0.
const handPath = "M4 0c1.7 0 2.6 1 2.6 2.6v8l5 1c2 .4 3 1.6 2.8 3.6l-.7 5.6c-.2 1.3-.9 2-2.2 2H5.200c-1 0-1.700-.4-2.200-1.200L-2.300 13c-.7-1.100-.5-2.200.5-2.800s1.900-.4 2.600.5l.6.8v-9C1.400 1 2.300 0 4 0z"

// handleNames are the keys of the names of the handles.
func (p *Panel) handleNames() map[session.Handle]string {
	if p.Normalized {
		return lineNames
	}
	return handleNames
}

// handleStop is the tab index of a handle. The chart is one stop: its first point, from
// which Page Up and Page Down go to the others and to the handles.
func (p *Panel) handleStop(handle session.Handle) int {
	if handle == handles[0] && (len(p.Points) == 0 || len(p.Points) > maxFocusable) {
		return 0
	}
	return -1
}

// handleValue is the weight or the bias of a line, whichever a handle sets.
func handleValue(line experiment.Line, handle session.Handle) float64 {
	if handle == session.WeightHandle {
		return line.W
	}
	return line.B
}

// reachOfHandle returns the values of a handle at the ends of the axis, and beyond
// them when it is set to more than that.
func (p *Panel) reachOfHandle(handle session.Handle) (least, most float64) {
	y, now := p.frame.Spec.Y, handleValue(p.Guess, handle)
	bottom, top := handleValue(p.pulled(handle, y.Min), handle), handleValue(p.pulled(handle, y.Max), handle)
	return min(bottom, top, now), max(bottom, top, now)
}

// handleX is the x of a handle. The one that turns the line is over the points, where
// the line is in sight, and far from x = 0, around which it turns.
func (p *Panel) handleX(handle session.Handle) float64 {
	x := p.frame.Spec.X
	if handle == session.BiasHandle {
		return min(max(0, x.Min), x.Max)
	}
	over := x
	if xs, _ := columns(p.Axes.Points); len(xs) > 1 {
		over = chart.Range{Min: slices.Min(xs), Max: slices.Max(xs)}
	}
	if over.Max-over.Min < 0.1*(x.Max-x.Min) {
		over = x
	}
	left, right := over.Min+0.2*(over.Max-over.Min), over.Min+0.8*(over.Max-over.Min)
	if max(left, -left) > max(right, -right) {
		return left
	}
	return right
}

// handle is the place of a handle, at the edge when the line has left the area.
func (p *Panel) handle(handle session.Handle) (px, py float64) {
	x := p.handleX(handle)
	px, py = p.frame.Px(x, p.Guess.W*x+p.Guess.B)
	return inside(p.frame, px, py)
}

// pulled is the first guess after its handle was moved to a height.
func (p *Panel) pulled(handle session.Handle, y float64) experiment.Line {
	line, x := p.Guess, p.handleX(handle)
	_, perY := p.frame.PerPixel()
	if handle == session.WeightHandle {
		line.W = chart.Snap((y-line.B)/x, perY/turnRadius(x))
	} else {
		line.B = chart.Snap(y-line.W*x, perY)
	}
	return line
}

// stepped is the first guess after its handle was moved by some hundredths of
// the axis.
func (p *Panel) stepped(handle session.Handle, steps float64) experiment.Line {
	line := p.Guess
	_, perY := p.frame.PerPixel()
	step := perY * p.frame.Area.Height / 100
	if handle == session.WeightHandle {
		step /= turnRadius(p.handleX(handle))
		line.W = chart.Snap(line.W+steps*step, step/100)
	} else {
		line.B = chart.Snap(line.B+steps*step, step/100)
	}
	return line
}

// turnRadius is how far from x = 0 a line is turned.
func turnRadius(x float64) float64 { return max(x, -x, 1e-9) }

// onHandleKey moves a handle as the arrow keys move a point.
func (p *Panel) onHandleKey(ctx app.Context, e app.Event, handle session.Handle) {
	press := dom.Key(e)
	steps := map[string]float64{"ArrowUp": 1, "ArrowRight": 1, "ArrowDown": -1, "ArrowLeft": -1}[press.Name]
	switch key := press.Name; {
	case key == "Escape":
		widget.Send(ctx, session.DragCancelled{})
	case key == "Enter", key == " ":
		widget.Send(ctx, session.HandlePicked{Handle: handle})
	case key == "PageUp", key == "PageDown":
		p.goAlong(handleIDs[handle], key == "PageDown")
	case steps == 0:
		return
	default:
		steps *= stepSize(press)
		widget.Send(ctx, session.DragStarted{})
		widget.Send(ctx, session.LineDrawn{Line: p.stepped(handle, steps)})
	}
	e.PreventDefault()
}

// goAlong moves the focus to the next point or handle, or to the one before.
func (p *Panel) goAlong(from string, forward bool) {
	var stops []string
	if len(p.Points) <= maxFocusable {
		for _, point := range p.Points {
			stops = append(stops, MarkID(point.Row))
		}
	}
	if p.Neuron && p.Movable {
		for _, handle := range handles {
			stops = append(stops, handleIDs[handle])
		}
	}
	step := 1
	if !forward {
		step = len(stops) - 1
	}
	if i := slices.Index(stops, from); i >= 0 {
		dom.FocusStill(stops[(i+step)%len(stops)]) // at once: the next key may be on its way
	}
}
