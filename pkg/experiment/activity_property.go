package experiment

import (
	_ "embed"
	"strconv"
	"strings"
)

// FirstActivity is the name of the activity that an empty address opens.
const FirstActivity = "first-neuron"

//go:embed activities/first-neuron.txt
var firstActivityText string

// firstActivity is the activity of firstActivityText, and applied is Applied: both look
// at the table of properties, which has a row that looks at them.
var (
	firstActivity *Activity
	applied       func(Experiment, string) (Experiment, []*Problem)
)

func init() {
	applied = Experiment.Applied
	a, problems := DecodeActivity(firstActivityText)
	if len(problems) > 0 {
		panic("experiment: " + problems[0].Error())
	}
	a.Name = FirstActivity
	firstActivity = a
}

// FirstLesson returns the activity that an empty address opens.
func FirstLesson() *Activity { return firstActivity }

// activityProperty is an activity: one of the gallery by its name, or an author's own,
// packed. It stands before all other properties, since these override what its first
// step sets.
var activityProperty = property{
	key: "activity", example: FirstActivity,
	meaning: "an activity that guides the learner: `first-neuron`, another name of the gallery, or an own one as the page packs it; what its first step sets, further keys override",
	value:   func(e Experiment) string { return e.activityText() },
	set: func(e *Experiment, in input) *Problem {
		text := Trim(in.text)
		if text == "" {
			e.Activity = nil
			return nil
		}
		if !strings.HasPrefix(text, packedVersion) {
			return e.setActivityName(text)
		}
		inflated, p := unpack(text)
		if p != nil {
			return p
		}
		a, problems := readActivity(inflated, false)
		if len(a.Steps) == 0 {
			return problems[0]
		}
		*e = e.WithActivity(a)
		return nil
	},
	differs: func(e, base Experiment) bool { return !e.Activity.Equal(base.Activity) },
	check:   func(Experiment) *Problem { return nil }, // it was checked when it was read
	warns: func(text string) []*Problem {
		if !strings.HasPrefix(Trim(text), packedVersion) {
			return nil
		}
		inflated, p := unpack(text)
		if p != nil {
			return nil // set has said so
		}
		a, problems := readActivity(inflated, false)
		if len(a.Steps) == 0 {
			return nil
		}
		return problems
	},
}

// setActivityName opens an activity of the gallery. Of one that this program has not
// got only the name is known, until the page has fetched it.
func (e *Experiment) setActivityName(name string) *Problem {
	name = strings.ToLower(name)
	if len(name) > maxQuoted || strings.Trim(name, partCharacters) != "" {
		return NewProblem("unknown_name", "text", Quote(name), "nearest", FirstActivity, "names", FirstActivity)
	}
	a := &Activity{Name: name}
	if name == FirstActivity {
		a = firstActivity
	}
	*e = e.WithActivity(a)
	return nil
}

// activityText is the activity as a link has it.
func (e Experiment) activityText() string {
	switch {
	case e.Activity == nil:
		return ""
	case e.Activity.Name != "":
		return e.Activity.Name
	}
	return pack(e.Activity.text())
}

// WithActivity returns e with an activity at its first step, and with what that sets.
func (e Experiment) WithActivity(a *Activity) Experiment {
	e.Activity = a
	if a != nil && len(a.Steps) > 0 {
		e, _ = applied(e, a.Steps[0].Set)
	}
	return e
}

// Fetched returns e with the activity of which only the name was known: with what its
// first step sets, and over that what e has of its own.
func (e Experiment) Fetched(a *Activity) Experiment {
	own := cutPairs(Encode(e), "&")
	delete(own, activityProperty.key)
	fetched, _ := decode(Default().WithActivity(a), own)
	return fetched
}

// Pending returns the name of an activity that has yet to be fetched, "" for none.
func (e Experiment) Pending() string {
	if e.Activity == nil || len(e.Activity.Steps) > 0 {
		return ""
	}
	return e.Activity.Name
}

// inStep returns the problem placed in a step of an activity, counted from 1.
func (p *Problem) inStep(step int) *Problem {
	p.Step = step
	return p
}

// stepPlace says in which step of an activity a problem is.
func (p *Problem) stepPlace() string {
	if p.Step == 0 {
		return ""
	}
	return "step " + strconv.Itoa(p.Step) + ": "
}
