package session

import (
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"firstneuron/pkg/experiment"
)

// A referenceTraining is one that TensorFlow Playground's own engine made: see
// playground/testdata/reference.json.
type referenceTraining struct {
	Name   string
	Config struct {
		Dataset, Activation, Regularization, Seed                         string
		Noise, PercTrainData, RegularizationRate, LearningRate, BatchSize float64
		Features                                                          []string
		NetworkShape                                                      []int
	}
	Epochs   int
	Loss     map[string][]json.RawMessage // of the epoch: the losses of training and test
	Accuracy []float64
}

// link is the link of the training, as the Playground writes it.
func (r referenceTraining) link() string {
	c := r.Config
	link := fmt.Sprintf("activation=%s&batchSize=%v&learningRate=%v&regularizationRate=%v&noise=%v&networkShape=%s&seed=%s&percTrainData=%v&x=false&y=false",
		c.Activation, c.BatchSize, c.LearningRate, c.RegularizationRate, c.Noise, strings.Trim(strings.ReplaceAll(fmt.Sprint(c.NetworkShape), " ", ","), "[]"), c.Seed, c.PercTrainData)
	if c.Regularization != "none" {
		link += "&regularization=" + c.Regularization
	}
	if strings.HasPrefix(c.Dataset, "reg-") {
		link += "&problem=regression&regDataset=" + c.Dataset
	} else {
		link += "&dataset=" + c.Dataset
	}
	for _, feature := range c.Features {
		link += "&" + feature + "=true"
	}
	return "https://playground.tensorflow.org/#" + link
}

// TestPlaygroundLinksTrainAsThere: opened and trained on the page, a link has the losses
// of TensorFlow Playground, which are half as large. Spirals are chaotic after some 100
// epochs, and a batch that leaves rows over is another training in Keras: those are
// compared as far as they agree.
func TestPlaygroundLinksTrainAsThere(t *testing.T) {
	data, err := os.ReadFile("../experiment/playground/testdata/reference.json")
	if err != nil {
		t.Fatal(err)
	}
	var reference struct{ Trainings []referenceTraining }
	if err := json.Unmarshal(data, &reference); err != nil {
		t.Fatal(err)
	}
	compared := 0
	for _, r := range reference.Trainings {
		t.Run(r.Name, func(t *testing.T) {
			last := r.Epochs
			if r.Config.Dataset == "spiral" {
				last = min(last, 100)
			}
			p := open(r.link())
			rest := len(p.Experiment.Points) - p.Experiment.ValidationPoints()
			if rest%int(r.Config.BatchSize) != 0 {
				last = 0 // only before the first update
			}
			p.do(t, SettingTyped{Key: "epochs", Text: strconv.Itoa(max(last, 1))}, TrainPressed{})
			for _, text := range slices.Sorted(maps.Keys(r.Loss)) {
				epoch, _ := strconv.Atoi(text)
				record := p.Run.Timeline.At(epoch)
				if epoch > last || record.Epoch != epoch || len(record.Params) == 0 {
					continue
				}
				train, test := p.losses(t, record.Params)
				for i, got := range []float64{train, test} {
					var want float64
					if json.Unmarshal(r.Loss[text][i], &want) != nil {
						continue // not finite
					}
					compared++
					if math.Abs(got/2-want) > 1e-3*want {
						t.Errorf("epoch %d: loss %d is twice %v, want twice %v", epoch, i, got/2, want)
					}
				}
			}
			if last == r.Epochs && len(r.Accuracy) == 2 {
				train, test := p.AccuracyOf(p.Run.Timeline.Last().Params)
				if math.Abs(train-r.Accuracy[0]) > 0.005 || math.Abs(test-r.Accuracy[1]) > 0.005 {
					t.Errorf("the accuracies are %v and %v, want %v", train, test, r.Accuracy)
				}
			}
		})
	}
	if compared < 50 {
		t.Errorf("%d losses are compared, want 50", compared)
	}
}

// losses are the losses over the points that are trained on, and over the others.
func (p *player) losses(t *testing.T, params []float32) (train, test float64) {
	t.Helper()
	e := p.Experiment
	var values [2]float64
	at := len(e.Points) - e.ValidationPoints()
	for i, points := range [][]experiment.Point{e.Points[:at], e.Points[at:]} {
		var sum float64
		places := make([]experiment.Place, len(points))
		for j, point := range points {
			places[j] = point.X
		}
		for j, y := range p.PredictAt(params, places...) {
			sum += (y - points[j].Y) * (y - points[j].Y)
		}
		values[i] = sum / float64(len(points))
	}
	return values[0], values[1]
}
