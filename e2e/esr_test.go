package e2e

import (
	"sync"
	"testing"

	"firstneuron/e2e/firefox"
)

// esr is the other browser, which the first test that needs it starts.
var esr struct {
	sync.Mutex
	browser *firefox.Browser
}

// openESR opens the address in a tab of Firefox ESR.
func openESR(tb testing.TB, address string) *firefox.Page {
	tb.Helper()
	esr.Lock()
	defer esr.Unlock()
	if esr.browser == nil {
		var err error
		if esr.browser, err = firefox.Start(); err != nil {
			tb.Fatal(err)
		}
		esr.browser.Screenshots, esr.browser.Meter = "screenshots", meter
	}
	page := esr.browser.Open(tb, address)
	// As in Chromium: that tells of a busy machine, and of no mistake.
	page.AllowConsole("without its SIMD kernel: it takes too long to load")
	return page
}

// closeESR ends it, if it was started.
func closeESR() {
	if esr.browser != nil {
		esr.browser.Close()
	}
}

// evaluateESR returns the texts that an expression has in Firefox.
func evaluateESR(page *firefox.Page, expression string) []string {
	return firefox.Evaluate[[]string](page, expression)
}
