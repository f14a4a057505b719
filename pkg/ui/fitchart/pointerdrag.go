package fitchart

import (
	"math"
	"strconv"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/chart"
	"firstneuron/pkg/ui/dom"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// pointerDrag is the drag of a pointer on the chart. It is state of the view and ends
// when the pointer lets go.
type pointerDrag struct {
	on grabbed
	// id is the pointer that came down; events of other pointers are ignored.
	id int
	// row is the row of the dragged point, 0 for none; the point lies dx, dy beside
	// the pointer.
	row    int
	handle session.Handle
	dx, dy float64
	// x, y is where the pointer came down, line the first guess then.
	x, y  float64
	line  experiment.Line
	moved bool
	pump  widget.DragPump

	release func()
}

// grabbed is a kind of thing that can be held.
type grabbed int

const (
	nothing    grabbed = iota
	emptyPlace         // an empty place: a click there adds a point
	aPoint
	aLine
	aHandle
	theQuestion // the x to predict
	theMark     // the learner's own answer
)

const (
	// slack is how far a click may move and still be one.
	slack = 4
	// reach is how near to a thing the pointer must come; a finger is wider.
	reachMouse, reachTouch, reachLine = 12, 24, 6
)

// watch lets Escape cancel the drag, wherever the focus is.
func (h *pointerDrag) watch(ctx app.Context) {
	h.release = dom.Listen(ctx, "keydown", func(ctx app.Context, e app.Event) {
		if dom.Key(e).Name == "Escape" && h.moved && h.on != theMark {
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
	h := pointerDrag{on: nothing, x: x, y: y, line: p.Guess, pump: p.pointer.pump, release: p.pointer.release}
	nearest := reach
	if a := p.frame.Area; p.MarkAsked && x >= a.Left && x <= a.Left+a.Width && y >= a.Top && y <= a.Top+a.Height {
		if px, _ := p.frame.Px(p.Mark.X[0], 0); p.Locked || math.Abs(px-x) < markReach {
			h.on = theMark
			return h
		}
	}
	for _, point := range p.Points {
		px, py := p.frame.Px(point.X[0], point.Y)
		if d := math.Hypot(px-x, py-y); d < nearest {
			nearest = d
			h.on, h.row, h.dx, h.dy = aPoint, point.Row, px-x, py-y
		}
	}
	if p.Neuron && p.Movable {
		for _, handle := range handles {
			px, py := p.handle(handle)
			if d := math.Hypot(px-x, py-y); d < nearest {
				nearest = d
				h.on, h.row, h.handle, h.dy = aHandle, 0, handle, py-y
			}
		}
	}
	if px, py := p.frame.Px(p.X, p.Y); p.Askable {
		px, py = inside(p.frame, px, py)
		if d := math.Hypot(px-x, py-y); d < nearest {
			h.on, h.row, h.dx = theQuestion, 0, px-x
		}
	}
	if h.on != nothing {
		return h
	}
	if p.Neuron && p.Movable {
		if x1, y1, x2, y2, ok := p.frame.Line(p.Guess.W, p.Guess.B); ok && math.Hypot(x2-x1, y2-y1) > 0 {
			distance := math.Abs((x2-x1)*(y1-y)-(x1-x)*(y2-y1)) / math.Hypot(x2-x1, y2-y1)
			if distance < reachLine && x >= x1 && x <= x2 {
				h.on = aLine
				return h
			}
		}
	}
	if a := p.frame.Area; x >= a.Left && x <= a.Left+a.Width && y >= a.Top && y <= a.Top+a.Height {
		h.on = emptyPlace
	}
	return h
}

func reachOfPointer(pointer dom.PointerEvent) float64 {
	if pointer.Kind == "touch" {
		return reachTouch
	}
	return reachMouse
}

func (p *Panel) onDown(ctx app.Context, e app.Event) {
	pointer, isPointer := dom.Pointer(e)
	x, y, placed := dom.Place(ctx, e)
	if !isPointer || !placed || !pointer.Main || p.pointer.pump.On() {
		return
	}
	p.pointer = p.grabbedAt(x, y, reachOfPointer(pointer))
	p.pointer.id = pointer.ID
	if p.pointer.on != nothing {
		dom.CapturePointer(ctx, p.pointer.id) // to hear of its end wherever that is
	}
	if p.pointer.on != nothing && p.pointer.on != emptyPlace {
		p.pointer.pump.Start(ctx, pointer, x, y, p.drag)
	}
}

func (p *Panel) onMove(ctx app.Context, e app.Event) {
	if p.pointer.on == nothing || p.pointer.on == emptyPlace {
		pointer, _ := dom.Pointer(e)
		if x, y, ok := dom.Place(ctx, e); ok && pointer.Kind == "mouse" {
			p.highlight(ctx, p.grabbedAt(x, y, reachMouse).row)
		}
		return
	}
	ctx.PreventUpdate() // the pace brings it
}

// drag moves the dragged thing to a place of the chart.
func (p *Panel) drag(ctx app.Context, x, y float64) {
	h := &p.pointer
	if p.Locked && h.on == aPoint {
		return
	}
	if h.on == theMark {
		h.moved = h.moved || math.Hypot(x-h.x, y-h.y) >= slack
		widget.PutMark(ctx, p.frame, y)
		return
	}
	if !h.moved {
		if math.Hypot(x-h.x, y-h.y) < slack {
			return
		}
		h.moved = true
		widget.Send(ctx, session.DragStarted{ByPointer: true})
	}
	perX, perY := p.frame.PerPixel()
	toX, toY := p.frame.X(x+h.dx), p.frame.Y(y+h.dy)
	switch h.on {
	case aPoint:
		widget.Send(ctx, session.PointMoved{Row: h.row, X: chart.Snap(toX, perX), Y: chart.Snap(toY, perY)})
	case aLine:
		line := h.line
		line.B = chart.Snap(line.B+(h.y-y)*perY, perY)
		widget.Send(ctx, session.LineDrawn{Line: line})
	case aHandle:
		widget.Send(ctx, session.LineDrawn{Line: p.pulled(h.handle, toY)})
	case theQuestion:
		widget.Send(ctx, session.SettingSlid{Key: "predict", Text: strconv.FormatFloat(chart.Snap(toX, perX), 'g', -1, 64)})
	}
}

// highlight tells the table which point is under the pointer.
func (p *Panel) highlight(ctx app.Context, row int) {
	for _, point := range p.Points {
		if point.Highlighted && point.Row == row {
			ctx.PreventUpdate()
			return
		}
		if point.Highlighted || point.Row == row {
			widget.Send(ctx, session.PointHighlighted{Row: row})
			return
		}
	}
	ctx.PreventUpdate()
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
		widget.Send(ctx, session.PointPicked{Row: h.row})
		dom.FocusStill(MarkID(h.row))
	case h.on == aHandle:
		widget.Send(ctx, session.HandlePicked{Handle: h.handle})
		dom.FocusStill(handleIDs[h.handle])
	case h.on == nothing || math.Hypot(x-h.x, y-h.y) >= slack: // no click
	case p.Handle != session.NoHandle:
		widget.Send(ctx, session.LineDrawn{Line: p.pulled(p.Handle, p.frame.Y(y))})
		widget.Send(ctx, session.HandlePicked{Handle: p.Handle})
	case !p.Locked:
		perX, perY := p.frame.PerPixel()
		widget.Send(ctx, session.PlaceClicked{X: chart.Snap(p.frame.X(x), perX), Y: chart.Snap(p.frame.Y(y), perY)})
	}
}

// onCancel is when the browser takes the pointer away, such as to scroll.
func (p *Panel) onCancel(ctx app.Context, e app.Event) {
	if pointer, ok := dom.Pointer(e); !ok || pointer.ID != p.pointer.id {
		return
	}
	if p.pointer.moved && p.pointer.on != theMark {
		widget.Send(ctx, session.DragCancelled{})
	}
	p.pointer.drop()
}

func (p *Panel) onLeave(ctx app.Context, _ app.Event) {
	if p.pointer.on == nothing {
		p.highlight(ctx, 0)
	}
}
