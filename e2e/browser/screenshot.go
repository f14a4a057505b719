package browser

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// Screenshot keeps a picture of the whole page, beyond what the window shows.
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
	picture, err := chromedp.Run(ctx, func(ctx context.Context, t *chromedp.Target) ([]byte, error) {
		res, err := cdp.Call(ctx, t, page.CaptureScreenshot,
			page.CaptureScreenshotParams{CaptureBeyondViewport: new(true)})
		return res.Data, err
	})
	if err != nil {
		return err
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(folder, name+".png"), picture, 0o644)
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
