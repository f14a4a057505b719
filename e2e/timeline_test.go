package e2e

import (
	"fmt"
	"testing"

	"firstneuron/e2e/browser"
)

func TestEveryViewShowsTheEpochOfTheCursor(t *testing.T) {
	t.Parallel()
	hundred := open(t, "#w=0&b=0&epochs=100")
	train(hundred, 100)
	want := hundred.Text("output", "Prediction")

	page := open(t, "#w=0&b=0")
	train(page, 500)
	page.Slide("Epoch", 100)
	page.WaitTextHas("status", "Training status", "Epoch 100 of 500")
	page.WaitText("output", "Prediction", want)
	page.WaitText("output", "Weight", hundred.Text("output", "Weight"))
	page.WaitDescription("img", "Fit", "At x = 10 it predicts "+want)
	page.WaitDescription("img", "Loss per epoch", "Epoch 100: loss")
	page.WaitDescription("img", "Loss surface", "is now at weight "+hundred.Text("output", "Weight"))
	page.Slide("Epoch", 0)
	page.WaitText("output", "Prediction", "0.00000")

	page.ClickAt("img", "Loss per epoch", 0.5, 0.5)
	page.Wait("clicking at the loss", func() error {
		if at := epoch(page); at < 15 || at > 35 {
			return fmt.Errorf("epoch %d is shown, want 21, in the middle of the logarithms", at)
		}
		return nil
	})
	page.Slide("Epoch", 100)
	page.Click("button", "Train on from here")
	page.WaitTextHas("status", "Training status", "Epoch 500 of 500")
	page.WaitText("output", "Prediction", "18.9815")
	page.WaitState("button", "Train on from here", "disabled", "true")
}

func TestTimelineByKeysAlone(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=0&b=0&auto=1")
	page.WaitText("output", "Prediction", "18.9815")
	tabTo(t, page, "slider", "Epoch")
	page.Press("Home")
	page.WaitText("output", "Prediction", "0.00000")
	page.Press("ArrowRight", "ArrowRight", "ArrowRight")
	page.WaitTextHas("status", "Training status", "Epoch 3 of 500")
	page.Press("End")
	page.WaitText("output", "Prediction", "18.9815")
	tabTo(t, page, "button", "Play")
	page.Press("Enter")
	page.Wait("playing back", func() error {
		if at := epoch(page); at < 5 || at > 400 {
			return fmt.Errorf("epoch %d is shown", at)
		}
		return nil
	})
	page.Press("Enter")
	page.WaitFor("button", "Play")
	page.Select("Epochs per second", "1000 epochs/s")
	page.Click("button", "Play")
	page.WaitTextHas("status", "Training status", "Epoch 500 of 500")
	page.Select("Epochs per second", "one a frame")
	page.Click("button", "Play")
	page.WaitFor("button", "Stop")
	page.Click("button", "Stop")
}

// TestNothingMovesWhenMotionIsUnwanted: Play goes in strides, and nothing on
// the page is animated.
func TestNothingMovesWhenMotionIsUnwanted(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=0&b=0", browser.Still())
	train(page, 500)
	for _, at := range []string{"Epoch 0 of 500", "Epoch 100 of 500", "Epoch 200 of 500"} {
		page.Click("button", "Play")
		page.WaitTextHas("status", "Training status", at)
		if page.Has("button", "Stop") {
			t.Fatal("the playback runs although motion is unwanted")
		}
	}
	if n := browser.Evaluate[int](page, `document.getAnimations().length`); n != 0 {
		t.Errorf("%d animations run, want none", n)
	}
}
