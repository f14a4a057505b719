package planechart

import (
	"math"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/chart"
	"firstneuron/pkg/ui/dom"
	"firstneuron/pkg/ui/plane"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// pointerDrag is the drag of a pointer on the plane. It is state of the view and ends
// when the pointer lets go.
type pointerDrag struct {
	on grabbed
	id int
	// row is the row of the point held, which lies dx, dy beside the pointer; x, y is
	// where the pointer came down.
	row    int
	dx, dy float64
	x, y   float64
	moved  bool
	pump   widget.DragPump

	release func()
}

// grabbed is a kind of thing that can be held.
type grabbed int

const (
	nothing    grabbed = iota
	emptyPlace         // a click there adds a point
	aPoint
	theQuestion // the asked place
	theMark     // the learner's own
)

const (
	// slack is how far a click may move and still be one.
	slack = 4
	// reachMouse and reachTouch are how near to a thing the pointer must come.
	reachMouse, reachTouch = 10, 22
)

// watch lets Escape cancel the drag, wherever the focus is.
func (h *pointerDrag) watch(ctx app.Context) {
	h.release = dom.Listen(ctx, "keydown", func(ctx app.Context, e app.Event) {
		if dom.Key(e).Name == "Escape" && h.moved {
			h.drop()
			widget.Send(ctx, session.DragCancelled{})
		}
	})
}

func (h *pointerDrag) leave() {
	h.drop()
	if h.release != nil {
		h.release()
	}
}

func (h *pointerDrag) drop() {
	h.on, h.moved = nothing, false
	h.pump.Stop()
}

// grabbedAt returns the drag that would begin at a place of the chart.
func (p *Panel) grabbedAt(x, y, reach float64) pointerDrag {
	h := pointerDrag{x: x, y: y, pump: p.pointer.pump, release: p.pointer.release}
	if _, _, inside := p.scale.Place(x, y); inside && p.MarkAsked {
		h.on = theMark
		return h
	}
	if px, py := p.askedAt(); p.Askable && math.Hypot(px-x, py-y) < reach {
		h.on, h.dx, h.dy = theQuestion, px-x, py-y
		return h
	}
	marks := plane.Marks(p.placed.of(p.Points), p.Trained, nil, p.Reading, p.scale)
	if i := plane.Nearest(marks, x, y, reach, p.ShowTest); i >= 0 {
		h.on, h.row, h.dx, h.dy = aPoint, p.row(i), marks[i].X-x, marks[i].Y-y
		return h
	}
	if _, _, inside := p.scale.Place(x, y); inside {
		h.on = emptyPlace
	}
	return h
}

func (p *Panel) onDown(ctx app.Context, e app.Event) {
	pointer, isPointer := dom.Pointer(e)
	x, y, placed := dom.Place(ctx, e)
	if !isPointer || !placed || !pointer.Main || p.pointer.pump.On() {
		return
	}
	reach := float64(reachMouse)
	if pointer.Kind == "touch" {
		reach = reachTouch
	}
	p.pointer = p.grabbedAt(x, y, reach)
	p.pointer.id = pointer.ID
	if p.pointer.on != nothing {
		dom.CapturePointer(ctx, pointer.ID) // to hear of its end wherever that is
	}
	if p.pointer.on == aPoint || p.pointer.on == theQuestion || p.pointer.on == theMark {
		p.pointer.pump.Start(ctx, pointer, x, y, p.drag)
	}
}

func (p *Panel) onMove(ctx app.Context, e app.Event) {
	if p.pointer.on == nothing || p.pointer.on == emptyPlace {
		pointer, _ := dom.Pointer(e)
		if x, y, ok := dom.Place(ctx, e); ok && pointer.Kind == "mouse" {
			p.highlight(ctx, p.grabbedAt(x, y, reachMouse).row)
			return
		}
	}
	ctx.PreventUpdate() // the pace brings it
}

// highlight tells the table which point is under the pointer.
func (p *Panel) highlight(ctx app.Context, row int) {
	if row == p.Highlighted {
		ctx.PreventUpdate()
		return
	}
	widget.Send(ctx, session.PointHighlighted{Row: row})
}

// placeAt is the place of the plane under a pixel, within the plane and to the decimals
// that a pixel shows.
func (p *Panel) placeAt(x, y float64) experiment.Place {
	perX, perY := p.frame.PerPixel()
	return experiment.Place{chart.Snap(p.frame.X(x), perX), chart.Snap(p.frame.Y(y), perY)}
}

// drag moves what is held to a place of the chart.
func (p *Panel) drag(ctx app.Context, x, y float64) {
	h := &p.pointer
	if h.on == theMark {
		widget.PutMark(ctx, p.frame, y)
		return
	}
	if h.on == aPoint && p.Locked {
		return
	}
	if !h.moved {
		if math.Hypot(x-h.x, y-h.y) < slack {
			return
		}
		h.moved = true
		widget.Send(ctx, session.DragStarted{ByPointer: true})
	}
	to := p.placeAt(x+h.dx, y+h.dy)
	if h.on == aPoint {
		widget.Send(ctx, session.PointPlaced{Row: h.row, At: to})
		return
	}
	widget.Send(ctx, session.SettingSlid{Key: "predict", Text: to.Text(len(to))})
}

func (p *Panel) onUp(ctx app.Context, e app.Event) {
	pointer, isPointer := dom.Pointer(e)
	x, y, placed := dom.Place(ctx, e)
	if !isPointer || !placed || pointer.ID != p.pointer.id {
		return
	}
	if p.pointer.moved {
		p.drag(ctx, x, y) // the pace may not have brought the last place
	}
	h := p.pointer
	p.pointer.drop()
	switch {
	case h.on == theMark:
		widget.PutMark(ctx, p.frame, y)
	case h.moved:
		widget.Send(ctx, session.DragEnded{})
	case h.on == aPoint:
		widget.Send(ctx, session.PointHighlighted{Row: h.row})
		widget.Send(ctx, session.PointPicked{Row: h.row})
		dom.FocusStill(PointID)
	case h.on == emptyPlace && !p.Locked && math.Hypot(x-h.x, y-h.y) < slack:
		widget.Send(ctx, session.PlaneClicked{At: p.placeAt(x, y)})
	}
}

// onCancel is when the browser takes the pointer away, such as to scroll.
func (p *Panel) onCancel(ctx app.Context, e app.Event) {
	if pointer, ok := dom.Pointer(e); !ok || pointer.ID != p.pointer.id {
		return
	}
	if p.pointer.moved {
		widget.Send(ctx, session.DragCancelled{})
	}
	p.pointer.drop()
}

func (p *Panel) onLeave(ctx app.Context, _ app.Event) {
	if p.pointer.on == nothing && p.Highlighted != 0 {
		p.highlight(ctx, 0)
		return
	}
	ctx.PreventUpdate()
}
