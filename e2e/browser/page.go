package browser

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"testing"
	"time"

	"firstneuron/e2e/watch"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// Patience is how long an action waits for what it needs, unless the page is
// [Patient]. It is long, since several pages share the cores.
const Patience = 60 * time.Second

// Page is a document in a tab of its own, or in a frame of one ([Page.Frame]).
type Page struct {
	tb      testing.TB
	browser *Browser
	// tab takes mouse and keys, doc answers for the document. They differ for
	// a frame that Chromium runs in a process of its own.
	tab, doc context.Context
	// frame is the element that holds the document; nil at the top.
	frame   *frame
	console *watch.Console
	setup   settings
	// scripts are those that run in each document of the tab.
	scripts []page.ScriptIdentifier
}

// Open opens the address in a tab where nothing of the address is stored. The
// tab is left, or closed, when the test ends.
func (b *Browser) Open(tb testing.TB, address string, options ...Option) *Page {
	tb.Helper()
	b.Meter.Opens(tb)
	p := &Page{tb: tb, browser: b, console: &watch.Console{}, setup: defaults()}
	for _, o := range options {
		o(&p.setup)
	}
	for _, part := range b.Allowed {
		p.AllowConsole(part)
	}
	ctx, closeTab := b.tab(tb, p, address)
	tb.Cleanup(func() {
		if tb.Failed() {
			if err := p.keepScreenshot(b.Screenshots, "failed-"+fileName(tb.Name())); err != nil {
				tb.Logf("no picture of the failed page: %v", err)
			}
		}
		closeTab()
		p.console.Report(tb)
	})
	if b.Pictures {
		p.setup.screenshots = b.Screenshots
	}
	// The tab lives as long as the context of its first run: no limit here.
	if err := chromedp.Do(ctx); err != nil {
		tb.Fatalf("opening a tab: %v", err)
	}
	p.try("preparing the tab", p.prepare)
	if p.setup.script != "" {
		p.OnEveryLoad(p.setup.script)
	}
	p.Goto(address)
	return p
}

// tab connects the page to a tab: to that of a lane, where there is one, and to
// a new one of a new profile otherwise.
func (b *Browser) tab(tb testing.TB, p *Page, address string) (context.Context, context.CancelFunc) {
	var l *lane
	if !p.setup.fresh {
		l = b.takeLane(tb, address)
	}
	if l == nil {
		ctx, closeTab := chromedp.NewContext(b.ctx, chromedp.WithNewBrowserContext(), chromedp.WithListener(listen(p.console)))
		p.tab, p.doc = ctx, ctx
		return ctx, closeTab
	}
	ctx, _ := chromedp.NewContext(l.ctx,
		chromedp.WithTargetID(l.tab), chromedp.WithDetachOnCancel(), chromedp.WithListener(listen(p.console)))
	p.tab, p.doc = ctx, ctx
	return ctx, func() { b.leave(l, p) }
}

// Goto goes to another address, as if typed into the address bar. One that
// differs in the fragment alone keeps the document.
func (p *Page) Goto(address string) {
	p.tb.Helper()
	p.try("opening "+address, func(ctx context.Context) error {
		return chromedp.Do(ctx, chromedp.Navigate(address))
	})
}

// Reload loads the document anew, once Chromium itself knows the address that the
// document has given itself: it would load the one before.
func (p *Page) Reload() {
	p.tb.Helper()
	p.until("waiting until the browser knows the address", func(ctx context.Context) error {
		address, err := evaluate[string](ctx, p, `document.location.href`)
		if err != nil {
			return err
		}
		known, err := chromedp.Run(ctx, func(ctx context.Context, t *chromedp.Target) (string, error) {
			history, err := cdp.Call(ctx, t, page.GetNavigationHistory, cdp.Empty{})
			if err != nil {
				return "", err
			}
			return history.Entries[history.CurrentIndex].URL, nil
		})
		if err == nil && known != address {
			err = fmt.Errorf("it knows %s, want %s", known, address)
		}
		return err
	})
	p.try("reloading", func(ctx context.Context) error {
		return chromedp.Do(ctx, chromedp.Reload())
	})
}

// URL is the address of the document, fragment included.
func (p *Page) URL() string {
	p.tb.Helper()
	return Evaluate[string](p, `document.location.href`)
}

// prepare gives the tab its size, language and theme before anything loads.
func (p *Page) prepare(ctx context.Context) error {
	return chromedp.Do(ctx,
		chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
			// With the domain enabled, Chromium keeps its accessibility tree
			// up to date and need not build it for every question.
			_, err := cdp.Call(ctx, t, accessibility.Enable, cdp.Empty{})
			return err
		}),
		p.setup.apply(),
	)
}

// try runs f once, within the page's patience.
func (p *Page) try(what string, f func(ctx context.Context) error) {
	p.tb.Helper()
	ctx, cancel := context.WithTimeout(p.doc, p.setup.patience)
	defer cancel()
	if err := f(ctx); err != nil {
		p.tb.Fatalf("%s: %v", what, err)
	}
}

// until runs f again and again until it succeeds, and fails the test with the
// last error when the page's patience ends.
func (p *Page) until(what string, f func(ctx context.Context) error) {
	p.tb.Helper()
	if err := p.poll(f); err != nil {
		p.tb.Fatalf("%s: %v (waited %v)", what, err, p.setup.patience)
	}
}

func (p *Page) poll(f func(ctx context.Context) error) error {
	ctx, cancel := context.WithTimeout(p.doc, p.setup.patience)
	defer cancel()
	return watch.Until(ctx, f)
}

// Wait waits until see returns nil; its error says what was seen and wanted.
func (p *Page) Wait(what string, see func() error) {
	p.tb.Helper()
	p.until(what, func(context.Context) error { return see() })
}

// WaitTrue waits until a JavaScript expression holds in the document.
func (p *Page) WaitTrue(expression string) {
	p.tb.Helper()
	p.until("waiting for "+expression, func(ctx context.Context) error {
		v, err := evaluate[bool](ctx, p, expression)
		if err == nil && !v {
			err = errors.New("false")
		}
		return err
	})
}

// Evaluate returns the value of a JavaScript expression, a promise's when it
// is one. In a frame, document is the frame's.
func Evaluate[T any](p *Page, expression string) T {
	p.tb.Helper()
	var v T
	p.try("evaluating "+expression, func(ctx context.Context) (err error) {
		v, err = evaluate[T](ctx, p, expression)
		return err
	})
	return v
}

func evaluate[T any](ctx context.Context, p *Page, expression string) (T, error) {
	return ask[T](ctx, p, fmt.Sprintf(`function() {
		const document = this, window = document.defaultView;
		return (%s);
	}`, expression))
}

// ask returns what a function returns that is called with the document as its this.
func ask[T any](ctx context.Context, p *Page, function string, args ...any) (T, error) {
	var none T
	if p.frame != nil && p.frame.document != 0 {
		root, err := p.root(ctx)
		if err != nil {
			return none, err
		}
		return call[T](ctx, root, function, args...)
	}
	t, err := connection(ctx, p.doc)
	if err != nil {
		return none, err
	}
	given, err := json.Marshal(append([]any{}, args...))
	if err != nil {
		return none, err
	}
	return chromedp.Evaluate[T](fmt.Sprintf(`(%s).apply(document, %s)`, function, given), func(p *runtime.EvaluateParams) {
		p.AwaitPromise = new(true)
		p.UserGesture = new(true)
	})(ctx, t)
}

// OnEveryLoad runs a script in each document that the page loads from now on,
// before the document's own scripts.
func (p *Page) OnEveryLoad(script string) {
	p.tb.Helper()
	p.try("adding a script", func(ctx context.Context) error {
		return chromedp.Do(ctx, chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
			added, err := cdp.Call(ctx, t, page.AddScriptToEvaluateOnNewDocument,
				page.AddScriptToEvaluateOnNewDocumentParams{Source: script})
			p.scripts = append(p.scripts, added.Identifier)
			return err
		}))
	})
}

// onNoLoad takes the scripts away again: no document of the tab has them from now on.
func (p *Page) onNoLoad(ctx context.Context, t *chromedp.Target) error {
	for _, script := range p.scripts {
		if _, err := cdp.Call(ctx, t, page.RemoveScriptToEvaluateOnNewDocument,
			page.RemoveScriptToEvaluateOnNewDocumentParams{Identifier: script}); err != nil {
			return err
		}
	}
	return nil
}
