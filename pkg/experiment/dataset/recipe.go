package dataset

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// The limits of a recipe.
const (
	// MaxNoise is the largest noise, in percent.
	MaxNoise = 80
	// MinCount is how few points there may be.
	MinCount = 2
	// MaxCount is how many points there may be.
	MaxCount = 5000
	// MinClasses is how few classes may be chosen.
	MinClasses = 2
	// MaxClasses is how many classes may be chosen.
	MaxClasses = 10
	// MaxSeed is how many characters a seed may have.
	MaxSeed = 64
)

// Recipe is what generated points are made from.
type Recipe struct {
	// Set is the name of a [Set].
	Set string
	// Seed decides the random numbers: any text.
	Seed string
	// Noise is in percent.
	Noise float64
	// Count is how many points there are.
	Count int
	// Classes is how many classes there are, in a set where that is chosen; else 0.
	Classes int
}

// Of returns the recipe of a set with its own number of points and classes.
func Of(set Set, seed string, noise float64) Recipe {
	r := Recipe{Set: set.Name, Seed: seed, Noise: noise, Count: set.Count}
	if set.Chosen {
		r.Classes = set.Classes
	}
	return r
}

// Check reports what is wrong with a recipe; nil when it can be drawn.
func (r Recipe) Check() error {
	set, ok := Named(r.Set)
	if !ok {
		return &Error{Field: "set", Text: r.Set, Names: names()}
	}
	if n := utf8.RuneCountInString(r.Seed); n > MaxSeed {
		return &Error{Field: "seed", Text: strconv.Itoa(n) + " characters", Max: MaxSeed}
	}
	if !(r.Noise >= 0 && r.Noise <= MaxNoise) {
		return &Error{Field: "noise", Text: formatNumber(r.Noise), Max: MaxNoise}
	}
	if r.Count < MinCount || r.Count > MaxCount {
		return &Error{Field: "count", Text: strconv.Itoa(r.Count), Min: MinCount, Max: MaxCount}
	}
	switch {
	case set.Chosen && (r.Classes < MinClasses || r.Classes > MaxClasses):
		return &Error{Field: "classes", Text: strconv.Itoa(r.Classes), Min: MinClasses, Max: MaxClasses}
	case !set.Chosen && r.Classes != 0:
		return &Error{Field: "classes", Text: strconv.Itoa(r.Classes)}
	}
	return nil
}

// Draw returns the points and the stream of random numbers as they leave it. A
// recipe that Check complains of has no points.
func (r Recipe) Draw() ([]Point, *Random) {
	random := NewRandom(r.Seed)
	if r.Check() != nil {
		return nil, random
	}
	set, _ := Named(r.Set)
	points := set.generate(random, r, r.Noise/100)
	random.Shuffle(points)
	return points, random
}

// String writes the recipe as links have it: set, seed, noise, count and, where they
// are chosen, classes, with colons between. [Parse] reads it.
func (r Recipe) String() string {
	text := r.Set + ":" + r.Seed + ":" + formatNumber(r.Noise) + ":" + strconv.Itoa(r.Count)
	if r.Classes != 0 {
		text += ":" + strconv.Itoa(r.Classes)
	}
	return text
}

// Parse reads a recipe. What follows the seed may be left out, from the end. A seed
// with colons in it needs all that follows. The error is an [*Error].
func Parse(text string) (Recipe, error) {
	name, rest, _ := strings.Cut(text, ":")
	set, ok := Named(name)
	if !ok {
		return Recipe{}, &Error{Field: "set", Text: name, Names: names()}
	}
	parts := strings.Split(rest, ":")
	most := 3
	if set.Chosen {
		most = 4
	}
	if over := len(parts) - most; over > 0 {
		parts = append([]string{strings.Join(parts[:over+1], ":")}, parts[over+1:]...)
	}
	r := Of(set, parts[0], 0)
	if len(parts) > 1 {
		v, err := strconv.ParseFloat(parts[1], 64)
		if err != nil {
			return Recipe{}, &Error{Field: "noise", Text: parts[1], Max: MaxNoise}
		}
		r.Noise = v
	}
	for i, field := range []struct {
		name     string
		to       *int
		min, max float64
	}{{"count", &r.Count, MinCount, MaxCount}, {"classes", &r.Classes, MinClasses, MaxClasses}} {
		if i+2 >= len(parts) {
			break
		}
		v, err := strconv.Atoi(parts[i+2])
		if err != nil {
			return Recipe{}, &Error{Field: field.name, Text: parts[i+2], Min: field.min, Max: field.max}
		}
		*field.to = v
	}
	if err := r.Check(); err != nil {
		return Recipe{}, err
	}
	return r, nil
}

// Error is what is wrong with one part of a recipe.
type Error struct {
	// Field is "set", "seed", "noise", "count" or "classes".
	Field string
	// Text is what was given.
	Text string
	// Min and Max are the limits of a number; both are 0 where none is wanted.
	Min, Max float64
	// Names are what a set can be named.
	Names []string
}

// Error says in English what was expected and received, and what to do.
func (e *Error) Error() string {
	text := "dataset: " + e.Field + ": "
	switch {
	case e.Names != nil:
		return text + strconv.Quote(shortened(e.Text)) + " is no set of data; give one of " + strings.Join(e.Names, ", ")
	case e.Field == "seed":
		return text + e.Text + " are too many; give at most " + formatNumber(e.Max)
	case e.Max == 0:
		return text + strconv.Quote(shortened(e.Text)) + " is given, and this set has its own number; leave it out"
	}
	return text + strconv.Quote(shortened(e.Text)) + " is not within the limits; give a number from " + formatNumber(e.Min) + " to " + formatNumber(e.Max)
}

// names returns the names of all sets.
func names() []string {
	var all []string
	for _, s := range Sets() {
		all = append(all, s.Name)
	}
	return all
}

// formatNumber writes a number with as few digits as it needs.
func formatNumber(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }

// shortened cuts a text for a message.
func shortened(text string) string {
	const most = 40
	text = strings.ToValidUTF8(text, "�")
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return text
}
