package e2e

import (
	"context"
	"fmt"
	"math"
	"strings"
	"testing"
	"time"

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
	return browser.Evaluate[string](page, `[...document.querySelectorAll("#fit-chart .chart-tick")].map((t) => t.textContent).join(" ")`)
}

// lastPoint is the sixth point as the table has it.
func lastPoint(page *browser.Page) (x, y string) {
	return page.Value("textbox", "x of point 6"), page.Value("textbox", "y of point 6")
}

// TestEveryMoveOfADragIsTrained drags a point with the mouse by 120 moves; at
// each the table, the formula, the weights, the prediction and the chart's text
// are those of a training of the points as they are then.
func TestEveryMoveOfADragIsTrained(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=0&b=0")
	before := ticks(page)
	hold := page.Grab("button", "Point 6, x 4, y 7")
	last := "7"
	for i := range 120 {
		hold.Move(0, -4-float64(i))
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
		if i == 60 {
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

// TestPointsByClicksAlone adds, selects, moves and deletes points with single
// clicks on the chart.
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
	time.Sleep(300 * time.Millisecond)
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
	if got := browser.Evaluate[int](page, `document.querySelectorAll("#fit-chart .point").length`); got != 6 {
		t.Errorf("after it there are %d points, want the 6 of before", got)
	}
}

func TestPointsByClicksAlone(t *testing.T) {
	t.Parallel()
	for name, options := range map[string][]browser.Option{
		"mouse":  nil,
		"finger": {browser.Viewport(390, 800), browser.Touch()},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			page := open(t, "#w=0&b=0", options...)
			page.ClickAt("img", "Fit", 0.7, 0.75)
			waitRows(page, 7)
			x, y := number(t, page.Value("textbox", "x of point 7")), number(t, page.Value("textbox", "y of point 7"))
			if x < 4 || x > 9 || y > 4 {
				t.Errorf("a click in the lower right adds the point %v, %v", x, y)
			}
			point := "Point 7, x " + format.Plain(x) + ", y " + format.Plain(y)
			page.Click("button", point)
			page.WaitState("button", point, "pressed", "true")
			page.ClickAt("img", "Fit", 0.5, 0.85)
			page.Wait("moving the selected point", func() error {
				if got := number(t, page.Value("textbox", "x of point 7")); got >= x {
					return fmt.Errorf("its x is %v, want it left of %v", got, x)
				}
				return nil
			})
			waitRows(page, 7)
			page.Click("button", "Point 1, x −1, y −3")
			page.Click("button", "Move up")
			page.Wait("moving a point by a step", func() error {
				if got := number(t, page.Value("textbox", "y of point 1")); got <= -3 || got > -2.5 {
					return fmt.Errorf("its y is %v, want a little more than -3", got)
				}
				return nil
			})
			page.Click("button", "Delete")
			waitRows(page, 6)
			page.Click("button", "Undo")
			waitRows(page, 7)
		})
	}
}

// TestPointsByKeysAlone moves a point by hundredths of the axis, puts it back
// and deletes it.
func TestPointsByKeysAlone(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=0&b=0")
	tabTo(t, page, "button", "Point 1, x −1, y −3")
	at := func() float64 { return number(t, page.Value("textbox", "y of point 1")) }
	press := func(key string) float64 {
		from := at()
		page.Press(key)
		page.Wait("moving by "+key, func() error {
			if at() == from {
				return fmt.Errorf("y is still %v", from)
			}
			return nil
		})
		return at() - from
	}
	one := press("ArrowUp")
	near(t, "Shift+ArrowUp", press("Shift+ArrowUp"), 10*one, 0.02*one)
	near(t, "Control+ArrowDown", press("Control+ArrowDown"), -one/10, 0.02*one)
	near(t, "ArrowDown", press("ArrowDown"), -one, 0.02*one)
	page.Press("Escape")
	page.WaitValue("textbox", "y of point 1", "-3")
	page.Press("PageDown")
	page.WaitFocus("button", "Point 2, x 0, y −1")
	page.Press("Delete")
	waitRows(page, 5)
	page.WaitFocus("button", "Point 2, x 1, y 1")
	page.Press("Enter")
	page.WaitState("button", "Point 2, x 1, y 1", "pressed", "true")
	page.Press("Control+z")
	waitRows(page, 6)

	tabTo(t, page, "slider", "First guess: bias")
	page.Press("ArrowUp")
	page.Wait("moving the first guess", func() error {
		if got := page.Value("spinbutton", "Initial bias"); got == "0" {
			return fmt.Errorf("the initial bias is %s", got)
		}
		return nil
	})
	page.Press("Escape")
	page.WaitValue("spinbutton", "Initial bias", "0")
	tabTo(t, page, "slider", "First guess: weight")
	page.Press("Shift+ArrowUp")
	page.Wait("turning the first guess", func() error {
		if got := number(t, page.Value("spinbutton", "Initial weight")); got <= 0 {
			return fmt.Errorf("the initial weight is %v", got)
		}
		return nil
	})
}

// near fails the test unless two numbers are close.
func near(tb testing.TB, what string, got, want, tolerance float64) {
	tb.Helper()
	if !(math.Abs(got-want) <= tolerance) {
		tb.Errorf("%s = %v, want %v within %v", what, got, want, tolerance)
	}
}

// TestFirstGuessIsDragged moves the line itself and its two handles.
func TestFirstGuessIsDragged(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=0&b=0")
	page.Drag("slider", "First guess: bias", 0, -60)
	page.Wait("dragging the intercept", func() error {
		if b := number(t, page.Value("spinbutton", "Initial bias")); b < 1 {
			return fmt.Errorf("the initial bias is %v, want it higher", b)
		}
		return nil
	})
	bias := page.Value("spinbutton", "Initial bias")
	page.Drag("slider", "First guess: weight", 0, -60)
	page.Wait("dragging the slope", func() error {
		if w := number(t, page.Value("spinbutton", "Initial weight")); w < 0.1 {
			return fmt.Errorf("the initial weight is %v, want it higher", w)
		}
		return nil
	})
	page.WaitValue("spinbutton", "Initial bias", bias) // it turns around x = 0
	weight := page.Value("spinbutton", "Initial weight")

	// The line itself, between the handles: where it is is known by them.
	page.Goto(strings.Split(page.URL(), "#")[0] + "#w=0&b=1&predict=10")
	page.WaitValue("spinbutton", "Initial bias", "1")
	across := browser.Evaluate[[]float64](page, `(() => {
		const chart = document.getElementById("fit-chart").getBoundingClientRect();
		const handles = [...document.querySelectorAll("[role=slider] .mark-handle")].map((h) => h.getBoundingClientRect());
		return [((handles[0].x + handles[1].x) / 2 - chart.x) / chart.width,
			(handles[0].y + handles[0].height / 2 - chart.y) / chart.height];
	})()`)
	hold := page.GrabAt("img", "Fit", across[0], across[1])
	for i := range 10 {
		hold.Move(0, -6*float64(i))
	}
	hold.Drop()
	page.Wait("dragging the line", func() error {
		if b := number(t, page.Value("spinbutton", "Initial bias")); b < 1.5 {
			return fmt.Errorf("the initial bias is %v, want it higher", b)
		}
		return nil
	})
	page.WaitValue("spinbutton", "Initial weight", "0")
	if weight == "0" {
		t.Error("the slope is still 0")
	}
	waitRows(page, 6)
}

// TestFirstGuessByClicksAlone selects a handle, then clicks where it is to go,
// or its steppers.
func TestFirstGuessByClicksAlone(t *testing.T) {
	t.Parallel()
	for name, options := range map[string][]browser.Option{
		"mouse":  nil,
		"finger": {browser.Viewport(390, 800), browser.Touch()},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			page := open(t, "#w=0&b=0", options...)
			at := func(name string) float64 { return number(t, page.Value("spinbutton", name)) }
			grows := func(name string, from, to float64, act func()) {
				t.Helper()
				before := at(name)
				act()
				page.Wait("moving the handle", func() error {
					if d := at(name) - before; d < from || d > to {
						return fmt.Errorf("%s grew by %v, want %v to %v", name, d, from, to)
					}
					return nil
				})
			}
			page.Click("slider", "First guess: weight")
			page.WaitFor("group", "First guess: weight")
			page.WaitFocus("slider", "First guess: weight")
			grows("Initial weight", 0.5, 5, func() { page.ClickAt("img", "Fit", 0.6, 0.2) })
			page.WaitGone("group", "First guess: weight")
			page.WaitValue("spinbutton", "Initial bias", "0")

			page.Click("slider", "First guess: bias")
			page.WaitFor("group", "First guess: bias")
			grows("Initial bias", 0.05, 1, func() { page.Click("button", "Move up") })
			grows("Initial bias", -1, -0.05, func() { page.Click("button", "Move down") })
			page.Click("button", "Deselect")
			page.WaitGone("group", "First guess: bias")
			waitRows(page, 6)
			page.Click("button", "Undo")
			page.Click("button", "Undo")
			page.WaitValue("spinbutton", "Initial weight", "0")
		})
	}
}

// TestTableAndChartLightUpTogether: what one points at, the other shows.
func TestTableAndChartLightUpTogether(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=0&b=0")
	lit := `[...document.querySelectorAll(".lit")].map((e) => e.tagName.toLowerCase()).sort().join(" ")`
	page.Hover("button", "Point 3, x 1, y 1", 0.5, 0.5)
	page.WaitTrue(lit + ` === "g tr"`)
	page.Hover("img", "Fit", 0.9, 0.9)
	page.WaitTrue(lit + ` === ""`)
	page.Click("textbox", "x of point 3")
	page.WaitTrue(lit + ` === "g tr"`)
}
