package e2e

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"firstneuron/e2e/browser"
	"firstneuron/pkg/experiment"
	"firstneuron/pkg/nn"
	"firstneuron/pkg/ui/format"
)

// randomLink is an experiment drawn at random. A plain one is of a single neuron
// and forgets rounding; a net can blow a last digit up to another curve.
func randomLink(random *rand.Rand, plain bool) string {
	pick := func(from ...string) string { return from[random.IntN(len(from))] }
	var xs, ys []string
	for range 3 + random.IntN(10) {
		x := math.Round(600*random.Float64())/100 - 3
		xs = append(xs, strconv.FormatFloat(x, 'f', -1, 64))
		ys = append(ys, strconv.FormatFloat(math.Round(100*(1.5*x+random.NormFloat64()))/100, 'f', -1, 64))
	}
	optimizers, layers := []string{"sgd", "adam", "rmsprop"}, []string{"1", "1", "1", "1:tanh", "4:tanh,1", "5:relu,3:sigmoid,1"}
	if plain {
		optimizers, layers = optimizers[:2], layers[:4]
	}
	parts := []string{
		"xs=" + strings.Join(xs, ","), "ys=" + strings.Join(ys, ","),
		"epochs=" + strconv.Itoa(5+random.IntN(250)), "batch=" + pick("2", "4", "32"),
		"optimizer=" + pick(optimizers...), "lr=" + pick("0.003", "0.01", "0.03"),
		"loss=" + pick("mean_squared_error", "mean_absolute_error", "huber"),
		"layers=" + pick(layers...),
		"validation=" + pick("0", "0", "0.3"), "shuffle=" + pick("0", "1"), "metric=" + pick("", "mae"),
		"seed=" + strconv.Itoa(random.IntN(1000)), "predict=" + strconv.Itoa(random.IntN(20)-5),
	}
	return strings.Join(parts, "&")
}

// moment is an epoch of a training, by pkg/nn alone.
type moment struct {
	loss, answer float64
	params       []float32
}

// trained trains the experiment of a link and returns every epoch, the first
// guess first.
func trained(tb testing.TB, link string) (experiment.Experiment, []moment) {
	tb.Helper()
	e, problems := experiment.Decode(link)
	if len(problems) > 0 {
		tb.Fatalf("%s: %v", link, problems[0])
	}
	model, err := e.Model()
	if err != nil {
		tb.Fatal(err)
	}
	var moments []moment
	keep := func(loss float64) {
		answer, err := model.Predict(nn.Column(float32(e.Predict[0])))
		if err != nil {
			tb.Fatal(err)
		}
		moments = append(moments, moment{loss, float64(answer.Data[0]), model.AppendParams(nil)})
	}
	keep(0)
	config := e.FitConfig()
	config.Callbacks = append(config.Callbacks, nn.LambdaCallback{OnEpochEnd: func(_ int, logs nn.Logs) error {
		keep(logs.Get("loss"))
		return nil
	}})
	x, y := e.Data()
	if _, err := model.Fit(context.Background(), x, y, config); err != nil {
		tb.Fatal(err)
	}
	return e, moments
}

// ran is an independent run of the experiment of an address.
func ran(tb testing.TB, address string) (e experiment.Experiment, model *nn.Sequential) {
	tb.Helper()
	_, fragment, _ := strings.Cut(address, "#")
	e, problems := experiment.Decode(fragment)
	if len(problems) > 0 {
		tb.Fatal(problems)
	}
	model, err := e.Model()
	if err != nil {
		tb.Fatal(err)
	}
	x, y := e.Data()
	if _, err := model.Fit(context.Background(), x, y, e.FitConfig()); err != nil {
		tb.Fatal(err)
	}
	return e, model
}

// TestNumbersAgreeEverywhere compares, for 12 experiments at 8 epochs each, with
// the flag -corpus for 50 at 20, every place in which the page tells a number with
// a training by pkg/nn: half of them as the page computes, half in Go alone as
// pkg/nn does here. That every epoch is recorded as pkg/nn trains it, package
// session compares for many more.
func TestNumbersAgreeEverywhere(t *testing.T) {
	t.Parallel()
	experiments, epochs := 12, 8
	if *wholeCorpus {
		experiments, epochs = 50, 20
	}
	for name, kernel := range map[string]bool{"SIMD kernel": true, "pure Go": false} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			random := rand.New(rand.NewPCG(18, uint64(len(name))))
			page := openWithKernel(t, kernel, browser.Script(keepFiles))
			for range experiments / 2 {
				link := randomLink(random, kernel)
				page.Goto(strings.Split(page.URL(), "#")[0] + "#" + link + "&auto=1&play=0")
				e, moments := trained(t, link)
				last := len(moments) - 1
				page.WaitTextHas("status", "Training status", fmt.Sprintf("Epoch %d of %d,", last, last))
				page.WaitFor("button", "Train")
				page.Click("button", "Keep this run") // for its table
				history := historyOf(t, page)
				for range epochs {
					at := random.IntN(last + 1)
					page.Slide("Epoch", float64(at))
					// The tree of the whole page is dear: first a look at one place.
					page.WaitPartHas(browser.TrainStatus, fmt.Sprintf("Epoch %d of ", at))
					page.Wait(fmt.Sprintf("epoch %d of %s", at, link), func() error {
						return told(page.Tree(), e, at, moments[at])
					})
					if err := recorded(history, at, moments[at]); err != nil {
						t.Errorf("%s: %v", link, err)
					}
				}
				page.Click("button", "Remove run 1")
			}
		})
	}
}

// historyOf is the page's history, by its column names.
func historyOf(tb testing.TB, page *browser.Page) []map[string]float64 {
	tb.Helper()
	lines := strings.Split(strings.TrimSpace(saved(page, "Loss per epoch", "CSV").Text), "\n")
	names := strings.Split(lines[0], ",")
	var rows []map[string]float64
	for _, line := range lines[1:] {
		row := map[string]float64{}
		for i, cell := range strings.Split(line, ",") {
			if cell != "" {
				row[names[i]] = number(tb, cell)
			}
		}
		rows = append(rows, row)
	}
	return rows
}

// alike reports whether two numbers are the same float32 but for the last
// digits, in which processors differ.
func alike(a, b float64) bool { return math.Abs(a-b) <= 2e-5*(1e-2+math.Abs(b)) }

// recorded compares a line of the CSV.
func recorded(history []map[string]float64, epoch int, want moment) error {
	if len(history) <= epoch || history[epoch]["epoch"] != float64(epoch) {
		return fmt.Errorf("the CSV has no line for epoch %d", epoch)
	}
	row := history[epoch]
	if !alike(row["prediction"], want.answer) || (epoch > 0 && !alike(row["loss"], want.loss)) {
		return fmt.Errorf("the CSV has at epoch %d the loss %v and the prediction %v, want %v and %v",
			epoch, row["loss"], row["prediction"], want.loss, want.answer)
	}
	return nil
}

// told compares all that the page tells of an epoch. Where a last digit may be
// rounded the other way, the texts must agree with each other all the same.
func told(tree browser.Tree, e experiment.Experiment, epoch int, want moment) error {
	answer, err := tree.Text("output", "Prediction")
	if err != nil {
		return err
	}
	status, err := tree.Text("status", "Training status")
	if err != nil {
		return err
	}
	if !strings.HasPrefix(status, fmt.Sprintf("Epoch %d of ", epoch)) {
		return fmt.Errorf("the status is %q", status)
	}
	if v, err := parsed(answer); err != nil || !alike(v, want.answer) {
		return fmt.Errorf("the prediction is %s, want %v", answer, want.answer)
	}
	fit, err := tree.Description("img", "Fit")
	if err != nil {
		return err
	}
	if !strings.Contains(fit, "it predicts "+answer+".") {
		return fmt.Errorf("the chart tells %q, the prediction is %s", fit, answer)
	}
	rows, err := tree.Rows("Runs")
	if err != nil {
		return err
	}
	if len(rows) < 3 {
		return fmt.Errorf("the race is %q, want this run and a kept one", rows)
	}
	for _, row := range rows[1:] {
		if line := strings.Join(row, " "); !strings.Contains(line, answer) || !strings.Contains(line, " "+strconv.Itoa(epoch)+" ") {
			return fmt.Errorf("the race has %q, the prediction at epoch %d is %s", line, epoch, answer)
		}
	}
	if epoch > 0 {
		loss := status[strings.LastIndex(status, " ")+1:]
		curve, err := tree.Description("img", "Loss per epoch")
		if err != nil {
			return err
		}
		if v, err := parsed(loss); err != nil || math.Abs(v-want.loss) > 6e-5*math.Max(1, want.loss) {
			return fmt.Errorf("the loss is %s, want %v", loss, want.loss)
		}
		if epoch < int(rowsEnd(rows)) && !strings.Contains(curve, fmt.Sprintf("Epoch %d: loss %s", epoch, loss)) {
			return fmt.Errorf("the curve tells %q, the status says %q", curve, status)
		}
	}
	if !e.IsLine() {
		return nil
	}
	w, b := float64(want.params[0]), float64(want.params[1])
	for name, v := range map[string]float64{"Weight": w, "Bias": b} {
		text, err := tree.Text("output", name)
		if err != nil {
			return err
		}
		if got, err := parsed(text); err != nil || !alike(got, v) {
			return fmt.Errorf("%s is %s, want %v", name, text, v)
		}
		network, err := tree.Description("img", "Network")
		if err != nil {
			return err
		}
		if !strings.Contains(network, " "+text) {
			return fmt.Errorf("the network tells %q, %s is %s", network, name, text)
		}
		surface, err := tree.Description("img", "Loss surface")
		if err != nil {
			return err
		}
		if now := surface[strings.Index(surface, "is now at")+1:]; !strings.Contains(now, text) {
			return fmt.Errorf("the surface tells %q, %s is %s", surface, name, text)
		}
	}
	if e.Layers[0].Activation == "linear" && !strings.Contains(fit, "y = ") {
		return fmt.Errorf("the chart tells %q, want the formula", fit)
	}
	return nil
}

// rowsEnd is the last epoch of the race's run.
func rowsEnd(rows [][]string) float64 {
	_, epochs, _ := strings.Cut(rows[1][4], " of ")
	v, _ := parsed(epochs) // a table that reads otherwise fails above
	return v
}

// parsed reads a number as the page writes it.
func parsed(text string) (float64, error) {
	return strconv.ParseFloat(strings.ReplaceAll(text, format.Minus, "-"), 64)
}
