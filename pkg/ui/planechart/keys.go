package planechart

import (
	"strconv"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/chart"
	"firstneuron/pkg/ui/dom"
	"firstneuron/pkg/ui/format"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/plane"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// PointID is the element ID of the point that the keys are at. All points are one stop
// of the Tab key.
const PointID = "plane-point"

// keys is the point that the keys are at, laid over the picture.
func (p *Panel) keys() app.UI {
	text := i18n.For(p.Lang).Text
	group := p.layer().Role("group").Aria("label", text("fit.points"))
	at := p.at()
	if at < 0 {
		return group
	}
	point := p.Points[at]
	x, y := p.scale.Pixel(point.X[0], point.X[1])
	class, pressed := "point", "false"
	if p.row(at) == p.Highlighted {
		class += " lit"
	}
	if p.row(at) == p.Selected {
		class, pressed = class+" selected", "true"
	}
	outline := plane.AppendShape(nil, p.Reading.ClassOf(point.Y), radius+4, x, y)
	return group.Body(
		widget.SVG("g").Class(class).ID(PointID).Role("button").TabIndex(0).Aria("pressed", pressed).Aria("label", p.pointName(at)).
			On("keydown", p.onKeyDown).On("focus", p.onFocus).On("blur", p.onBlur).
			Body(widget.SVG("path").Class("plane-at").Attr("d", string(outline))),
	)
}

// pointName says what a point is, in numbers that can be listened to; the table has all
// their digits.
func (p *Panel) pointName(i int) string {
	point := p.Points[i]
	key := "plane.point"
	if p.Reading.Classes > 0 {
		key = "plane.point_class"
	}
	return i18n.For(p.Lang).Text(key, "number", strconv.Itoa(i+1), "x1", format.Short(point.X[0]), "x2", format.Short(point.X[1]), "y", format.Plain(point.Y))
}

// row returns the row of a point, 0 when there is none.
func (p *Panel) row(point int) int {
	if len(p.Rows) == len(p.Points) && point < len(p.Rows) {
		return p.Rows[point].ID
	}
	for _, row := range p.Rows {
		if row.Known {
			if point == 0 {
				return row.ID
			}
			point--
		}
	}
	return 0
}

// pointOf returns the point of a row, -1 when there is none.
func (p *Panel) pointOf(id int) int {
	point := 0
	for _, row := range p.Rows {
		if row.ID == id && row.Known && point < len(p.Points) {
			return point
		}
		if row.Known {
			point++
		}
	}
	return -1
}

// at returns the point that the keys are at: the one that has the focus or is selected,
// else where they were last, else the first; -1 when there is none.
func (p *Panel) at() int {
	for _, row := range []int{p.Highlighted, p.Selected, p.stop} {
		if i := p.pointOf(row); row != 0 && i >= 0 && p.seen(i) {
			p.stop = row
			return i
		}
	}
	for i := range p.Points {
		if p.seen(i) {
			return i
		}
	}
	return -1
}

// seen reports whether a point is drawn.
func (p *Panel) seen(i int) bool { return i < p.Trained || p.ShowTest }

func (p *Panel) onFocus(ctx app.Context, _ app.Event) {
	if at := p.at(); at >= 0 {
		widget.Send(ctx, session.PointHighlighted{Row: p.row(at)})
	}
}

func (p *Panel) onBlur(ctx app.Context, _ app.Event) {
	widget.Send(ctx, session.DragEnded{})
	widget.Send(ctx, session.PointHighlighted{})
}

// onKeyDown goes from point to point: the arrows to the nearest in their direction. A
// selected point they move, by a hundredth of the axis, with Shift by a tenth, with
// Ctrl by a thousandth.
func (p *Panel) onKeyDown(ctx app.Context, e app.Event) {
	at := p.at()
	if at < 0 {
		return
	}
	press := dom.Key(e)
	handled := true
	switch press.Name {
	case "ArrowRight":
		p.arrow(ctx, at, press, 1, 0)
	case "ArrowLeft":
		p.arrow(ctx, at, press, -1, 0)
	case "ArrowUp":
		p.arrow(ctx, at, press, 0, 1)
	case "ArrowDown":
		p.arrow(ctx, at, press, 0, -1)
	case "PageDown":
		p.goTo(ctx, at, 1)
	case "PageUp":
		p.goTo(ctx, at, -1)
	case "Home":
		p.goTo(ctx, -1, 1)
	case "End":
		p.goTo(ctx, len(p.Points), -1)
	case "Enter", " ":
		widget.Send(ctx, session.PointPicked{Row: p.row(at)})
	case "Delete", "Backspace":
		if !p.Locked {
			widget.Send(ctx, session.PointDeleted{Row: p.row(at), OnChart: true})
		}
	case "Escape":
		widget.Send(ctx, session.DragCancelled{})
	default:
		handled = false
	}
	if handled {
		e.PreventDefault()
	}
}

// arrow moves the selected point, or goes to the nearest one in a direction.
func (p *Panel) arrow(ctx app.Context, at int, press dom.KeyPress, right, up float64) {
	if p.row(at) != p.Selected {
		marks := plane.Marks(p.placed.of(p.Points), p.Trained, nil, p.Reading, p.scale)
		if next := plane.Next(marks, at, right, -up, p.ShowTest); next >= 0 {
			widget.Send(ctx, session.PointHighlighted{Row: p.row(next)})
		}
		return
	}
	if p.Locked {
		return
	}
	steps := 1.0
	switch {
	case press.Shift:
		steps = 10
	case press.Command:
		steps = 0.1
	}
	widget.Send(ctx, session.DragStarted{})
	widget.Send(ctx, session.PointPlaced{Row: p.row(at), At: p.nudged(p.Points[at].X, steps*right, steps*up)})
}

// nudged returns a place so many hundredths of each axis further on.
func (p *Panel) nudged(place experiment.Place, right, up float64) experiment.Place {
	for i, steps := range [2]float64{right, up} {
		span := p.scale.X1
		if i == 1 {
			span = p.scale.X2
		}
		if step := (span.Max - span.Min) / 100; steps != 0 {
			place[i] = chart.Snap(place[i]+steps*step, step/100)
		}
	}
	return place
}

// goTo goes on from a point to the next that is drawn, in the order of the table.
func (p *Panel) goTo(ctx app.Context, from, way int) {
	for i := from + way; i >= 0 && i < len(p.Points); i += way {
		if p.seen(i) {
			widget.Send(ctx, session.PointHighlighted{Row: p.row(i)})
			return
		}
	}
}
