package browser

import (
	"context"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/heapprofiler"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// Heap returns how many bytes of JavaScript and of the document are in use,
// once what nobody needs has been collected. What Chromium remembers for our
// questions by role and name is not counted.
func (p *Page) Heap() (bytes float64) {
	p.tb.Helper()
	p.try("measuring the memory", func(ctx context.Context) error {
		return chromedp.Do(ctx, chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
			if _, err := cdp.Call(ctx, t, accessibility.Disable, cdp.Empty{}); err != nil {
				return err
			}
			if _, err := cdp.Call(ctx, t, heapprofiler.CollectGarbage, cdp.Empty{}); err != nil {
				return err
			}
			usage, err := cdp.Call(ctx, t, runtime.GetHeapUsage, cdp.Empty{})
			if err != nil {
				return err
			}
			bytes = usage.UsedSize + usage.EmbedderHeapUsedSize
			_, err = cdp.Call(ctx, t, accessibility.Enable, cdp.Empty{})
			return err
		}))
	})
	return bytes
}
