package browser

import (
	"context"
	"errors"
	"fmt"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
)

// frame is the place of a framed document in its tab.
type frame struct {
	title string
	// owner finds the <iframe> in the page around it.
	owner func(ctx context.Context) (element, error)
	// document is set when the frame runs in the process of the page around
	// it; a frame of another site, or a sandboxed one, has a target of its own.
	document cdp.BackendNodeID
}

// Frame returns the document in the iframe with the given title. Wherever
// Chromium runs it, the same actions work on it.
func (p *Page) Frame(title string) *Page {
	p.tb.Helper()
	inner := &Page{tb: p.tb, browser: p.browser, tab: p.tab, doc: p.doc, console: p.console, setup: p.setup}
	p.until(fmt.Sprintf("entering the iframe %q", title), func(ctx context.Context) error {
		owner := func(ctx context.Context) (element, error) { return p.find(ctx, "iframe", title) }
		e, err := owner(ctx)
		if err != nil {
			return err
		}
		res, err := cdp.Call(ctx, e.target, dom.DescribeNode,
			dom.DescribeNodeParams{ObjectID: e.id, Depth: new(int64(1)), Pierce: new(true)})
		if err != nil {
			return err
		}
		inner.frame = &frame{title: title, owner: owner}
		if inside := res.Node.ContentDocument; inside != nil {
			if inside.DocumentURL == "about:blank" {
				return errors.New("it has not begun to load")
			}
			inner.frame.document = inside.BackendNodeID
			return nil
		}
		return inner.attach(target.ID(res.Node.FrameID))
	})
	return inner
}

// attach connects to a frame that runs in a process of its own.
func (p *Page) attach(id target.ID) error {
	ctx, detach := chromedp.NewContext(p.tab,
		chromedp.WithTargetID(id), chromedp.WithDetachOnCancel(), chromedp.WithListener(listen(p.console)))
	if err := chromedp.Do(ctx); err != nil {
		detach()
		return err
	}
	p.doc = ctx
	p.tb.Cleanup(detach)
	return nil
}

// origin is where the document's top left corner lies in the tab.
func (p *Page) origin(ctx context.Context) (left, top float64, err error) {
	if p.frame == nil {
		return 0, 0, nil
	}
	e, err := p.frame.owner(ctx)
	if err != nil {
		return 0, 0, err
	}
	at, err := call[struct{ X, Y float64 }](ctx, e.object, `function() {
		const box = this.getBoundingClientRect();
		return {X: box.x + this.clientLeft, Y: box.y + this.clientTop};
	}`)
	return at.X, at.Y, err
}

// frameOrigin is origin without a question to the accessibility tree.
func (p *Page) frameOrigin(ctx context.Context) (left, top float64, err error) {
	if p.frame == nil {
		return 0, 0, nil
	}
	t, err := connection(ctx, p.tab)
	if err != nil {
		return 0, 0, err
	}
	at, err := chromedp.Evaluate[struct{ X, Y float64 }](fmt.Sprintf(`(() => {
		const frame = [...document.querySelectorAll("iframe")].find((frame) => frame.title === %q), box = frame.getBoundingClientRect();
		return {X: box.x + frame.clientLeft, Y: box.y + frame.clientTop};
	})()`, p.frame.title))(ctx, t)
	return at.X, at.Y, err
}
