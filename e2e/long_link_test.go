package e2e

import (
	"fmt"
	"strings"
	"testing"
)

// TestLinkThatWouldBeTooLongSaysSo: data that no link can hold go into a file.
func TestLinkThatWouldBeTooLongSaysSo(t *testing.T) {
	t.Parallel()
	page := open(t, "")
	var data strings.Builder
	for i := range 5000 {
		fmt.Fprintf(&data, "%d.%04d,%d.%04d\n", i*i%997, i*7919%9973, i*i%991, i*7907%9967)
	}
	page.Paste("textbox", "Paste data", data.String())
	page.Click("button", "Use this data")
	page.Click("button", "Share")
	waitAlert(page, "more than the 32768 that are read", "Save the experiment as a file instead.")
	page.WaitTextHas("dialog", "Share", "The link is too long for a QR code.")
	page.Screenshot("share-too-long")
}
