package firefox

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
)

// roles maps ARIA names to the ones that Firefox computes where they differ.
var roles = map[string]string{"output": "status"}

// find returns the protocol's name of the one element with the role and the
// accessible name. More than one is an error too: a learner who listens could
// not tell them apart.
func (p *Page) find(ctx context.Context, role, name string) (object, error) {
	if r, ok := roles[role]; ok {
		role = r
	}
	found, err := command[struct{ Nodes []value }](ctx, p.browser.connection, "browsingContext.locateNodes", object{
		"context": p.context,
		"locator": object{"type": "accessibility", "value": object{"role": role, "name": name}},
	})
	if err != nil {
		return nil, err
	}
	switch len(found.Nodes) {
	case 0:
		return nil, fmt.Errorf("no %s %q on the page", role, name)
	case 1:
		return object{"sharedId": found.Nodes[0].SharedID}, nil
	default:
		return nil, fmt.Errorf("%d × %s %q on the page, want one", len(found.Nodes), role, name)
	}
}

// on runs a function that takes the element and returns a string.
func (p *Page) on(ctx context.Context, role, name, function string) (string, error) {
	e, err := p.find(ctx, role, name)
	if err != nil {
		return "", err
	}
	result, err := p.call(ctx, function, e)
	if err != nil {
		return "", err
	}
	var text string
	return text, json.Unmarshal(result.Value, &text)
}

// WaitFor waits until the page has the element.
func (p *Page) WaitFor(role, name string) {
	p.tb.Helper()
	p.until(fmt.Sprintf("waiting for %s %q", role, name), func(ctx context.Context) error {
		_, err := p.find(ctx, role, name)
		return err
	})
}

const (
	drawnText  = `(e) => (e.innerText ?? e.textContent).trim().replace(/\s+/g, " ")`
	fieldValue = `(e) => e.selectedOptions ? (e.selectedOptions[0]?.label ?? "") : String(e.value ?? e.innerText)`
)

// Text is the element's text as drawn, with its spaces collapsed.
func (p *Page) Text(role, name string) string {
	p.tb.Helper()
	return p.see("Text", role, name, drawnText, func(string) error { return nil })
}

// Value is what stands in a field; of a combobox, the chosen option's text.
func (p *Page) Value(role, name string) string {
	p.tb.Helper()
	return p.see("Value", role, name, fieldValue, func(string) error { return nil })
}

// WaitText waits until the element's text is as wanted.
func (p *Page) WaitText(role, name, want string) {
	p.tb.Helper()
	p.see("Text", role, name, drawnText, equal(want))
}

// WaitValue waits until the field's value is as wanted.
func (p *Page) WaitValue(role, name, want string) {
	p.tb.Helper()
	p.see("Value", role, name, fieldValue, equal(want))
}

// WaitTextHas waits until the element's text has all the parts, whatever their
// case.
func (p *Page) WaitTextHas(role, name string, parts ...string) {
	p.tb.Helper()
	p.see("Text", role, name, drawnText, func(got string) error {
		for _, part := range parts {
			if !strings.Contains(strings.ToLower(got), strings.ToLower(part)) {
				return fmt.Errorf("%q, want %q in it", got, part)
			}
		}
		return nil
	})
}

func equal(want string) func(string) error {
	return func(got string) error {
		if got != want {
			return fmt.Errorf("%q, want %q", got, want)
		}
		return nil
	}
}

func (p *Page) see(what, role, name, function string, judge func(got string) error) string {
	p.tb.Helper()
	var got string
	p.until(fmt.Sprintf("%s(%s %q)", what, role, name), func(ctx context.Context) (err error) {
		if got, err = p.on(ctx, role, name, function); err != nil {
			return err
		}
		return judge(got)
	})
	return got
}

// Click clicks the element in its middle once it is enabled, in view and not
// covered by another.
func (p *Page) Click(role, name string) {
	p.tb.Helper()
	p.until(fmt.Sprintf("Click(%s %q)", role, name), func(ctx context.Context) error {
		problem, err := p.on(ctx, role, name, `(e) => {
			if (e.disabled) return "it is disabled";
			e.scrollIntoView({block: "center", behavior: "instant"});
			const box = e.getBoundingClientRect();
			const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
			const hit = top && (e.contains(top) || top.contains(e) || top.closest("label")?.control === e);
			return hit ? "" : "it is covered by " + (top ? top.outerHTML.slice(0, 120) : "the edge of the window");
		}`)
		if err == nil && problem != "" {
			err = errors.New(problem)
		}
		if err != nil {
			return err
		}
		e, err := p.find(ctx, role, name)
		if err != nil {
			return err
		}
		return p.perform(ctx, object{"type": "pointer", "id": "mouse", "actions": []object{
			{"type": "pointerMove", "x": 0, "y": 0, "origin": object{"type": "element", "element": e}},
			{"type": "pointerDown", "button": 0},
			{"type": "pointerUp", "button": 0},
		}})
	})
}

// Fill replaces the text of a field, key by key.
func (p *Page) Fill(role, name, text string) {
	p.tb.Helper()
	p.until(fmt.Sprintf("going to %s %q", role, name), func(ctx context.Context) error {
		problem, err := p.on(ctx, role, name, `(e) => {
			if (e.disabled || e.readOnly) return "it cannot be edited";
			e.focus();
			e.select();
			return document.activeElement === e ? "" : "it does not take the focus";
		}`)
		if err == nil && problem != "" {
			err = errors.New(problem)
		}
		return err
	})
	if text == "" {
		p.Press("\uE017") // Delete
		return
	}
	for _, r := range text {
		p.Press(string(r))
	}
}

// Press presses a key: a character, or one of WebDriver's names for keys that
// type none, such as "\uE004" for Tab and "\uE007" for Enter.
func (p *Page) Press(key string) {
	p.tb.Helper()
	p.try("pressing "+key, func(ctx context.Context) error {
		return p.perform(ctx, object{"type": "key", "id": "keyboard", "actions": []object{
			{"type": "keyDown", "value": key},
			{"type": "keyUp", "value": key},
		}})
	})
}

func (p *Page) perform(ctx context.Context, source object) error {
	_, err := command[object](ctx, p.browser.connection, "input.performActions",
		object{"context": p.context, "actions": []object{source}})
	return err
}
