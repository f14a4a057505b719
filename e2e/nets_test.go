package e2e

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"firstneuron/e2e/browser"
)

// TestNetFitsAPastedSine builds 1-16-16-1 with tanh by hand and trains it.
func TestNetFitsAPastedSine(t *testing.T) {
	t.Parallel()
	page := open(t, "#seed=3&epochs=2000")
	var sine strings.Builder
	for i := range 60 {
		x := float64(i)/10 - 3
		fmt.Fprintf(&sine, "%.2f\t%.5f\n", x, math.Sin(x))
	}
	page.Paste("textbox", "Paste data", sine.String())
	page.Click("button", "Use this data")
	waitRows(page, 60)
	for layer := 1; layer <= 2; layer++ {
		page.Click("button", "Add layer")
		units := fmt.Sprintf("Units of layer %d", layer)
		page.WaitFocus("spinbutton", units)
		page.Fill("spinbutton", units, "16")
		page.WaitValue("combobox", fmt.Sprintf("Activation of layer %d", layer), "tanh")
	}
	waitBody(page, "321 parameters")
	page.Select("Optimizer", "Adam")
	page.Fill("spinbutton", "Learning rate", "0.01")
	page.Fill("spinbutton", "x to predict", "1.5")
	train(page, 2000)
	page.Wait("predicting the sine", func() error {
		if got := number(t, page.Text("output", "Prediction")); math.Abs(got-math.Sin(1.5)) > 0.1 {
			return fmt.Errorf("Prediction = %v, want about %v", got, math.Sin(1.5))
		}
		return nil
	})
	page.Press("Tab")
	waitFragment(page, "layers=16:tanh,16:tanh,1", "optimizer=adam")
	page.Reload()
	waitLive(page)
	page.WaitValue("spinbutton", "Units of layer 2", "16")
	page.Click("button", "Remove layer 1")
	page.Click("button", "Remove layer 1")
	page.WaitFor("spinbutton", "Initial weight")
	page.Click("button", "Undo")
	page.WaitValue("spinbutton", "Units of layer 1", "16")
}

func TestLayersHaveLimits(t *testing.T) {
	t.Parallel()
	page := open(t, "#layers=8:relu,1")
	page.Fill("spinbutton", "Units of layer 1", "65")
	page.WaitState("spinbutton", "Units of layer 1", "invalid", "true")
	page.WaitDescription("spinbutton", "Units of layer 1", "64")
	page.Fill("spinbutton", "Units of layer 1", "64")
	page.WaitState("spinbutton", "Units of layer 1", "invalid", "false")
	for range 8 {
		page.Click("button", "Add layer")
	}
	page.WaitFor("spinbutton", "Units of layer 10")
	page.WaitState("button", "Add layer", "disabled", "true")
	page.Fill("spinbutton", "Epochs", "3")
	train(page, 3)
}

// openOptions opens the part of the setup that is closed at first.
func openOptions(page *browser.Page) {
	page.Click("DisclosureTriangle", "More options")
}

func TestEveryOptimizerTrainsWithItsOptions(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=0&b=0&epochs=20")
	openOptions(page)
	for optimizer, option := range map[string]string{
		"SGD": "momentum", "Adam": "beta_1", "RMSprop": "rho", "AdamW": "weight_decay", "Adagrad": "initial_accumulator_value",
		"Adadelta": "rho", "Adamax": "beta_1", "Nadam": "epsilon", "Lion": "beta_2", "Ftrl": "beta",
	} {
		page.Select("Optimizer", optimizer)
		page.WaitFor("spinbutton", option)
		train(page, 20)
		before := page.Text("output", "Weight")
		page.Fill("spinbutton", option, "0.3")
		page.Press("Tab")
		train(page, 20)
		if optimizer != "Lion" && page.Text("output", "Weight") == before { // Lion steps by signs
			t.Errorf("%s with %s = 0.3 ends at the weight %s as without", optimizer, option, before)
		}
	}
	page.Select("Optimizer", "SGD")
	page.Click("checkbox", "nesterov")
	page.WaitState("checkbox", "nesterov", "checked", "true")
	page.Press("Tab")
	waitFragment(page, "nesterov=1")
}

func TestEveryLossTrains(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=0&b=0&epochs=20&xs=1,2,3&ys=0,1,1")
	openOptions(page)
	for _, loss := range []string{
		"mean_squared_error", "mean_absolute_error", "huber", "log_cosh", "mean_squared_logarithmic_error", "poisson",
		"binary_crossentropy", "hinge", "squared_hinge",
	} {
		page.Select("Loss", loss)
		train(page, 20)
	}
	page.Select("Loss", "huber")
	page.Fill("spinbutton", "delta", "2")
	train(page, 20)
	page.Fill("spinbutton", "L2", "0.5")
	train(page, 20)
}

func TestValidationShowsItsOwnLoss(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=0&b=0")
	openOptions(page)
	page.Fill("spinbutton", "Validation split", "0.34")
	page.Select("Metric", "mae")
	train(page, 500)
	waitBody(page, `val_loss \d`)
	waitBody(page, `mae \d`)
	page.WaitDescription("img", "Loss per epoch", "validation loss")
	page.Fill("spinbutton", "Early stopping patience", "3")
	page.Fill("spinbutton", "Learning rate", "0.15")
	page.Click("button", "Train")
	page.Wait("stopping early", func() error {
		if got := epoch(page); got == 0 || got >= 500 || !page.Has("button", "Train") {
			return fmt.Errorf("epoch %d", got)
		}
		return nil
	})
}

func TestCelsiusConvergesWithAdam(t *testing.T) {
	t.Parallel()
	page := open(t, "#example=celsius")
	page.WaitValue("combobox", "Optimizer", "Adam")
	train(page, int(number(t, page.Value("spinbutton", "Epochs"))))
	if got := number(t, page.Text("output", "Prediction")); math.Abs(got-212) > 0.5 {
		t.Errorf("100 °C are %v °F, want about 212", got)
	}
}
