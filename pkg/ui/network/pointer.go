package network

import (
	"math"

	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/chart"
	"firstneuron/pkg/ui/dom"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// pointer is the pointer that holds an edge. It is state of the view and ends when
// the pointer lets go.
type pointer struct {
	on bool
	id int
	// weight is the place of the weight held, value what it was, and y where the
	// pointer came down.
	weight   int
	value, y float64
	moved    bool

	release func()
}

const (
	// slack is how far a click may move and still be one.
	slack = 4
	// reachMouse and reachTouch are how near to an edge a pointer must come.
	reachMouse, reachTouch = 7, 16
)

// watch lets Escape cancel the drag, wherever the focus is.
func (h *pointer) watch(ctx app.Context) {
	h.release = dom.Listen(ctx, "keydown", func(ctx app.Context, e app.Event) {
		if dom.Key(e).Name == "Escape" && h.moved {
			h.drop()
			widget.Send(ctx, session.DragCancelled{})
		}
	})
}

func (h *pointer) leave() {
	if h.release != nil {
		h.release()
	}
}

func (h *pointer) drop() { h.on, h.moved = false, false }

// pulled is the value of a weight after a pointer has pulled it up by some pixels:
// a weight of one digit by one in sixty pixels, a larger one faster.
func pulled(value, up float64) float64 {
	per := max(math.Abs(value), 1) / 60
	return chart.Snap(value+up*per, per)
}

func (p *Panel) onDown(ctx app.Context, e app.Event) {
	event, isPointer := dom.Pointer(e)
	x, y, placed := dom.Place(ctx, e)
	if !isPointer || !placed || !event.Main || p.pointer.on {
		return
	}
	reach := float64(reachMouse)
	if event.Kind == "touch" {
		reach = reachTouch
	}
	if layer, unit := p.plan.UnitAt(Place{x, y}); layer > 0 && !p.plan.Neuron {
		if event.Kind != "mouse" { // a finger does not hover
			widget.Send(ctx, session.UnitPointed{Layer: layer, Unit: unit})
		}
		return
	}
	edge, ok := p.plan.EdgeAt(Place{x, y}, reach)
	if !ok {
		widget.Send(ctx, session.UnitPointed{})
		return
	}
	p.pointer = pointer{on: true, id: event.ID, weight: edge.Weight, value: edge.Value, y: y, release: p.pointer.release}
	dom.CapturePointer(ctx, event.ID) // to hear of its end wherever that is
	widget.Send(ctx, session.WeightChosen{Place: edge.Weight})
}

func (p *Panel) onMove(ctx app.Context, e app.Event) {
	event, _ := dom.Pointer(e)
	x, y, placed := dom.Place(ctx, e)
	if !placed {
		ctx.PreventUpdate()
		return
	}
	if !p.pointer.on {
		layer, unit := p.plan.UnitAt(Place{x, y})
		if edge, ok := p.plan.EdgeAt(Place{x, y}, reachMouse); ok && layer == 0 {
			layer, unit = edge.Layer, edge.Unit
		}
		if event.Kind != "mouse" || layer == p.Look.Layer && unit == p.Look.Unit || p.plan.Neuron {
			ctx.PreventUpdate()
			return
		}
		widget.Send(ctx, session.UnitPointed{Layer: layer, Unit: unit})
		return
	}
	if event.ID != p.pointer.id || !p.Editable || !p.pointer.moved && math.Abs(y-p.pointer.y) < slack {
		ctx.PreventUpdate()
		return
	}
	if !p.pointer.moved {
		p.pointer.moved = true
		widget.Send(ctx, session.DragStarted{ByPointer: true})
	}
	widget.Send(ctx, session.WeightMoved{Place: p.pointer.weight, Value: pulled(p.pointer.value, p.pointer.y-y)})
}

func (p *Panel) onUp(ctx app.Context, e app.Event) {
	event, isPointer := dom.Pointer(e)
	if !isPointer || !p.pointer.on || event.ID != p.pointer.id {
		return
	}
	h := p.pointer
	p.pointer.drop()
	if h.moved {
		widget.Send(ctx, session.DragEnded{})
		dom.FocusStill(WeightID)
		return
	}
	widget.Send(ctx, session.WeightChosen{Place: h.weight, Typing: true})
}

// onCancel is when the browser takes the pointer away, such as to scroll.
func (p *Panel) onCancel(ctx app.Context, e app.Event) {
	if event, ok := dom.Pointer(e); !ok || event.ID != p.pointer.id {
		return
	}
	if p.pointer.moved {
		widget.Send(ctx, session.DragCancelled{})
	}
	p.pointer.drop()
}

func (p *Panel) onLeave(ctx app.Context, e app.Event) {
	event, _ := dom.Pointer(e)
	if p.pointer.on || event.Kind != "mouse" || p.Look.Layer == 0 {
		ctx.PreventUpdate()
		return
	}
	widget.Send(ctx, session.UnitPointed{})
}
