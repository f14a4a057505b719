package browser

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// Has reports whether the page has the element now.
func (p *Page) Has(role, name string) bool {
	p.tb.Helper()
	return len(p.Names(role, name)) > 0
}

// Names returns the accessible names of all elements with the role, in the
// order of the document. With a name, only those of that name.
func (p *Page) Names(role, name string) []string {
	p.tb.Helper()
	var names []string
	p.try("listing every "+role, func(ctx context.Context) error {
		nodes, err := p.findAll(ctx, role, name)
		for _, node := range nodes {
			names = append(names, text(node.Name))
		}
		return err
	})
	return names
}

// Texts returns the drawn texts of all elements with the role, empty ones left
// out: Texts("alert") is all that the page warns of.
func (p *Page) Texts(role string) []string {
	p.tb.Helper()
	var texts []string
	p.until("reading every "+role, func(ctx context.Context) error {
		texts = nil
		nodes, err := p.findAll(ctx, role, "")
		if err != nil {
			return err
		}
		for _, node := range nodes {
			e, err := p.resolve(ctx, node)
			if err != nil {
				return err
			}
			text, err := drawnText(ctx, e)
			if err != nil {
				return err
			}
			if text != "" {
				texts = append(texts, text)
			}
		}
		return nil
	})
	return texts
}

// WaitFor waits until the page has the element.
func (p *Page) WaitFor(role, name string) {
	p.tb.Helper()
	p.until(fmt.Sprintf("waiting for %s %q", role, name), func(ctx context.Context) error {
		_, err := p.find(ctx, role, name)
		return err
	})
}

// WaitGone waits until the page has no such element.
func (p *Page) WaitGone(role, name string) {
	p.tb.Helper()
	p.until(fmt.Sprintf("waiting until %s %q is gone", role, name), func(ctx context.Context) error {
		nodes, err := p.findAll(ctx, role, name)
		if err == nil && len(nodes) > 0 {
			err = fmt.Errorf("%d on the page", len(nodes))
		}
		return err
	})
}

// Text is the element's text as drawn, with its spaces collapsed.
func (p *Page) Text(role, name string) string {
	p.tb.Helper()
	return read(p, "Text", role, name, drawnText)
}

// Value is what stands in a field; of a combobox, the chosen option's text.
func (p *Page) Value(role, name string) string {
	p.tb.Helper()
	return read(p, "Value", role, name, fieldValue)
}

// Description is the element's accessible description, where the message about
// a field's content stands.
func (p *Page) Description(role, name string) string {
	p.tb.Helper()
	return read(p, "Description", role, name, func(_ context.Context, e element) (string, error) {
		return e.description, nil
	})
}

// State is a property of the accessibility tree, such as "checked", "disabled",
// "invalid" or "expanded"; "" when the tree has none of that name.
func (p *Page) State(role, name, property string) string {
	p.tb.Helper()
	return read(p, "State", role, name, func(_ context.Context, e element) (string, error) {
		return e.properties[property], nil
	})
}

// WaitText waits until the element's text is as wanted.
func (p *Page) WaitText(role, name, want string) {
	p.tb.Helper()
	p.waitEqual("Text", role, name, want, drawnText)
}

// WaitValue waits until the field's value is as wanted.
func (p *Page) WaitValue(role, name, want string) {
	p.tb.Helper()
	p.waitEqual("Value", role, name, want, fieldValue)
}

// WaitState waits until a property of the accessibility tree is as wanted.
func (p *Page) WaitState(role, name, property, want string) {
	p.tb.Helper()
	p.waitEqual("State "+property, role, name, want, func(_ context.Context, e element) (string, error) {
		return e.properties[property], nil
	})
}

// WaitDescription waits until the field's message has all the given parts,
// whatever their case.
func (p *Page) WaitDescription(role, name string, parts ...string) {
	p.tb.Helper()
	p.waitParts("Description", role, name, parts, func(_ context.Context, e element) (string, error) {
		return e.description, nil
	})
}

// WaitTextHas waits until the element's text has all the given parts, whatever
// their case.
func (p *Page) WaitTextHas(role, name string, parts ...string) {
	p.tb.Helper()
	p.waitParts("Text", role, name, parts, drawnText)
}

// WaitFocus waits until the element has the focus.
func (p *Page) WaitFocus(role, name string) {
	p.tb.Helper()
	p.until(fmt.Sprintf("waiting for the focus on %s %q", role, name), func(ctx context.Context) error {
		e, err := p.find(ctx, role, name)
		if err != nil {
			return err
		}
		return unfocused(ctx, e)
	})
}

// unfocused says what has the focus of the document in place of the element.
func unfocused(ctx context.Context, e element) error {
	other, err := call[string](ctx, e.object, `function() {
		const at = this.ownerDocument.activeElement;
		return at === this ? "" : at ? at.outerHTML.slice(0, 120) : "nothing";
	}`)
	if err == nil && other != "" {
		err = fmt.Errorf("the focus is on %s", other)
	}
	return err
}

// HasFocus reports whether the element has the focus now.
func (p *Page) HasFocus(role, name string) bool {
	p.tb.Helper()
	focused := false
	p.try("looking for the focus", func(ctx context.Context) error {
		nodes, err := p.findAll(ctx, role, name)
		if err != nil || len(nodes) != 1 {
			return err
		}
		e, err := p.resolve(ctx, nodes[0])
		focused = err == nil && e.properties["focused"] == "true"
		return err
	})
	return focused
}

// Focused is the role and the name of the element that has the focus.
func (p *Page) Focused() (role, name string) {
	p.tb.Helper()
	p.until("looking for the focus", func(ctx context.Context) error {
		root, err := p.root(ctx)
		if err != nil {
			return err
		}
		at, err := chromedp.CallFunctionOn[*runtime.RemoteObject](
			`function() { return this.activeElement ?? this.body; }`,
			func(c *runtime.CallFunctionOnParams) { c.ObjectID = root.id },
		)(ctx, root.target)
		if err != nil {
			return err
		}
		res, err := cdp.Call(ctx, root.target, accessibility.GetPartialAXTree,
			accessibility.GetPartialAXTreeParams{ObjectID: at.ObjectID, FetchRelatives: new(false)})
		if err != nil {
			return err
		}
		if len(res.Nodes) == 0 {
			return errors.New("the focused element is not in the accessibility tree")
		}
		role, name = text(res.Nodes[0].Role), text(res.Nodes[0].Name)
		return nil
	})
	return role, name
}

type reader func(ctx context.Context, e element) (string, error)

func drawnText(ctx context.Context, e element) (string, error) {
	s, err := call[string](ctx, e.object, `function() { return this.innerText ?? this.textContent; }`)
	return strings.Join(strings.Fields(s), " "), err
}

func fieldValue(ctx context.Context, e element) (string, error) {
	return call[string](ctx, e.object, `function() {
		return this.selectedOptions ? (this.selectedOptions[0]?.label ?? "") : String(this.value ?? this.innerText);
	}`)
}

func read(p *Page, what, role, name string, see reader) string {
	p.tb.Helper()
	var got string
	p.until(fmt.Sprintf("%s(%s %q)", what, role, name), func(ctx context.Context) error {
		e, err := p.find(ctx, role, name)
		if err != nil {
			return err
		}
		got, err = see(ctx, e)
		return err
	})
	return got
}

func (p *Page) waitEqual(what, role, name, want string, see reader) {
	p.tb.Helper()
	p.waitSeen(what, role, name, see, func(got string) error {
		if got != want {
			return fmt.Errorf("%q, want %q", got, want)
		}
		return nil
	})
}

func (p *Page) waitParts(what, role, name string, parts []string, see reader) {
	p.tb.Helper()
	p.waitSeen(what, role, name, see, func(got string) error {
		for _, part := range parts {
			if !strings.Contains(strings.ToLower(got), strings.ToLower(part)) {
				return fmt.Errorf("%q, want %q in it", got, part)
			}
		}
		return nil
	})
}

func (p *Page) waitSeen(what, role, name string, see reader, judge func(got string) error) {
	p.tb.Helper()
	p.until(fmt.Sprintf("%s(%s %q)", what, role, name), func(ctx context.Context) error {
		e, err := p.find(ctx, role, name)
		if err != nil {
			return err
		}
		got, err := see(ctx, e)
		if err != nil {
			return err
		}
		return judge(got)
	})
}
