package experiment

import (
	"math"
	"reflect"
	"slices"
	"strings"
)

// Activity is what guides a learner: steps, each with some words, and with what she is
// to answer and to reach. It is data: it comes from the gallery, from a link or from a
// file. It is never changed in place.
type Activity struct {
	// Name is what the gallery calls it, "" for an author's own.
	Name string
	// Title is its name in words, Aim what it is for.
	Title, Aim Words
	// Minutes is how long it takes, 0 where nobody has said it.
	Minutes int
	// Steps are gone through in their order.
	Steps []ActivityStep
}

// ActivityStep is a step of an activity.
type ActivityStep struct {
	// Title and Text are what it says; Code is the part of the program that it is about.
	Title, Text Words
	Code        string
	// Ask is what the learner is to answer.
	Ask Ask
	// Goals are what she has to reach.
	Goals []Goal
	// Set are pairs of a link that are applied when the step is entered first.
	Set string
	// Show names the parts and overlays in sight, none for all; Lock those that are
	// not free.
	Show, Lock []string
	// Look is what is opened with the step: one of [Looks], "" for nothing.
	Look string
	// Button is a button of the step, "" for none: it applies the pairs of Press, and
	// trains.
	Button Words
	Press  string
	// Next says when the next step can be entered.
	Next Advance
	// Feedback is said when everything is answered and reached.
	Feedback Words
}

// AskKind is a way to answer.
type AskKind string

// The ways to answer, as links name them.
const (
	// NumberAsk is answered with a number.
	NumberAsk AskKind = "number"
	// ChoiceAsk is answered with one of some choices.
	ChoiceAsk AskKind = "choice"
	// MarkAsk is answered with a place on the chart, above an x.
	MarkAsk AskKind = "mark"
)

// Ask is a question of a step; its zero value asks nothing.
type Ask struct {
	Kind AskKind
	// Question is the question in words.
	Question Words
	// X is where the mark is asked.
	X float64
	// Choices are the choices of a [ChoiceAsk].
	Choices []Words
	// Checked is set where an answer can be wrong: Right is the number of the right
	// choice, from 1; or the right number, give or take Tolerance.
	Checked          bool
	Right, Tolerance float64
	// Wrong is said of a wrong answer, "" for the page's own words.
	Wrong Words
	// Wait keeps the training, and all that would tell the answer, until it is given.
	Wait bool
}

// Accepts reports whether an answer is right, or none can be wrong. That of a choice is
// its number from 1.
func (a Ask) Accepts(answer float64) bool {
	return !a.Checked || math.Abs(answer-a.Right) <= a.Tolerance
}

// Advance says when a step can be left for the next one.
type Advance string

// When a step can be left. The zero value is once it is answered and its goals are
// reached.
const (
	WhenDone    Advance = ""
	WhenPressed Advance = "pressed"
)

// What a step can show beside the parts of the page: what is drawn on the chart, and the
// run bar.
const (
	LineOverlay    = "line"
	ErrorsOverlay  = "errors"
	SquaresOverlay = "squares"
	AnswerOverlay  = "answer"
	MarkOverlay    = "mark"
	RunOverlay     = "run" // the run bar
)

// Overlays returns what a step can show beside the parts of the page.
func Overlays() []string {
	return []string{LineOverlay, ErrorsOverlay, SquaresOverlay, AnswerOverlay, MarkOverlay, RunOverlay}
}

// What a step can open.
const (
	WhyLook  = "why"
	StepLook = "step"
)

// Looks returns what a step can open.
func Looks() []string { return []string{WhyLook, StepLook} }

// The limits of an activity.
const (
	// MaxSteps is how many steps it may have.
	MaxSteps = 24
	// MaxStepText is how many characters a text of a step may have.
	MaxStepText = 600
	// MaxChoices is how many choices a question may have.
	MaxChoices = 6
	// MaxMinutes is how long one may take.
	MaxMinutes = 600
	// MaxActivityFile is how many bytes the file of an activity may have.
	MaxActivityFile = 64 << 10
)

// Equal reports whether two activities are the same; nil is none.
func (a *Activity) Equal(b *Activity) bool {
	return a == b || a != nil && b != nil && reflect.DeepEqual(a, b)
}

// Asks reports whether a step asks something.
func (a Ask) Asks() bool { return a.Kind != "" }

// Points returns how many of the score's points a step has: one for its question and
// one for each goal.
func (s ActivityStep) Points() int {
	points := len(s.Goals)
	if s.Ask.Asks() {
		points++
	}
	return points
}

// Draws reports whether a step shows an overlay, or a part of the page.
func (s ActivityStep) Draws(name string) bool {
	return len(s.Show) == 0 || slices.Contains(s.Show, name)
}

// AtStep returns e as a step of its activity shows it, counted from 0. What the step
// hides and locks is no part of the link.
func (e Experiment) AtStep(step int) Experiment {
	e.step = nil
	if e.Activity != nil && step >= 0 && step < len(e.Activity.Steps) {
		e.step = &e.Activity.Steps[step]
	}
	return e
}

// Draws reports whether the chart shows an overlay.
func (e Experiment) Draws(overlay string) bool { return e.step == nil || e.step.Draws(overlay) }

// Applied returns e with the pairs of a link set, in the order in which links are read.
// What cannot be read stays as it is.
func (e Experiment) Applied(set string) (Experiment, []*Problem) {
	given := cutPairs(set, "&")
	delete(given, "")
	var problems []*Problem
	for _, row := range properties {
		text, ok := given[row.key]
		if !ok {
			continue
		}
		delete(given, row.key)
		next := e
		in := input{text: text, grammar: parseStrict, other: func(key string) (string, bool) {
			text, ok := given[key]
			return text, ok
		}}
		if slices.Contains(notInSteps, row.key) {
			problems = append(problems, NewProblem("not_in_step", "text", Quote(row.key)).about("set"))
		} else if p := row.set(&next, in); p != nil {
			problems = append(problems, p.about(row.key))
		} else {
			e = next
		}
		if row.key == "xs" {
			given["xs"] = text // ys look at it
		}
	}
	delete(given, "xs")
	delete(given, "ys")
	for _, key := range sortedKeys(given) {
		problems = append(problems, NewProblem("unknown_key", "text", Quote(key)).about("set"))
	}
	return e, problems
}

// notInSteps are the properties that are the page's as a whole.
var notInSteps = strings.Fields("activity title text ask goal feedback lang theme embed make present transparent start")

func sortedKeys(m map[string]string) []string {
	var keys []string
	for key := range m {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}
