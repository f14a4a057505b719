package program

import (
	"reflect"
	"slices"
	"testing"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/script"

	"pgregory.net/rapid"
)

// TestThePageKnowsItsOwnProgram: without reading it, package script says of the page's
// own program what this package reads in it, prints what it prints, writes its weights
// and cuts it into paragraphs as for any other.
func TestThePageKnowsItsOwnProgram(t *testing.T) {
	trained := Trained{
		Predict: func(epoch int, places []experiment.Place) []float64 {
			ys := make([]float64, len(places))
			for i, x := range places {
				ys[i] = float64(float32(x[0]/3 + float64(epoch)))
			}
			return ys
		},
		Weights:  func(int) []float32 { return nil },
		Evaluate: func(int, []experiment.Place, []float64) []float64 { return []float64{0.5} },
	}
	trained.Logged = func(epoch int) ([]string, []float64) {
		if epoch < trained.Epochs { // where a training that stops at a loss has ended
			return []string{"loss"}, []float64{50}
		}
		return []string{"loss"}, []float64{0.125}
	}
	rapid.Check(t, func(t *rapid.T) {
		e := drawExperiment(t)
		trained.Epochs = e.Epochs
		if e.StopLoss > 0 {
			trained.Epochs = rapid.IntRange(1, e.Epochs).Draw(t, "epochs trained")
		}
		trained.Last = 0
		if e.StopLoss > 0 {
			trained.Last = trained.LastEpoch(e)
		}
		want, got := Read(script.Keras(e), e), script.Written(e)
		compareReadings(t, got, want.Reading)
		if got, want := script.RunWritten(got, trained), want.Run(trained); !slices.EqualFunc(got, want, func(a, b Output) bool { return reflect.DeepEqual(a, b) }) {
			t.Errorf("it prints\n%+v\nwant\n%+v", got, want)
		}
		if got, want := script.KerasWithWeights(e), WithWeights(script.Keras(e), e); got != want {
			t.Errorf("with its weights it is\n%s\nwant\n%s", got, want)
		}
		if got, want := script.Paragraphs(script.Keras(e)), Paragraphs(script.Keras(e)); !slices.Equal(got, want) {
			t.Errorf("its paragraphs are %q, want %q", got, want)
		}
	})
}

// TestThePageKnowsWhatIsWrongWithItsProgram: of experiments that cannot be trained.
func TestThePageKnowsWhatIsWrongWithItsProgram(t *testing.T) {
	for _, link := range []string{"loss=poisson", "patience=3", "batch=5000", "epochs=1&validation=0.9", "loss=binary_crossentropy&ys=0,1,2,3,4,5"} {
		e, _ := experiment.Decode(link)
		compareReadings(t, script.Written(e), Read(script.Keras(e), e).Reading)
	}
	e := experiment.Default()
	e.Points = e.Points[:1]
	if len(e.Validate()) == 0 {
		t.Error("one point can be trained on: this tests nothing")
	}
	compareReadings(t, script.Written(e), Read(script.Keras(e), e).Reading)
}

func compareReadings(t rapid.TB, got, want script.Reading) {
	t.Helper()
	if reflect.DeepEqual(got, want) {
		return
	}
	a, b := reflect.ValueOf(got), reflect.ValueOf(want)
	for i := range a.NumField() {
		if !reflect.DeepEqual(a.Field(i).Interface(), b.Field(i).Interface()) {
			t.Errorf("%s is\n%+v\nwant\n%+v\nof\n%s", a.Type().Field(i).Name, a.Field(i), b.Field(i), want.Program)
		}
	}
}
