package experiment

import (
	"slices"
	"strings"
	"testing"
)

// TestKeysOfOldLinksAreKept: links live as long as the pages that they are
// written on, so a key is never taken away. Their order is that in which links
// are read. (x1 and x2 of the design come with models of two inputs; until
// then they are unknown keys, which a link may have.)
func TestKeysOfOldLinksAreKept(t *testing.T) {
	want := []string{
		"example", "xs", "ys", "data", "layers", "optimizer", "lr", "momentum", "nesterov", "weight_decay", "clipnorm", "clipvalue",
		"global_clipnorm", "beta_1", "beta_2", "epsilon", "amsgrad", "rho", "centered", "initial_accumulator_value",
		"learning_rate_power", "l1_regularization_strength", "l2_regularization_strength", "l2_shrinkage_regularization_strength",
		"beta", "loss", "delta", "from_logits", "label_smoothing", "l1", "l2", "playground", "metric", "epochs", "batch", "shuffle", "validation",
		"patience", "stop", "seed", "w", "b", "weights", "predict", "also", "auto", "hide", "lock", "lang", "theme", "embed", "transparent",
		"start", "title", "text", "ask", "goal", "feedback",
	}
	got := slices.DeleteFunc(Keys(), func(key string) bool { return !slices.Contains(want, key) })
	if !slices.Equal(got, want) {
		t.Errorf("Keys() has %q, want %q in this order", got, want)
	}
}

func TestEveryPropertysExampleIsReadAndWrittenBack(t *testing.T) {
	for _, row := range properties {
		e, problems := Decode(row.within + "&" + row.key + "=" + row.example)
		if row.key == "xs" || row.key == "ys" {
			e, problems = Decode("xs=" + xsProperty.example + "&ys=" + ysProperty.example)
		}
		if len(problems) > 0 {
			t.Errorf("Decode(%s=%s) reports %v", row.key, row.example, problems)
		}
		// How small data is deflated is compress/flate's business.
		if got := e.Value(row.key); got != row.example && row.key != "data" {
			t.Errorf("%s=%s: Value = %q", row.key, row.example, got)
		}
	}
}

func TestWith(t *testing.T) {
	for _, test := range []struct {
		key, typed, want string
	}{
		{"epochs", " 1000 ", "1000"},
		{"epochs", "１０", "10"},
		{"lr", "0,05", "0.05"},
		{"w", "−3", "-3"},
		{"b", "2", "2"},
		{"predict", "1e3", "1000"},
		{"seed", "4294967295", "4294967295"},
		{"layers", "8, 1", "8,1"},
		{"xs", "1,2,3,4,5,6", "1,2,3,4,5,6"},
		{"ys", "1,2,3,4,5,6", "1,2,3,4,5,6"},
		{"example", "houses", "houses"},
		{"shuffle", "0", "0"},
		{"theme", "", ""},
	} {
		e, p := Default().With(test.key, test.typed)
		if got := e.Value(test.key); p != nil || got != test.want {
			t.Errorf("With(%q, %q): Value = %q, %v, want %q", test.key, test.typed, got, p, test.want)
		}
	}
}

func TestWithReportsAndChangesNothing(t *testing.T) {
	for _, test := range []struct{ key, typed, want string }{
		{"epochs", "0", "epochs: “0” is out of range: use a number from 1 to 1000000"},
		{"epochs", "1e9", "epochs: “1e9” is out of range: use a number from 1 to 1000000"},
		{"epochs", "many", "epochs: “many” is not a number: write digits, such as 2, -0.5 or 1e-3"},
		{"lr", "", "lr: a number is missing: type one, such as 2 or -0.5"},
		{"xs", "1,2", "xs: 2 values of x but 6 of y: give one y for every x"},
		{"temperature", "1", "temperature: there is no property “temperature”"},
	} {
		e, p := Default().With(test.key, test.typed)
		if p == nil || p.Error() != test.want || !e.Equal(Default()) {
			t.Errorf("With(%q, %q) = %v, want %q and the lesson unchanged", test.key, test.typed, p, test.want)
		}
	}
}

func TestWithOneHalfOfTheStartKeepsTheOther(t *testing.T) {
	drawn, _ := Default().InitialLine()
	e, _ := Default().With("b", "3")
	if want := (Line{W: drawn.W, B: 3}); e.Initial == nil || *e.Initial != want {
		t.Errorf("With(b, 3).Initial = %v, want %v", e.Initial, want)
	}
	if e, _ = e.With("w", "2"); *e.Initial != (Line{W: 2, B: 3}) {
		t.Errorf("With(w, 2).Initial = %v, want {2 3}", e.Initial)
	}
	if Default().Initial != nil {
		t.Error("the lesson's own start changed")
	}
}

func TestOtherLayersDropAGivenStart(t *testing.T) {
	e := Default()
	e.Initial = &Line{W: 1}
	e, p := e.With("layers", "4,1")
	if p != nil || e.Initial != nil || len(e.Validate()) > 0 {
		t.Errorf("With(layers, 4,1): Start = %v, problem %v, invalid %v", e.Initial, p, e.Validate())
	}
	if got := e.Value("w"); got != "" {
		t.Errorf("Value(w) of two layers = %q, want none", got)
	}
	if _, p := e.With("w", "1"); codeOf(p) != "start_needs_one_neuron" {
		t.Errorf("With(w, 1) of two layers = %v, want start_needs_one_neuron", p)
	}
}

func TestChoicesAndLimits(t *testing.T) {
	if got, want := Choices("theme"), []string{"", "light", "dark"}; !slices.Equal(got, want) {
		t.Errorf("Choices(theme) = %q, want %q", got, want)
	}
	if got := Choices("epochs"); got != nil {
		t.Errorf("Choices(epochs) = %q, want none", got)
	}
	if low, high, ok := Limits("epochs"); !ok || low != 1 || high != MaxEpochs {
		t.Errorf("Limits(epochs) = %g, %g, %v, want 1, %d", low, high, ok, MaxEpochs)
	}
	if _, _, ok := Limits("theme"); ok {
		t.Error("Limits(theme) is ok, want none")
	}
}

func TestValidateNamesTheProperty(t *testing.T) {
	for _, test := range []struct {
		change func(*Experiment)
		want   string
	}{
		{func(e *Experiment) { e.Points = nil }, "xs: no points"},
		{func(e *Experiment) { e.Points = e.Points[:1] }, "xs: 1 point is too few"},
		{func(e *Experiment) { e.Points = make([]Point, MaxPoints+1) }, "xs: 5001 points are too many"},
		{func(e *Experiment) { e.Points = []Point{{X: Place{0}, Y: 0}, {X: Place{1}, Y: 2e12}} }, "xs: line 2, column 2: “2000000000000” is out of range"},
		{func(e *Experiment) { e.Epochs = 0 }, "epochs: “0” is out of range"},
		{func(e *Experiment) { e.Layers = nil }, "layers: no layer"},
		{func(e *Experiment) { e.Loss = "mse2" }, "loss: “mse2” is not known"},
		{func(e *Experiment) { e.Initial = &Line{W: 2e12} }, "w: “2000000000000” is out of range"},
		{func(e *Experiment) { e.Hide = []string{"A B"} }, "hide: “A B” does not name a part"},
	} {
		problems := edit(test.change).Validate()
		if len(problems) != 1 || !strings.HasPrefix(problems[0].Error(), test.want) {
			t.Errorf("Validate() = %v, want %q", problems, test.want)
		}
	}
}

func TestPropertyTable(t *testing.T) {
	table := PropertyTable()
	for _, want := range []string{
		"| key | example | default | meaning |\n|---|---|---|---|\n",
		"| `epochs` | `500` | `500` | passes over the data, from 1 to 1000000 |\n",
		"| `example` | `celsius` |  | a preset",
	} {
		if !strings.Contains(table, want) {
			t.Errorf("PropertyTable() lacks %q:\n%s", want, table)
		}
	}
	if got, want := strings.Count(table, "\n"), len(properties)+2; got != want {
		t.Errorf("PropertyTable() has %d lines, want %d", got, want)
	}
}

func TestLayersAreEdited(t *testing.T) {
	e := Default().AddLayer()
	if got := e.Value("layers"); got != "8:tanh,1" {
		t.Fatalf("AddLayer gives %q, want 8:tanh,1", got)
	}
	e, p := e.With(UnitsKey(1), "16")
	if p != nil || e.Value("layers") != "16:tanh,1" || e.Value(UnitsKey(1)) != "16" {
		t.Errorf("With(%s, 16) = %q, %v", UnitsKey(1), e.Value("layers"), p)
	}
	before := e
	if e, p = e.With(ActivationKey(1), "relu"); p != nil || e.Value("layers") != "16:relu,1" || before.Value("layers") != "16:tanh,1" {
		t.Errorf("With(%s, relu) = %q, %v; before it %q", ActivationKey(1), e.Value("layers"), p, before.Value("layers"))
	}
	for _, bad := range [][2]string{{UnitsKey(1), "65"}, {UnitsKey(2), "3"}, {ActivationKey(1), "rellu"}, {UnitsKey(3), "1"}, {"units.0", "1"}} {
		if next, p := e.With(bad[0], bad[1]); p == nil || !next.Equal(e) {
			t.Errorf("With(%q, %q) = %v, want a problem and nothing changed", bad[0], bad[1], p)
		}
	}
	if text, ok := e.Stepped(UnitsKey(1), 1); !ok || text != "17" {
		t.Errorf("Stepped(units) = %q, want 17", text)
	}
	if e = e.AddLayer().AddLayer(); e.Value("layers") != "16:relu,16:relu,16:relu,1" {
		t.Errorf("two more layers: %q", e.Value("layers"))
	}
	if e = e.RemoveLayer(1).RemoveLayer(9).RemoveLayer(0).RemoveLayer(3); e.Value("layers") != "16:relu,16:relu,1" {
		t.Errorf("RemoveLayer leaves %q, want two hidden layers", e.Value("layers"))
	}
	for range 20 {
		e = e.AddLayer()
	}
	if len(e.Layers) != MaxLayers || len(e.Validate()) > 0 {
		t.Errorf("%d layers, problems %v; want %d and none", len(e.Layers), e.Validate(), MaxLayers)
	}
}

func TestOptionsBelongToTheirOptimizer(t *testing.T) {
	e, problems := Decode("optimizer=adam&beta_1=0.5&amsgrad=1&loss=huber&delta=2&l2=0.01&metric=mae&validation=0.25&patience=5")
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if got, want := Encode(e), "optimizer=adam&lr=0.001&beta_1=0.5&amsgrad=1&loss=huber&delta=2&l2=0.01&metric=mae&validation=0.25&patience=5"; got != want && got != strings.Replace(want, "lr=0.001&", "", 1) {
		t.Errorf("Encode = %q, want %q", got, want)
	}
	if again, _ := Decode(Encode(e)); !again.Equal(e) {
		t.Errorf("Decode(Encode) = %+v, want %+v", again, e)
	}
	if _, err := e.Model(); err != nil {
		t.Errorf("Model error = %v", err)
	}
	if e, _ = e.With("beta_1", "0.9"); e.Optimizer.Options != "amsgrad=1" {
		t.Errorf("beta_1 at its default leaves %q, want amsgrad=1", e.Optimizer.Options)
	}
	if e, _ = e.With("optimizer", "sgd"); e.Optimizer != (Optimizer{Name: "sgd", LearningRate: 0.01}) {
		t.Errorf("another optimizer keeps %+v", e.Optimizer)
	}
	if _, p := e.With("beta_1", "0.5"); codeOf(p) != "no_such_option" {
		t.Errorf("SGD's beta_1: %v, want no_such_option", p)
	}
	for _, name := range optimizerNames() {
		e, p := Default().With("optimizer", name)
		if p != nil {
			t.Fatal(p)
		}
		for _, option := range e.OptionsOfOptimizer() {
			if e.Value(option.Key) == "" {
				t.Errorf("%s: no value of %s", name, option.Key)
			}
		}
	}
	bits := Default()
	bits.Points = []Point{{X: Place{0}, Y: 0}, {X: Place{1}, Y: 1}}
	if got, want := len(bits.SuitableLosses()), len(Default().SuitableLosses()); got <= want {
		t.Errorf("%d losses suit labels of 0 and 1, %d the lesson; want more", got, want)
	}
}
