package firefox

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"firstneuron/e2e/watch"
)

// Patience is how long an action waits for what it needs. It is long, since
// several pages share the cores.
const Patience = 2 * time.Minute

// Page is a document in a tab of its own, or in a frame of one ([Page.Frame]).
type Page struct {
	tb      testing.TB
	browser *Browser
	// context is the protocol's name of the tab or the frame.
	context string
	console *watch.Console
}

// Open opens the address in a new tab of 1280×900 with storage of its own. The
// tab closes when the test ends.
func (b *Browser) Open(tb testing.TB, address string) *Page {
	tb.Helper()
	b.Meter.Opens(tb)
	p := &Page{tb: tb, browser: b}
	p.try("opening a tab", func(ctx context.Context) error {
		user, err := command[struct{ UserContext string }](ctx, b.connection, "browser.createUserContext", object{})
		if err != nil {
			return err
		}
		p.console = b.pages.open(user.UserContext)
		tb.Cleanup(func() {
			if tb.Failed() {
				p.keepPicture()
			}
			ctx, cancel := context.WithTimeout(context.Background(), Patience)
			defer cancel()
			if _, err := command[object](ctx, b.connection, "browser.removeUserContext", object{"userContext": user.UserContext}); err != nil {
				tb.Logf("closing the tab: %v", err)
			}
			p.console.Report(tb)
		})
		tab, err := command[struct{ Context string }](ctx, b.connection, "browsingContext.create",
			object{"type": "tab", "userContext": user.UserContext})
		p.context = tab.Context
		return err
	})
	p.Resize(1280, 900)
	p.Goto(address)
	return p
}

// Resize changes the size of the window's content.
func (p *Page) Resize(width, height int) {
	p.tb.Helper()
	p.run("resizing", "browsingContext.setViewport", object{"context": p.context, "viewport": object{"width": width, "height": height}})
}

// Goto goes to another address and waits until the document is parsed. It does
// not wait for its frames: Firefox reports one that a site refuses to be as a
// failure of the whole.
func (p *Page) Goto(address string) {
	p.tb.Helper()
	p.run("opening "+address, "browsingContext.navigate", object{"context": p.context, "url": address, "wait": "interactive"})
}

// Reload loads the document anew.
func (p *Page) Reload() {
	p.tb.Helper()
	p.run("reloading", "browsingContext.reload", object{"context": p.context, "wait": "complete"})
}

// Frame returns the document in the iframe with the given title, whatever its
// origin.
func (p *Page) Frame(title string) *Page {
	p.tb.Helper()
	inner := &Page{tb: p.tb, browser: p.browser, console: p.console}
	p.until(fmt.Sprintf("entering the iframe %q", title), func(ctx context.Context) error {
		window, err := p.call(ctx, `(title) => [...document.querySelectorAll("iframe")].find((f) => f.title === title)?.contentWindow`,
			object{"type": "string", "value": title})
		if err != nil {
			return err
		}
		if window.Type != "window" {
			return errors.New("there is none")
		}
		var value struct{ Context string }
		inner.context = ""
		if err := json.Unmarshal(window.Value, &value); err != nil {
			return err
		}
		inner.context = value.Context
		return nil
	})
	return inner
}

// Evaluate returns the value of a JavaScript expression in the document, a
// promise's when it is one.
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
	var v T
	result, err := p.call(ctx, fmt.Sprintf(`async () => JSON.stringify(await (%s)) ?? "null"`, expression))
	if err != nil {
		return v, err
	}
	var text string
	if err := json.Unmarshal(result.Value, &text); err != nil {
		return v, err
	}
	return v, json.Unmarshal([]byte(text), &v)
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

// Wait waits until see returns nil; its error says what was seen and wanted.
func (p *Page) Wait(what string, see func() error) {
	p.tb.Helper()
	p.until(what, func(context.Context) error { return see() })
}

// value is what a script returns, as the protocol writes it.
type value struct {
	Type     string          `json:"type"`
	Value    json.RawMessage `json:"value"`
	SharedID string          `json:"sharedId"`
}

// call runs a function in the document.
func (p *Page) call(ctx context.Context, function string, args ...object) (value, error) {
	result, err := command[struct {
		Type             string
		Result           value
		ExceptionDetails struct{ Text string }
	}](ctx, p.browser.connection, "script.callFunction", object{
		"functionDeclaration": function, "arguments": append([]object{}, args...), "awaitPromise": true,
		"target": object{"context": p.context}, "userActivation": true,
	})
	if err == nil && result.Type == "exception" {
		err = errors.New(result.ExceptionDetails.Text)
	}
	return result.Result, err
}

// run sends one command and fails the test when it is refused.
func (p *Page) run(what, method string, params object) {
	p.tb.Helper()
	p.try(what, func(ctx context.Context) error {
		_, err := command[object](ctx, p.browser.connection, method, params)
		return err
	})
}

// try runs f once, within [Patience].
func (p *Page) try(what string, f func(ctx context.Context) error) {
	p.tb.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), Patience)
	defer cancel()
	if err := f(ctx); err != nil {
		p.tb.Fatalf("Firefox: %s: %v", what, err)
	}
}

// until runs f again and again until it succeeds, and fails the test with the
// last error when [Patience] ends.
func (p *Page) until(what string, f func(ctx context.Context) error) {
	p.tb.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), Patience)
	defer cancel()
	if err := watch.Until(ctx, f); err != nil {
		p.tb.Fatalf("Firefox: %s: %v (waited %v)", what, err, Patience)
	}
}

// keepPicture keeps a picture of a page on which a test failed.
func (p *Page) keepPicture() {
	if p.browser.Screenshots == "" {
		return
	}
	ctx, cancel := context.WithTimeout(context.Background(), Patience)
	defer cancel()
	picture, err := command[struct{ Data []byte }](ctx, p.browser.connection, "browsingContext.captureScreenshot", object{"context": p.context})
	if err == nil {
		name := "failed-firefox-" + strings.NewReplacer("/", "-", " ", "_").Replace(p.tb.Name()) + ".png"
		if err = os.MkdirAll(p.browser.Screenshots, 0o755); err == nil {
			err = os.WriteFile(filepath.Join(p.browser.Screenshots, name), picture.Data, 0o644)
		}
	}
	if err != nil {
		p.tb.Logf("no picture of the failed page: %v", err)
	}
}
