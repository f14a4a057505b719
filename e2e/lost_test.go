package e2e

import (
	"strings"
	"testing"

	"firstneuron/e2e/browser"
)

// TestLostReaderIsLedHome: an address that names nothing says so, at any depth,
// and its way home keeps the experiment behind #; one that is nearly right needs
// no way home.
func TestLostReaderIsLedHome(t *testing.T) {
	t.Parallel()
	address := browser.Serve(t, host(t))
	for _, path := range []string{"/nothing", "/examples/nothing/at/all"} {
		page := chromium.Open(t, address+path+"#w=1.5&b=2&open=all&theme=dark")
		page.AllowConsole("404")
		page.WaitFor("heading", "There is nothing at this address")
		page.WaitFor("heading", "이 주소에는 아무것도 없습니다")
		if found := page.Axe(axeSource(t)); len(found) > 0 {
			t.Errorf("%s: axe finds %v", path, found)
		}
		if wide := browser.Evaluate[bool](page, `document.documentElement.scrollWidth > innerWidth`); wide {
			t.Errorf("%s is wider than the window", path)
		}
		page.Click("link", "Open First Neuron")
		waitLive(page)
		if got := page.URL(); got != address+"/#w=1.5&b=2&open=all&theme=dark" {
			t.Errorf("%s leads to %s, want home with what stood behind #", path, got)
		}
	}
	page := chromium.Open(t, address+"//examples//celsius#epochs=7&open=all")
	waitLive(page)
	if got := page.URL(); !strings.HasPrefix(got, address+"/#") || !strings.Contains(got, "example=celsius") || !strings.Contains(got, "epochs=7") {
		t.Errorf("two slashes lead to %s, want the example with its epochs", got)
	}
}
