package browser

import (
	"context"
	"fmt"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// Finger is one finger on a touch screen ([Touch]).
type Finger struct {
	page *Page
	x, y float64
}

// Finger puts a finger on the middle of the element and keeps it there until
// [Finger.Lift].
func (p *Page) Finger(role, name string) *Finger {
	p.tb.Helper()
	return p.FingerAt(role, name, 0.5, 0.5)
}

// FingerAt is Finger at a point given in parts of the element's width and
// height.
func (p *Page) FingerAt(role, name string, acrossWidth, acrossHeight float64) *Finger {
	p.tb.Helper()
	f := &Finger{page: p}
	p.until(fmt.Sprintf("Finger(%s %q)", role, name), func(ctx context.Context) error {
		e, err := p.find(ctx, role, name)
		if err != nil {
			return err
		}
		if f.x, f.y, err = p.point(ctx, e, acrossWidth, acrossHeight); err != nil {
			return err
		}
		return p.mouse(touch(input.DispatchTouchEventTypeTouchStart, f.x, f.y))(ctx)
	})
	return f
}

// Move moves the finger to so many pixels right of and below where it came
// down.
func (f *Finger) Move(right, down float64) {
	f.page.tb.Helper()
	f.page.tryTab("moving the finger", touch(input.DispatchTouchEventTypeTouchMove, f.x+right, f.y+down))
}

// Lift takes the finger off.
func (f *Finger) Lift() {
	f.page.tb.Helper()
	f.page.tryTab("lifting the finger", touch(input.DispatchTouchEventTypeTouchEnd))
}

// touch is a touch event with a finger at x, y, or with none.
func touch(kind input.DispatchTouchEventType, at ...float64) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		points := []*input.TouchPoint{}
		if len(at) == 2 {
			points = append(points, &input.TouchPoint{X: at[0], Y: at[1]})
		}
		_, err := cdp.Call(ctx, t, input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: kind, TouchPoints: points})
		return err
	})
}
