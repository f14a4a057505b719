package e2e

import (
	"fmt"
	"testing"
)

func TestRateAboveTheLimitWarnsAndIsExplained(t *testing.T) {
	t.Parallel()
	for remedy, prediction := range map[string]string{
		"Use the rate 0.0884": "19.0000",
		"Normalize x":         "19.0000",
		"Undo the last edit":  "18.9815",
	} {
		t.Run(remedy, func(t *testing.T) {
			t.Parallel()
			page := open(t, "#w=0&b=0&auto=1")
			page.WaitText("output", "Prediction", "18.9815")
			page.WaitText("note", "Learning rate limit", "Diverges above 0.176976, fastest near 0.16216.")
			page.Click("checkbox", "Retrain while I edit")
			page.Fill("spinbutton", "Learning rate", "0.2")
			waitBody(page, "Above the limit")
			page.Click("button", "Train")
			waitAlert(page, "diverged", "0.2", "0.177")
			page.Click("DisclosureTriangle", "The numbers")
			waitRegion(page, "Why it diverged", "−1.26", "The loss grew 1.5", "from 15.6667 at epoch 1")
			page.Screenshot("diverged")
			page.Click("button", remedy)
			page.WaitGone("region", "Why it diverged")
			page.WaitTextHas("status", "Training status", "Epoch 500 of 500")
			page.WaitText("output", "Prediction", prediction)
		})
	}
}

func TestRateSlidesOverItsLimit(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=0&b=0")
	tabTo(t, page, "slider", "Learning rate on a logarithmic scale")
	page.Press("ArrowRight")
	page.WaitValue("spinbutton", "Learning rate", "0.011")
	page.Press("ArrowLeft", "ArrowLeft")
	page.WaitValue("spinbutton", "Learning rate", "0.0089")
	page.Slide("Learning rate on a logarithmic scale", -0.5)
	page.WaitValue("spinbutton", "Learning rate", "0.32")
	waitBody(page, "Above the limit")
	page.Click("button", "Undo") // of a visit to the slider, however far it was moved
	page.WaitValue("spinbutton", "Learning rate", "0.01")

	// What a pointer does is a step of its own, even where the focus stays.
	var rates []string
	for _, at := range []float64{0.3, 0.4} {
		before := page.Value("spinbutton", "Learning rate")
		page.GrabAt("slider", "Learning rate on a logarithmic scale", at, 0.5).Drop()
		page.Wait("sliding", func() error {
			if now := page.Value("spinbutton", "Learning rate"); now == before {
				return fmt.Errorf("the rate is still %s", now)
			}
			return nil
		})
		rates = append(rates, page.Value("spinbutton", "Learning rate"))
	}
	page.Click("button", "Undo")
	page.WaitValue("spinbutton", "Learning rate", rates[0])
	page.Click("button", "Undo")
	page.WaitValue("spinbutton", "Learning rate", "0.01")
}

func TestWhatIsLockedIsNotOfferedToBeChanged(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=0&b=0&lr=0.5&auto=1&lock=setup")
	page.WaitState("button", "Use the rate 0.0884", "disabled", "true")
	page.WaitState("button", "Undo the last edit", "disabled", "true")
	page.WaitState("combobox", "Example", "disabled", "true")
	page.Click("button", "Normalize x")
	page.WaitGone("region", "Why it diverged")
}
