package browser

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// Screenshot keeps a picture of the whole page, beyond what the window shows, when
// the browser keeps [Browser.Pictures].
func (p *Page) Screenshot(name string) {
	p.tb.Helper()
	if err := p.keepScreenshot(p.setup.screenshots, name); err != nil {
		p.tb.Fatalf("Screenshot(%s): %v", name, err)
	}
}

func (p *Page) keepScreenshot(folder, name string) error {
	if folder == "" {
		return nil
	}
	ctx, cancel := context.WithTimeout(p.tab, Patience)
	defer cancel()
	picture, err := p.picture(ctx)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(folder, name+".png"), picture, 0o644)
}

// picture takes the picture, in a window as long as the page. Chromium itself
// would lay the page out in one of a pixel to reach beyond the window, and take
// the picture while it is led back.
func (p *Page) picture(ctx context.Context) ([]byte, error) {
	height, err := chromedp.Run(ctx, chromedp.Evaluate[int64]("document.documentElement.scrollHeight"))
	if err != nil {
		return nil, err
	}
	long := p.setup
	long.height = max(long.height, height)
	if err := long.redraw(ctx); err != nil {
		return nil, err
	}
	picture, err := chromedp.Run(ctx, func(ctx context.Context, t *chromedp.Target) ([]byte, error) {
		res, err := cdp.Call(ctx, t, page.CaptureScreenshot, page.CaptureScreenshotParams{})
		return res.Data, err
	})
	return picture, errors.Join(err, p.setup.redraw(ctx))
}

// redraw gives the window its size and waits until the page is drawn in it.
func (s settings) redraw(ctx context.Context) error {
	if err := chromedp.Do(ctx, s.viewport()); err != nil {
		return err
	}
	_, err := chromedp.Run(ctx, chromedp.Evaluate[bool](
		`new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))`, chromedp.EvalAwaitPromise))
	return err
}

// fileName is the name of a test as the name of a file.
func fileName(test string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>| `, r) {
			return '-'
		}
		return r
	}, test)
}
