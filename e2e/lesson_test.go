package e2e

import (
	"fmt"
	"math"
	"testing"

	"firstneuron/e2e/browser"
)

// TestLessonGivesItsNumbers checks the figures that were computed for the
// lesson in float32 and confirmed by Keras (pkg/nn/testdata/keras).
func TestLessonGivesItsNumbers(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=0&b=0")
	page.WaitFor("heading", "First Neuron")
	train(page, 500)
	page.WaitText("status", "Training status", "Epoch 500 of 500, loss 4.0217e-05")
	page.WaitText("output", "Weight", "1.99732")
	page.WaitText("output", "Bias", "−0.991686")
	page.WaitText("output", "Prediction", "18.9815")
	waitBody(page, `y = 1\.9973\d* x − 0\.991[67]\d*`)

	train(page, 500) // from the same start: the same answer
	page.WaitText("output", "Prediction", "18.9815")
	page.Fill("spinbutton", "Epochs", "5000")
	train(page, 5000)
	page.WaitText("output", "Prediction", "19.0000")
	page.Fill("spinbutton", "x to predict", "-3")
	page.Wait("predicting for another x", func() error {
		if got := number(t, page.Text("output", "Prediction")); math.Abs(got+7) > 1e-4 {
			return fmt.Errorf("Prediction = %v, want −7", got)
		}
		return nil
	})
}

func TestLessonFromItsFirstGuess(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=10&b=-10")
	waitBody(page, `y = 10(\.0+)? x − 10`)
	train(page, 500)
	page.WaitText("output", "Prediction", "19.1302")
}

// TestLessonFromAnySeed: over every possible first weight the prediction lies
// between 18.9752 and 18.9878.
func TestLessonFromAnySeed(t *testing.T) {
	t.Parallel()
	page := open(t, "#seed=7")
	check := func() {
		t.Helper()
		train(page, 500)
		if got := number(t, page.Text("output", "Prediction")); got < 18.975 || got > 18.988 {
			t.Errorf("Prediction = %v, want it between 18.975 and 18.988", got)
		}
	}
	check()
	seen := map[string]bool{page.Value("spinbutton", "Initial weight"): true}
	for range 3 {
		page.Click("button", "Another guess")
		page.Wait("waiting for a new start", func() error {
			weight := page.Value("spinbutton", "Initial weight")
			if seen[weight] {
				return fmt.Errorf("the initial weight is %s, as before", weight)
			}
			seen[weight] = true
			return nil
		})
		check()
	}
}

func TestTrainingGoesStepByStep(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=0&b=0")
	page.Click("button", "1 epoch")
	page.WaitTextHas("status", "Training status", "Epoch 1 of ", "loss 15.6667")
	page.Click("button", "1 epoch")
	page.WaitTextHas("status", "Training status", "Epoch 2 of ")
	page.Click("button", "Back to first guess")
	page.WaitText("output", "Prediction", "0.00000")
	if got := epoch(page); got != 0 {
		t.Errorf("after Reset the epoch is %d, want 0", got)
	}
	train(page, 500)
	page.WaitText("output", "Prediction", "18.9815")
	page.Click("button", "Train more")
	page.WaitTextHas("status", "Training status", "Epoch 1000 of 1000")
	page.Click("button", "Back to first guess")
	page.WaitText("output", "Prediction", "0.00000")
}

func TestSetupIsUsed(t *testing.T) {
	t.Parallel()
	page := open(t, "")
	page.Fill("spinbutton", "Initial weight", "0")
	page.Fill("spinbutton", "Initial bias", "0")
	page.Fill("spinbutton", "Learning rate", "0.1")
	train(page, 500)
	page.WaitText("output", "Prediction", "19.0000")
	page.Fill("spinbutton", "Epochs", "2")
	page.Fill("spinbutton", "Learning rate", "0,01") // a decimal comma is typed in half of Europe
	page.Fill("spinbutton", "Batch size", "1")
	train(page, 2)
	// Twelve steps of one point each instead of two of six.
	if got := number(t, page.Text("output", "Prediction")); got < 5 {
		t.Errorf("Prediction after 2 epochs in batches of 1 = %v, want more than 5", got)
	}
	page.Press("Escape")
	page.Click("spinbutton", "Epochs")
	page.Press("ArrowUp")
	page.Wait("stepping the epochs", func() error {
		if got := number(t, page.Value("spinbutton", "Epochs")); got <= 2 {
			return fmt.Errorf("ArrowUp gives %v epochs, want more than 2", got)
		}
		return nil
	})
}

func TestPredictionFollowsTheTrainingLive(t *testing.T) {
	t.Parallel()
	page := open(t, long)
	page.Click("button", "Train")
	seen := map[string]bool{}
	page.Wait("watching the bias", func() error {
		seen[page.Text("output", "Bias")] = true
		if len(seen) < 3 {
			return fmt.Errorf("%d values seen while training, want 3", len(seen))
		}
		return nil
	})
	page.Click("button", "Pause")
	page.WaitFor("button", "Train")
}

// BenchmarkLessonInBrowser is the time from the click on Train until the page
// shows the result: training, slices, drawing.
func BenchmarkLessonInBrowser(b *testing.B) {
	page := open(b, "#w=0&b=0")
	train(page, 500)
	total := 0.0
	for b.Loop() {
		page.Click("button", "Back to first guess")
		page.WaitText("output", "Prediction", "0.00000")
		stopwatch(page, "Train", `document.body.innerText.includes("Epoch 500 of 500")`)
		page.Click("button", "Train")
		total += elapsed(page)
	}
	b.ReportMetric(total/float64(b.N), "ms/lesson")
}

// stopwatch starts at the next click on the button and stops when the
// condition holds; both are seen from inside the page.
func stopwatch(page *browser.Page, button, until string) {
	browser.Evaluate[bool](page, fmt.Sprintf(`(() => {
		window.elapsed = new Promise((resolve) => {
			document.addEventListener("click", (e) => {
				if (e.target.closest("button")?.innerText.trim() !== %q) return;
				const start = performance.now();
				const look = () => (%s) && (seen.disconnect(), resolve(performance.now() - start));
				const seen = new MutationObserver(look);
				seen.observe(document, {subtree: true, childList: true, characterData: true, attributes: true});
			}, {capture: true, once: true});
		});
		return true;
	})()`, button, until))
}

// elapsed is what the stopwatch shows, in milliseconds.
func elapsed(page *browser.Page) float64 {
	return browser.Evaluate[float64](page, `window.elapsed`)
}
