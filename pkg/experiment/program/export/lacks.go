package export

import (
	"slices"
	"strings"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/nn"
)

// lacks lists the parts of an experiment that a library has no counterpart for.
type lacks struct {
	library   string   // as sentences call it: "PyTorch"
	sentences []string // what is lacking
	needed    bool     // whether there is no program without it
}

// thing notes that the library has no thing of this name, such as an optimizer,
// without which there is no program.
func (l *lacks) thing(of *nn.Catalogue, name string) {
	if entry, ok := of.Lookup(name); ok && entry.Class != "" {
		name = entry.Class
	}
	l.add(l.library + " has no " + of.Kind() + " " + name + ".")
	l.needed = true
}

// option notes that a thing has no such option there.
func (l *lacks) option(of *nn.Catalogue, name, option string) {
	entry, _ := of.Lookup(name)
	l.add(l.library + " has no option " + option + " of " + entry.Class + ".")
	l.needed = true
}

// metric notes that the library has no such metric: the program leaves it out.
func (l *lacks) metric(name string) {
	l.add(l.library + " has no metric " + name + ": this program leaves it out.")
}

// rules notes that the program trains without the rules of TensorFlow Playground that
// the page follows.
func (l *lacks) rules(e experiment.Experiment) {
	if e.BeyondKeras() {
		l.add("The page carries rows that fill no batch into the next epoch and lets weights die, as TensorFlow Playground does: this program does not, so its numbers differ.")
	}
}

func (l *lacks) add(sentence string) {
	if !slices.Contains(l.sentences, sentence) {
		l.sentences = append(l.sentences, sentence)
	}
}

// comment writes the sentences as comments, one a line.
func (l *lacks) comment(mark string) string {
	text := ""
	for _, sentence := range l.sentences {
		text += mark + " " + sentence + "\n"
	}
	return text
}

// call is how a library makes a thing, without the bracket that closes it. In
// its texts {key} is the value of a property. A call that writes no option lacks
// it.
type call struct {
	text string
	// more is what an option adds that differs from Keras's default.
	more []addition
	// idle are options that change nothing by themselves.
	idle []string
	// with is the call to be made instead where an option differs from Keras's
	// default.
	with map[string]call
	// never0 is an option that the library takes otherwise where it is 0.
	never0 string
}

type addition struct{ option, text string }

// write returns the call for an experiment. Options that it lacks go to lack,
// but for those that the program has elsewhere.
func (c call) write(e experiment.Experiment, options experiment.Options, elsewhere []string, lack func(option string)) string {
	for option, other := range c.with {
		if _, set := options.Get(option); set {
			return other.write(e, options, elsewhere, lack)
		}
	}
	text := c.text
	known := append(slices.Clone(elsewhere), c.idle...)
	for _, more := range c.more {
		if _, set := options.Get(more.option); set {
			text += more.text
		}
		known = append(known, more.option)
	}
	for pair := range strings.SplitSeq(string(options), ",") {
		option, value, _ := strings.Cut(pair, "=")
		written := strings.Contains(text, "{"+option+"}") || slices.Contains(known, option)
		if option != "" && (!written || (option == c.never0 && value == "0")) {
			lack(option)
		}
	}
	return fill(e, text) + ")"
}

// fill writes the values of properties in place of their keys in braces.
func fill(e experiment.Experiment, text string) string {
	var b strings.Builder
	for {
		before, after, found := strings.Cut(text, "{")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		var key string
		key, text, _ = strings.Cut(after, "}")
		b.WriteString(e.Value(key))
	}
}

// lossRow is how a library computes a loss.
type lossRow func(e experiment.Experiment) string

// loss is a row without cases: {key} is the value of an option.
func loss(text string) lossRow {
	return func(e experiment.Experiment) string { return fill(e, text) }
}
