package playground

import (
	"encoding/json"
	"errors"
	"maps"
	"math"
	"slices"
	"strings"
	"testing"

	"firstneuron/pkg/experiment/dataset"
)

// A recorded link is one that testdata/states.js opened by the Playground's rules.
type recordedLink struct {
	Link    string
	Refused []string
	State   struct {
		Activation, Regularization, Dataset, RegDataset, Problem, Tutorial string
		BatchSize, LearningRate, RegularizationRate, Noise, PercTrainData  recordedNumber
		NetworkShape                                                       []float64
		Nodes                                                              []int
		Seed                                                               *string
		ShowTestData, Discretize, InitZero, HideText, CollectStats         bool
		Hide, Fed                                                          []string
		Rows, Updates                                                      int
	}
}

// recordedNumber is a number, or the text of one that JSON has not.
type recordedNumber float64

func (r *recordedNumber) UnmarshalJSON(data []byte) error {
	*r = recordedNumber(number(strings.Trim(string(data), `"`)))
	return nil
}

// TestLinksOpenAsInThePlayground: every key alone, and 300 links of random ones. What
// the state says is what its page makes of the link; what cannot be is refused with
// a notice that names the key.
func TestLinksOpenAsInThePlayground(t *testing.T) {
	var all []json.RawMessage
	read(t, "testdata/states.json", &all)
	links := make([]recordedLink, len(all)-1)
	for i := range links {
		// Over the first, which is the link that says nothing.
		for _, data := range [][]byte{all[0], all[i+1]} {
			if err := json.Unmarshal(data, &links[i]); err != nil {
				t.Fatal(err)
			}
		}
	}
	if len(links) < 800 {
		t.Fatalf("%d links are recorded, want 800", len(links))
	}
	refusals := 0
	for _, want := range links {
		s, notices, err := Parse("https://playground.tensorflow.org/#" + want.Link)
		if err != nil {
			t.Errorf("Parse(%q): %v", want.Link, err)
			continue
		}
		checkNotices(t, want.Link, notices)
		refused := map[string]bool{}
		for _, n := range notices {
			if n.Refused {
				refused[n.Key] = true
			}
		}
		refusals += len(refused)
		// Two refusals are of the state as a whole.
		noInputs, noRows := refused[""], refused["percTrainData"] && !slices.Contains(want.Refused, "percTrainData")
		if noInputs != (len(want.State.Fed) == 0) || noRows != (want.State.Rows < dataset.MinCount) {
			t.Errorf("%q: no inputs %v and no rows %v, want %d inputs and %d rows", want.Link, noInputs, noRows, len(want.State.Fed), want.State.Rows)
		}
		delete(refused, "")
		if noRows {
			delete(refused, "percTrainData")
		}
		keys := slices.Compact(slices.Sorted(slices.Values(want.Refused)))
		if got := slices.Sorted(maps.Keys(refused)); !slices.Equal(got, keys) {
			t.Errorf("%q: notices about %q, want %q", want.Link, got, keys)
		}
		compare(t, s, want, noInputs, noRows)
	}
	if refusals < 200 {
		t.Errorf("%d values are refused, want 200: the links are too tame", refusals)
	}
}

func compare(t *testing.T, s State, link recordedLink, noInputs, noRows bool) {
	t.Helper()
	want := link.State
	check := func(name string, got, want any) {
		t.Helper()
		if got != want {
			t.Errorf("%q: %s is %v, want %v", link.Link, name, got, want)
		}
	}
	check("activation", s.Activation, want.Activation)
	check("regularization", s.Regularization.String(), want.Regularization)
	check("dataset", s.Dataset, want.Dataset)
	check("regDataset", s.RegDataset, want.RegDataset)
	check("problem", s.Regression, want.Problem == "regression")
	check("tutorial", s.Tutorial, want.Tutorial)
	check("batchSize", s.BatchSize, float64(want.BatchSize))
	check("learningRate", s.LearningRate, float64(want.LearningRate))
	check("regularizationRate", s.RegularizationRate, float64(want.RegularizationRate))
	check("noise", s.Noise, float64(want.Noise))
	check("showTestData", s.ShowTestData, want.ShowTestData)
	check("discretize", s.Discretize, want.Discretize)
	check("initZero", s.InitZero, want.InitZero)
	check("hideText", s.HideText, want.HideText)
	check("collectStats", s.CollectStats, want.CollectStats)
	check("no seed", s.Drawn, want.Seed == nil)
	if want.Seed != nil {
		check("seed", s.Seed, *want.Seed)
	}
	if !slices.Equal(s.NetworkShape, want.NetworkShape) || !slices.Equal(s.Units(), want.Nodes) {
		t.Errorf("%q: networkShape is %v, %v units, want %v, %v", link.Link, s.NetworkShape, s.Units(), want.NetworkShape, want.Nodes)
	}
	if !noInputs {
		var fed []string
		for _, f := range s.Features() {
			fed = append(fed, f.Playground)
		}
		if !slices.Equal(fed, want.Fed) || !slices.Equal(s.Hide, want.Hide) {
			t.Errorf("%q: fed with %v, hidden are %v, want %v and %v", link.Link, fed, s.Hide, want.Fed, want.Hide)
		}
	}
	if noRows {
		return
	}
	check("percTrainData", s.PercTrainData, float64(want.PercTrainData))
	rows := s.TrainRows(s.Recipe().Count)
	check("rows", rows, want.Rows)
	updates := 0
	if batch := s.Batch(); batch > 0 {
		updates = rows / batch
		check("rest", s.RestRows(), rows%batch)
	}
	check("updates of an epoch", updates, want.Updates)
}

// checkNotices fails where a notice could not be said: an unknown code, or other
// arguments than it has.
func checkNotices(t *testing.T, link string, notices []*Notice) {
	t.Helper()
	for _, n := range notices {
		want, known := Codes()[n.Code]
		got := slices.Sorted(maps.Keys(n.Args))
		if slices.Sort(want); !known || !slices.Equal(got, want) {
			t.Errorf("%q: notice %s has the arguments %q, want %q", link, n.Code, got, want)
		}
		if text := n.String(); strings.ContainsAny(text, "\x00\n") || len([]rune(text)) > 400 {
			t.Errorf("%q: the notice reads %q", link, text)
		}
	}
}

// TestRecognized: addresses and fragments of the Playground, and what is none.
func TestRecognized(t *testing.T) {
	for text, want := range map[string]string{
		"https://playground.tensorflow.org/#activation=relu": "activation=relu",
		"http://playground.tensorflow.org/#":                 "",
		"https://playground.tensorflow.org/":                 "",
		"playground.tensorflow.org":                          "",
		" HTTPS://Playground.TensorFlow.org/?hl=en#seed=1 ":  "seed=1",
		"#networkShape=":                                     "networkShape=",
		"dataset=xor&epochs=3":                               "dataset=xor&epochs=3",
		"https://example.org/play/#learningRate=0.1":         "learningRate=0.1",
		"playButton_hide=true":                               "playButton_hide=true",
	} {
		if got, ok := Recognized(text); !ok || got != want {
			t.Errorf("Recognized(%q) = %q, %v, want %q", text, got, ok, want)
		}
	}
	for _, text := range []string{
		"", "#", "epochs=1000&w=0", "https://example.org/#epochs=3", "activation=relu", "_hide=true",
		"https://playground.tensorflow.org.example.org/", "https://example.org/playground.tensorflow.org",
	} {
		if got, ok := Recognized(text); ok {
			t.Errorf("Recognized(%q) = %q, want none", text, got)
		}
		var unreadable *UnreadableError
		if _, _, err := Parse(text); !errors.As(err, &unreadable) || unreadable.Size != 0 {
			t.Errorf("Parse(%q) = %v, want an UnreadableError", text, err)
		}
	}
	var unreadable *UnreadableError
	if _, _, err := Parse("#dataset=" + strings.Repeat("x", MaxFragment)); !errors.As(err, &unreadable) || unreadable.Size != MaxFragment+8 {
		t.Errorf("Parse of a long link = %v, want an UnreadableError with its size", err)
	}
}

// TestSeedIsWhatTheBrowserHandsOn: what stands after '#' reaches the Playground with
// percent signs.
func TestSeedIsWhatTheBrowserHandsOn(t *testing.T) {
	for text, want := range map[string]string{"안": "%EC%95%88", "a b": "a%20b", `"<>` + "`": "%22%3C%3E%60", "a\tb": "ab", "1'{}|^": "1'{}|^", "%41": "%41"} {
		s, _, err := Parse("#dataset=xor&seed=" + text)
		if err != nil || s.Seed != want {
			t.Errorf("the seed %q is read as %q, %v, want %q", text, s.Seed, err, want)
		}
	}
}

// TestDefaultIsWhatTheEmptyAddressShows.
func TestDefaultIsWhatTheEmptyAddressShows(t *testing.T) {
	s, notices, err := Parse("https://playground.tensorflow.org")
	if err != nil || len(notices) != 1 || notices[0].Code != "playground_seed_drawn" {
		t.Errorf("Parse gives the notices %v, %v, want that a seed is drawn", notices, err)
	}
	want, _ := json.Marshal(Default())
	if got, _ := json.Marshal(s); string(got) != string(want) {
		t.Errorf("the empty address is %s, want %s", got, want)
	}
}

// FuzzParse: whatever a link holds, its state can be drawn and trained, and every
// notice can be said.
func FuzzParse(f *testing.F) {
	for _, p := range properties {
		f.Add("dataset=circle&" + p.key + "=1")
	}
	f.Add("https://playground.tensorflow.org/#activation=tanh&batchSize=10&dataset=circle&regDataset=reg-plane&learningRate=0.03&regularizationRate=0&noise=0&networkShape=4,2&seed=0.97800&showTestData=false&discretize=false&percTrainData=50&x=true&y=true&xTimesY=false&xSquared=false&ySquared=false&cosX=false&sinX=false&cosY=false&sinY=false&collectStats=false&problem=classification&initZero=false&hideText=false")
	f.Add("networkShape=8,8&percTrainData=-99&batchSize=0.3&x_hide=true&y=false")
	f.Add("networkShape&seed=\xff&noise=1e999")
	f.Fuzz(func(t *testing.T, text string) {
		s, notices, err := Parse(text)
		checkNotices(t, text, notices)
		if err != nil {
			var unreadable *UnreadableError
			if !errors.As(err, &unreadable) {
				t.Errorf("Parse(%q) = %v, want an UnreadableError", text, err)
			}
			return
		}
		if err := s.Recipe().Check(); err != nil || len(s.Features()) == 0 || len(s.NetworkShape) > MaxLayers {
			t.Errorf("Parse(%q) = %+v, which cannot be drawn: %v", text, s, err)
		}
		terms, more := s.Terms()
		checkNotices(t, text, more)
		checkTerms(t, text, terms)
	})
}

// checkTerms fails where terms are none that Keras could be given.
func checkTerms(t *testing.T, link string, terms Terms) {
	t.Helper()
	params, inputs := 0, len(terms.Features)
	for _, units := range terms.Layers {
		if units < 1 || units > MaxUnits {
			t.Errorf("%q: a layer has %d units", link, units)
		}
		params += (inputs + 1) * units
		inputs = units
	}
	count := float64(terms.Recipe.Count)
	if rows := math.Floor(count * (1 - terms.Validation)); rows < dataset.MinCount || terms.Batch < 1 || float64(terms.Batch) > count {
		t.Errorf("%q: %v rows in batches of %d", link, rows, terms.Batch)
	}
	within := func(v, least, most float64) bool { return v >= least && v <= most }
	if !within(terms.LearningRate, minRate, maxRate) || !within(terms.L1, 0, maxPenalty) || !within(terms.L2, 0, maxPenalty) || !within(terms.Validation, 0, maxValidation) {
		t.Errorf("%q: %+v is beyond the limits", link, terms)
	}
	if len(terms.Weights) != params {
		t.Errorf("%q: %d first weights, want %d", link, len(terms.Weights), params)
	}
	for i, w := range terms.Weights {
		if !(math.Abs(float64(w)) <= 0.5) {
			t.Errorf("%q: the first weight %d is %v", link, i, w)
		}
	}
}
