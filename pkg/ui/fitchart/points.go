package fitchart

import (
	"strconv"
	"strings"

	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/chart"
	"firstneuron/pkg/ui/dom"
	"firstneuron/pkg/ui/format"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// points are the data, laid over the picture.
func (p *Panel) points() app.UI {
	text := i18n.For(p.Lang).Text
	group := widget.SVG("svg").Class("marks").
		Attr("viewBox", "0 0 "+format.Pixels(p.frame.Spec.Width)+" "+format.Pixels(p.frame.Spec.Height)).
		Role("group").Aria("label", text("fit.points"))
	if len(p.Points) > maxFocusable {
		var d strings.Builder
		for _, point := range p.Points {
			px, py := p.frame.Px(point.X[0], point.Y)
			d.WriteString("M" + format.Pixels(px) + " " + format.Pixels(py) + "h0")
		}
		return group.Body(widget.SVG("path").Class("mark-points").Attr("d", d.String()))
	}
	stop := p.stop()
	stepX, stepY := p.frame.PerPixel()
	stepX, stepY = stepX*p.frame.Area.Width/100, stepY*p.frame.Area.Height/100
	return group.Body(
		app.Range(p.Points).Slice(func(i int) app.UI {
			point := p.Points[i]
			px, py := p.frame.Px(point.X[0], point.Y)
			return &pointMark{
				Lang: p.Lang, Row: point.Row, Number: i + 1, Count: len(p.Points), X: point.X[0], Y: point.Y, Px: px, Py: py,
				StepX: stepX, StepY: stepY, Highlighted: point.Highlighted, Selected: point.Row == p.Selected,
				Validation: point.Validation, Locked: p.Locked, Stop: point.Row == stop, chart: p,
			}
		}),
	)
}

// stop is the row of the point that the Tab key goes to: the one that has the focus or
// is selected, else the first.
func (p *Panel) stop() int {
	stop := 0
	for i, point := range p.Points {
		if i == 0 || point.Row == p.Selected {
			stop = point.Row
		}
	}
	for _, point := range p.Points {
		if point.Highlighted {
			stop = point.Row
		}
	}
	return stop
}

// pointMark is one point on the chart, moved with the arrow keys.
type pointMark struct {
	app.Compo

	Lang          string
	Row           int
	Number, Count int
	X, Y          float64
	Px, Py        float64
	// StepX and StepY are a hundredth of each axis.
	StepX, StepY                              float64
	Highlighted, Selected, Validation, Locked bool
	// Stop is set for the one that the Tab key goes to.
	Stop bool
	// chart is what it is a mark of.
	chart *Panel
}

var _ app.DismountEnforcer = (*pointMark)(nil)

// CompoID keeps a mark with its point.
func (m *pointMark) CompoID() string { return MarkID(m.Row) }

// MarkID is the element ID of a point on the chart.
func MarkID(row int) string { return "mark-" + strconv.Itoa(row) }

func (m *pointMark) Render() app.UI {
	text := i18n.For(m.Lang).Text
	class := "point"
	if m.Highlighted {
		class += " lit"
	}
	if m.Selected {
		class += " selected"
	}
	mark := "mark-point"
	if m.Validation {
		mark += " mark-validation"
	}
	circle := func(class, radius string) app.UI {
		return widget.SVG("circle").Class(class).Attr("cx", format.Pixels(m.Px)).Attr("cy", format.Pixels(m.Py)).Attr("r", radius)
	}
	pressed := "false"
	if m.Selected {
		pressed = "true"
	}
	stop := -1
	if m.Stop {
		stop = 0
	}
	return widget.SVG("g").Class(class).ID(MarkID(m.Row)).Role("button").TabIndex(stop).Aria("pressed", pressed).
		Aria("label", text("fit.point", "number", strconv.Itoa(m.Number), "x", format.Plain(m.X), "y", format.Plain(m.Y))).
		On("keydown", m.onKeyDown).On("focus", m.onFocus).On("blur", m.onBlur).
		// The larger circle is what a finger finds.
		Body(circle("reach", "16"), circle(mark, "6"))
}

func (m *pointMark) onFocus(ctx app.Context, _ app.Event) {
	widget.Send(ctx, session.PointHighlighted{Row: m.Row})
}

func (m *pointMark) onBlur(ctx app.Context, _ app.Event) {
	widget.Send(ctx, session.DragEnded{})
	widget.Send(ctx, session.PointHighlighted{})
}

// onKeyDown moves the point by a hundredth of the axis, with Shift by a tenth,
// with Ctrl by a thousandth; other keys select, delete, put back, or go to
// another point.
func (m *pointMark) onKeyDown(ctx app.Context, e app.Event) {
	press := dom.Key(e)
	part, handled := stepSize(press), true
	switch press.Name {
	case "ArrowRight":
		m.nudge(ctx, part*m.StepX, 0)
	case "ArrowLeft":
		m.nudge(ctx, -part*m.StepX, 0)
	case "ArrowUp":
		m.nudge(ctx, 0, part*m.StepY)
	case "ArrowDown":
		m.nudge(ctx, 0, -part*m.StepY)
	case "Delete", "Backspace":
		if !m.Locked {
			widget.Send(ctx, session.PointDeleted{Row: m.Row, OnChart: true})
		}
	case "Enter", " ":
		widget.Send(ctx, session.PointPicked{Row: m.Row})
	case "Escape":
		widget.Send(ctx, session.DragCancelled{})
	case "PageDown", "PageUp":
		m.chart.goAlong(MarkID(m.Row), press.Name == "PageDown")
	case "Home":
		m.focus(ctx, 0)
	case "End":
		m.focus(ctx, m.Count-1)
	default:
		handled = false
	}
	if handled {
		e.PreventDefault()
	}
}

// nudge moves the point by some of each axis.
func (m *pointMark) nudge(ctx app.Context, dx, dy float64) {
	if m.Locked {
		return
	}
	x, y := m.X, m.Y
	if dx != 0 {
		x = chart.Snap(x+dx, m.StepX/100)
	}
	if dy != 0 {
		y = chart.Snap(y+dy, m.StepY/100)
	}
	widget.Send(ctx, session.DragStarted{})
	widget.Send(ctx, session.PointMoved{Row: m.Row, X: x, Y: y})
}

// focus goes to the i-th point.
func (m *pointMark) focus(ctx app.Context, i int) {
	dom.FocusSibling(ctx, i)
}

// stepSize returns how many steps a key moves something: ten with Shift, a tenth
// with Ctrl.
func stepSize(key dom.KeyPress) float64 {
	switch {
	case key.Shift:
		return 10
	case key.Command:
		return 0.1
	}
	return 1
}
