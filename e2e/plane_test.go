package e2e

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/ui/plane"
)

// TestPlaneIsWhatTheModelAnswers trains on generated data with two inputs: accuracy and
// the classes' shares of the plane are those of an independent run of nn; a unit with
// the focus is shown large; whether test data are shown is in the link.
func TestPlaneIsWhatTheModelAnswers(t *testing.T) {
	t.Parallel()
	const link = "#set=circle:0.97800:0:200&layers=4:tanh,1:tanh&lr=0.1&batch=10&epochs=60&shuffle=0&validation=0.5&play=0"
	e, model := ran(t, link)
	x, _ := e.Data()
	outputs, err := model.Predict(x)
	if err != nil {
		t.Fatal(err)
	}
	reading := plane.ReadingOf(e)
	accuracy, _ := plane.Judge(plane.PointsOf(e.Points[:100]), outputs.Data, 1, reading).Accuracy()
	x1, x2 := plane.Window(plane.PointsOf(e.Points))
	var places []experiment.Place
	for _, place := range plane.Places(100, x1, x2) {
		places = append(places, experiment.Place(place))
	}
	field, err := model.Predict(e.Matrix(places...))
	if err != nil {
		t.Fatal(err)
	}
	share := 100 * plane.Whole(100, x1, x2, reading, field.Data, 1).Shares()[1]

	page := open(t, link)
	train(page, 60)
	page.WaitText("output", "Accuracy", fmt.Sprintf("%g %%", math.Round(accuracy*1000)/10))
	text := page.Description("img", "Plane")
	_, rest, _ := strings.Cut(text, "Class 1 (circles): ")
	told, _, found := strings.Cut(rest, " %")
	if !found {
		t.Fatalf("the plane says %q", text)
	}
	near(t, "the share of class 1", number(t, told), share, 0.6)

	page.Focus("button", "Unit 1 of layer 1") // a stop of the Tab key; 400 rows of the table lie before it
	page.WaitDescription("img", "Plane", "Unit 1 of layer 1.")
	page.Press("ArrowDown")
	page.WaitDescription("img", "Plane", "Unit 2 of layer 1.")

	page.Click("checkbox", "Show test data")
	waitFragment(page, "test=1")
}
