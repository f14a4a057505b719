package export

import (
	"slices"
	"strings"
	"testing"

	"firstneuron/pkg/experiment"
)

// exporter writes an experiment for another library.
type exporter struct {
	name, comment string
	write         func(experiment.Experiment) (string, bool)
}

// exporters are all of them.
var exporters = []exporter{
	{"Go", "// ", func(e experiment.Experiment) (string, bool) { return Go(e), true }},
	{"PyTorch", "# ", PyTorch},
	{"TensorFlow.js", "// ", TensorFlowJS},
}

// says reports whether a program says in a comment that its library lacks a
// thing.
func says(text, comment, library, thing string) bool {
	for line := range strings.SplitSeq(text, "\n") {
		if strings.HasPrefix(line, comment+library+" has no ") && strings.Contains(strings.ToLower(plain(line)), plain(thing)) {
			return true
		}
	}
	return false
}

// plain writes mean_squared_error and MeanSquaredError alike.
func plain(name string) string { return strings.ToLower(strings.ReplaceAll(name, "_", "")) }

// TestEveryChoiceIsWrittenOrSaidToLack goes through every name that an
// experiment can choose. Each has a program of its own, for which all others of
// the same kind have another; or the text says what the library lacks. So a new
// activation, loss, optimizer or metric cannot be written as another one, nor
// be dropped without a word.
func TestEveryChoiceIsWrittenOrSaidToLack(t *testing.T) {
	base := decode(t, "layers=2:tanh,1&weights="+weights(t))
	for _, key := range []string{"optimizer", "loss", "metric", "activation.1"} {
		names := experiment.Choices(key)
		if len(names) < 5 {
			t.Fatalf("%s has the choices %q, want all", key, names)
		}
		for _, exporter := range exporters {
			of := map[string]string{} // the names by their programs
			for _, name := range names {
				e := with(t, base, key, name)
				e.Optimizer.LearningRate = 0.5 // whatever the optimizer's default is
				text, ok := exporter.write(e)
				if says(text, exporter.comment, exporter.name, name) {
					continue
				}
				if other, taken := of[text]; taken {
					t.Errorf("%s: %s=%s is written as %s is", exporter.name, key, name, other)
				}
				if !ok {
					t.Errorf("%s: %s=%s: %q does not say that %s has no %s", exporter.name, key, name, text, exporter.name, name)
				}
				of[text] = name
			}
		}
	}
}

// TestEveryOptionIsWrittenOrSaidToLack sets each option of each optimizer and
// each loss.
func TestEveryOptionIsWrittenOrSaidToLack(t *testing.T) {
	check := func(e experiment.Experiment, option experiment.Option) {
		if option.Key == "nesterov" { // without momentum it changes nothing
			e = with(t, e, "momentum", "0.9")
		}
		value := "0.25"
		if low, high, ok := experiment.Limits(option.Key); ok && (low > 0.25 || high < 0.25) {
			value = "-0.25"
		}
		if option.Flag {
			value = map[string]string{"0": "1", "1": "0"}[e.Value(option.Key)]
		}
		changed := with(t, e, option.Key, value)
		for _, exporter := range exporters {
			before, ok := exporter.write(e)
			if !ok {
				continue // the library lacks the thing itself
			}
			if after, _ := exporter.write(changed); after == before {
				t.Errorf("%s: %s and %s: %s=%s changes nothing in the program", exporter.name, e.Optimizer.Name, e.Loss, option.Key, value)
			} else if lacks := strings.Contains(after, exporter.name+" has no "); lacks && !says(after, exporter.comment, exporter.name, option.Key) {
				t.Errorf("%s: %s and %s: %q does not say that it has no %s", exporter.name, e.Optimizer.Name, e.Loss, after, option.Key)
			}
		}
	}
	options := 0
	for _, name := range experiment.Choices("optimizer") {
		e := with(t, experiment.Default(), "optimizer", name)
		for _, option := range e.OptionsOfOptimizer() {
			check(e, option)
			options++
		}
	}
	for _, name := range experiment.Choices("loss") {
		e := with(t, experiment.Default(), "loss", name)
		for _, option := range e.OptionsOfLoss() {
			check(e, option)
			options++
		}
	}
	if options < 40 {
		t.Errorf("%d options were tried, want all", options)
	}
}

// TestEveryPropertyOfTheTrainingIsWritten sets each property that changes the
// training or what is predicted: regularizers, validation part, early stopping
// and all else. An experiment has no choice of initializer and of schedule.
func TestEveryPropertyOfTheTrainingIsWritten(t *testing.T) {
	values := map[string]string{
		"example": "houses", "xs": "1,2,4", "ys": "1,2,4", "data": "", "layers": "3,1", "optimizer": "adam", "lr": "0.5", "loss": "huber",
		"l1": "0.25", "l2": "0.25", "metric": "mae", "epochs": "7", "batch": "2", "shuffle": "0", "validation": "0.4", "patience": "3", "stop": "0.25",
		"seed": "5", "w": "3", "b": "4", "weights": "", "predict": "8", "also": "5",
		"set": "xor:1:0:6", "x2": "", "classes": "", "playground": "", "norm": "1",
	}
	options := map[string]bool{} // which the test before this one sets
	for _, name := range experiment.Choices("optimizer") {
		for _, option := range with(t, experiment.Default(), "optimizer", name).OptionsOfOptimizer() {
			options[option.Key] = true
		}
	}
	for _, name := range experiment.Choices("loss") {
		for _, option := range with(t, experiment.Default(), "loss", name).OptionsOfLoss() {
			options[option.Key] = true
		}
	}
	base := experiment.Default()
	tried := 0
	for _, key := range experiment.Keys() {
		value, listed := values[key]
		if listed && value == "" {
			continue // another way to write xs and ys, or w and b; how y is shown; what no Keras program says
		}
		if !listed && !options[key] {
			if _, _, number := experiment.Limits(key); number {
				t.Errorf("%s is not tried", key)
			}
			for _, row := range experiment.Choices(key) { // a yes or no, a name: none of the training
				if next, problem := base.With(key, row); problem == nil && !next.SameTraining(base) {
					t.Errorf("%s changes the training and is not tried", key)
				}
			}
		}
		if !listed {
			continue
		}
		tried++
		e := with(t, base, key, strings.ReplaceAll(value, "1,2,4", "1,2,4,5,6,7"))
		for _, exporter := range exporters {
			before, _ := exporter.write(base)
			if after, _ := exporter.write(e); after == before {
				t.Errorf("%s: %s=%s changes nothing in the program", exporter.name, key, value)
			}
		}
	}
	if want := len(values) - 5; tried != want {
		t.Errorf("%d properties were tried, want %d", tried, want)
	}
}

// TestWhatALibraryLacksIsSaid has the sentences of some that are known.
func TestWhatALibraryLacksIsSaid(t *testing.T) {
	for _, test := range []struct {
		link, exporter, want string
		ok                   bool
	}{
		{"batch=4&playground=1", "PyTorch", "# The page carries rows that fill no batch into the next epoch and lets weights die, as TensorFlow Playground does: this program does not, so its numbers differ.\n", true},
		{"batch=3&playground=1", "PyTorch", "", true},
		{"optimizer=lion", "PyTorch", "# PyTorch has no optimizer Lion.\n", false},
		{"optimizer=rmsprop&momentum=0.5", "PyTorch", "# PyTorch has no option momentum of RMSprop.\n", false},
		{"metric=r2_score", "PyTorch", "# PyTorch has no metric r2_score: this program leaves it out.\n", true},
		{"optimizer=lion", "TensorFlow.js", "// TensorFlow.js has no optimizer Lion.\n", false},
		{"optimizer=adam&amsgrad=1", "TensorFlow.js", "// TensorFlow.js has no option amsgrad of Adam.\n", false},
		{"layers=4:hard_sigmoid,1", "TensorFlow.js", "// TensorFlow.js has no activation hard_sigmoid.\n", false},
		{"metric=root_mean_squared_error", "TensorFlow.js", "// TensorFlow.js has no metric root_mean_squared_error: this program leaves it out.\n", true},
		{"metric=mae", "TensorFlow.js", "", true},
	} {
		at := slices.IndexFunc(exporters, func(e exporter) bool { return e.name == test.exporter })
		text, ok := exporters[at].write(decode(t, test.link))
		said, _, _ := strings.Cut(text, "import ")
		if said != test.want || ok != test.ok {
			t.Errorf("%s of %s begins with %q, %v, want %q, %v", test.exporter, test.link, said, ok, test.want, test.ok)
		}
	}
}

// TestGoHasThePlaygroundsRules: the library can follow them, so that its program does.
func TestGoHasThePlaygroundsRules(t *testing.T) {
	for link, want := range map[string]string{
		"batch=4&playground=1": "CarryRows: true", "l1=0.1&playground=1": "&nn.Regularizer{L1: 0.1, L2: 0, Dies: true}",
	} {
		if text, ok := exporters[slices.IndexFunc(exporters, func(e exporter) bool { return e.name == "Go" })].write(decode(t, link)); !ok || !strings.Contains(text, want) {
			t.Errorf("the program of %s has no %q:\n%s", link, want, text)
		}
	}
}

func decode(t *testing.T, link string) experiment.Experiment {
	t.Helper()
	e, problems := experiment.Decode(link)
	if len(problems) > 0 {
		t.Fatalf("%s: %v", link, problems[0])
	}
	return e
}

func with(t *testing.T, e experiment.Experiment, key, value string) experiment.Experiment {
	t.Helper()
	next, problem := e.With(key, value)
	if problem != nil {
		t.Fatalf("%s=%s: %v", key, value, problem)
	}
	return next
}

// weights are those of a net of 2 and 1 units, as a link has them.
func weights(t *testing.T) string {
	t.Helper()
	return decode(t, "layers=2:tanh,1").WithWeights(make([]float32, 7)).Value("weights")
}
