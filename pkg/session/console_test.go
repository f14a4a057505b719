package session

import (
	"encoding/json"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"firstneuron/pkg/experiment"
)

var (
	elapsed = regexp.MustCompile(`\d+s \d+(s|ms|us)/step`)
	colours = regexp.MustCompile("\x1b\\[[0-9]*m|\b")
)

// onScreen is what a terminal shows of what Keras prints, times aside.
func onScreen(text string) string {
	var lines []string
	for line := range strings.SplitSeq(colours.ReplaceAllString(text, ""), "\n") {
		lines = append(lines, line[strings.LastIndexByte(line, '\r')+1:])
	}
	return strings.TrimSpace(elapsed.ReplaceAllString(strings.Join(lines, "\n"), "0s"))
}

func (p *player) console() string {
	var texts []string
	for _, entry := range p.Console() {
		texts = append(texts, entry.Text)
	}
	return strings.Join(texts, "\n")
}

// TestConsoleIsWhatKerasPrints compares with the trainings and the summaries
// that Keras printed for pkg/nn.
func TestConsoleIsWhatKerasPrints(t *testing.T) {
	text, err := os.ReadFile("../nn/testdata/keras/console.json")
	if err != nil {
		t.Fatal(err)
	}
	var fixture struct {
		Fits []struct {
			Verbose, Rows, Epochs int
			Args                  map[string]float64
			Text                  string
		}
		Summaries []struct{ Name, Text string }
	}
	if err := json.Unmarshal(text, &fixture); err != nil {
		t.Fatal(err)
	}
	compared := 0
	for _, want := range fixture.Fits {
		if want.Verbose != 1 || want.Args["initial_epoch"] != 0 {
			continue // the page has no such argument
		}
		compared++
		p := open("")
		p.send(CodeTyped{Text: "import keras\nimport numpy as np\nx = np.linspace(-1, 1, " + strconv.Itoa(want.Rows) + ")\ny = 2 * x - 1\n" +
			"model = keras.Sequential([keras.Input(shape=(1,)), keras.layers.Dense(1)])\n" +
			"model.compile(\"sgd\", \"mse\", metrics=[\"mae\"])\nmodel.set_weights([np.zeros((1, 1)), np.zeros(1)])\n" +
			"model.fit(x, y, epochs=" + strconv.Itoa(want.Epochs) + ", shuffle=False" + arguments(want.Args) + ")\n"})
		p.send(SettingTyped{Key: "w", Text: "0"}, SettingTyped{Key: "b", Text: "0"})
		p.do(t, TrainPressed{})
		if got := onScreen(p.console()); got != onScreen(want.Text) {
			t.Errorf("%d rows: the console has\n%s\nKeras prints\n%s\nthe program is\n%s", want.Rows, got, onScreen(want.Text), p.Code.Text)
		}
	}
	if compared < 3 {
		t.Errorf("%d trainings compared, want 3", compared)
	}
	compared = 0
	for _, want := range fixture.Summaries {
		layers := map[string]string{"one neuron": "1", "1-16-16-1": "16:tanh,16:tanh,1"}[want.Name]
		after := map[string]string{"one neuron, SGD after a step": "sgd", "one neuron, Adam after a step": "adam"}[want.Name]
		if layers == "" && after == "" {
			continue
		}
		compared++
		p := open("epochs=1&layers=" + layers + "&optimizer=" + after)
		before, fit, _ := strings.Cut(p.Code.Text, "model.fit")
		if after == "" {
			p.send(CodeTyped{Text: before + "model.summary()\nmodel.fit" + fit})
		} else {
			p = open("epochs=1&optimizer=" + after)
			p.send(CodeTyped{Text: p.Code.Text + "model.summary()\n"})
		}
		p.do(t, TrainPressed{})
		if got := p.console(); !strings.Contains(got, strings.TrimSpace(want.Text)) {
			t.Errorf("%s: the console has\n%s\nwant in it\n%s", want.Name, got, want.Text)
		}
	}
	if compared != 4 {
		t.Errorf("%d summaries compared, want 4", compared)
	}
}

// arguments writes the arguments that a fixture gave to fit.
func arguments(args map[string]float64) string {
	text := ""
	if split := args["validation_split"]; split != 0 {
		text += ", validation_split=" + experiment.FormatNumber(split)
	}
	if batch := args["batch_size"]; batch != 0 {
		text += ", batch_size=" + experiment.FormatNumber(batch)
	}
	return text
}

func TestConsoleOfTheLesson(t *testing.T) {
	p := open("w=0&b=0&also=5:9,6")
	if got := p.Console(); len(got) != 0 {
		t.Errorf("untrained the console has %v, want nothing", got)
	}
	p.do(t, TrainPressed{})
	got := elapsed.ReplaceAllString(p.console(), "0s")
	for _, want := range []string{
		"Epoch 1/500\n1/1 ━━━━━━━━━━━━━━━━━━━━ 0s - loss: 15.6667\n⋮\n",
		"Epoch 500/500\n1/1 ━━━━━━━━━━━━━━━━━━━━ 0s - loss: 4.0217e-05\n1/1 ━━━━━━━━━━━━━━━━━━━━ 0s\n[[18.98149",
		"]]\n1/1 ━━━━━━━━━━━━━━━━━━━━ 0s\n[[ 8.99",
		"]\n1/1 ━━━━━━━━━━━━━━━━━━━━ 0s - loss: ",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the console has\n%s\nwant in it\n%s", got, want)
		}
	}
	entries := p.Console()
	if len(entries) > 2*maxConsoleEpochs+10 || entries[0].Epoch != 1 {
		t.Errorf("%d entries, the first of epoch %d; want few, from epoch 1", len(entries), entries[0].Epoch)
	}
	p.send(CursorMoved{Epoch: entries[2].Epoch})
	if shown := p.Shown().Epoch; shown != entries[2].Epoch || shown <= 1 || shown >= 500 {
		t.Errorf("the cursor is at epoch %d, want that of the entry, %d", shown, entries[2].Epoch)
	}
}

func TestConsoleStaysShort(t *testing.T) {
	for _, epochs := range []string{"1", "29", "30", "31", "1999", "50000", "1000000"} {
		p := open("xs=0,1&ys=0,1&epochs=" + epochs)
		p.atOnce = true
		p.do(t, TrainPressed{})
		entries := p.Console()
		lastEpoch := 0
		for _, entry := range entries {
			if entry.Epoch >= 0 {
				if entry.Epoch <= lastEpoch {
					t.Errorf("%s epochs: epoch %d after %d", epochs, entry.Epoch, lastEpoch)
				}
				lastEpoch = entry.Epoch
			}
		}
		if len(entries) > 2*maxConsoleEpochs+6 || strconv.Itoa(lastEpoch) != epochs {
			t.Errorf("%s epochs: %d entries up to epoch %d", epochs, len(entries), lastEpoch)
		}
	}
}
