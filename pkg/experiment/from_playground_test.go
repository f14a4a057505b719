package experiment

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"firstneuron/pkg/experiment/playground"
)

// TestPlaygroundLinksAreExperiments: every key alone and 300 links of random ones, whose
// states testdata/states.js recorded by the Playground's own rules. The experiment has
// the Playground's data, order, split and first weights, can be trained, and comes back
// from its own link; what differs is told.
func TestPlaygroundLinksAreExperiments(t *testing.T) {
	data, err := os.ReadFile("playground/testdata/states.json")
	if err != nil {
		t.Fatal(err)
	}
	var all []struct {
		Link  string
		State struct{ Rows int }
	}
	if err := json.Unmarshal(data, &all); err != nil {
		t.Fatal(err)
	}
	if len(all) < 800 {
		t.Fatalf("%d links are recorded, want 800", len(all))
	}
	for _, recorded := range all[1:] {
		link := "https://playground.tensorflow.org/#" + recorded.Link
		e, notices := Decode(link)
		state, read, _ := playground.Parse(link)
		terms, other := state.Terms()
		if len(notices) != len(read)+len(other) {
			t.Errorf("%q: %d notices, want %d", recorded.Link, len(notices), len(read)+len(other))
		}
		if problems := e.Validate(); len(problems) > 0 {
			t.Errorf("%q: the experiment has the problems %v", recorded.Link, problems)
			continue
		}
		points, _ := state.Recipe().Draw()
		if len(points) != len(e.Points) || e.Inputs != 2 || e.Recipe != state.Recipe() {
			t.Fatalf("%q: %d points of %d inputs, want %d of 2", recorded.Link, len(e.Points), e.Inputs, len(points))
		}
		for i, p := range points {
			if want := (Point{X: Place{p.X1, p.X2}, Y: p.Y}); e.Points[i] != want {
				t.Fatalf("%q: point %d is %v, want %v", recorded.Link, i, e.Points[i], want)
			}
		}
		if rows := state.TrainRows(len(points)); len(e.Points)-e.ValidationPoints() != rows && !told(notices, "percTrainData") {
			t.Errorf("%q: %d points are trained on, want %d", recorded.Link, len(e.Points)-e.ValidationPoints(), rows)
		}
		if params, problem := e.InitialParams(); problem != nil || !slices.Equal(params, terms.Weights) {
			t.Errorf("%q: the first weights are not the Playground's; %v", recorded.Link, problem)
		}
		if e.Width() != len(terms.Features) || e.Classes != terms.Classes || e.Shuffle || e.Batch != terms.Batch {
			t.Errorf("%q: width %d, %d classes, batch %d", recorded.Link, e.Width(), e.Classes, e.Batch)
		}
		if e.ShowTest != state.ShowTestData || e.Discretize != state.Discretize {
			t.Errorf("%q: the plane shows the test data %v and classes alone %v", recorded.Link, e.ShowTest, e.Discretize)
		}
		own := Encode(e)
		if again, problems := Decode(own); len(problems) > 0 || !again.Equal(e) {
			t.Errorf("%q: its own link %.80q is read with %v and as another experiment", recorded.Link, own, problems)
		}
	}
}

// told reports whether a notice is about a key.
func told(notices []*Problem, key string) bool {
	return slices.ContainsFunc(notices, func(p *Problem) bool { return p.Key == key })
}

func TestPlaygroundLinksOfAnyForm(t *testing.T) {
	const fragment = "activation=tanh&batchSize=10&dataset=spiral&learningRate=0.03&seed=0.97800"
	want, _ := Decode(fragment)
	if want.Recipe.String() != "spiral:0.97800:0:500" || want.Optimizer.LearningRate != 0.015 {
		t.Fatalf("the recipe is %v, the rate %v", want.Recipe, want.Optimizer.LearningRate)
	}
	for _, link := range []string{"#" + fragment, "https://playground.tensorflow.org/#" + fragment, " http://playground.tensorflow.org/?#" + fragment + "\n"} {
		if got, _ := Decode(link); !got.Equal(want) {
			t.Errorf("%q opens another experiment", link)
		}
	}
	if _, _, ok := FromPlayground("xs=1,2&ys=3,4&seed=1"); ok {
		t.Error("a link of this page is taken for one of TensorFlow Playground")
	}
	_, notices := Decode("dataset=circle&seed=" + strings.Repeat("9", MaxFragment))
	if len(notices) != 1 || notices[0].Code != "fragment_too_long" {
		t.Errorf("a link that is too long: %v", notices)
	}
	e, _ := Decode("dataset=circle&learningRate_hide=true&numNodes1_hide=true")
	if !e.Locks(SetupPart) || !e.Locks(ModelPart) || e.Locks(DataPart) {
		t.Errorf("what the Playground hides is not locked: %v", e.Lock)
	}
}
