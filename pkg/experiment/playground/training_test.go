package playground

import (
	"encoding/json"
	"math"
	"os"
	"slices"
	"strconv"
	"testing"
)

// A recorded number of the reference is a number, or "NaN".
type recorded float64

func (r *recorded) UnmarshalJSON(data []byte) error {
	if string(data) == `"NaN"` {
		*r = recorded(math.NaN())
		return nil
	}
	v, err := strconv.ParseFloat(string(data), 64)
	*r = recorded(v)
	return err
}

// recording is a training that the Playground itself made, in node 20.
type recording struct {
	Name   string
	Config struct {
		Dataset, Activation, Regularization, Seed   string
		Noise, PercTrainData                        float64
		Features                                    []string
		NetworkShape                                []float64
		RegularizationRate, LearningRate, BatchSize float64
		InitZero                                    bool
	}
	Epochs, TrainPoints, TestPoints, DeadLinks int
	// NotFinite is the first epoch with weights that are not finite.
	NotFinite      int
	Initial, Final []recorded
	Loss           map[string][2]recorded
}

func recordings(t *testing.T) []recording {
	t.Helper()
	var reference struct{ Trainings []recording }
	read(t, "testdata/reference.json", &reference)
	if len(reference.Trainings) != 8 {
		t.Fatalf("the reference has %d trainings, want 8", len(reference.Trainings))
	}
	return reference.Trainings
}

func read(t *testing.T, name string, to any) {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, to); err != nil {
		t.Fatal(err)
	}
}

// state is the state of a recording.
func (r recording) state() State {
	s := Default()
	c := r.Config
	s.Dataset, s.Activation, s.Seed, s.Drawn = c.Dataset, c.Activation, c.Seed, false
	s.Regularization = Penalty(slices.Index(penaltyKeys, c.Regularization))
	if s.Regression = c.Dataset == "reg-plane"; s.Regression {
		s.Dataset, s.RegDataset = "circle", c.Dataset
	}
	s.Noise, s.PercTrainData, s.Inputs, s.NetworkShape = c.Noise, c.PercTrainData, c.Features, c.NetworkShape
	s.RegularizationRate, s.LearningRate, s.BatchSize, s.InitZero = c.RegularizationRate, c.LearningRate, c.BatchSize, c.InitZero
	return s
}

// apart is by how much a number differs from the wanted one, relatively; 0 for two
// NaNs.
func apart(got float64, want recorded) float64 {
	if math.IsNaN(got) && math.IsNaN(float64(want)) {
		return 0
	}
	d := math.Abs(got-float64(want)) / math.Max(math.Abs(float64(want)), 1e-300)
	if math.IsNaN(d) {
		return math.Inf(1)
	}
	return d
}

// tolerance is how far numbers may be apart. On amd64 and in WebAssembly they are
// the same to the last bit, since the elementary functions are V8's; what is
// promised is what twelve digits show.
const tolerance = 1e-12

// TestTrainingIsThePlaygrounds: first weights bit for bit; losses after 1, 2, 10, 50
// and up to 500 epochs, the last weights and the dead links of every training that
// TensorFlow Playground recorded, chaotic ones to their end.
func TestTrainingIsThePlaygrounds(t *testing.T) {
	for _, r := range recordings(t) {
		t.Run(r.Name, func(t *testing.T) { follow(t, r) })
	}
}

// TestTrainingOfOtherSettings: the same of an engine in JavaScript, of what the
// Playground's recordings leave out; see testdata/trainings.js.
func TestTrainingOfOtherSettings(t *testing.T) {
	var all []recording
	read(t, "testdata/trainings.json", &all)
	dead := 0
	for _, r := range all {
		t.Run(r.Name, func(t *testing.T) { follow(t, r) })
		dead += r.DeadLinks
	}
	if len(all) < 12 || dead == 0 {
		t.Errorf("%d trainings with %d dead links, want 12 and some", len(all), dead)
	}
}

func follow(t *testing.T, r recording) {
	s := r.state()
	training := NewTraining(s)
	if r.TrainPoints > 0 && (len(training.Train) != r.TrainPoints || len(training.Test) != r.TestPoints) {
		t.Errorf("%d points to train on and %d to test, want %d and %d", len(training.Train), len(training.Test), r.TrainPoints, r.TestPoints)
	}
	initial := training.AppendParams(nil)
	if len(initial) != len(r.Initial) {
		t.Fatalf("%d first weights, want %d", len(initial), len(r.Initial))
	}
	for i, w := range initial {
		if w != float64(r.Initial[i]) {
			t.Errorf("first weight %d is %v, want %v", i, w, r.Initial[i])
		}
	}
	worst, broken := 0.0, 0
	for epoch := 0; epoch <= r.Epochs; epoch++ {
		if epoch > 0 {
			training.Advance(1)
		}
		if broken == 0 && math.IsNaN(training.AppendParams(nil)[0]) {
			broken = epoch
		}
		want, ok := r.Loss[strconv.Itoa(epoch)]
		if !ok {
			continue
		}
		train, test := training.Losses()
		worst = max(worst, apart(train, want[0]), apart(test, want[1]))
		if apart(train, want[0]) > tolerance || apart(test, want[1]) > tolerance {
			t.Errorf("losses after epoch %d are %v and %v, want %v", epoch, train, test, want)
		}
	}
	if training.Epochs() != r.Epochs || broken != r.NotFinite {
		t.Errorf("%d epochs, not finite from %d on, want %d and %d", training.Epochs(), broken, r.Epochs, r.NotFinite)
	}
	for i, w := range training.AppendParams(nil) {
		worst = max(worst, apart(w, r.Final[i]))
		if apart(w, r.Final[i]) > tolerance {
			t.Errorf("weight %d after %d epochs is %v, want %v", i, r.Epochs, w, r.Final[i])
		}
	}
	if got := training.DeadLinks(); got != r.DeadLinks {
		t.Errorf("%d links are dead, want %d", got, r.DeadLinks)
	}
	t.Logf("at most %.1g apart", worst)
}
