package experiment

import (
	"slices"
	"strconv"
	"strings"
)

// kind writes how a question is answered: "number", "choice", "mark:10".
func (a Ask) kind() string {
	if a.Kind == MarkAsk {
		return string(a.Kind) + ":" + FormatNumber(a.X)
	}
	return string(a.Kind)
}

// right writes what is right: "2", "19:0.5".
func (a Ask) right() string {
	switch {
	case !a.Checked:
		return ""
	case a.Kind == ChoiceAsk:
		return FormatNumber(a.Right)
	}
	return FormatNumber(a.Right) + ":" + FormatNumber(a.Tolerance)
}

// read reads a line of the step.
func (s *ActivityStep) read(l activityLine) *Problem {
	switch l.key {
	case "title":
		return say(&s.Title, l, MaxTitle)
	case "text":
		return say(&s.Text, l, MaxStepText)
	case "question":
		return say(&s.Ask.Question, l, MaxStepText)
	case "wrong":
		return say(&s.Ask.Wrong, l, MaxStepText)
	case "feedback":
		return say(&s.Feedback, l, MaxStepText)
	case "button":
		return say(&s.Button, l, MaxTitle)
	case "choice":
		if len(s.Ask.Choices) == 0 {
			s.Ask.Choices = append(s.Ask.Choices, nil)
		}
		return say(&s.Ask.Choices[len(s.Ask.Choices)-1], l, MaxTitle)
	case "code":
		if p := tooLong(l.value, MaxTitle); p != nil && !l.draft {
			return p
		}
		s.Code = l.value
	case "ask":
		return s.Ask.readKind(l.value)
	case "right":
		return s.Ask.readRight(l.value)
	case "wait":
		s.Ask.Wait = slices.Contains(yesWords, strings.ToLower(Trim(l.value)))
	case "goal":
		if len(s.Goals) == MaxGoals {
			return NewProblem("too_many_goals", "count", strconv.Itoa(MaxGoals+1), "max", strconv.Itoa(MaxGoals))
		}
		goal, p := parseGoal(l.value)
		if p != nil {
			return p
		}
		if !slices.Contains(s.Goals, goal) {
			s.Goals = append(s.Goals, goal)
		}
	case "set":
		return setPairs(&s.Set, l.value)
	case "press":
		return setPairs(&s.Press, l.value)
	case "show":
		return partNames(&s.Show, l.value)
	case "lock":
		return partNames(&s.Lock, l.value)
	case "look":
		return choose(&s.Look, l.value, Looks())
	case "next":
		return choose((*string)(&s.Next), l.value, []string{string(WhenDone), string(WhenPressed)})
	}
	return nil
}

// ofOtherSteps are what can be wrong with pairs alone and right after the steps before,
// which may have set other points, inputs, classes and layers.
var ofOtherSteps = []string{
	"no_such_option", "start_needs_one_neuron", "features_need_inputs", "place_inputs", "output_units", "output_classes",
	"loss_of_numbers", "loss_of_classes", "not_a_class",
}

// setPairs reads pairs of a link that a step applies.
func setPairs(set *string, text string) *Problem {
	text = strings.ReplaceAll(Trim(text), "\n", "")
	if len(text) > MaxFragment {
		return NewProblem("fragment_too_long", "size", strconv.Itoa(len(text)), "limit", strconv.Itoa(MaxFragment))
	}
	_, problems := applied(Default(), text)
	for _, problem := range problems {
		if !slices.Contains(ofOtherSteps, problem.Code) {
			return problem
		}
	}
	*set = text
	return nil
}

func partNames(names *[]string, text string) *Problem {
	e := Default()
	if p := parts("show", "", "", func(e *Experiment) *[]string { return &e.Hide }).set(&e, input{text: text}); p != nil {
		return p
	}
	*names = e.Hide
	return nil
}

func choose(name *string, text string, names []string) *Problem {
	picked, p := pickName(text, names)
	if p == nil {
		*name = picked
	}
	return p
}

// readKind reads how the question is answered.
func (a *Ask) readKind(text string) *Problem {
	kind, at, _ := strings.Cut(Trim(text), ":")
	var name string
	if p := choose(&name, kind, []string{string(NumberAsk), string(ChoiceAsk), string(MarkAsk)}); p != nil {
		return p
	}
	if AskKind(name) == MarkAsk {
		x, p := realNumber(at, parseStrict, -MaxAbs, MaxAbs)
		if p != nil {
			return p
		}
		a.X = x
	}
	a.Kind = AskKind(name)
	return nil
}

// readRight reads what is right: "2", "19:0.5".
func (a *Ask) readRight(text string) *Problem {
	value, tolerance, given := strings.Cut(Trim(text), ":")
	right, p := realNumber(value, parseStrict, -MaxAbs, MaxAbs)
	if p != nil {
		return p
	}
	within := 0.0
	if given {
		if within, p = realNumber(tolerance, parseStrict, 0, MaxAbs); p != nil {
			return p
		}
	}
	a.Checked, a.Right, a.Tolerance = true, right, within
	return nil
}

// mend takes away what of a read step cannot be, and says so.
func (s *ActivityStep) mend() *Problem {
	a := &s.Ask
	a.Choices = slices.DeleteFunc(a.Choices, func(w Words) bool { return len(w) == 0 })
	switch count := len(a.Choices); {
	case a.Kind != ChoiceAsk:
		a.Choices = nil
		if a.Kind == "" {
			s.Ask = Ask{}
		}
	case count < 2 || count > MaxChoices:
		s.Ask = Ask{}
		return NewProblem("choices_count", "count", strconv.Itoa(count), "max", strconv.Itoa(MaxChoices)).about("choice")
	case a.Checked && (a.Right != float64(int(a.Right)) || a.Right < 1 || int(a.Right) > count):
		a.Checked, a.Right, a.Tolerance = false, 0, 0
		return NewProblem("no_such_choice", "max", strconv.Itoa(count)).about("right")
	default:
		a.Tolerance = 0
	}
	return nil
}
