package browser

import (
	"context"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/chromedp"
)

// Unwatched calls f while Chromium keeps no accessibility tree up to date, as it
// is for those who use no assistive technology: only then does the page's own
// speed show. What asks by role or name fails in f, but a [Hold] can move.
func (p *Page) Unwatched(f func()) {
	p.tb.Helper()
	do := func(what string, command func(ctx context.Context, t *chromedp.Target) error) {
		p.try(what, func(ctx context.Context) error { return chromedp.Do(ctx, chromedp.Func(command)) })
	}
	do("closing the accessibility tree", func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, accessibility.Disable, cdp.Empty{})
		return err
	})
	f()
	do("opening the accessibility tree", func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, accessibility.Enable, cdp.Empty{})
		return err
	})
}
