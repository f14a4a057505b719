package experiment

import (
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
	return readActivity(rest, false)
}

const (
	// maxActivityLines is more than an activity of MaxSteps steps in several languages
	// needs: each line that a hostile text has costs time.
	maxActivityLines = 2000
	// mostActivityProblems is how many problems are told.
	mostActivityProblems = 20
)

// activityLine is a line of an activity's text. That of a draft may be too long.
type activityLine struct {
	key, lang, value string
	draft            bool
}

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

// readActivity reads the text of an activity without its first line. What of a draft is
// not whole yet, or too long, is kept.
func readActivity(text string, draft bool) (*Activity, []*Problem) {
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
		l := activityLine{key, lang, plainText(activityUnescapes.Replace(value)), draft}
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
		if draft {
			break
		}
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
		v, p := wholeNumber(l.value, parseStrict, 1, MaxMinutes)
		if p == nil {
			a.Minutes = int(v)
		}
		return p
	}
	return nil // a later page may know it
}

// say reads words in a language.
func say(words *Words, l activityLine, limit int) *Problem {
	if p := tooLong(l.value, limit); p != nil && !l.draft {
		return p
	}
	if l.lang != "" && (len(l.lang) > 8 || strings.Trim(l.lang, partCharacters) != "") {
		return NewProblem("unknown_name", "text", Quote(l.lang), "nearest", English, "names", strings.Join(LanguageCodes(), ", "))
	}
	if l.value != "" {
		*words = words.With(l.lang, l.value)
	}
	return nil
}
