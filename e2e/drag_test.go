package e2e

import (
	"context"
	"fmt"
	"math"
	"strings"
	"testing"

	"firstneuron/e2e/browser"
	"firstneuron/pkg/nn"
	"firstneuron/pkg/ui/format"
)

// lessonWith trains the lesson from w = 0, b = 0 with another last point, and
// returns its weights and what it answers for 10.
func lessonWith(tb testing.TB, x, y float64) (w, b, answer float64) {
	tb.Helper()
	model := nn.NewSequential(nn.NewDense(1, nn.InputShape(1)))
	if err := model.Compile(nn.NewSGD(0.01), nn.MeanSquaredError); err != nil {
		tb.Fatal(err)
	}
	if err := model.SetParams([]float32{0, 0}); err != nil {
		tb.Fatal(err)
	}
	xs, ys := nn.Column(-1, 0, 1, 2, 3, float32(x)), nn.Column(-3, -1, 1, 3, 5, float32(y))
	if _, err := model.Fit(context.Background(), xs, ys, nn.FitConfig{Epochs: 500}); err != nil {
		tb.Fatal(err)
	}
	answers, err := model.Predict(nn.Column(10))
	if err != nil {
		tb.Fatal(err)
	}
	params := model.AppendParams(nil)
	return float64(params[0]), float64(params[1]), float64(answers.Data[0])
}

// ticks are the numbers along the axes of the fit chart.
func ticks(page *browser.Page) string {
	return strings.Join(page.PartTexts(browser.FitTicks), " ")
}

// lastPoint is the sixth point as the table has it.
func lastPoint(page *browser.Page) (x, y string) {
	return page.Value("textbox", "x of point 6"), page.Value("textbox", "y of point 6")
}

// TestEveryMoveOfADragIsTrained drags a point with the mouse by 40 moves; at
// each the table, the formula, the weights, the prediction and the chart's text
// are those of a training of the points as they are then.
func TestEveryMoveOfADragIsTrained(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=0&b=0")
	train(page, 500) // from then on every edit trains
	before := ticks(page)
	hold := page.Grab("button", "Point 6, x 4, y 7")
	last := "7"
	for i := range 40 {
		hold.Move(0, -4-3*float64(i))
		// The tree of the whole page is dear: first a look at one box.
		page.WaitTrue(fmt.Sprintf(`document.getElementById("y-6").value !== %q`, last))
		page.Wait(fmt.Sprintf("move %d", i), func() error {
			tree := page.Tree()
			y, err := tree.Value("textbox", "y of point 6")
			if err != nil {
				return err
			}
			if y == last {
				return fmt.Errorf("the point is still at y = %s", y)
			}
			w, b, answer := lessonWith(t, 4, number(t, y))
			if err := tree.Has("output", "Prediction", format.Significant(answer, 6)); err != nil {
				return err
			}
			if err := tree.Has("output", "Weight", format.Significant(w, 6)); err != nil {
				return err
			}
			if err := tree.Has("output", "Bias", format.Significant(b, 6)); err != nil {
				return err
			}
			told, err := tree.Description("img", "Fit")
			if err == nil && !strings.Contains(told, format.Line(w, b)) {
				err = fmt.Errorf("the chart tells %q, want the formula %s", told, format.Line(w, b))
			}
			if err == nil {
				last = y
			}
			return err
		})
		if i == 20 {
			page.Screenshot("mid-drag")
		}
	}
	if got := ticks(page); got != before {
		t.Errorf("during the drag the axes go from %s to %s, want them to stand", before, got)
	}
	hold.Drop()
	page.Wait("looking at the axes after the drag", func() error {
		if ticks(page) == before {
			return fmt.Errorf("they still are %s", before)
		}
		return nil
	})
	waitFragment(page, "ys=-3,-1,1,3,5,"+last)
	page.Click("button", "Undo")
	page.WaitValue("textbox", "y of point 6", "7")
}

func TestEscapePutsAPointBack(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=0&b=0&auto=1")
	page.WaitText("output", "Prediction", "18.9815")
	hold := page.Grab("button", "Point 6, x 4, y 7")
	for i := range 10 {
		hold.Move(float64(4*i), float64(-8*i))
	}
	page.Wait("dragging", func() error {
		if x, y := lastPoint(page); x == "4" || y == "7" {
			return fmt.Errorf("the point is at %s, %s", x, y)
		}
		return nil
	})
	page.Press("Escape")
	page.WaitValue("textbox", "y of point 6", "7")
	page.WaitText("output", "Prediction", "18.9815")
	hold.Move(50, 50)
	hold.Drop()
	if x, y := lastPoint(page); x != "4" || y != "7" {
		t.Errorf("after Escape the mouse moves the point to %s, %s, want it left at 4, 7", x, y)
	}
	page.WaitState("button", "Undo", "disabled", "true")
}

func TestPointsMoveByFinger(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=0&b=0", browser.Viewport(390, 800), browser.Touch())
	train(page, 500)
	finger := page.Finger("button", "Point 6, x 4, y 7")
	for i := range 10 {
		finger.Move(0, -4*float64(i))
	}
	finger.Lift()
	page.Wait("dragging with a finger", func() error {
		if _, y := lastPoint(page); number(t, y) <= 7.5 {
			return fmt.Errorf("the point is at y = %s, want higher than 7", y)
		}
		return nil
	})
	_, y := lastPoint(page)
	_, _, answer := lessonWith(t, 4, number(t, y))
	page.WaitText("output", "Prediction", format.Significant(answer, 6))

	// A swipe over an empty place scrolls the page and changes nothing.
	page.Click("button", "Undo")
	page.WaitValue("textbox", "y of point 6", "7")
	top := browser.Evaluate[float64](page, `window.scrollY`)
	finger = page.FingerAt("img", "Fit", 0.6, 0.8)
	for i := range 10 {
		finger.Move(0, -12*float64(i))
	}
	finger.Lift()
	page.WaitTrue(fmt.Sprintf(`Math.abs(window.scrollY - %v) > 20`, top))
	if n := rows(page); n != 6 {
		t.Errorf("a swipe leaves %d points, want 6", n)
	}
}

// TestASecondFingerLeavesADragAlone: it may come, move and go.
func TestASecondFingerLeavesADragAlone(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=0&b=0", browser.Viewport(600, 900), browser.Touch())
	first := page.Finger("button", "Point 6, x 4, y 7")
	first.Move(-20, 20)
	first.Move(-40, 40)
	var x, y string
	page.Wait("dragging with a finger", func() error {
		if x, y = lastPoint(page); x == "4" {
			return fmt.Errorf("the point is at x = %s, want another", x)
		}
		return nil
	})
	second := first.Beside(-150, 100)
	second.Move(10, 10)
	second.Move(20, 20)
	second.Lift()
	page.WaitIdle()
	if gotX, gotY := lastPoint(page); gotX != x || gotY != y {
		t.Errorf("a second finger moves the point from %s, %s to %s, %s", x, y, gotX, gotY)
	}
	first.Move(-80, 60)
	page.Wait("dragging on with the first finger", func() error {
		if now, _ := lastPoint(page); number(t, now) >= number(t, x) {
			return fmt.Errorf("the point is at x = %s, want left of %s", now, x)
		}
		return nil
	})
	first.Lift()
	if got := page.Count(browser.FitPoints); got != 6 {
		t.Errorf("after it there are %d points, want the 6 of before", got)
	}
}

// near fails the test unless two numbers are close.
func near(tb testing.TB, what string, got, want, tolerance float64) {
	tb.Helper()
	if !(math.Abs(got-want) <= tolerance) {
		tb.Errorf("%s = %v, want %v within %v", what, got, want, tolerance)
	}
}
