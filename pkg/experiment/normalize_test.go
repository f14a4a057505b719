package experiment

import (
	"context"
	"maps"
	"math"
	"slices"
	"strings"
	"testing"

	"firstneuron/pkg/nn"

	"pgregory.net/rapid"
)

// TestNormalizedXIsRound: the loss is as round a bowl as it can be, and its line the same.
func TestNormalizedXIsRound(t *testing.T) {
	e := Default()
	if !e.CanNormalize() {
		t.Fatal("the lesson's x cannot be normalized")
	}
	e.Normalize = true
	limit, ok := e.RateLimit()
	if !ok || math.Abs(limit.Stable-1) > 1e-5 || math.Abs(limit.Fastest-0.5) > 1e-5 {
		t.Errorf("the limit of normalized x = %+v, want 1 and 0.5", limit)
	}
	analysis, _ := e.LeastSquares()
	line := e.Scale().OverX(Line{analysis.Solution[0], analysis.Solution[1]})
	if math.Abs(line.W-2) > 1e-5 || math.Abs(line.B+1) > 1e-5 {
		t.Errorf("the exact line over x is %+v, want y = 2x - 1 as before", line)
	}
	if e.CanNormalize() {
		t.Error("x can be normalized twice")
	}
	// Six times 0.1 divided by six is not 0.1.
	for _, xs := range []string{"2,2", "0.1,0.1,0.1,0.1,0.1,0.1"} {
		if e, _ := Decode("xs=" + xs + "&ys=" + strings.Repeat("1,", strings.Count(xs, ",")) + "2"); e.CanNormalize() {
			t.Errorf("x that is always the same can be normalized: %s", xs)
		}
	}
}

// TestTrainingIsThatOfTheLayer: what is trained without the layer has, to the bit, the
// losses, the weights and the answers of a model with it; one neuron, which has a path of
// its own without the layer, to the last digit of a float32.
func TestTrainingIsThatOfTheLayer(t *testing.T) {
	for _, link := range []string{
		"epochs=40",
		"example=celsius&norm=0&epochs=60&metric=mae&validation=0.3",
		"example=celsius&layers=8:tanh,1&optimizer=adam&batch=3&epochs=30&l2=0.01",
		"xs=5,5,5,5&ys=1,2,3,4&predict=5.5&epochs=3",
		"set=circle:0.97800&features=x1,x2,x1x2,sinx1&layers=3:relu,1:sigmoid&loss=binary_crossentropy&epochs=4",
		"set=spiral:3&layers=2:tanh,1:sigmoid&optimizer=rmsprop&epochs=3&validation=0.5",
	} {
		e, problems := Decode(link + "&norm=1")
		if len(problems) > 0 {
			t.Fatalf("%s: %v", link, problems[0])
		}
		train := func(model *nn.Sequential, x, asked nn.Matrix) (losses []float64, params, answers []float32) {
			_, y := e.Data()
			history, err := model.Fit(context.Background(), x, y, e.FitConfig())
			if err != nil {
				t.Fatalf("%s: %v", link, err)
			}
			predicted, err := model.Predict(asked)
			if err != nil {
				t.Fatalf("%s: %v", link, err)
			}
			for _, key := range slices.Sorted(maps.Keys(history.Metrics)) {
				losses = append(losses, history.Metrics[key]...)
			}
			return losses, model.AppendParams(nil), predicted.Data
		}
		whole, err := e.Whole()
		if err != nil {
			t.Fatal(err)
		}
		whole.Initialize(e.Seed)
		places := make([]Place, len(e.Points))
		for i, p := range e.Points {
			places[i] = p.X
		}
		asked := append(places[:2:2], e.Predict)
		wantLosses, wantParams, wantAnswers := train(whole, e.Columns(places...), e.Columns(asked...))
		model, err := e.Model()
		if err != nil {
			t.Fatal(err)
		}
		x, _ := e.Data()
		losses, params, answers := train(model, x, e.Matrix(asked...))
		if e.IsLine() { // whose loss is summed in another order where nothing comes before it
			for i, want := range wantLosses {
				if math.Abs(losses[i]-want) <= 1e-6*(1+math.Abs(want)) {
					losses[i] = want
				}
			}
			for i, want := range wantAnswers {
				if math.Abs(float64(answers[i]-want)) <= 1e-6*(1+math.Abs(float64(want))) {
					answers[i] = want
				}
			}
			for i := range params {
				if math.Abs(float64(params[i]-wantParams[i])) <= 1e-6*(1+math.Abs(float64(wantParams[i]))) {
					params[i] = wantParams[i]
				}
			}
		}
		if !slices.Equal(losses, wantLosses) || !slices.Equal(params, wantParams[:len(params)]) || !slices.Equal(answers, wantAnswers) {
			t.Errorf("%s: losses %v, weights %v, answers %v; with the layer %v, %v, %v", link, losses, params, answers, wantLosses, wantParams, wantAnswers)
		}
		if len(wantParams) == len(params) || losses[len(losses)-1] == 0 {
			t.Errorf("%s: the model with the layer has no more numbers, or nothing is left to learn", link)
		}
	}
}

// TestNormalizedNumbers are those that Keras 3.15.1 finds: see the program "horsepower" in
// testdata/programs.
func TestNormalizedNumbers(t *testing.T) {
	e, _ := Decode("xs=1,2,3,4&ys=2,4,6,8&norm=1")
	if scale := e.Scale(); scale.Mean != 2.5 || math.Abs(scale.Deviation-math.Sqrt(1.25)) > 1e-7 {
		t.Errorf("the scale is %+v, want 2.5 and √1.25", scale)
	}
	e, _ = Decode("xs=1,2,4&x2=5,7,9&ys=1,2,3&norm=1")
	for j, want := range [][2]float64{{2.3333333, 1.5555556}, {7, 2.6666667}} {
		mean, deviation := e.Normalizer().Moments(j)
		if math.Abs(float64(mean)-want[0]) > 1e-6 || math.Abs(float64(deviation)*float64(deviation)-want[1]) > 1e-6 {
			t.Errorf("column %d has mean %v and deviation %v, want %v and √%v", j, mean, deviation, want[0], want[1])
		}
	}
	if scale := e.Scale(); scale != (Scale{0, 1}) {
		t.Errorf("two columns have the scale %v of one", scale)
	}
	// The validation part counts: fit is given it with the rest.
	e, _ = Decode("xs=1,2,3,4&ys=2,4,6,8&norm=1&validation=0.5")
	if mean := e.Scale().Mean; mean != 2.5 {
		t.Errorf("with a validation part the mean is %v, want that of all points, 2.5", mean)
	}
	e, _ = Decode("xs=7,7,7&ys=1,2,3&norm=1")
	if scale := e.Scale(); scale.Mean != 7 || math.Abs(scale.Deviation-1e-7) > 1e-12 {
		t.Errorf("what is always 7 has the scale %+v, want 7 and Keras's epsilon", scale)
	}
}

// TestLinesOverX: a line over the normalized x is the same line over x, and back.
func TestLinesOverX(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		number := rapid.Float64Range(-1e3, 1e3)
		s := Scale{number.Draw(t, "mean"), rapid.Float64Range(0.1, 1e3).Draw(t, "deviation")}
		line, x := Line{number.Draw(t, "w"), number.Draw(t, "b")}, number.Draw(t, "x")
		over := s.OverX(line)
		rounded := 1e-6 * (math.Abs(line.B) + math.Abs(line.W*s.Mean/s.Deviation)) // to 0, where it is 0 but for that
		want := line.W*s.Of(x) + line.B
		if got := over.W*x + over.B; math.Abs(got-want) > rounded+1e-6*(1+math.Abs(over.W*x)+math.Abs(over.B)) {
			t.Errorf("over x it is %v, want %v", got, want)
		}
		if back := s.FromX(over); math.Abs(back.W-line.W) > 1e-9*(1+math.Abs(line.W)) || math.Abs(back.B-line.B) > rounded+1e-9*(1+math.Abs(line.B)+math.Abs(over.W*s.Mean)) {
			t.Errorf("back it is %+v, want %+v", back, line)
		}
	})
	if line := (Scale{25, 11.18034}).OverX(Line{0.2236068, 0.5}); line.B != 0 || math.Abs(line.W-0.02) > 1e-9 {
		t.Errorf("y = 0.02x is drawn as %+v", line)
	}
	plain := Default()
	params := []float32{0.1, 0.7}
	if line, ok := plain.LineOverX(params); !ok || line != (Line{float64(params[0]), float64(params[1])}) {
		t.Errorf("without the layer the line is %v, want w and b to the bit", line)
	}
	if line := (Line{0.123456789012345, 1}); plain.LineFromX(line) != line {
		t.Error("without the layer a line is another one")
	}
	plain.Normalize = true
	w := plain.LineFromX(Line{2, -1})
	if over, ok := plain.LineOverX(w.params()); !ok || math.Abs(over.W-2) > 1e-6 || math.Abs(over.B+1) > 1e-6 {
		t.Errorf("y = 2x - 1 has w = %v and b = %v, which is %v", w.W, w.B, over)
	}
}
