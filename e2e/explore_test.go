package e2e

import (
	"fmt"
	"strings"
	"testing"

	"firstneuron/e2e/browser"
)

// waitRegion waits until a region shows all the parts.
func waitRegion(page *browser.Page, name string, parts ...string) {
	page.WaitTextHas("region", name, parts...)
}

// TestOneStepShowsItsNumbers walks through the first step of the lesson from
// w = 0, b = 0: the errors are 3, 1, −1, −3, −5 and −7.
func TestOneStepShowsItsNumbers(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=0&b=0")
	page.Click("button", "Inside one step")
	waitRegion(page, "Inside one step", "The step of epoch 1, batch 1 of 1", "y = 0.0000 x + 0.0000")
	page.Wait("reading the batch", func() error {
		got, err := page.Tree().Rows("The batch")
		if err == nil && (len(got) != 7 || strings.Join(got[1], " ") != "−1 −3 0 3" || strings.Join(got[6], " ") != "4 7 0 −7") {
			err = fmt.Errorf("it is %q", got)
		}
		return err
	})
	page.Click("button", "Next")
	waitRegion(page, "Inside one step", "loss = 94 / 6 = 15.6667")
	page.Click("button", "Next")
	waitRegion(page, "Inside one step", "3·(−1) + 1·0 + (−1)·1 + (−3)·2 + (−5)·3 + (−7)·4 = −53", "= −17.6667",
		"3 + 1 + (−1) + (−3) + (−5) + (−7) = −12", "= −4")
	page.Click("button", "Next")
	waitRegion(page, "Inside one step", "0 − 0.01 · (−17.6667) = 0.176667", "0 − 0.01 · (−4) = 0.04")
	page.Click("button", "Next")
	waitRegion(page, "Inside one step", "y = 0.1767 x + 0.0400")
	page.Click("button", "Next")
	page.WaitTextHas("status", "Training status", "Epoch 1 of 500, loss 15.6667")
	waitRegion(page, "Inside one step", "The step of epoch 2")
	page.Click("button", "Back")
	waitRegion(page, "Inside one step", "The step of epoch 1", "y = 0.1767 x + 0.0400")
	page.Click("button", "Inside one step")
	page.WaitGone("region", "Inside one step")
}

func TestOneStepOfANetIsFolded(t *testing.T) {
	t.Parallel()
	page := open(t, "#layers=4:tanh,1&batch=2&seed=3")
	tabTo(t, page, "button", "Inside one step")
	page.Press("Enter")
	waitRegion(page, "Inside one step", "batch 1 of 3")
	page.Click("button", "3 Gradient")
	page.Wait("opening the second layer", func() error {
		names := page.Names("DisclosureTriangle", "")
		for _, name := range names {
			if strings.HasPrefix(name, "Layer 2: 5 parameters") {
				page.Click("DisclosureTriangle", name)
				return nil
			}
		}
		return fmt.Errorf("it is not among %q", names)
	})
	waitRegion(page, "Inside one step", "Layer 2: 5 parameters", "layer 2 kernel[0,0]")
	page.Click("button", "5 Next guess")
	page.Click("button", "Next")
	waitRegion(page, "Inside one step", "batch 2 of 3")
}

func TestWhyNotExactly19(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=0&b=0&auto=1")
	page.WaitText("output", "Prediction", "18.9815")
	page.Click("button", "Why not exactly 19?")
	waitRegion(page, "Why", "18.9815 is 0.0185 away from 19", "Every 222 epochs bring one digit more", "6 points prove nothing at 10", "never told the rule")
	page.Click("DisclosureTriangle", "The mathematics")
	waitRegion(page, "Why", "y = 2.0000 x − 1.0000", "444 epochs", "11.301", "1.0324", "6 beyond")
	page.Screenshot("why")
	before := page.Text("region", "Why")
	tabTo(t, page, "slider", "Noise on y")
	page.Press("ArrowRight")
	page.Wait("making more noise", func() error {
		if page.Text("region", "Why") == before {
			return fmt.Errorf("nothing has changed")
		}
		return nil
	})
	page.Click("button", "Train 222 epochs more")
	page.WaitTextHas("status", "Training status", "Epoch 722 of 722")
	waitRegion(page, "Why", "is 0.0018")
	page.Goto(strings.Split(page.URL(), "#")[0] + "#layers=4:tanh,1&play=0")
	page.WaitFor("button", "Inside one step")
	page.WaitGone("button", "Why this answer?") // there is nothing to explain
}

func TestManyStartsStayInTheLessonsBand(t *testing.T) {
	t.Parallel()
	page := open(t, "")
	page.Click("button", "Try 200 starts")
	page.WaitDescription("img", "Predictions of many starts", "200 starts predict between 18.97", "and 18.98", "at x = 10")
	told := strings.Fields(page.Description("img", "Predictions of many starts"))
	low, high := number(t, told[4]), number(t, told[6])
	if low < 18.975 || high > 18.988 || high-low < 0.008 {
		t.Errorf("the starts predict %v … %v, want a band inside 18.975 … 18.988", low, high)
	}
	page.WaitDescription("img", "Fit", "the lines of 200 other starts")
	page.Click("button", "Try 200 starts")
	page.WaitGone("img", "Predictions of many starts")
}

func TestRunsRace(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=0&b=0")
	page.WaitState("button", "Keep this run", "disabled", "true")
	train(page, 500)
	page.Click("button", "Keep this run")
	page.Fill("spinbutton", "Learning rate", "0.1")
	page.WaitText("output", "Prediction", "19.0000")
	page.Click("button", "Keep this run")
	page.Select("Optimizer", "Adam")
	page.Fill("textbox", "Name of run 2", "faster")
	page.Press("Tab")
	page.Wait("reading the race", func() error {
		rows, err := page.Tree().Rows("Runs")
		if err != nil {
			return err
		}
		if len(rows) != 4 {
			return fmt.Errorf("%d rows, want a head, this run and two kept ones", len(rows))
		}
		if got := strings.Join(rows[2], " "); !strings.Contains(got, "18.9815") || !strings.Contains(got, "0.01") {
			return fmt.Errorf("the first kept run is %q", got)
		}
		if got := strings.Join(rows[3], " "); !strings.Contains(got, "19.0000") {
			return fmt.Errorf("the second kept run is %q", got)
		}
		return nil
	})
	page.WaitDescription("img", "Loss per epoch", "faster ends at")
	page.Fill("textbox", "y of point 1", "-2") // the others follow the data
	page.Wait("running the race again", func() error {
		rows, err := page.Tree().Rows("Runs")
		if err == nil && strings.Contains(strings.Join(rows[2], " "), "18.9815") {
			err = fmt.Errorf("the kept run still has the old data: %q", rows[2])
		}
		return err
	})
	page.Click("button", "Remove run 1")
	page.WaitGone("textbox", "Name of run 2")
	page.WaitValue("textbox", "Name of run 1", "faster")
}

// TestSurfaceFollowsATrainingOnLoad: its first picture is out of date before it
// is drawn.
func TestSurfaceFollowsATrainingOnLoad(t *testing.T) {
	t.Parallel()
	page := open(t, "#xs=1,2,3&ys=1,3,2&epochs=18&loss=mean_absolute_error&w=0&b=0&auto=1")
	page.WaitDescription("img", "Loss surface", "is now at weight "+page.Text("output", "Weight"))
}

func TestSurfaceIsClickedToStartThere(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=0&b=0")
	page.WaitDescription("img", "Loss surface", "minimum is at 2.00000, −1.00000")
	page.ClickAt("img", "Loss surface", 0.4, 0.3)
	page.Wait("clicking at the surface", func() error {
		if page.Value("spinbutton", "Initial weight") == "0" {
			return fmt.Errorf("the initial weight is still 0")
		}
		return nil
	})
	page.WaitTextHas("status", "Training status", "Not trained yet") // it is looked at first
	first := page.Value("spinbutton", "Initial weight")
	page.ClickAt("img", "Loss surface", 0.6, 0.3)
	page.Wait("clicking at the surface again", func() error {
		if page.Value("spinbutton", "Initial weight") == first {
			return fmt.Errorf("the initial weight is still %s", first)
		}
		return nil
	})
	page.Click("button", "Undo")
	page.WaitValue("spinbutton", "Initial weight", first)
	page.Goto(strings.Split(page.URL(), "#")[0] + "#layers=3:tanh,1&play=0")
	waitBody(page, "a slice through the current point")
	page.Select("Across", "layer 2 kernel[1,0]")
	page.WaitDescription("img", "Loss surface", "layer 2 kernel[1,0]")
}

func TestSurfacesColoursLieUnderItsMarks(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=0&b=0")
	page.WaitDescription("img", "Loss surface", "minimum is at 2.00000, −1.00000")
	for _, size := range [][2]int{{1280, 900}, {600, 900}, {320, 700}} {
		page.Resize(size[0], size[1])
		page.Wait("looking at the surface's colours", func() error {
			if c := page.SurfaceColours(); !(c.Off < 1 && c.Under < 20 && c.Most == 170) {
				return fmt.Errorf("%+v at %d pixels, want less than a pixel off, a clear minimum and 170 at most", c, size[0])
			}
			return nil
		})
	}
}

// TestRunsWithoutANameAreCalledByTheirSetup: and none shows another's name when
// one above it goes.
func TestRunsWithoutANameAreCalledByTheirSetup(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=0&b=0")
	train(page, 500)
	page.Click("button", "Keep this run")
	page.Fill("spinbutton", "Learning rate", "0.1")
	page.WaitText("output", "Prediction", "19.0000")
	page.Click("button", "Keep this run")
	page.Fill("textbox", "Name of run 1", "slower")
	page.Fill("textbox", "Name of run 2", "")
	page.Press("Tab")
	page.WaitValue("textbox", "Name of run 2", "sgd 0.1")
	page.Click("button", "Remove run 1")
	page.WaitGone("textbox", "Name of run 2")
	page.WaitValue("textbox", "Name of run 1", "sgd 0.1")
	page.WaitDescription("img", "Loss per epoch", "sgd 0.1 ends at")
}
