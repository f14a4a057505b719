package browser

import (
	"context"
	"fmt"

	"github.com/chromedp/chromedp"
)

// Hold is the pressed left button of the mouse on an element.
type Hold struct {
	page *Page
	// x, y is where the button went down, atX, atY where the mouse is.
	x, y, atX, atY float64
}

// Grab presses the mouse in the middle of the element and keeps it down until
// [Hold.Drop].
func (p *Page) Grab(role, name string) *Hold {
	p.tb.Helper()
	return p.GrabAt(role, name, 0.5, 0.5)
}

// GrabAt is Grab at a point given in parts of the element's width and height.
func (p *Page) GrabAt(role, name string, acrossWidth, acrossHeight float64) *Hold {
	p.tb.Helper()
	h := &Hold{page: p}
	p.until(fmt.Sprintf("Grab(%s %q)", role, name), func(ctx context.Context) error {
		e, err := p.find(ctx, role, name)
		if err != nil {
			return err
		}
		if h.x, h.y, err = p.point(ctx, e, acrossWidth, acrossHeight); err != nil {
			return err
		}
		h.atX, h.atY = h.x, h.y
		return p.mouse(
			chromedp.MouseEvent(chromedp.MouseMoved, h.x, h.y),
			chromedp.MouseEvent(chromedp.MousePressed, h.x, h.y, chromedp.ButtonLeft, chromedp.ClickCount(1)),
		)(ctx)
	})
	return h
}

// Move moves the mouse to so many pixels right of and below the place where it
// was pressed.
func (h *Hold) Move(right, down float64) {
	h.page.tb.Helper()
	h.atX, h.atY = h.x+right, h.y+down
	h.page.tryTab("moving the mouse", chromedp.MouseEvent(chromedp.MouseMoved, h.atX, h.atY, chromedp.ButtonLeft))
}

// Drop lets go of the button.
func (h *Hold) Drop() {
	h.page.tb.Helper()
	h.page.tryTab("letting go", chromedp.MouseEvent(
		chromedp.MouseReleased, h.atX, h.atY, chromedp.ButtonLeft, chromedp.ClickCount(1)))
}

// Drag moves the element by so many pixels, in small steps.
func (p *Page) Drag(role, name string, right, down float64) {
	p.tb.Helper()
	h := p.Grab(role, name)
	const steps = 8
	for i := 1.0; i <= steps; i++ {
		h.Move(right*i/steps, down*i/steps)
	}
	h.Drop()
}

// ClickAt clicks or taps a point of the element, given in parts of its width
// and height.
func (p *Page) ClickAt(role, name string, acrossWidth, acrossHeight float64) {
	p.tb.Helper()
	p.until(fmt.Sprintf("ClickAt(%s %q)", role, name), func(ctx context.Context) error {
		e, err := p.find(ctx, role, name)
		if err != nil {
			return err
		}
		return p.clickAt(ctx, e, acrossWidth, acrossHeight)
	})
}
