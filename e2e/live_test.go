package e2e

import "testing"

func TestEditsTrainAtOnce(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=0&b=0")
	page.WaitText("output", "Prediction", "0.00000") // the page opens untrained
	page.WaitState("checkbox", "Retrain while I edit", "checked", "false")
	train(page, 500)
	page.WaitState("checkbox", "Retrain while I edit", "checked", "true")
	// Another first guess is looked at before it is trained.
	page.Fill("spinbutton", "Initial weight", "10")
	page.Fill("spinbutton", "Initial bias", "-10")
	page.WaitText("output", "Prediction", "90.0000")
	page.Fill("spinbutton", "Batch size", "6")
	page.WaitText("output", "Prediction", "19.1302")
	for range 3 {
		page.Click("button", "Undo")
	}
	train(page, 500)
	page.WaitText("output", "Prediction", "18.9815")
	page.Fill("textbox", "y of point 6", "nan")
	page.WaitText("output", "Prediction", "18.9815")
	page.Fill("spinbutton", "Learning rate", "0.1")
	page.Fill("textbox", "y of point 6", "7")
	page.WaitText("output", "Prediction", "19.0000")
	page.Click("checkbox", "Retrain while I edit")
	page.Fill("spinbutton", "Learning rate", "0.01")
	page.WaitText("output", "Prediction", "19.0000")
	train(page, 500)
	page.WaitText("output", "Prediction", "18.9815")
}

// TestBoxesShowWhatTheSessionChooses: a box is unticked by more than a click
// on it.
func TestBoxesShowWhatTheSessionChooses(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=0&b=0&momentum=0.5")
	train(page, 500)
	page.WaitState("checkbox", "Retrain while I edit", "checked", "true")
	page.Fill("spinbutton", "Epochs", "1000000")
	page.Click("button", "Add layer")
	page.WaitState("checkbox", "Retrain while I edit", "checked", "false")
	page.Click("button", "Undo")
	page.Click("button", "Undo")
	page.WaitState("checkbox", "Retrain while I edit", "checked", "true")

	openOptions(page)
	page.Click("checkbox", "nesterov")
	page.WaitState("checkbox", "nesterov", "checked", "true")
	page.Click("button", "Undo")
	page.WaitState("checkbox", "nesterov", "checked", "false")
}
