package ui

import (
	"math"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/chart"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// hand is what the pointer holds on the fit chart: view state, gone when it
// lets go.
type hand struct {
	on held
	// pointer is the one that came down; what others do is not the hand's.
	pointer int
	// row is the point held, 0 for none; the pointer is dx, dy beside it.
	row    int
	handle session.Handle
	dx, dy float64
	// x, y is where the pointer came down, line the first guess then.
	x, y  float64
	line  experiment.Line
	moved bool
	pace  pace

	release func()
}

// held is a kind of thing that can be held.
type held int

const (
	nothing    held = iota
	emptyPlace      // an empty place: a click there adds a point
	aPoint
	aLine
	aHandle
)

const (
	// slack is how far a click may move and still be one.
	slack = 4
	// reach is how near to a thing the pointer must come; a finger is wider.
	reachMouse, reachTouch, reachLine = 12, 24, 6
)

// watch makes Escape put back what is held, wherever the focus is.
func (h *hand) watch(ctx app.Context) {
	h.release = listen(ctx, "keydown", func(ctx app.Context, e app.Event) {
		if e.Get("key").String() == "Escape" && h.moved {
			h.drop()
			send(ctx, session.GripCancelled{})
		}
	})
}

func (h *hand) leave() {
	h.drop()
	if h.release != nil {
		h.release()
	}
}

func (h *hand) drop() {
	h.on, h.moved = nothing, false
	h.pace.stop()
}

// under returns what lies at a place of the chart.
func (p *fitPanel) under(x, y, reach float64) hand {
	h := hand{on: nothing, x: x, y: y, line: p.Guess, pace: p.hand.pace, release: p.hand.release}
	nearest := reach
	for _, point := range p.Points {
		px, py := p.frame.Px(point.X, point.Y)
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

func reachOf(e app.Event) float64 {
	if e.Get("pointerType").String() == "touch" {
		return reachTouch
	}
	return reachMouse
}

func (p *fitPanel) onDown(ctx app.Context, e app.Event) {
	if e.Get("button").Int() != 0 || !e.Get("isPrimary").Bool() || p.hand.pace.on {
		return
	}
	x, y := place(ctx, e)
	p.hand = p.under(x, y, reachOf(e))
	p.hand.pointer = e.Get("pointerId").Int()
	if p.hand.on != nothing {
		ctx.JSSrc().Call("setPointerCapture", p.hand.pointer) // to hear of its end wherever that is
	}
	if p.hand.on != nothing && p.hand.on != emptyPlace {
		p.hand.pace.start(ctx, e, p.drag)
	}
}

func (p *fitPanel) onMove(ctx app.Context, e app.Event) {
	if p.hand.on == nothing || p.hand.on == emptyPlace {
		if e.Get("pointerType").String() == "mouse" {
			x, y := place(ctx, e)
			p.light(ctx, p.under(x, y, reachMouse).row)
		}
		return
	}
	ctx.PreventUpdate() // the pace brings it
}

// drag moves what is held to a place of the chart.
func (p *fitPanel) drag(ctx app.Context, x, y float64) {
	h := &p.hand
	if p.Locked && h.on == aPoint {
		return
	}
	if !h.moved {
		if math.Hypot(x-h.x, y-h.y) < slack {
			return
		}
		h.moved = true
		send(ctx, session.GripTaken{Dragged: true})
	}
	perX, perY := p.frame.PerPixel()
	toX, toY := p.frame.X(x+h.dx), p.frame.Y(y+h.dy)
	switch h.on {
	case aPoint:
		send(ctx, session.PointMoved{Row: h.row, X: chart.Snap(toX, perX), Y: chart.Snap(toY, perY)})
	case aLine:
		line := h.line
		line.B = chart.Snap(line.B+(h.y-y)*perY, perY)
		send(ctx, session.LineMoved{Line: line})
	case aHandle:
		send(ctx, session.LineMoved{Line: p.pulled(h.handle, toY)})
	}
}

// light tells the table which point is under the pointer.
func (p *fitPanel) light(ctx app.Context, row int) {
	for _, point := range p.Points {
		if point.Lit && point.Row == row {
			ctx.PreventUpdate()
			return
		}
		if point.Lit || point.Row == row {
			send(ctx, session.PointLit{Row: row})
			return
		}
	}
	ctx.PreventUpdate()
}

func (p *fitPanel) onUp(ctx app.Context, e app.Event) {
	if e.Get("pointerId").Int() != p.hand.pointer {
		return
	}
	x, y := place(ctx, e)
	if p.hand.moved {
		p.drag(ctx, x, y) // the pace may not have brought the last place
	}
	h := p.hand
	p.hand.drop()
	switch {
	case h.moved:
		send(ctx, session.GripLeft{})
	case h.on == aPoint:
		send(ctx, session.PointPicked{Row: h.row})
		focusStill(markID(h.row))
	case h.on == aHandle:
		send(ctx, session.HandlePicked{Handle: h.handle})
		focusStill(handleIDs[h.handle])
	case h.on == nothing || math.Hypot(x-h.x, y-h.y) >= slack: // no click
	case p.Handle != session.NoHandle:
		send(ctx, session.LineMoved{Line: p.pulled(p.Handle, p.frame.Y(y))})
		send(ctx, session.HandlePicked{Handle: p.Handle})
	case !p.Locked:
		perX, perY := p.frame.PerPixel()
		send(ctx, session.PlaceClicked{X: chart.Snap(p.frame.X(x), perX), Y: chart.Snap(p.frame.Y(y), perY)})
	}
}

// onCancel is when the browser takes the pointer away, such as to scroll.
func (p *fitPanel) onCancel(ctx app.Context, e app.Event) {
	if e.Get("pointerId").Int() != p.hand.pointer {
		return
	}
	if p.hand.moved {
		send(ctx, session.GripCancelled{})
	}
	p.hand.drop()
}

func (p *fitPanel) onLeave(ctx app.Context, _ app.Event) {
	if p.hand.on == nothing {
		p.light(ctx, 0)
	}
}
