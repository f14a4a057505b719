package browser

import (
	"context"
	"errors"
	"fmt"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// Control is something that a learner can use, found by its role alone: two may
// have the same name, and either may be gone when it is used. What it does
// therefore returns an error and fails no test.
type Control struct {
	Role, Name string

	page *Page
	node *accessibility.Node
}

// usable are the roles of what can be used, as Chromium's tree has them.
var usable = map[string]bool{
	"button": true, "checkbox": true, "combobox": true, "slider": true, "spinbutton": true, "textbox": true,
	"tab": true, "radio": true, "DisclosureTriangle": true, "image": true,
}

// Controls are all that can be used now, in the order of the document; those
// that are disabled are left out.
func (p *Page) Controls() ([]Control, error) {
	var controls []Control
	err := p.once(func(ctx context.Context) error {
		nodes, err := p.findAll(ctx, "", "")
		for _, node := range nodes {
			if !usable[text(node.Role)] || property(node, "disabled") == "true" {
				continue
			}
			controls = append(controls, Control{Role: text(node.Role), Name: text(node.Name), page: p, node: node})
		}
		return err
	})
	return controls, err
}

func property(node *accessibility.Node, name string) string {
	for _, property := range node.Properties {
		if string(property.Name) == name {
			return text(property.Value)
		}
	}
	return ""
}

// String is the control as a failure tells of it.
func (c Control) String() string { return fmt.Sprintf("%s %q", c.Role, c.Name) }

// Click clicks or taps a point of the control, given in parts of its width and
// height.
func (c Control) Click(acrossWidth, acrossHeight float64) error {
	return c.do(func(ctx context.Context, e element) error { return c.page.clickAt(ctx, e, acrossWidth, acrossHeight) })
}

// Fill writes the text over what stands in a field.
func (c Control) Fill(written string) error {
	return c.do(func(ctx context.Context, e element) error {
		if err := focus(ctx, e); err != nil {
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
	return c.do(func(ctx context.Context, e element) error {
		if err := focus(ctx, e); err != nil {
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
	return c.do(func(ctx context.Context, e element) error {
		done, err := call[bool](ctx, e.object, `function(part) {
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
	return c.do(func(ctx context.Context, e element) error {
		x, y, err := c.page.point(ctx, e, 0.5, 0.5)
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

func focus(ctx context.Context, e element) error {
	_, err := call[bool](ctx, e.object, `function() { this.focus(); return true; }`)
	return err
}

func (c Control) do(f func(ctx context.Context, e element) error) error {
	return c.page.once(func(ctx context.Context) error {
		e, err := c.page.resolve(ctx, c.node)
		if err != nil {
			return err
		}
		return f(ctx, e)
	})
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
