package browser

import (
	"context"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/heapprofiler"
	"github.com/chromedp/cdproto/runtime"
)

// Memory is how many bytes the page holds after a garbage collection: the
// JavaScript heap, and the buffers beside it. The memory of a WebAssembly
// program is not among them.
func (p *Page) Memory() float64 {
	p.tb.Helper()
	var bytes float64
	p.try("measuring the memory", func(ctx context.Context) error {
		t, err := connection(ctx, p.doc)
		if err != nil {
			return err
		}
		if _, err := cdp.Call(ctx, t, heapprofiler.CollectGarbage, cdp.Empty{}); err != nil {
			return err
		}
		res, err := cdp.Call(ctx, t, runtime.GetHeapUsage, cdp.Empty{})
		bytes = res.UsedSize + res.BackingStorageSize
		return err
	})
	return bytes
}
