package playground

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"firstneuron/pkg/experiment/dataset"
)

// A property is one key of the Playground's links.
type property struct {
	key  string
	read func(r *reader, key string)
}

// properties are all its keys, in the order in which it writes them, but for those
// that hide a control.
var properties = []property{
	{"activation", name(func(s *State) *string { return &s.Activation }, "relu", "tanh", "sigmoid", "linear")},
	{"regularization", (*reader).penalty},
	{"batchSize", anyNumber(func(s *State) *float64 { return &s.BatchSize })},
	{"dataset", name(func(s *State) *string { return &s.Dataset }, "circle", "xor", "gauss", "spiral")},
	{"regDataset", name(func(s *State) *string { return &s.RegDataset }, "reg-plane", "reg-gauss")},
	{"learningRate", anyNumber(func(s *State) *float64 { return &s.LearningRate })},
	{"regularizationRate", anyNumber(func(s *State) *float64 { return &s.RegularizationRate })},
	{"noise", (*reader).noise},
	{"networkShape", (*reader).shape},
	{"seed", (*reader).seed},
	{"showTestData", yesNo(func(s *State) *bool { return &s.ShowTestData })},
	{"discretize", yesNo(func(s *State) *bool { return &s.Discretize })},
	{"percTrainData", anyNumber(func(s *State) *float64 { return &s.PercTrainData })},
	{"x", (*reader).input},
	{"y", (*reader).input},
	{"xSquared", (*reader).input},
	{"ySquared", (*reader).input},
	{"xTimesY", (*reader).input},
	{"sinX", (*reader).input},
	{"sinY", (*reader).input},
	{"cosX", (*reader).input},
	{"cosY", (*reader).input},
	{"collectStats", yesNo(func(s *State) *bool { return &s.CollectStats })},
	{"tutorial", (*reader).tutorial},
	{"problem", (*reader).problem},
	{"initZero", yesNo(func(s *State) *bool { return &s.InitZero })},
	{"hideText", yesNo(func(s *State) *bool { return &s.HideText })},
}

// A reader reads one link.
type reader struct {
	given   map[string]string
	state   State
	notices []*Notice
}

func (r *reader) tell(code, key string, pairs ...string) {
	r.notices = append(r.notices, notice(code, key, pairs...))
}

// text returns the value of a key; ok is false where there is none, or a blank one.
func (r *reader) text(key string) (text string, ok bool) {
	text, ok = r.given[key]
	return text, ok && text != none && strings.TrimFunc(text, blank) != ""
}

// name reads one of some names.
func name(field func(*State) *string, names ...string) func(*reader, string) {
	return func(r *reader, key string) {
		text, ok := r.text(key)
		switch to := field(&r.state); {
		case ok && slices.Contains(names, text):
			*to = text
		case ok:
			r.tell("playground_name", key, "text", text, "names", strings.Join(names, ", "), "used", *to)
		}
	}
}

// anyNumber reads a number without limits.
func anyNumber(field func(*State) *float64) func(*reader, string) {
	return func(r *reader, key string) {
		text, ok := r.text(key)
		if !ok {
			return
		}
		to := field(&r.state)
		if v := number(text); !math.IsNaN(v) {
			*to = v
		} else {
			r.tell("playground_number", key, "text", text, "used", formatNumber(*to))
		}
	}
}

// yesNo reads a checkbox: whatever is not "false" is a yes.
func yesNo(field func(*State) *bool) func(*reader, string) {
	return func(r *reader, key string) {
		if text, ok := r.text(key); ok {
			*field(&r.state) = text != "false"
		}
	}
}

// noise reads a number that the page brings within its slider's range.
func (r *reader) noise(key string) {
	anyNumber(func(s *State) *float64 { return &s.Noise })(r, key)
	given := r.state.Noise
	switch {
	case given > dataset.MaxNoise:
		r.state.Noise = 50
	case given < 0:
		r.state.Noise = 0
	default:
		return
	}
	r.tell("playground_noise", key, "text", formatNumber(given), "used", formatNumber(r.state.Noise))
}

// shape reads the units of the hidden layers. A blank text is no layer.
func (r *reader) shape(key string) {
	text, ok := r.given[key]
	if !ok {
		return
	}
	var units []float64
	bad := text == none // the Playground's page stays blank
	if !bad && strings.TrimFunc(text, blank) != "" {
		cells := strings.Split(text, ",")
		bad = len(cells) > MaxLayers
		for _, cell := range cells[:min(len(cells), MaxLayers)] {
			n := number(cell)
			bad = bad || !(n > 0 && n <= MaxUnits)
			units = append(units, n)
		}
	}
	if !bad {
		r.state.NetworkShape = units
		return
	}
	r.tell("playground_shape", key, "text", strings.ReplaceAll(text, none, ""), "used", shapeText(r.state.NetworkShape),
		"units", strconv.Itoa(MaxUnits), "layers", strconv.Itoa(MaxLayers))
}

// seed reads a text.
func (r *reader) seed(key string) {
	text, ok := r.text(key)
	switch n := utf8.RuneCountInString(text); {
	case !ok:
		r.tell("playground_seed_drawn", key, "used", r.state.Seed)
	case n > dataset.MaxSeed:
		r.tell("playground_seed", key, "count", strconv.Itoa(n), "max", strconv.Itoa(dataset.MaxSeed), "used", r.state.Seed)
	default:
		r.state.Seed, r.state.Drawn = text, false
	}
}

// input reads whether a feature is on. They are read in the order in which they are
// fed.
func (r *reader) input(key string) {
	on := slices.Contains(r.state.Inputs, key)
	if text, ok := r.text(key); ok {
		on = text != "false"
	}
	r.state.Inputs = slices.DeleteFunc(r.state.Inputs, func(name string) bool { return name == key })
	if !on {
		return
	}
	r.state.Inputs = append(r.state.Inputs, key)
	for _, f := range dataset.Features() {
		if f.Playground == key && !f.Fed {
			r.tell("playground_not_fed", key)
		}
	}
}

func (r *reader) tutorial(key string) {
	if text, ok := r.text(key); ok {
		r.state.Tutorial = text
		r.tell("playground_not_here", key, "text", text)
	}
}

func (r *reader) problem(key string) {
	names := []string{"classification", "regression"}
	problem := names[0]
	name(func(*State) *string { return &problem }, names...)(r, key)
	r.state.Regression = problem == names[1]
}

// hide reads which controls are not shown.
func (r *reader) hide() {
	for key, value := range r.given {
		if control, found := strings.CutSuffix(key, hideSuffix); found && control != "" && value == "true" {
			r.state.Hide = append(r.state.Hide, control)
		}
	}
	slices.Sort(r.state.Hide)
}

// check replaces what single values do not tell: nothing to feed, nothing to train
// on.
func (r *reader) check() {
	if len(r.state.Features()) == 0 {
		r.tell("playground_inputs", "")
		r.state.Inputs = []string{"x", "y"}
		r.state.Hide = slices.DeleteFunc(r.state.Hide, func(name string) bool { return name == "x" || name == "y" })
	}
	count := r.state.Recipe().Count
	if rows := r.state.TrainRows(count); rows < dataset.MinCount {
		given := r.state.PercTrainData
		r.state.PercTrainData = Default().PercTrainData
		r.tell("playground_training_part", "percTrainData", "text", formatNumber(given), "rows", strconv.Itoa(rows), "used", formatNumber(r.state.PercTrainData))
	}
}

// formatNumber writes a number with as few digits as it needs.
func formatNumber(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }

// shapeText writes the units of layers as links do.
func shapeText(shape []float64) string {
	texts := make([]string, len(shape))
	for i, n := range shape {
		texts[i] = formatNumber(n)
	}
	return strings.Join(texts, ",")
}
