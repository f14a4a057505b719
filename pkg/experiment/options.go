package experiment

import (
	"slices"
	"strings"
)

// Options are the options of an optimizer or a loss that differ from Keras's
// defaults, as "momentum=0.9,nesterov=1" in alphabetical order, so that two
// are the same when their texts are.
type Options string

// Get returns the value of an option, and whether it differs from the default.
func (o Options) Get(name string) (value string, ok bool) {
	for pair := range strings.SplitSeq(string(o), ",") {
		if key, value, _ := strings.Cut(pair, "="); key == name {
			return value, true
		}
	}
	return "", false
}

// with returns the options with one set, or with it back at its default when
// the value is "".
func (o Options) with(name, value string) Options {
	var pairs []string
	for pair := range strings.SplitSeq(string(o), ",") {
		if key, _, _ := strings.Cut(pair, "="); key != "" && key != name {
			pairs = append(pairs, pair)
		}
	}
	if value != "" {
		pairs = append(pairs, name+"="+value)
	}
	slices.Sort(pairs)
	return Options(strings.Join(pairs, ","))
}
