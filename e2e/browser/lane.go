package browser

import (
	"context"
	"net/url"
	"runtime"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
)

// lane is a tab that pages use one after the other, in a profile of its own.
// Beside it stays a tab with the browser's [Browser.Shared]: Chromium gives all
// tabs of a site and a profile one process, and what one of them has compiled
// the others need not. A page without one costs three times the work.
type lane struct {
	ctx   context.Context
	close context.CancelFunc
	tab   target.ID
	// seen are the hosts that pages have been opened at: their storage may hold
	// something, which a page finds empty when it is opened.
	seen map[string]bool
}

// clearing is how long a page may take to leave its lane.
const clearing = 10 * time.Second

// lanes are those of one browser.
type lanes struct {
	mu   sync.Mutex
	free []*lane
	made int
}

// takeLane returns a lane for a page at the address; nil when the page must have
// a browser of its own.
func (b *Browser) takeLane(tb testing.TB, address string) *lane {
	if _, timed := tb.(*testing.B); timed || b.Shared == "" {
		return nil
	}
	at, err := url.Parse(address)
	if err != nil || at.Host == "" {
		return nil
	}
	l := b.freeLane(at.Host)
	if l == nil {
		return nil
	}
	if l.ctx == nil {
		if err := l.open(b); err != nil {
			tb.Logf("a lane for pages: %v", err)
			b.dropLane(l)
			return nil
		}
	}
	l.seen[at.Host] = true
	return l
}

// freeLane is a lane that nobody uses and that has not seen the host, a new one
// while there are fewer than pages at once.
func (b *Browser) freeLane(host string) *lane {
	b.lanes.mu.Lock()
	defer b.lanes.mu.Unlock()
	for i, l := range b.lanes.free {
		if !l.seen[host] {
			b.lanes.free = append(b.lanes.free[:i], b.lanes.free[i+1:]...)
			return l
		}
	}
	if b.lanes.made == pagesPerCore*runtime.GOMAXPROCS(0) {
		return nil
	}
	b.lanes.made++
	return &lane{seen: map[string]bool{}}
}

func (b *Browser) dropLane(l *lane) {
	b.lanes.mu.Lock()
	b.lanes.made--
	b.lanes.mu.Unlock()
	if l.close != nil {
		l.close()
	}
}

// open makes the profile and its two tabs.
func (l *lane) open(b *Browser) error {
	l.ctx, l.close = chromedp.NewContext(b.ctx, chromedp.WithNewBrowserContext())
	return chromedp.Do(l.ctx, chromedp.Navigate(b.Shared), chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		c := chromedp.FromContext(l.ctx)
		made, err := cdp.Call(ctx, c.Browser, target.CreateTarget, target.CreateTargetParams{
			URL: b.Shared + "/empty", BrowserContextID: c.BrowserContextID, NewWindow: new(true),
		})
		l.tab = made.TargetID
		return err
	}))
}

// leave takes the page out of its lane, which is free for the next one then. It
// goes to a page of the same site, or Chromium would make one more process.
// What the page's connection has set, such as the size and the scripts, ends with
// it: the next page does not come before it has ended.
func (b *Browser) leave(l *lane, p *Page) {
	ctx, cancel := context.WithTimeout(p.tab, clearing)
	defer cancel()
	err := chromedp.Do(ctx, chromedp.Func(p.onNoLoad), chromedp.Navigate(b.Shared+"/empty"), chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, page.ResetNavigationHistory, cdp.Empty{})
		return err
	}))
	if detached := chromedp.Cancel(p.tab); err == nil {
		err = detached
	}
	if err != nil { // the page stands still, or asks something
		b.dropLane(l)
		return
	}
	b.lanes.mu.Lock()
	b.lanes.free = append(b.lanes.free, l)
	b.lanes.mu.Unlock()
}
