package browser

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// Click clicks the element in its middle, or taps it on a touch screen, once
// it is enabled, in view and not covered by another.
func (p *Page) Click(role, name string) {
	p.tb.Helper()
	p.until(fmt.Sprintf("Click(%s %q)", role, name), func(ctx context.Context) error {
		e, err := p.find(ctx, role, name)
		if err != nil {
			return err
		}
		if e.properties["disabled"] == "true" {
			return errors.New("it is disabled")
		}
		return p.click(ctx, e)
	})
}

// Hover moves the mouse over the element, to a point given in parts of its
// width and height: 0.5, 0.5 is the middle.
func (p *Page) Hover(role, name string, acrossWidth, acrossHeight float64) {
	p.tb.Helper()
	p.until(fmt.Sprintf("Hover(%s %q)", role, name), func(ctx context.Context) error {
		e, err := p.find(ctx, role, name)
		if err != nil {
			return err
		}
		x, y, err := p.point(ctx, e, acrossWidth, acrossHeight)
		if err != nil {
			return err
		}
		return p.mouse(chromedp.MouseEvent(chromedp.MouseMoved, x, y))(ctx)
	})
}

// Fill replaces the text of a field, key by key.
func (p *Page) Fill(role, name, text string) {
	p.tb.Helper()
	p.selectText(role, name)
	if text == "" {
		p.Press("Delete")
		return
	}
	p.Type(text)
}

// Paste replaces the text of a field with that of the clipboard, which is
// filled with the given text first.
func (p *Page) Paste(role, name, text string) {
	p.tb.Helper()
	p.selectText(role, name)
	p.PasteHere(text)
}

// PasteHere replaces what is selected, in whatever has the focus.
func (p *Page) PasteHere(text string) {
	p.tb.Helper()
	p.browser.clipboard.Lock()
	defer p.browser.clipboard.Unlock()
	p.try("copying", func(ctx context.Context) error {
		root, err := p.root(ctx)
		if err != nil {
			return err
		}
		_, err = call[bool](ctx, root, `function(text) {
			this.addEventListener("copy", (e) => {
				e.clipboardData.setData("text/plain", text);
				e.preventDefault();
			}, {capture: true, once: true});
			return true;
		}`, text)
		return err
	})
	p.tryTab("pasting", chromedp.Steps(
		chromedp.KeyEvent("c", chromedp.KeyModifiers(chromedp.ModifierCtrl), editing("copy")),
		chromedp.KeyEvent("v", chromedp.KeyModifiers(chromedp.ModifierCtrl), editing("paste")),
	))
}

// Copying runs what fills the clipboard, which all pages share, while no other
// page pastes.
func (p *Page) Copying(copies func()) {
	p.browser.clipboard.Lock()
	defer p.browser.clipboard.Unlock()
	copies()
}

// selectText goes to a field and selects what is in it. A field that does not get the
// focus is clicked again after a while, as a person would do: while a frame of another
// site scrolls, its browser may still send a click to where the field was.
func (p *Page) selectText(role, name string) {
	p.tb.Helper()
	var clicked time.Time
	p.until(fmt.Sprintf("clicking into %s %q", role, name), func(ctx context.Context) error {
		e, err := p.find(ctx, role, name)
		if err != nil {
			return err
		}
		if e.properties["disabled"] == "true" {
			return errors.New("it is disabled")
		}
		err = unfocused(ctx, e)
		if clicked.IsZero() || err != nil && time.Since(clicked) > 5*time.Second {
			if err := p.click(ctx, e); err != nil {
				return err
			}
			clicked = time.Now()
			return errors.New("it was clicked just now")
		}
		return err
	})
	p.Press("Control+a")
}

// Type types the text into whatever has the focus.
func (p *Page) Type(text string) {
	p.tb.Helper()
	p.tryTab(fmt.Sprintf("typing %q", text), chromedp.KeyEvent(text))
}

// keys are the names of keys that type no character, as in KeyboardEvent.key.
var keys = map[string]string{
	"Tab": kb.Tab, "Enter": kb.Enter, "Escape": kb.Escape, "Space": " ",
	"Delete": kb.Delete, "Backspace": kb.Backspace, "Home": kb.Home, "End": kb.End,
	"ArrowUp": kb.ArrowUp, "ArrowDown": kb.ArrowDown, "ArrowLeft": kb.ArrowLeft, "ArrowRight": kb.ArrowRight,
	"PageUp": kb.PageUp, "PageDown": kb.PageDown,
}

var modifiers = map[string]chromedp.Modifier{
	"Control": chromedp.ModifierCtrl, "Shift": chromedp.ModifierShift,
	"Alt": chromedp.ModifierAlt, "Meta": chromedp.ModifierMeta,
}

// Press presses keys one after the other: "Tab", "a", "Control+Shift+z".
func (p *Page) Press(names ...string) {
	p.tb.Helper()
	for _, name := range names {
		p.tryTab("pressing "+name, press(name))
	}
}

func press(name string) chromedp.Action[chromedp.Void] {
	parts := strings.Split(name, "+")
	key := parts[len(parts)-1]
	if special, ok := keys[key]; ok {
		key = special
	}
	var held []chromedp.Modifier
	for _, part := range parts[:len(parts)-1] {
		held = append(held, modifiers[part])
	}
	options := []chromedp.KeyOption{chromedp.KeyModifiers(held...)}
	if name == "Control+a" {
		options = append(options, editing("selectAll"))
	}
	return chromedp.KeyEvent(key, options...)
}

// editing makes a key an editing command too: the keyboard layout of a
// headless browser knows no shortcuts.
func editing(command string) chromedp.KeyOption {
	return func(e *input.DispatchKeyEventParams) { e.Commands = []string{command} }
}

// Select chooses an option of a combobox by its visible text.
func (p *Page) Select(name, option string) {
	p.tb.Helper()
	p.until(fmt.Sprintf("Select(%q in combobox %q)", option, name), func(ctx context.Context) error {
		e, err := p.find(ctx, "combobox", name)
		if err != nil {
			return err
		}
		// The menu of a native select is drawn outside the page, where the
		// protocol does not reach: choose as the menu would.
		problem, err := call[string](ctx, e.object, `function(wanted) {
			if (this.disabled) return "it is disabled";
			const texts = [...this.options].map((o) => o.label.trim());
			const at = texts.indexOf(wanted);
			if (at < 0) return "its options are " + texts.join(", ");
			this.focus();
			if (this.selectedIndex === at) return "";
			this.selectedIndex = at;
			this.dispatchEvent(new Event("input", {bubbles: true}));
			this.dispatchEvent(new Event("change", {bubbles: true}));
			return "";
		}`, option)
		if err == nil && problem != "" {
			err = errors.New(problem)
		}
		return err
	})
}

// Slide sets a slider to a value, as a drag of its thumb that ends there.
func (p *Page) Slide(name string, value float64) {
	p.tb.Helper()
	p.until(fmt.Sprintf("Slide(%q to %v)", name, value), func(ctx context.Context) error {
		e, err := p.find(ctx, "slider", name)
		if err != nil {
			return err
		}
		// A pixel of the track can be several values: a drag reaches only some.
		problem, err := call[string](ctx, e.object, `function(value) {
			if (this.disabled) return "it is disabled";
			this.value = value;
			this.dispatchEvent(new Event("input", {bubbles: true}));
			this.dispatchEvent(new Event("change", {bubbles: true}));
			return "";
		}`, value)
		if err == nil && problem != "" {
			err = errors.New(problem)
		}
		return err
	})
}

// click clicks or taps the middle of the element.
func (p *Page) click(ctx context.Context, e element) error { return p.clickAt(ctx, e, 0.5, 0.5) }

func (p *Page) clickAt(ctx context.Context, e element, acrossWidth, acrossHeight float64) error {
	x, y, err := p.point(ctx, e, acrossWidth, acrossHeight)
	if err != nil {
		return err
	}
	return p.clickPlace(ctx, x, y)
}

// clickPlace clicks or taps a place in the tab.
func (p *Page) clickPlace(ctx context.Context, x, y float64) error {
	if p.setup.touch {
		return p.mouse(chromedp.TapXY(x, y))(ctx)
	}
	return p.mouse(
		chromedp.MouseEvent(chromedp.MouseMoved, x, y),
		chromedp.MouseClickXY(x, y, chromedp.ButtonLeft, chromedp.ClickCount(1)),
	)(ctx)
}

// placeOfPoint is the place of a point of an element in its document, and what is
// in the way of a click there.
const placeOfPoint = `function(w, h) {
	const box = this.getBoundingClientRect();
	const X = box.x + box.width * w, Y = box.y + box.height * h;
	if (!box.width || !box.height) return {X, Y, Problem: "it has no size"};
	const top = this.ownerDocument.elementFromPoint(X, Y);
	const hit = top && (this.contains(top) || top.contains(this) || top.closest("label")?.control === this);
	return {X, Y, Problem: hit ? "" : "it is covered by " + (top ? top.outerHTML.slice(0, 120) : "the edge of the window")};
}`

// point scrolls the element into view and returns the place of one of its
// points in the tab. It is an error when something else covers that point.
func (p *Page) point(ctx context.Context, e element, acrossWidth, acrossHeight float64) (x, y float64, err error) {
	if _, err := cdp.Call(ctx, e.target, dom.ScrollIntoViewIfNeeded,
		dom.ScrollIntoViewIfNeededParams{ObjectID: e.id}); err != nil {
		return 0, 0, err
	}
	at, err := call[struct {
		X, Y    float64
		Problem string
	}](ctx, e.object, placeOfPoint, acrossWidth, acrossHeight)
	if err != nil {
		return 0, 0, err
	}
	if at.Problem != "" {
		return 0, 0, errors.New(at.Problem)
	}
	left, top, err := p.origin(ctx)
	return left + at.X, top + at.Y, err
}

// mouse sends events to the tab, also for what is in a frame.
func (p *Page) mouse(actions ...chromedp.Action[chromedp.Void]) func(context.Context) error {
	return func(ctx context.Context) error {
		t, err := connection(ctx, p.tab)
		if err != nil {
			return err
		}
		_, err = chromedp.Steps(actions...)(ctx, t)
		return err
	}
}

func (p *Page) tryTab(what string, action chromedp.Action[chromedp.Void]) {
	p.tb.Helper()
	p.try(what, p.mouse(action))
}

// Wheel turns the wheel over the element, as to scroll by so many pixels.
func (p *Page) Wheel(role, name string, down float64) {
	p.tb.Helper()
	p.over("Wheel", role, name, func(ctx context.Context, t *chromedp.Target, x, y float64) error {
		_, err := cdp.Call(ctx, t, input.SynthesizeScrollGesture,
			input.SynthesizeScrollGestureParams{X: x, Y: y, YDistance: -down, GestureSourceType: "mouse"})
		return err
	})
}

// Swipe puts a finger on the element and moves it, as to scroll by so many
// pixels.
func (p *Page) Swipe(role, name string, down float64) {
	p.tb.Helper()
	p.over("Swipe", role, name, func(ctx context.Context, t *chromedp.Target, x, y float64) error {
		touch := func(kind input.DispatchTouchEventType, points ...*input.TouchPoint) error {
			_, err := cdp.Call(ctx, t, input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: kind, TouchPoints: points})
			return err
		}
		const steps = 20
		if err := touch("touchStart", &input.TouchPoint{X: x, Y: y}); err != nil {
			return err
		}
		for i := 1.0; i <= steps; i++ {
			if err := touch("touchMove", &input.TouchPoint{X: x, Y: y - down*i/steps}); err != nil {
				return err
			}
		}
		return touch("touchEnd")
	})
}

// over does something at the middle of the element.
func (p *Page) over(what, role, name string, do func(ctx context.Context, t *chromedp.Target, x, y float64) error) {
	p.tb.Helper()
	p.until(fmt.Sprintf("%s(%s %q)", what, role, name), func(ctx context.Context) error {
		e, err := p.find(ctx, role, name)
		if err != nil {
			return err
		}
		x, y, err := p.point(ctx, e, 0.5, 0.5)
		if err != nil {
			return err
		}
		t, err := connection(ctx, p.tab)
		if err != nil {
			return err
		}
		return do(ctx, t, x, y)
	})
}
