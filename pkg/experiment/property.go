package experiment

import (
	"slices"
	"strconv"
	"strings"

	"firstneuron/pkg/spelling"
)

// A property is one row of the table in properties.go: a value of an
// experiment that has a key in links and a field on the page.
type property struct {
	key string
	// example is a value for the documentation, and a seed of the fuzzer.
	example string
	// within are the pairs that the example needs beside it in a link.
	within string
	// meaning is a cell of the documentation's table.
	meaning string

	// value writes the property as links and fields have it.
	value func(e Experiment) string
	// set reads it. On a problem, e is thrown away.
	set func(e *Experiment, in input) *Problem

	// differs tells whether a link that would be read as base has to write the
	// property for e; nil compares the values.
	differs func(e, base Experiment) bool
	// with names the property that this one is always written together with.
	with string
	// applies tells, of such a property, whether e has it; nil is always.
	applies func(e Experiment) bool
	// check validates the property of e; nil sets its value again.
	check func(e Experiment) *Problem

	// warns says what of a text that set takes could not be read; nil says nothing.
	warns func(text string) []*Problem

	// limits and steps belong to numbers, names to a choice.
	limits *limits
	steps  ladder
	names  func() []string
	// whole is set for a whole number.
	whole bool
	// words is set for a text in anybody's words, which a link has to escape.
	words bool
}

// input holds the text that a property is set from and how to read it.
type input struct {
	text    string
	grammar grammar
	// other returns the text of another property, "" when there is none, and
	// whether it stands in the same link.
	other func(key string) (text string, given bool)
}

type limits struct{ minimum, maximum float64 }

// decimal is a property that is a number.
func decimal(key, example, meaning string, l limits, steps ladder, field func(*Experiment) *float64) property {
	return property{
		key: key, example: example, meaning: meaning, limits: &l, steps: steps,
		value: func(e Experiment) string { return FormatNumber(*field(&e)) },
		set: func(e *Experiment, in input) (p *Problem) {
			*field(e), p = realNumber(in.text, in.grammar, l.minimum, l.maximum)
			return p
		},
	}
}

// whole is a property that is a whole number.
func whole(key, example, meaning string, l limits, steps ladder, field func(*Experiment) *int) property {
	return property{
		key: key, example: example, meaning: meaning, limits: &l, steps: steps, whole: true,
		value: func(e Experiment) string { return strconv.Itoa(*field(&e)) },
		set: func(e *Experiment, in input) *Problem {
			v, p := wholeNumber(in.text, in.grammar, l.minimum, l.maximum)
			*field(e) = int(v)
			return p
		},
	}
}

// yesNo is a property that is on or off.
func yesNo(key, example, meaning string, field func(*Experiment) *bool) property {
	return property{
		key: key, example: example, meaning: meaning,
		names: func() []string { return []string{"0", "1"} },
		value: func(e Experiment) string {
			if *field(&e) {
				return "1"
			}
			return "0"
		},
		set: func(e *Experiment, in input) *Problem {
			word := strings.ToLower(Trim(in.text))
			*field(e) = slices.Contains(yesWords, word)
			if !*field(e) && !slices.Contains(noWords, word) {
				return NewProblem("not_yes_no", "text", Quote(in.text))
			}
			return nil
		},
	}
}

// oneOf is a property that is one of some names. The empty name, where it is
// one of them, leaves the choice to the browser.
func oneOf(key, example, meaning string, names func() []string, field func(*Experiment) *string) property {
	return property{
		key: key, example: example, meaning: meaning, names: names,
		value: func(e Experiment) string { return *field(&e) },
		set: func(e *Experiment, in input) (p *Problem) {
			*field(e), p = pickName(in.text, names())
			return p
		},
	}
}

// parts is a property that is a list of names of parts of the page. A part that
// this page does not have is no mistake: a later one may.
func parts(key, example, meaning string, field func(*Experiment) *[]string) property {
	return property{
		key: key, example: example, meaning: meaning,
		value: func(e Experiment) string { return strings.Join(*field(&e), ",") },
		set: func(e *Experiment, in input) *Problem {
			var names []string
			for name := range strings.SplitSeq(in.text, ",") {
				name = partKey(Trim(name))
				if name == "" || slices.Contains(names, name) {
					continue
				}
				if len(name) > maxQuoted || strings.Trim(name, partCharacters) != "" {
					return NewProblem("not_a_part", "text", Quote(name))
				}
				names = append(names, name)
			}
			if len(names) > MaxParts {
				return NewProblem("too_many_parts", "count", strconv.Itoa(len(names)), "max", strconv.Itoa(MaxParts))
			}
			*field(e) = names
			return nil
		},
	}
}

const partCharacters = "abcdefghijklmnopqrstuvwxyz0123456789-_"

// pickName returns the name that a text spells, in any case.
func pickName(text string, names []string) (string, *Problem) {
	name := strings.ToLower(Trim(text))
	if slices.Contains(names, name) {
		return name, nil
	}
	known := slices.DeleteFunc(slices.Clone(names), func(name string) bool { return name == "" })
	return "", NewProblem("unknown_name", "text", Quote(Trim(text)),
		"nearest", spelling.Nearest(name, known), "names", strings.Join(known, ", "))
}
