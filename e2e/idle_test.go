package e2e

import (
	"strings"
	"testing"
	"time"
)

// TestPageIsIdleWhenNothingIsPending: not while it trains or plays, and not
// before an edit is in the link and its studies are shown.
func TestPageIsIdleWhenNothingIsPending(t *testing.T) {
	t.Parallel()
	page := open(t, long)
	page.Click("button", "Train")
	page.WaitTextHas("status", "Training status", "of 1000000")
	if rests, err := page.Rests(500 * time.Millisecond); rests || err != nil {
		t.Errorf("while it trains the page says that it is idle: %v, %v", rests, err)
	}
	page.Goto(strings.Split(page.URL(), "#")[0] + "#w=0&b=0&play=0")
	page.WaitValue("spinbutton", "Epochs", "500")
	page.WaitIdle()
	page.Fill("spinbutton", "Epochs", "77")
	page.WaitIdle()
	if url := page.URL(); !strings.Contains(url, "epochs=77") {
		t.Errorf("the idle page's link is %s, want epochs=77 in it", url)
	}
	page.Click("button", "Try 200 starts")
	page.WaitIdle()
	if got := page.Description("img", "Predictions of many starts"); !strings.Contains(got, "200 starts predict between") {
		t.Errorf("the idle page says of 200 starts: %q", got)
	}
}
