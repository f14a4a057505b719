package e2e

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"firstneuron/e2e/browser"
)

// networks are models whose pictures are looked at.
var networks = map[string]string{
	"guess":   "#w=10&b=-10",
	"trained": "#w=0&b=0&auto=1",
	"small":   "#layers=3:tanh,1&auto=1&epochs=300&lr=0.05",
	"wide":    "#layers=16:tanh,16:relu,1&auto=1&epochs=50",
	"deep":    "#layers=64:tanh,64:relu,64:tanh,64:tanh,64:tanh,64:tanh,64:tanh,64:tanh,64:tanh,1&epochs=2",
}

// TestNetworkIsDrawn leaves pictures of networks, and lets axe look at them.
func TestNetworkIsDrawn(t *testing.T) {
	t.Parallel()
	source := axeSource(t)
	page := open(t, "")
	for name, link := range networks {
		page.Resize(1280, 900)
		page.SetScheme("light")
		page.Goto(strings.Split(page.URL(), "#")[0] + laidOut(link))
		page.WaitFor("img", "Network")
		page.WaitIdle()
		if name == "small" || name == "wide" {
			page.Focus("slider", "layer 1 kernel[0,0]") // which draws its unit on the chart
			page.Press("ArrowRight")
			page.WaitFor("slider", "layer 1 kernel[0,1]")
			page.WaitDescription("img", "Fit", "the curve of the unit pointed at")
		}
		for _, width := range []int{1280, 375} {
			page.Resize(width, 900)
			page.WaitTrue(fmt.Sprintf("window.innerWidth === %d", width))
			page.WaitChartsFit()
			for _, scheme := range []string{"light", "dark"} {
				page.SetScheme(scheme)
				page.Screenshot(fmt.Sprintf("network-%s-%d-%s", name, width, scheme))
			}
		}
		for _, violation := range page.Axe(source) {
			t.Errorf("%s: %s", name, violation)
		}
	}
}

// TestNetworkIsEdited by keys, by typing and by dragging: each way is another
// first guess, which every other place shows too.
func TestNetworkIsEdited(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=10&b=-10")
	page.WaitDescription("img", "Network", "w = 10.0000 and adds b = −10.0000")
	page.Focus("slider", "Weight w")
	page.Press("ArrowDown")
	page.WaitText("output", "Weight", "9.00000")
	page.Press("ArrowRight")
	page.WaitFocus("slider", "Bias b")
	page.Press("Enter")
	page.WaitFocus("textbox", "Bias b")
	page.Fill("textbox", "Bias b", "2,5")
	page.WaitText("output", "Bias", "2.50000")
	page.Press("Enter")
	page.WaitFocus("slider", "Bias b")
	page.Press("7")
	page.WaitFocus("textbox", "Bias b")
	// The tests' keys type a letter even where its keydown was taken, so that it may
	// be there twice.
	page.WaitTextHas("output", "Bias", "7")
	page.Fill("textbox", "Bias b", "7.25")
	page.WaitText("output", "Bias", "7.25000")
	page.Press("Enter")
	page.WaitFocus("slider", "Bias b")
	page.Press("ArrowLeft")
	page.WaitFocus("slider", "Weight w")
	page.Drag("slider", "Weight w", 0, -40)
	page.Wait("a larger weight", func() error {
		if text := page.Text("output", "Weight"); text <= "9" && len(text) < 7 || text == "9.00000" {
			return fmt.Errorf("it is %s", text)
		}
		return nil
	})
	page.WaitTrue(`/w=1\d/.test(location.hash) && /b=7.25/.test(location.hash)`)
	page.Click("button", "Undo")
	page.WaitText("output", "Weight", "9.00000")

	// Later it is what the training goes on with.
	train(page, 500)
	page.Slide("Epoch", 10)
	page.Focus("slider", "Weight w")
	page.Press("5")
	page.WaitFocus("textbox", "Weight w")
	page.Fill("textbox", "Weight w", "5")
	page.WaitText("output", "Weight", "5.00000")
	page.Press("Enter")
	page.Click("button", "Train on from here")
	page.WaitTextHas("status", "Training status", "Epoch 500 of 500")
	page.Slide("Epoch", 10)
	page.WaitText("output", "Weight", "5.00000")
}

// TestNetworkIsSaved as a valid SVG with the numbers of the page, and as a PNG.
func TestNetworkIsSaved(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=10&b=-10", browser.Script(keepFiles))
	page.WaitFor("img", "Network")
	svg := saved(page, "Network", "SVG")
	for _, part := range []string{"w = 10<", "b = −10<", "Σ", ">30<", "rgb(", "font-style"} {
		if !strings.Contains(svg.Text, part) {
			t.Errorf("the saved network has no %q", part)
		}
	}
	for _, part := range []string{"var(", "slider", "edge-reach", "tabindex"} {
		if strings.Contains(svg.Text, part) {
			t.Errorf("the saved network still has %q in it", part)
		}
	}
	decoder := xml.NewDecoder(strings.NewReader(svg.Text))
	for {
		if _, err := decoder.Token(); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatalf("the saved network is no XML: %v", err)
		}
	}
	if png := saved(page, "Network", "PNG"); png.Type != "image/png" || png.Size < 2000 {
		t.Errorf("the network is saved as %s of %d bytes", png.Type, png.Size)
	}
}

// TestAStepIsDrawn on the chart, the neuron and the valley: one picture a phase.
func TestAStepIsDrawn(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=0&b=0&auto=1")
	page.WaitText("output", "Prediction", "18.9815")
	page.Click("button", "Inside one step")
	waitRegion(page, "Inside one step", "The step of epoch 1,") // not of epoch 501, in which nothing is seen
	page.WaitDescription("img", "Fit", "Errors drawn as lines: 6.")
	for phase, name := range []string{"1 Guess", "2 Measure", "3 Gradient", "4 Update", "5 Next guess"} {
		page.Click("button", name)
		page.WaitIdle()
		page.Screenshot(fmt.Sprintf("step-%d", phase+1))
	}
	waitRegion(page, "Inside one step", "loss 15.6667 → 12.5")
}
