package planechart

import (
	"context"
	"encoding/csv"
	"fmt"
	"math"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/program"
	"firstneuron/pkg/experiment/script"
	"firstneuron/pkg/ui/format"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/plane"
)

// random is the link of an experiment with two inputs and 2 to 5 classes.
func random(r *rand.Rand) string {
	pick := func(texts ...string) string { return texts[r.IntN(len(texts))] }
	classes := 2 + r.IntN(4)
	set, output := pick("circle", "xor", "gauss", "spiral", "moons", "checkerboard"), "1:tanh"
	switch classes {
	case 2:
	case 3:
		set, output = pick("rings", "blobs"), "3"+pick("", ":softmax")
	default:
		set, output = "blobs", strconv.Itoa(classes)+pick("", ":softmax")
	}
	count := 20 + r.IntN(60)
	recipe := fmt.Sprintf("%s:%d:%d:%d", set, r.IntN(1000), 10*r.IntN(4), count)
	if set == "blobs" {
		recipe += ":" + strconv.Itoa(classes)
	}
	layers := output
	for range r.IntN(3) {
		layers = strconv.Itoa(1+r.IntN(6)) + ":" + pick("tanh", "relu", "sigmoid", "elu") + "," + layers
	}
	link := "set=" + recipe + "&layers=" + layers + "&optimizer=" + pick("sgd", "adam") + "&lr=" + pick("0.01", "0.05") +
		"&batch=" + strconv.Itoa(1+r.IntN(30)) + "&shuffle=" + pick("0", "1") + "&epochs=" + strconv.Itoa(1+r.IntN(20)) +
		"&validation=" + pick("0", "0.25", "0.5") + "&seed=" + strconv.Itoa(r.IntN(99)) + fmt.Sprintf("&predict=%d;%d&play=0", r.IntN(9)-4, r.IntN(9)-4)
	if r.IntN(3) == 0 {
		link += "&features=" + pick("x1,x1x2", "x1x1,x2x2", "x2,sinx1,cosx2")
	}
	return link
}

// TestNumbersOfTwoInputsAgree: of 50 random experiments the field, the text that stands for
// it, the marks, the tables and the accuracy are those of an independent run, which the
// program of the experiment describes too.
func TestNumbersOfTwoInputsAgree(t *testing.T) {
	r := rand.New(rand.NewPCG(18, 8))
	for range 50 {
		link := random(r)
		s := trained(t, link)
		e := s.Experiment
		if e.Inputs != 2 || e.Classes < 2 || len(s.Problems()) > 0 {
			t.Fatalf("%s: %d inputs, %d classes, %v", link, e.Inputs, e.Classes, s.Problems())
		}
		model, err := e.Model()
		if err != nil {
			t.Fatal(err)
		}
		x, y := e.Data()
		if _, err := model.Fit(context.Background(), x, y, e.FitConfig()); err != nil {
			t.Fatal(err)
		}
		near := func(what string, got, want float64) {
			t.Helper()
			if d := math.Abs(got - want); !(d <= 1e-4*max(1, math.Abs(want))) {
				t.Errorf("%s: %s is %v, want %v", link, what, got, want)
			}
		}
		outputs, err := model.Predict(x)
		if err != nil {
			t.Fatal(err)
		}

		// The table of the points, and what is told of them.
		rows, err := csv.NewReader(strings.NewReader(s.DataCSV())).ReadAll()
		if err != nil || len(rows) != len(e.Points)+1 {
			t.Fatalf("%s: %d rows, %v", link, len(rows), err)
		}
		answers, classes, right, wrong := e.AnswersOf(outputs), e.ClassesOf(outputs), 0, 0
		train := len(e.Points) - e.ValidationPoints()
		for i, p := range e.Points {
			cells := rows[i+1]
			for j, want := range []float64{p.X[0], p.X[1], p.Y, answers[i]} {
				got, _ := strconv.ParseFloat(cells[j], 64)
				near(fmt.Sprintf("cell %d of row %d", j+1, i+1), got, want)
			}
			if ok := classes[i] == e.ClassOfLabel(p.Y); ok && i < train {
				right++
			} else if !ok && i < train {
				wrong++
			}
		}
		share, _ := s.AccuracyOf(s.Shown().Params)
		near("the accuracy", share, float64(right)/float64(train))

		// The plane: its field at places, its shares in words, its crosses.
		p := New("en", s)
		p.Render()
		field := p.paint.Field
		counts := make([]float64, e.Classes)
		for _, place := range plane.Places(side, field.X1, field.X2) {
			at := experiment.Place(place)
			got, _, _ := field.At(at[0], at[1])
			if r.IntN(500) == 0 {
				want, err := model.Predict(e.Matrix(at))
				if err != nil {
					t.Fatal(err)
				}
				for i := range got {
					near(fmt.Sprintf("output %d at %v", i+1, at), float64(got[i]), float64(want.Data[i]))
				}
				near(fmt.Sprintf("the answer at %v", at), s.PredictAt(s.Shown().Params, at)[0], e.AnswersOf(want)[0])
			}
			class, _ := field.Answer(got)
			counts[class] += 1.0 / side / side
		}
		for class, part := range counts {
			_, rest, found := strings.Cut(p.told, "Class "+format.Plain(e.LabelOf(class))+" ("+i18n.For("en").Text("plane.shape_"+plane.ShapeNames[class])+"): ")
			told, _, _ := strings.Cut(rest, " %")
			percent, err := strconv.ParseFloat(told, 64)
			if !found || err != nil || math.Abs(percent-100*part) > 0.51 {
				t.Errorf("%s: class %d has %v of the plane, the text says %q", link, class, part, p.told)
			}
		}
		if got := strings.Count(p.drawn.wrong, "M"); got != wrong {
			t.Errorf("%s: %d crosses, want %d", link, got, wrong)
		}
		wanted, err := model.Predict(e.Matrix(e.Predict))
		if err != nil {
			t.Fatal(err)
		}
		near("the answer", s.PredictAt(s.Shown().Params, e.Predict)[0], e.AnswersOf(wanted)[0])
		last := s.Run.Timeline.Last()
		history := strings.Split(strings.TrimSpace(s.HistoryCSV()), "\n")
		cells := strings.Split(history[len(history)-1], ",")
		got, _ := strconv.ParseFloat(cells[len(cells)-1], 64)
		near("the last prediction of the history", got, e.AnswersOf(wanted)[0])
		if epoch, _ := strconv.Atoi(cells[0]); epoch != last.Epoch || epoch != e.Epochs {
			t.Errorf("%s: the history ends at epoch %s, the training at %d of %d", link, cells[0], last.Epoch, e.Epochs)
		}

		// The program says the same training.
		if read := program.Read(script.Keras(e), e); !read.OK() || !read.Experiment.SameTraining(e) {
			t.Errorf("%s: its program is read as another training: %v", link, read.Problems)
		}
	}
}
