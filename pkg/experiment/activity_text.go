package experiment

import (
	"slices"
	"strconv"
	"strings"
)

// activityFirstLine begins the file of an activity.
const activityFirstLine = "First Neuron activity 1"

// EncodeActivity writes an activity as a file: a line for each value, the word "step"
// alone on a line before each step.
func EncodeActivity(a *Activity) string { return activityFirstLine + "\n" + a.text() }

// DecodeActivity reads what [EncodeActivity] writes, or what was written by hand in the
// same form. What it cannot read is reported, with the step, and left out; of a text
// that is no such file, a is nil.
func DecodeActivity(text string) (a *Activity, problems []*Problem) {
	if size := len(text); size > MaxActivityFile {
		return nil, []*Problem{NewProblem("file_too_long", "size", strconv.Itoa(size), "limit", strconv.Itoa(MaxActivityFile))}
	}
	text = strings.ReplaceAll(strings.TrimPrefix(text, "\ufeff"), "\r\n", "\n")
	first, rest, _ := strings.Cut(text, "\n")
	if Trim(first) != activityFirstLine {
		return nil, []*Problem{NewProblem("not_a_file", "first", activityFirstLine)}
	}
	return readActivity(rest)
}

const (
	// maxActivityLines is more than an activity of MaxSteps steps in several languages
	// needs: each line that a hostile text has costs time.
	maxActivityLines = 2000
	// mostActivityProblems is how many problems are told.
	mostActivityProblems = 20
)

// activityLine is a line of an activity's text.
type activityLine struct{ key, lang, value string }

// text writes an activity without its first line.
func (a *Activity) text() string {
	var b strings.Builder
	write := func(key, value string) {
		if value != "" {
			b.WriteString(key + "=" + activityEscapes.Replace(value) + "\n")
		}
	}
	say := func(key string, words Words) {
		for _, t := range words {
			if t.Lang != "" {
				write(key+"."+t.Lang, t.Text)
			} else {
				write(key, t.Text)
			}
		}
	}
	say("title", a.Title)
	say("aim", a.Aim)
	if a.Minutes > 0 {
		write("minutes", strconv.Itoa(a.Minutes))
	}
	for _, s := range a.Steps {
		b.WriteString("step\n")
		say("title", s.Title)
		say("text", s.Text)
		write("code", s.Code)
		if s.Ask.Asks() {
			write("ask", s.Ask.kind())
			say("question", s.Ask.Question)
			for _, choice := range s.Ask.Choices {
				b.WriteString("choice\n")
				say("choice", choice)
			}
			write("right", s.Ask.right())
			say("wrong", s.Ask.Wrong)
			if s.Ask.Wait {
				write("wait", "1")
			}
		}
		for _, goal := range s.Goals {
			write("goal", goal.String())
		}
		write("set", s.Set)
		write("show", strings.Join(s.Show, ","))
		write("lock", strings.Join(s.Lock, ","))
		write("look", s.Look)
		say("button", s.Button)
		write("press", s.Press)
		write("next", string(s.Next))
		say("feedback", s.Feedback)
	}
	return b.String()
}

// activityEscapes are what a value of a line cannot hold.
var activityEscapes = strings.NewReplacer(`\`, `\\`, "\n", `\n`)

var activityUnescapes = strings.NewReplacer(`\\`, `\`, `\n`, "\n")

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

// readActivity reads the text of an activity without its first line.
func readActivity(text string) (*Activity, []*Problem) {
	a := &Activity{}
	var problems []*Problem
	var step *ActivityStep
	if count := strings.Count(text, "\n") + 1; count > maxActivityLines {
		problems = append(problems, NewProblem("activity_too_many_lines", "count", strconv.Itoa(count), "max", strconv.Itoa(maxActivityLines)))
	}
	lines := 0
	for line := range strings.SplitSeq(text, "\n") {
		if lines++; lines > maxActivityLines || len(problems) > mostActivityProblems {
			break
		}
		line = strings.TrimSuffix(line, "\r")
		switch Trim(line) {
		case "":
			continue
		case "step":
			if len(a.Steps) == MaxSteps {
				return a, append(problems, NewProblem("too_many_steps", "max", strconv.Itoa(MaxSteps)).inStep(MaxSteps+1))
			}
			a.Steps = append(a.Steps, ActivityStep{})
			step = &a.Steps[len(a.Steps)-1]
			continue
		case "choice":
			if step != nil {
				step.Ask.Choices = append(step.Ask.Choices, nil)
			}
			continue
		}
		key, value, _ := strings.Cut(line, "=")
		key, lang, _ := strings.Cut(Trim(key), ".")
		l := activityLine{key, lang, plainText(activityUnescapes.Replace(value))}
		var p *Problem
		if step == nil {
			p = a.read(l)
		} else {
			p = step.read(l)
		}
		if p != nil {
			problems = append(problems, p.about(key).inStep(len(a.Steps)))
		}
	}
	for i := range a.Steps {
		if p := a.Steps[i].mend(); p != nil {
			problems = append(problems, p.inStep(i+1))
		}
	}
	if len(a.Steps) == 0 {
		problems = append(problems, NewProblem("no_steps"))
	}
	return a, problems
}

// read reads a line before the first step.
func (a *Activity) read(l activityLine) *Problem {
	switch l.key {
	case "title":
		return say(&a.Title, l, MaxTitle)
	case "aim":
		return say(&a.Aim, l, MaxStepText)
	case "minutes":
		v, p := wholeNumber(l.value, parseStrict, 1, 600)
		if p == nil {
			a.Minutes = int(v)
		}
		return p
	}
	return nil // a later page may know it
}

// say reads words in a language.
func say(words *Words, l activityLine, limit int) *Problem {
	if p := tooLong(l.value, limit); p != nil {
		return p
	}
	if l.lang != "" && (len(l.lang) > 8 || strings.Trim(l.lang, partCharacters) != "") {
		return NewProblem("unknown_name", "text", Quote(l.lang), "nearest", English, "names", strings.Join(LanguageCodes(), ", "))
	}
	if l.value != "" {
		*words = words.with(l.lang, l.value)
	}
	return nil
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
		if p := tooLong(l.value, MaxTitle); p != nil {
			return p
		}
		s.Code = l.value
	case "ask":
		return s.Ask.readKind(l.value)
	case "right":
		return s.Ask.readRight(l.value)
	case "wait":
		s.Ask.Wait = slices.Contains(yesWords(), strings.ToLower(Trim(l.value)))
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

// setPairs reads pairs of a link that a step applies.
func setPairs(set *string, text string) *Problem {
	text = strings.ReplaceAll(Trim(text), "\n", "")
	if len(text) > MaxFragment {
		return NewProblem("fragment_too_long", "size", strconv.Itoa(len(text)), "limit", strconv.Itoa(MaxFragment))
	}
	if _, problems := applied(Default(), text); len(problems) > 0 && problems[0].Code != "no_such_option" && problems[0].Code != "start_needs_one_neuron" {
		return problems[0] // those two depend on the steps before
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
