package experiment

import "testing"

// TestExamplesOfTwoInputsLearn: with the settings of each example at least 97 of 100
// points that it was not trained on come into the right class.
func TestExamplesOfTwoInputsLearn(t *testing.T) {
	for _, example := range Examples() {
		e := example.Experiment
		if e.Inputs < 2 {
			continue
		}
		model, x, _ := learned(t, e)
		outputs, err := model.Predict(x)
		if err != nil {
			t.Fatal(example.Name, err)
		}
		right, tested := 0, e.ValidationPoints()
		answers := e.ClassesOf(outputs)
		for i := len(e.Points) - tested; i < len(e.Points); i++ {
			if answers[i] == e.ClassOfLabel(e.Points[i].Y) {
				right++
			}
		}
		if tested == 0 || 100*right < 97*tested {
			t.Errorf("%s: %d of %d points that were not trained on are in the right class, want 97 of 100", example.Name, right, tested)
		}
	}
}

// TestLossesAndActivationsOfTwoClasses: what the labels ask for comes first in the menus.
func TestLossesAndActivationsOfTwoClasses(t *testing.T) {
	for labels, want := range map[string][2]string{"0,1,1,0": {"binary_crossentropy", "sigmoid"}, "-1,1,1,-1": {"mean_squared_error", "tanh"}} {
		e, problems := Decode("xs=1,2,3,4&x2=4,3,2,1&layers=3:tanh,1&ys=" + labels)
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		e, p := e.ClassifiedAs("2")
		if p != nil {
			t.Fatal(p)
		}
		losses, activations := e.SuitableLosses(), e.LayerActivations(2)
		if losses[0] != want[0] || activations[0] != want[1] || e.LayerActivations(1)[0] != linear {
			t.Errorf("labels %s: losses %v, activations %v; want %v first", labels, losses, activations, want)
		}
		for _, loss := range losses {
			if loss == "poisson" || loss == "mean_absolute_percentage_error" {
				t.Errorf("labels %s: %s is offered for classes", labels, loss)
			}
			if _, p := e.With("loss", loss); p != nil {
				t.Errorf("labels %s: the loss %s that is offered is refused: %v", labels, loss, p)
			}
		}
	}
}
