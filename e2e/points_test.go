package e2e

import (
	"fmt"
	"slices"
	"testing"

	"firstneuron/e2e/browser"
	"firstneuron/pkg/ui/format"
)

// pointers are what a learner may click with, each on a page of its own.
var pointers = map[string][]browser.Option{
	"mouse":  nil,
	"finger": {browser.Viewport(390, 800), browser.Touch()},
}

// TestPointsByClicksAlone adds, selects, moves and deletes points with single
// clicks on the chart.
func TestPointsByClicksAlone(t *testing.T) {
	t.Parallel()
	for name, options := range pointers {
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
			page.ClickAt("img", "Fit", 0.5, 0.7)
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

	// The chart is one stop: the handles come after the last point.
	page.Focus("button", "Point 6, x 4, y 7")
	page.Press("PageDown")
	page.WaitFocus("slider", "First guess: bias")
	page.Press("ArrowUp")
	page.Wait("moving the first guess", func() error {
		if got := page.Value("spinbutton", "Initial bias"); got == "0" {
			return fmt.Errorf("the initial bias is %s", got)
		}
		return nil
	})
	page.Press("Escape")
	page.WaitValue("spinbutton", "Initial bias", "0")
	page.Press("PageDown")
	page.WaitFocus("slider", "First guess: weight")
	page.Press("Shift+ArrowUp")
	page.Wait("turning the first guess", func() error {
		if got := number(t, page.Value("spinbutton", "Initial weight")); got <= 0 {
			return fmt.Errorf("the initial weight is %v", got)
		}
		return nil
	})
}

// TestTableAndChartLightUpTogether: what one points at, the other shows.
func TestTableAndChartLightUpTogether(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=0&b=0")
	waitLit := func(want int) {
		t.Helper()
		page.WaitCount(browser.LitPoints, want)
		if want > 0 { // one in the chart, one in the table
			page.Wait("reading what is lit", func() error {
				if got := page.PartProperty(browser.LitPoints, "localName"); !slices.Contains(got, any("g")) || !slices.Contains(got, any("tr")) {
					return fmt.Errorf("%v, want a row and a mark", got)
				}
				return nil
			})
		}
	}
	page.Hover("button", "Point 3, x 1, y 1", 0.5, 0.5)
	waitLit(2)
	page.Hover("img", "Fit", 0.9, 0.9)
	waitLit(0)
	page.Click("textbox", "x of point 3")
	waitLit(2)
}
