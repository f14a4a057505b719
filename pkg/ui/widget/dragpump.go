package widget

import (
	"firstneuron/pkg/ui/dom"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// DragPump makes the page keep up with a pointer that drags something. Of itself
// it would lag behind by two frames:
//
//   - Browsers hold pointermove back until the next frame. pointerrawupdate
//     comes at once, where there is one: on secure pages.
//   - go-app draws a hundred and twentieth of a second after the first event
//     since it drew last. Awake, it draws at that beat, whenever the event comes.
//
// A mouse can report a thousand times a second: between two beats only the first
// and the latest place count.
type DragPump struct {
	// left and top are the listening element's place in the document: to ask
	// for it at each move would make the browser lay the page out each time.
	left, top float64
	pointer   int // the one it follows
	move      func(ctx app.Context, x, y float64)
	// spent is set when this beat has had its move, waiting when a later place
	// stands in x, y.
	spent, waiting bool
	x, y           float64

	on      bool
	release func()
}

// Start follows the pointer of an event over the element that listens, and
// calls move with its places in the element.
func (p *DragPump) Start(ctx app.Context, pointer dom.PointerEvent, x, y float64, move func(ctx app.Context, x, y float64)) {
	p.Stop()
	*p = DragPump{left: pointer.PageX - x, top: pointer.PageY - y, pointer: pointer.ID, move: move, on: true}
	p.release = dom.ListenMoves(ctx, p.onMove)
	p.beat(ctx)
}

// Stop ends that.
func (p *DragPump) Stop() {
	if p.release != nil {
		p.release()
	}
	p.on, p.release = false, nil
}

func (p *DragPump) onMove(ctx app.Context, e app.Event) {
	ctx.PreventUpdate()
	pointer, ok := dom.Pointer(e)
	if !ok || !p.on || pointer.ID != p.pointer {
		return
	}
	p.x, p.y = pointer.PageX-p.left, pointer.PageY-p.top
	if p.spent {
		p.waiting = true
		return
	}
	p.spent = true
	p.move(ctx, p.x, p.y)
}

// beat comes back after each frame until the pace stops.
func (p *DragPump) beat(ctx app.Context) {
	ctx.Defer(func(ctx app.Context) {
		dom.Dispatch(ctx, func(ctx app.Context) {
			ctx.PreventUpdate()
			if !p.on {
				return
			}
			if p.spent = p.waiting; p.waiting {
				p.waiting = false
				p.move(ctx, p.x, p.y)
			}
			p.beat(ctx)
		})
	})
}

// On reports whether it follows a pointer.
func (p *DragPump) On() bool { return p.on }
