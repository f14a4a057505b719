package nn

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"firstneuron/pkg/spelling"
)

// Entry holds the library's facts about one thing of Keras: one row of a
// [Catalogue]. The row stands in the file that declares the thing, so that a
// new thing touches one file, and whoever needs a name of Keras reads it here.
type Entry struct {
	// Name is Keras's name of the thing: "adam". Schedules and callbacks, which
	// Keras names by their classes alone, have their class's.
	Name string
	// Class is Keras's class: "Adam". Activations, which are functions in
	// Keras, and "accuracy", which stands for one of three classes, have none.
	Class string
	// Go is the name of this package: a variable such as [ReLU], or, for a
	// thing with hyperparameters, a type such as [Adam] with the constructor
	// New + Go. Metrics that only [MetricByName] makes have none.
	Go string
	// Aliases are the other names of the thing. Of losses and metrics Keras and
	// [Catalogue.Lookup] know each in capitals too: "mse" and "MSE".
	Aliases []string
	// FirstCourse says that the thing suits a first course: models of one
	// number in and one number out. The page lists these and no others.
	FirstCourse bool
	// Labels says which labels a loss is for; it is AnyLabels for all else.
	Labels Labels

	construct func() any
	// unnamed says that no variable or type of this package is the thing.
	unnamed bool
}

// Labels says which labels a loss is for.
type Labels int

// What labels a loss is for.
const (
	AnyLabels         Labels = iota // any numbers
	NonzeroLabels                   // none is 0: the loss divides by them
	NonnegativeLabels               // none is below 0: the loss takes logarithms
	BitLabels                       // each is 0 or 1
	SignLabels                      // each is −1 or 1, or each is 0 or 1
)

// Hyperparameters returns those of a thing newly made with Keras's defaults, in
// the order of Keras's arguments, nil for a thing without any. They point into
// that new thing, so that reading them gives the defaults.
func (e Entry) Hyperparameters() []Hyperparameter { return hyperparametersOf(e.construct()) }

// names returns everything that the entry is called.
func (e Entry) names() []string { return append([]string{e.Name}, e.Aliases...) }

// is reports whether Keras takes a name for this thing of a kind.
func (e Entry) is(kind, name string) bool {
	switch {
	case name == "":
		return false
	case name == e.Name || name == e.Class || slices.Contains(e.Aliases, name):
		return true
	case kind == "optimizer":
		return strings.EqualFold(name, e.Class)
	case kind == "loss" || kind == "metric" && e.Class != "":
		return slices.ContainsFunc(e.Aliases, func(alias string) bool { return name == strings.ToUpper(alias) })
	}
	return false
}

// Catalogue holds the entries of the things of one kind, in alphabetical order
// of their names.
type Catalogue struct {
	kind    string
	entries []Entry
	// once is for catalogues that are filled when they are first asked for.
	once sync.Once
}

// Everything that the library has of Keras, kind by kind.
var (
	activations  = Catalogue{kind: "activation"}
	losses       = Catalogue{kind: "loss"}
	optimizers   = Catalogue{kind: "optimizer"}
	metrics      = Catalogue{kind: "metric"}
	initializers = Catalogue{kind: "initializer"}
	regularizers = Catalogue{kind: "regularizer"}
	schedules    = Catalogue{kind: "schedule"}

	// These are filled when they are asked for: a program that names none of a
	// kind, such as the page, does not carry what it does not name.
	layers         = Catalogue{kind: "layer"}
	callbacks      = Catalogue{kind: "callback"}
	constraints    = Catalogue{kind: "constraint"}
	furtherLosses  = Catalogue{kind: "loss"}
	furtherMetrics = Catalogue{kind: "metric"}
)

// Activations returns the catalogue of all that [ActivationByName] finds.
func Activations() *Catalogue { return &activations }

// Losses returns the catalogue of the losses that most courses need. With
// [FurtherLosses] they are all that [LossByName] finds.
func Losses() *Catalogue { return &losses }

// FurtherLosses returns the catalogue of the other losses, which a program that
// asks for none of them does not carry.
func FurtherLosses() *Catalogue { return furtherLosses.filled(furtherLossEntries) }

// Optimizers returns the catalogue of all that [OptimizerByName] finds.
func Optimizers() *Catalogue { return &optimizers }

// Metrics returns the catalogue of means over rows, and of the R² score. With
// [FurtherMetrics] they are all that [MetricByName] finds.
func Metrics() *Catalogue { return &metrics }

// FurtherMetrics returns the catalogue of the other metrics, those that count
// how classes are told apart, which a program that asks for none of them does
// not carry.
func FurtherMetrics() *Catalogue { return furtherMetrics.filled(furtherMetricEntries) }

// Initializers returns the catalogue of all that [InitializerByName] finds.
func Initializers() *Catalogue { return &initializers }

// Regularizers returns the catalogue of all that [RegularizerByName] finds.
func Regularizers() *Catalogue { return &regularizers }

// Schedules returns the catalogue of all that [ScheduleByName] finds.
func Schedules() *Catalogue { return &schedules }

// Layers returns the catalogue of the types of [Layer].
func Layers() *Catalogue { return layers.filled(layerEntries) }

// Constraints returns the catalogue of all that [ConstraintByName] finds.
func Constraints() *Catalogue { return constraints.filled(constraintEntries) }

// Callbacks returns the catalogue of this package's types of [Callback] that
// Keras has too.
func Callbacks() *Catalogue { return callbacks.filled(callbackEntries) }

// Kind is what the catalogue holds, in the singular: "loss".
func (c *Catalogue) Kind() string { return c.kind }

// Entries returns every entry in alphabetical order of the names. The slice is
// the caller's.
func (c *Catalogue) Entries() []Entry { return slices.Clone(c.entries) }

// FirstCourse returns the entries that suit a first course: those of the names
// given come first, in that order, the others follow in alphabetical order.
func (c *Catalogue) FirstCourse(first ...string) []Entry {
	rank := func(e Entry) int {
		if at := slices.Index(first, e.Name); at >= 0 {
			return at
		}
		return len(first)
	}
	entries := slices.DeleteFunc(c.Entries(), func(e Entry) bool { return !e.FirstCourse })
	slices.SortStableFunc(entries, func(a, b Entry) int { return rank(a) - rank(b) })
	return entries
}

// Lookup returns the entry of a name, an alias or a class, spelt as Keras
// spells it; ok is false when there is none.
func (c *Catalogue) Lookup(name string) (e Entry, ok bool) {
	at := slices.IndexFunc(c.entries, func(e Entry) bool { return e.is(c.kind, name) })
	if at < 0 {
		return Entry{}, false
	}
	return c.entries[at], true
}

// Names returns every name and alias in alphabetical order.
func (c *Catalogue) Names() []string {
	var names []string
	for _, e := range c.entries {
		names = append(names, e.names()...)
	}
	slices.Sort(names)
	return names
}

// filled returns the catalogue with the things of some rows. Those rows are
// written without calling anything, so that the linker leaves out those that no
// program asks for.
func (c *Catalogue) filled(rows []*Entry) *Catalogue {
	c.once.Do(func() {
		for _, e := range rows {
			c.add(*e, e.construct)
		}
	})
	return c
}

// add makes a thing known. Copied into each of its hundred callers it would be
// 8 kB more for the page to load.
//
//go:noinline
func (c *Catalogue) add(e Entry, construct func() any) Entry {
	if e.Go == "" && !e.unnamed {
		e.Go = e.Class
	}
	for _, name := range append(e.names(), e.Class) {
		if other, taken := c.Lookup(name); taken {
			panic("nn: two things are named " + name + ": " + e.Name + " and " + other.Name)
		}
	}
	e.construct = construct
	at, _ := slices.BinarySearchFunc(c.entries, e, func(a, b Entry) int { return strings.Compare(a.Name, b.Name) })
	c.entries = slices.Insert(c.entries, at, e)
	return e
}

// find returns a new thing of a name, an alias or a class.
func (c *Catalogue) find(name string) (any, error) { return findIn(name, c) }

// findIn looks in several catalogues of one kind.
func findIn(name string, catalogues ...*Catalogue) (any, error) {
	var names []string
	for _, c := range catalogues {
		if e, ok := c.Lookup(name); ok {
			return e.construct(), nil
		}
		names = append(names, c.Names()...)
	}
	slices.Sort(names)
	return nil, fmt.Errorf("nn: there is no %s %q; did you mean %q? Known are %s",
		catalogues[0].kind, name, spelling.Nearest(name, names), strings.Join(names, ", "))
}

// class returns Keras's class of a thing, which errors call it by.
func (c *Catalogue) class(name string) string {
	e, _ := c.Lookup(name)
	return e.Class
}

// classes returns Keras's classes in alphabetical order of the names.
func (c *Catalogue) classes() []string {
	var classes []string
	for _, e := range c.entries {
		classes = append(classes, e.Class)
	}
	return classes
}
