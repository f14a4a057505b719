package e2e

import (
	"fmt"
	"testing"

	"firstneuron/e2e/browser"
)

const taskFragment = "#w=0&b=0&title=Guess%20first&text=Six%20points%20lie%20on%20a%20line.%0AThe%20neuron%20does%20not%20know%20it." +
	"&ask=What%20will%20it%20answer%20for%20x%20=%2010?&goal=loss:0.001:500,predict:10:19:0.001&feedback=Nearly%2019!"

func TestTrainingWaitsForTheLearnersGuess(t *testing.T) {
	t.Parallel()
	page := open(t, taskFragment)
	page.WaitFor("heading", "Guess first")
	waitBody(page, `Six points lie on a line\.\s+The neuron does not know it\.`)
	page.Wait("looking at the buttons of the training", func() error {
		disabled := 0
		for _, is := range page.PartProperty(browser.RunButtons, "disabled") {
			if is == true {
				disabled++
			}
		}
		if disabled < 4 {
			return fmt.Errorf("%d are disabled, want 4 at least", disabled)
		}
		return nil
	})
	page.Screenshot("task-asking")
	page.Fill("textbox", "Your prediction", "many")
	page.Press("Enter")
	page.WaitDescription("textbox", "Your prediction", "not a number")
	page.Fill("textbox", "Your prediction", "20")
	page.Press("Enter")
	waitBody(page, `You predicted 20`)
	train(page, 500)
	waitBody(page, `You predicted 20\. At x = 10 the model now says 18\.9815`)
	waitBody(page, `Score 50 of 100`)
	page.Fill("spinbutton", "Epochs", "5000")
	page.Press("Tab")
	train(page, 5000)
	waitBody(page, `Score 100 of 100`)
	waitBody(page, `Nearly 19!`)
	page.Screenshot("task-reached")
}

func TestGoalToDiverge(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=0&b=0&lr=0.5&goal=diverge&feedback=That+was+too+fast")
	page.Click("button", "Train")
	waitBody(page, `Score 100 of 100`)
	waitBody(page, `That\+was\+too\+fast`)
}

// TestTaskFitsANarrowEmbed: nothing scrolls sideways, and axe finds nothing.
func TestTaskFitsANarrowEmbed(t *testing.T) {
	t.Parallel()
	source := axeSource(t)
	for _, lang := range []string{"en", "ko"} {
		page := open(t, taskFragment+"&embed=1&lang="+lang, browser.Viewport(320, 900))
		if got := page.Overflow(); got > 0 {
			t.Errorf("%s: the page is %d px wider than the window's 320", lang, got)
		}
		for _, violation := range page.Axe(source) {
			t.Errorf("%s: %s", lang, violation)
		}
	}
}

// TestLongWordsBreak: an address has no place to break, and whatever an author
// or a link says can be one.
func TestLongWordsBreak(t *testing.T) {
	t.Parallel()
	const long = "https%3A%2F%2Fexample.org%2Fcourses%2Fdeep-learning-first-steps%2Flesson-1%2Fa-single-neuron"
	for _, lang := range []string{"en", "ko"} {
		page := open(t, "#w=0&b=0&lang="+lang+"&title="+long+"&text="+long+"&ask="+long+"&feedback="+long+"&epochs="+long, browser.Viewport(320, 900))
		page.WaitCount(browser.Notices, 1)
		if got := page.Overflow(); got > 0 {
			t.Errorf("%s: the page is %d px wider than the window's 320", lang, got)
		}
		page.Screenshot("task-long-words-" + lang)
	}
}
