package e2e

import (
	"fmt"
	"strings"
	"testing"
)

// TestXIsNormalized: x in the tens makes plain descent diverge. Normalized it trains; the
// weights are those of the layer, the formula and the answer are about x, and the program
// has the layer.
func TestXIsNormalized(t *testing.T) {
	t.Parallel()
	page := open(t, "#xs=10,20,30,40&ys=1,2,3,4&predict=50&lr=0.1&w=0&b=0&auto=1&open=all")
	waitAlert(page, "diverged")
	page.Click("checkbox", "Normalize x")
	page.Click("button", "Train")
	page.WaitTextHas("status", "Training status", "Epoch 500 of 500")
	page.WaitText("output", "Prediction", "5.00000")
	page.WaitText("output", "Weight", "1.11803")
	page.WaitText("output", "Bias", "2.50000")
	waitBody(page, `y = 0\.1000 x \+ 0\.0000`)
	waitBody(page, "x: mean 25, deviation 11.1803")
	page.Wait("the program", func() error {
		if text := page.Value("textbox", "Keras code"); !strings.Contains(text, "normalizer.adapt(xs)") {
			return fmt.Errorf("it is %q", text)
		}
		return nil
	})
	page.Screenshot("normalized")
	page.Click("button", "Undo")
	page.WaitState("checkbox", "Normalize x", "checked", "false")
}
