package experiment

import (
	"slices"
	"strings"
)

// properties is THE table of properties. A link is read in its order, so what
// one property resets (an example everything, an optimizer its options, layers
// the given start) comes before what it resets.
var properties = slices.Concat([]property{
	activityProperty,
	exampleProperty,
	recipeProperty,
	xsProperty,
	x2Property,
	ysProperty,
	packedProperty,
	classesProperty,
	featuresProperty,
	normalizeProperty,
}, nameProperties(), []property{
	layersProperty,
	optimizerProperty,
	decimal("lr", "0.01", "learning rate", limits{1e-30, 1000}, oneTwoFive(),
		func(e *Experiment) *float64 { return &e.Optimizer.LearningRate }),
}, optimizerProperties(), []property{
	lossProperty,
}, lossProperties(), []property{
	decimal("l1", "0.01", "L1 regularization of every kernel", limits{0, 1000}, oneTwoFive().fromZero(oneTenThousandth),
		func(e *Experiment) *float64 { return &e.L1 }),
	decimal("l2", "0.01", "L2 regularization of every kernel", limits{0, 1000}, oneTwoFive().fromZero(oneTenThousandth),
		func(e *Experiment) *float64 { return &e.L2 }),
	playgroundProperty,
	metricProperty,
	whole("epochs", "500", "passes over the data", limits{1, MaxEpochs}, every(0.1),
		func(e *Experiment) *int { return &e.Epochs }),
	whole("batch", "32", "points in one update", limits{1, MaxPoints}, doubling(),
		func(e *Experiment) *int { return &e.Batch }),
	yesNo("shuffle", "0", "a new order of the points each epoch: `1` or `0`",
		func(e *Experiment) *bool { return &e.Shuffle }),
	decimal("validation", "0.2", "part of the points, the last ones, that is measured and not trained on", limits{0, 0.9}, every(20),
		func(e *Experiment) *float64 { return &e.Validation }),
	whole("patience", "10", "epochs without improvement after which the training stops early; `0` never", limits{0, MaxEpochs}, every(0.2),
		func(e *Experiment) *int { return &e.Patience }),
	decimal("stop", "0.01", "loss below which the training stops early; `0` never", limits{0, 1e30}, oneTwoFive().fromZero(oneTenThousandth),
		func(e *Experiment) *float64 { return &e.StopLoss }),
	seedProperty,
	weightProperty,
	biasProperty,
	packedWeightsProperty,
	predictProperty,
	queriesProperty,
	yesNo("auto", "1", "train when the page opens",
		func(e *Experiment) *bool { return &e.Auto }),
	yesNo("play", "0", "show the first training from the first guess on, instead of its end alone",
		func(e *Experiment) *bool { return &e.Play }),
	parts("hide", "setup,loss", "parts of the page not shown",
		func(e *Experiment) *[]string { return &e.Hide }),
	parts("lock", "data", "parts shown but not editable",
		func(e *Experiment) *[]string { return &e.Lock }),
	oneOf("open", CodePanel, "panel that is open at first: "+monospacedList(append(PanelKeys(), AllPanels))+"; empty for none", opens,
		func(e *Experiment) *string { return &e.Open }),
	oneOf("lang", languages[1].Code, "language: "+monospacedList(LanguageCodes())+"; empty for the browser's", langChoices,
		func(e *Experiment) *string { return &e.Lang }),
	oneOf("theme", "dark", "colours: `light`, `dark`; empty for the system's", themes,
		func(e *Experiment) *string { return &e.Theme }),
	yesNo("embed", "1", "compact layout, for an iframe",
		func(e *Experiment) *bool { return &e.Embed }),
	yesNo("present", "1", "large, for a projector: without settings, the arrow keys go through the steps, and the class's guesses are marks on the chart",
		func(e *Experiment) *bool { return &e.Present }),
	yesNo("make", "1", "open the desk at which activities are made, with the one of the link",
		func(e *Experiment) *bool { return &e.Make }),
	yesNo("transparent", "1", "no ground of its own, so that the page around shows through",
		func(e *Experiment) *bool { return &e.Transparent }),
	yesNo("test", "1", "draw the points of two inputs that are not trained on",
		func(e *Experiment) *bool { return &e.ShowTest }),
	yesNo("discretize", "1", "draw the class alone that a model of two inputs answers, not how sure it is",
		func(e *Experiment) *bool { return &e.Discretize }),
	yesNo("sound", "1", "let the training be heard: the loss as a pitch, a tick for an epoch, a chord when it has converged; browsers want a touch or a key first",
		func(e *Experiment) *bool { return &e.Sound }),
	oneOf("start", "click", "when the program is loaded: `now`, `visible` (once in view), `click`; empty for `visible` in a frame and `now` elsewhere", loads,
		func(e *Experiment) *string { return &e.LoadWhen }),
}, taskProperties())

func themes() []string { return []string{"", "light", "dark"} }
func loads() []string  { return []string{"", "now", "visible", "click"} }
func opens() []string  { return append(append([]string{""}, PanelKeys()...), AllPanels) }

// findProperty returns the row of a key.
func findProperty(key string) (property, bool) {
	for _, row := range properties {
		if row.key == key {
			return row, true
		}
	}
	return property{}, false
}

// Keys returns the key of every property, in the order of the table.
func Keys() []string {
	keys := make([]string, len(properties))
	for i, row := range properties {
		keys[i] = row.key
	}
	return keys
}

// WordKeys returns the keys of the properties that are an author's words, where a
// link may have any sign.
func WordKeys() []string {
	var keys []string
	for _, row := range properties {
		if row.words {
			keys = append(keys, row.key)
		}
	}
	return keys
}

// Choices returns the names that a property can have, nil when it is no choice.
func Choices(key string) []string {
	if row, ok := findProperty(key); ok && row.names != nil {
		return slices.Clone(row.names())
	}
	if strings.HasPrefix(key, "activation.") {
		return slices.Clone(activationNames())
	}
	return nil
}

// Limits returns the smallest and the largest value of a numeric property; ok
// is false for any other.
func Limits(key string) (minimum, maximum float64, ok bool) {
	if row, found := Default().row(key); found && row.limits != nil {
		return row.limits.minimum, row.limits.maximum, true
	}
	return 0, 0, false
}

// Whole reports whether a property is a whole number from 0 on.
func Whole(key string) bool {
	row, found := Default().row(key)
	return found && row.whole
}

// Value returns a property as its field shows it and a link writes it: "500",
// "0.01", "sgd". The keys "w" and "b" give the actual initial weights, given
// or drawn, and "" for a model of more than one neuron; so does an unknown key.
func (e Experiment) Value(key string) string {
	if row, ok := e.row(key); ok {
		return row.value(e)
	}
	return ""
}

// row returns the row of a key, or that of a part of a layer or a question.
func (e Experiment) row(key string) (property, bool) {
	if row, ok := findProperty(key); ok {
		return row, true
	}
	if row, ok := placeRow(e, key); ok {
		return row, true
	}
	if row, ok := queryRow(e, key); ok {
		return row, true
	}
	return layerRow(e, key)
}

// With returns e with one property set from what a learner typed, or e itself
// and the problem. Setting "w" keeps the "b" that was, and the other way round.
func (e Experiment) With(key, typed string) (Experiment, *Problem) {
	row, ok := e.row(key)
	if !ok {
		return e, NewProblem("unknown_key", "text", Quote(key)).about(key)
	}
	next := e
	p := row.set(&next, input{text: typed, grammar: ParseNumber, other: func(key string) (string, bool) {
		return e.Value(key), false
	}})
	if p != nil {
		return e, p.about(key)
	}
	return next, nil
}

// Stepped returns what a numeric property becomes when its arrow keys are
// pressed: steps up, or down when negative, within its limits. The learning
// rate goes 1, 2, 5, 10, …, the batch size doubles, epochs go by tens, and an x
// to predict steps over one that is asked already. The answer is for
// [Experiment.With]; ok is false when the property has no steps.
func (e Experiment) Stepped(key string, steps int) (value string, ok bool) {
	row, found := e.row(key)
	if !found || row.limits == nil {
		return "", false
	}
	v, p := parseStrict(row.value(e))
	if p != nil {
		return "", false
	}
	further := 1
	if steps < 0 {
		further = -1
	}
	for range MaxQueries {
		stepped := row.steps.step(v, steps)
		value = FormatNumber(min(max(stepped, row.limits.minimum), row.limits.maximum))
		if _, p := e.With(key, value); p == nil {
			return value, true
		}
		if stepped <= row.limits.minimum || stepped >= row.limits.maximum {
			break
		}
		steps += further
	}
	return row.value(e), true // there is none left on that side
}

// Validate returns everything that keeps an experiment from being trained or
// written into a link, each with the key of its property.
func (e Experiment) Validate() []*Problem {
	var problems []*Problem
	again := e // one for all rows: it is large, and a drag asks at every move
	for _, row := range properties {
		var p *Problem
		if row.check != nil {
			p = row.check(e)
		} else {
			again = e
			p = row.set(&again, input{text: row.value(e), grammar: parseStrict})
		}
		if p != nil {
			problems = append(problems, p.about(row.key))
		}
	}
	return problems
}

// PropertyTable returns the table of properties in Markdown, for the
// documentation of links.
func PropertyTable() string {
	var b strings.Builder
	b.WriteString("| key | example | default | meaning |\n|---|---|---|---|\n")
	for _, row := range properties {
		standard := ""
		if row.differs == nil { // else the default depends on other properties
			standard = monospaced(row.value(Default()))
		}
		meaning := row.meaning
		if row.limits != nil {
			meaning += ", from " + FormatNumber(row.limits.minimum) + " to " + FormatNumber(row.limits.maximum)
		}
		b.WriteString("| `" + row.key + "` | " + monospaced(row.escaped(row.example)) + " | " + standard + " | " + meaning + " |\n")
	}
	return b.String()
}

func monospaced(text string) string {
	if text == "" {
		return ""
	}
	return "`" + text + "`"
}

// monospacedList returns names for the documentation: `a`, `b`.
func monospacedList(names []string) string {
	return "`" + strings.Join(names, "`, `") + "`"
}
