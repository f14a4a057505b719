package nn_test

import (
	"context"
	"regexp"
	"strings"
	"testing"

	"firstneuron/pkg/nn"
)

// TestKerasConsoles: what Fit prints of twenty models is what Keras prints, times
// aside, callbacks that talk among them, and so are their summaries.
func TestKerasConsoles(t *testing.T) {
	var fixture struct {
		head
		Consoles []struct {
			wholeFixture
			Callbacks []spec
			Text      string
		}
	}
	readFixture(t, "consoles.json", &fixture)
	if len(fixture.Consoles) < 20 {
		t.Fatalf("%d consoles, want at least 20", len(fixture.Consoles))
	}
	for _, want := range fixture.Consoles {
		t.Run(want.Name, func(t *testing.T) {
			model := modelOf(t, want.wholeFixture)
			x, y := want.data(t)
			var printed strings.Builder
			var callbacks []nn.Callback
			for _, c := range want.Callbacks {
				callbacks = append(callbacks, talking(t, c, &printed))
			}
			_, err := model.Fit(context.Background(), x, y, nn.FitConfig{
				Epochs: want.Epochs, BatchSize: want.BatchSize, NoShuffle: true, ValidationSplit: want.ValidationSplit,
				Callbacks: append(callbacks, nn.NewConsole(&printed)),
			})
			if err != nil {
				t.Fatal(err)
			}
			got, text := elapsed.ReplaceAllString(finished(printed.String()), "T"), elapsed.ReplaceAllString(want.Text, "T")
			if strings.TrimSpace(got) != strings.TrimSpace(text) {
				t.Errorf("Fit printed\n%s\nwant\n%s", got, text)
			}
			if got := model.Summary(); strings.TrimSpace(got) != strings.TrimSpace(want.Summary) {
				t.Errorf("Summary:\n%s\nwant\n%s", got, want.Summary)
			}
		})
	}
}

var (
	bar     = regexp.MustCompile(`^\s*\d+/\d+ `)
	message = regexp.MustCompile(`^Epoch \d+: `)
)

// finished leaves out a bar before a line in which a callback talks, as the fixture
// does: Keras draws it again and again while the epoch goes on.
func finished(text string) string {
	lines := strings.Split(text, "\n")
	for i := range lines[:len(lines)-1] {
		if bar.MatchString(lines[i]) && message.MatchString(lines[i+1]) {
			lines[i] = ""
		}
	}
	return strings.Join(lines, "\n")
}

// talking returns the callback of a spec, which writes to w.
func talking(t *testing.T, s spec, w *strings.Builder) nn.Callback {
	t.Helper()
	delete(s.Args, "verbose")
	pointer := func(name string) *float64 {
		v, ok := s.Args[name].(float64)
		delete(s.Args, name)
		if !ok {
			return nil
		}
		return &v
	}
	switch s.Class {
	case "EarlyStopping":
		c := nn.NewEarlyStopping()
		c.Verbose, c.Baseline = w, pointer("baseline")
		configure(t, c, s.Args)
		return c
	case "ReduceLROnPlateau":
		c := nn.NewReduceLROnPlateau()
		c.Verbose = w
		configure(t, c, s.Args)
		return c
	case "LearningRateScheduler":
		return &nn.LearningRateScheduler{Schedule: func(_ int, rate float64) float64 { return rate * 0.5 }, Verbose: w}
	case "ModelCheckpoint":
		c := nn.NewModelCheckpoint(s.Args["filepath"].(string))
		c.Verbose, c.InitialValueThreshold = w, pointer("initial_value_threshold")
		c.Save = func(*nn.Sequential, string) error { return nil }
		c.SaveBestOnly, _ = s.Args["save_best_only"].(bool)
		if monitor, ok := s.Args["monitor"].(string); ok {
			c.Monitor = monitor
		}
		if mode, ok := s.Args["mode"].(string); ok {
			c.Mode = mode
		}
		return c
	}
	t.Fatalf("no callback %s", s.Class)
	return nil
}
