package browser

import (
	"context"
	"errors"
	"fmt"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// Control is something that a learner can use, found in the document and not by
// asking the accessibility tree, which takes the browser more work than using it: its
// role and its name are near those of the tree, and two may have the same. It may be
// gone when it is used. What it does therefore returns an error and fails no test.
type Control struct {
	Role, Name string

	page  *Page
	index int
}

// listControls keeps what can be used in the window, and returns a role and a name
// of each.
const listControls = `function() {
	const usable = "button, input, select, textarea, summary, [role=button], [role=slider], [role=tab], [role=radio], [role=checkbox], [role=img], svg.chart";
	const kinds = {button: "button", select: "combobox", textarea: "textbox", summary: "DisclosureTriangle", svg: "image"};
	const types = {checkbox: "checkbox", radio: "radio", range: "slider", number: "spinbutton", file: "button", button: "button", submit: "button"};
	const found = [...this.querySelectorAll(usable)].filter((e) => {
		const dialog = this.querySelector("dialog[open]");
		return !e.disabled && !e.closest("[inert]") && (!dialog || dialog.contains(e)) && e.checkVisibility({visibilityProperty: true});
	});
	this.defaultView.firstneuronControls = found;
	return found.map((e) => {
		const role = e.getAttribute("role");
		return {
			Role: role === "img" ? "image" : role ?? (e.localName === "input" ? types[e.type] ?? "textbox" : kinds[e.localName] ?? e.localName),
			Name: (e.getAttribute("aria-label") ?? e.labels?.[0]?.textContent ?? e.textContent).trim().replace(/\s+/g, " ").slice(0, 60) || e.id,
		};
	});
}`

// Controls are all that can be used now, in the order of the document; those
// that are disabled, or behind a dialog, are left out.
func (p *Page) Controls() ([]Control, error) {
	var controls []Control
	err := p.once(func(ctx context.Context) error {
		var err error
		controls, err = ask[[]Control](ctx, p, listControls)
		return err
	})
	for i := range controls {
		controls[i].page, controls[i].index = p, i
	}
	return controls, err
}

// String is the control as a failure tells of it.
func (c Control) String() string { return fmt.Sprintf("%s %q", c.Role, c.Name) }

// on returns what a function returns that is called with the control as its this; it
// is an error when the control is gone.
func on[T any](ctx context.Context, c Control, function string, args ...any) (T, error) {
	return ask[T](ctx, c.page, `function(i, ...rest) {
		const e = this.defaultView.firstneuronControls?.[i];
		if (!e?.isConnected) throw new Error("it is gone");
		return (`+function+`).apply(e, rest);
	}`, append([]any{c.index}, args...)...)
}

// at scrolls the control into view and returns the place of one of its points in the
// tab.
func (c Control) at(ctx context.Context, acrossWidth, acrossHeight float64) (x, y float64, err error) {
	at, err := on[struct {
		X, Y    float64
		Problem string
	}](ctx, c, `function(w, h) {
		const seen = this.getBoundingClientRect();
		if (seen.top < 0 || seen.left < 0 || seen.bottom > innerHeight || seen.right > innerWidth) this.scrollIntoView({block: "center", behavior: "instant"});
		return (`+placeOfPoint+`).call(this, w, h);
	}`, acrossWidth, acrossHeight)
	if err == nil && at.Problem != "" {
		err = errors.New(at.Problem)
	}
	if err != nil {
		return 0, 0, err
	}
	left, top, err := c.page.frameOrigin(ctx)
	return left + at.X, top + at.Y, err
}

// Click clicks or taps a point of the control, given in parts of its width and
// height.
func (c Control) Click(acrossWidth, acrossHeight float64) error {
	return c.page.once(func(ctx context.Context) error {
		x, y, err := c.at(ctx, acrossWidth, acrossHeight)
		if err != nil {
			return err
		}
		return c.page.clickPlace(ctx, x, y)
	})
}

// Fill writes the text over what stands in a field.
func (c Control) Fill(written string) error {
	return c.page.once(func(ctx context.Context) error {
		if err := c.focus(ctx); err != nil {
			return err
		}
		t, err := connection(ctx, c.page.tab)
		if err != nil {
			return err
		}
		if _, err := press("Control+a")(ctx, t); err != nil {
			return err
		}
		if written == "" {
			_, err := press("Delete")(ctx, t)
			return err
		}
		_, err = cdp.Call(ctx, t, input.InsertText, input.InsertTextParams{Text: written})
		return err
	})
}

// Press presses keys while the control has the focus.
func (c Control) Press(names ...string) error {
	return c.page.once(func(ctx context.Context) error {
		if err := c.focus(ctx); err != nil {
			return err
		}
		for _, name := range names {
			if err := c.page.mouse(press(name))(ctx); err != nil {
				return err
			}
		}
		return nil
	})
}

// Choose chooses an option of a combobox, or a place of a slider: the part says
// how far down the list, or along the track.
func (c Control) Choose(part float64) error {
	return c.page.once(func(ctx context.Context) error {
		done, err := on[bool](ctx, c, `function(part) {
			if (this.options) {
				this.selectedIndex = Math.floor(part * this.options.length);
			} else if (this.localName !== "input") {
				return false;
			} else {
				this.value = Number(this.min) + part * (Number(this.max) - Number(this.min));
			}
			this.dispatchEvent(new Event("input", {bubbles: true}));
			this.dispatchEvent(new Event("change", {bubbles: true}));
			return true;
		}`, part)
		if err == nil && !done {
			err = errors.New("it is drawn: it takes keys and drags")
		}
		return err
	})
}

// Drag moves the control by so many pixels.
func (c Control) Drag(right, down float64) error {
	return c.page.once(func(ctx context.Context) error {
		x, y, err := c.at(ctx, 0.5, 0.5)
		if err != nil {
			return err
		}
		steps := []chromedp.Action[chromedp.Void]{
			chromedp.MouseEvent(chromedp.MouseMoved, x, y),
			chromedp.MouseEvent(chromedp.MousePressed, x, y, chromedp.ButtonLeft, chromedp.ClickCount(1)),
		}
		const moves = 4
		for i := 1.0; i <= moves; i++ {
			steps = append(steps, chromedp.MouseEvent(chromedp.MouseMoved, x+right*i/moves, y+down*i/moves, chromedp.ButtonLeft))
		}
		return c.page.mouse(append(steps,
			chromedp.MouseEvent(chromedp.MouseReleased, x+right, y+down, chromedp.ButtonLeft, chromedp.ClickCount(1)))...)(ctx)
	})
}

func (c Control) focus(ctx context.Context) error {
	_, err := on[bool](ctx, c, `function() { this.focus(); return true; }`)
	return err
}

// Keys presses keys on whatever has the focus.
func (p *Page) Keys(names ...string) error {
	return p.once(func(ctx context.Context) error {
		for _, name := range names {
			if err := p.mouse(press(name))(ctx); err != nil {
				return err
			}
		}
		return nil
	})
}
