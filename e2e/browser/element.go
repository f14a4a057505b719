package browser

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// object is a JavaScript object of the page, an element in most cases.
type object struct {
	target *chromedp.Target
	id     runtime.RemoteObjectID
}

// element is an element as the accessibility tree has it.
type element struct {
	object
	// description is the accessible description, which is where the message
	// about a field's text stands.
	description string
	// properties holds what the tree says beyond name and value: checked,
	// disabled, invalid, ….
	properties map[string]string
}

// roles maps ARIA names to the ones in Chromium's tree where they differ.
var roles = map[string]string{
	"img":    "image",
	"output": "status",
	"iframe": "Iframe",
}

// find returns the one element with the role and the accessible name. More
// than one is an error too: a learner who listens could not tell them apart.
func (p *Page) find(ctx context.Context, role, name string) (element, error) {
	found, err := p.findAll(ctx, role, name)
	if err != nil {
		return element{}, err
	}
	switch len(found) {
	case 0:
		return element{}, fmt.Errorf("no %s %q on the page", role, name)
	case 1:
		return p.resolve(ctx, found[0])
	default:
		return element{}, fmt.Errorf("%d × %s %q on the page, want one", len(found), role, name)
	}
}

// findAll returns the nodes with the role and, unless it is "", the name.
func (p *Page) findAll(ctx context.Context, role, name string) ([]*accessibility.Node, error) {
	root, err := p.root(ctx)
	if err != nil {
		return nil, err
	}
	if r, ok := roles[role]; ok {
		role = r
	}
	res, err := cdp.Call(ctx, root.target, accessibility.QueryAXTree, accessibility.QueryAXTreeParams{
		ObjectID: root.id, Role: role, AccessibleName: name,
	})
	if err != nil {
		return nil, err
	}
	var found []*accessibility.Node
	for _, node := range res.Nodes {
		if !node.Ignored { // hidden from assistive technology, or not drawn
			found = append(found, node)
		}
	}
	return found, nil
}

// resolve turns a node of the accessibility tree into an element to act on.
func (p *Page) resolve(ctx context.Context, node *accessibility.Node) (element, error) {
	t, err := connection(ctx, p.doc)
	if err != nil {
		return element{}, err
	}
	res, err := cdp.Call(ctx, t, dom.ResolveNode, dom.ResolveNodeParams{BackendNodeID: node.BackendDOMNodeID})
	if err != nil {
		return element{}, err
	}
	e := element{
		object:      object{t, res.Object.ObjectID},
		description: text(node.Description),
		properties:  map[string]string{},
	}
	for _, property := range node.Properties {
		e.properties[string(property.Name)] = text(property.Value)
	}
	return e, nil
}

// text is a value of the accessibility tree as text; "" for none.
func text(v *accessibility.Value) string {
	if v == nil || len(v.Value) == 0 {
		return ""
	}
	var s string
	if json.Unmarshal(v.Value, &s) == nil {
		return s
	}
	return strings.TrimSpace(string(v.Value)) // a number or a boolean
}

// root is the document that the page's questions are about.
func (p *Page) root(ctx context.Context) (object, error) {
	t, err := connection(ctx, p.doc)
	if err != nil {
		return object{}, err
	}
	if p.frame != nil && p.frame.document != 0 {
		res, err := cdp.Call(ctx, t, dom.ResolveNode, dom.ResolveNodeParams{BackendNodeID: p.frame.document})
		if err != nil {
			return object{}, err
		}
		return object{t, res.Object.ObjectID}, nil
	}
	res, err := cdp.Call(ctx, t, runtime.Evaluate, runtime.EvaluateParams{Expression: "document"})
	if err != nil {
		return object{}, err
	}
	return object{t, res.Result.ObjectID}, nil
}

// connection is that of a page's context; ctx limits the wait for it.
func connection(ctx, page context.Context) (*chromedp.Target, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	c := chromedp.FromContext(page)
	if c == nil || c.Target == nil {
		return nil, errors.New("the tab is closed")
	}
	return c.Target, nil
}

// call runs a function with the object as its this and returns what it
// returns, a promise's value when it is one.
func call[T any](ctx context.Context, o object, function string, args ...any) (T, error) {
	return chromedp.CallFunctionOn[T](function, func(p *runtime.CallFunctionOnParams) {
		p.ObjectID = o.id
		p.AwaitPromise = new(true)
		p.UserGesture = new(true)
	}, args...)(ctx, o.target)
}
