package browser

import (
	"context"
	"fmt"
	"slices"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// Finger is one finger on a touch screen ([Touch]).
type Finger struct {
	page *Page
	// x, y is where it came down, atX, atY where it is.
	x, y, atX, atY float64
	id             float64
	// hand are all the fingers on the screen, this one included.
	hand *[]*Finger
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
	f := &Finger{page: p, hand: &[]*Finger{}}
	p.until(fmt.Sprintf("Finger(%s %q)", role, name), func(ctx context.Context) error {
		e, err := p.find(ctx, role, name)
		if err != nil {
			return err
		}
		if f.x, f.y, err = p.point(ctx, e, acrossWidth, acrossHeight); err != nil {
			return err
		}
		f.atX, f.atY = f.x, f.y
		*f.hand = []*Finger{f}
		return p.mouse(f.touch(input.DispatchTouchEventTypeTouchStart))(ctx)
	})
	return f
}

// Beside puts another finger so many pixels right of and below the place where
// this one came down.
func (f *Finger) Beside(right, down float64) *Finger {
	f.page.tb.Helper()
	x, y := f.x+right, f.y+down
	another := &Finger{page: f.page, id: f.id + 1, x: x, y: y, atX: x, atY: y, hand: f.hand}
	*f.hand = append(*f.hand, another)
	f.page.tryTab("putting another finger down", f.touch(input.DispatchTouchEventTypeTouchStart))
	return another
}

// Move moves the finger to so many pixels right of and below where it came
// down.
func (f *Finger) Move(right, down float64) {
	f.page.tb.Helper()
	f.atX, f.atY = f.x+right, f.y+down
	f.page.tryTab("moving the finger", f.touch(input.DispatchTouchEventTypeTouchMove))
}

// Lift takes the finger off.
func (f *Finger) Lift() {
	f.page.tb.Helper()
	*f.hand = slices.DeleteFunc(*f.hand, func(other *Finger) bool { return other == f })
	kind := input.DispatchTouchEventTypeTouchEnd
	if len(*f.hand) > 0 {
		kind = input.DispatchTouchEventTypeTouchMove // of the others: one that is not told of is lifted
	}
	f.page.tryTab("lifting the finger", f.touch(kind))
}

// touch is a touch event with the fingers that are on the screen.
func (f *Finger) touch(kind input.DispatchTouchEventType) chromedp.Action[chromedp.Void] {
	points := []*input.TouchPoint{}
	for _, finger := range *f.hand {
		points = append(points, &input.TouchPoint{X: finger.atX, Y: finger.atY, ID: &finger.id})
	}
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: kind, TouchPoints: points})
		return err
	})
}
