package e2e

import (
	"fmt"
	"math"
	"testing"

	"firstneuron/pkg/experiment"
)

// TestTwoInputsFromTheLessonOn: on one page a learner comes from the lesson to a set with
// two inputs, gives it noise, other points and another part to train on, another feature,
// classes and numbers; trains, tries many starts, looks at what a layer makes of the plane,
// adds a point by a click and asks two places. Each is in the link, and the numbers are
// those of an independent run.
func TestTwoInputsFromTheLessonOn(t *testing.T) {
	t.Parallel()
	page := open(t, "#play=0")
	page.Select("Data set", "xor")
	waitFragment(page, "set=xor:1:0:500", "layers=4:tanh,2:tanh,1:tanh")
	page.Fill("spinbutton", "Epochs", "40") // each change trains anew
	page.Press("Tab")
	waitFragment(page, "epochs=40")
	page.Slide("Noise", 20)
	waitFragment(page, "set=xor:1:20:500")
	page.Click("button", "New data")
	waitFragment(page, "set=xor:2:20:500")
	page.Slide("Training part", 80)
	page.Click("checkbox", "x1·x2")
	waitFragment(page, "features=x1,x2,x1x2")
	page.Click("checkbox", "x2")
	waitFragment(page, "features=x1,x1x2")
	train(page, 40)

	e, model := ran(t, page.URL())
	outputs, err := model.Predict(e.Matrix(e.Predict))
	if err != nil {
		t.Fatal(err)
	}
	near(t, "the prediction", number(t, page.Text("output", "Prediction")), float64(outputs.Data[0]), 1e-3)
	x, _ := e.Data()
	if outputs, err = model.Predict(x); err != nil {
		t.Fatal(err)
	}
	right, rows := 0, len(e.Points)-e.ValidationPoints()
	for i, class := range e.ClassesOf(outputs)[:rows] {
		if class == e.ClassOfLabel(e.Points[i].Y) {
			right++
		}
	}
	page.WaitText("output", "Accuracy", fmt.Sprintf("%g %%", math.Round(1000*float64(right)/float64(rows))/10))

	page.Fill("spinbutton", "x1 to predict", "2.5")
	page.Fill("spinbutton", "x2 to predict", "-1.5")
	page.Press("Tab")
	waitFragment(page, "predict=2.5;-1.5")
	if outputs, err = model.Predict(e.Matrix(experiment.Place{2.5, -1.5})); err != nil {
		t.Fatal(err)
	}
	page.Wait("the prediction at another place", func() error {
		if got := number(t, page.Text("output", "Prediction")); math.Abs(got-float64(outputs.Data[0])) > 1e-3 {
			return fmt.Errorf("it is %v, want %v", got, outputs.Data[0])
		}
		return nil
	})

	page.Click("button", "Try 200 starts")
	page.WaitDescription("img", "Plane", "200 trainings", "of 200 say")
	page.Click("button", "Try 200 starts")
	page.Click("button", "What a layer sees")
	page.WaitDescription("img", "What a layer sees", "What layer 2 makes of the plane", "Class 1 (circles) lies around")
	page.Select("Layer", "1")
	page.WaitDescription("img", "What a layer sees", "What layer 1 makes of the plane")
	page.Select("Unit up", "4")
	page.WaitDescription("img", "What a layer sees", "unit 1 across and unit 4 up")
	page.Screenshot("two-inputs-layer")

	page.Select("Class of new points", "1")
	page.ClickAt("img", "Plane", 0.5, 0.06)
	waitFragment(page, "data=") // the points are the learner's own now
	page.Click("button", "Undo")
	waitFragment(page, "set=xor:2:20:500")

	page.Select("Task", "regression")
	page.WaitGone("output", "Accuracy")
	page.Select("Data set", "rings (3 classes)")
	waitFragment(page, "set=rings", "layers=")
	page.WaitDescription("img", "Plane", "Class 2 (triangles)")
	page.Select("Data set", "points with one input")
	page.WaitFor("img", "Fit")
	page.WaitGone("checkbox", "x1·x2")
}
