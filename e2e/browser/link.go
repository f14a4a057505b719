package browser

import (
	"context"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
)

// Link is a connection of so many bits a second in both directions, whose
// answers come so much later.
func Link(bits int, latency time.Duration) Option {
	return func(s *settings) { s.link = &link{bits, latency} }
}

type link struct {
	bits    int
	latency time.Duration
}

func (l link) apply() chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		if _, err := cdp.Call(ctx, t, network.Enable, network.EnableParams{}); err != nil {
			return err
		}
		rate := float64(l.bits) / 8
		_, err := cdp.Call(ctx, t, network.EmulateNetworkConditionsByRule, network.EmulateNetworkConditionsByRuleParams{
			MatchedNetworkConditions: []*network.Conditions{{
				Latency:            float64(l.latency) / float64(time.Millisecond),
				DownloadThroughput: rate,
				UploadThroughput:   rate,
			}},
		})
		return err
	})
}
