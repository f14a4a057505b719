package session

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"firstneuron/pkg/experiment"
)

// The fields of the desk, as MakerTyped names them. Those of choices and goals have a
// number behind them, from 0, and those of goals a second word.
const (
	ActivityTitleField = "activity"
	AimField           = "aim"
	MinutesField       = "minutes"
	TitleField         = "title"
	TextField          = "text"
	QuestionField      = "question"
	WrongField         = "wrong"
	FeedbackField      = "feedback"
	CodeField          = "code"
	ButtonField        = "button"
	LookField          = "look"
	ChoiceField        = "choice"
	KindField          = "kind"
	RightField         = "right"
	ToleranceField     = "tolerance"
	MarkField          = "x"
	WaitField          = "wait"
	FreeField          = "free"
	GoalField          = "goal"
)

// mostTyped is how many bytes a box may hold: more than learners get, and less than a
// whole book that was pasted by mistake.
const mostTyped = 32 << 10

// MakerTyped says that a field of the desk holds Text, words in Lang.
type MakerTyped struct{ Field, Lang, Text string }

func (m MakerTyped) update(s Session) (Session, []Effect) {
	x := s.Experiment.Predict[0]
	return s.made(func(k *Maker, a *experiment.Activity) {
		k.Drafts = maps.Clone(k.Drafts)
		delete(k.Drafts, m.Field)
		if problem := k.typed(a, m, x); problem != nil {
			if k.Drafts == nil {
				k.Drafts = map[string]Draft{}
			}
			k.Drafts[m.Field] = Draft{Text: m.Text, Problem: problem}
		}
	})
}

// typed takes the text of a field into the draft, or says why not.
func (k *Maker) typed(a *experiment.Activity, m MakerTyped, x float64) *experiment.Problem {
	step := &a.Steps[k.Step]
	if words, limit := wordsOf(a, step, m.Field); words != nil {
		if len(m.Text) > mostTyped {
			return experiment.TextTooLong(m.Text, limit)
		}
		*words = words.With(m.Lang, experiment.PlainText(m.Text))
		if m.Field == QuestionField && m.Text != "" && !step.Ask.Asks() {
			step.Ask.Kind = experiment.NumberAsk
		}
		return nil
	}
	field, rest, _ := strings.Cut(m.Field, ".")
	switch field {
	case MinutesField:
		return minutesTyped(a, m.Text)
	case CodeField:
		if len(m.Text) > mostTyped {
			return experiment.TextTooLong(m.Text, experiment.MaxTitle)
		}
		step.Code = experiment.PlainText(m.Text)
	case LookField:
		if m.Text == "" || slices.Contains(experiment.Looks(), m.Text) {
			step.Look = m.Text
		}
	case KindField:
		step.Ask = askedAs(step.Ask, experiment.AskKind(m.Text), x)
	case WaitField:
		step.Ask.Wait = m.Text == "1"
	case FreeField:
		step.Next = experiment.WhenDone
		if m.Text == "1" {
			step.Next = experiment.WhenPressed
		}
	case GoalField:
		return k.goalTyped(step, rest, m.Text)
	case RightField, ToleranceField, MarkField:
		if field == RightField && strings.TrimSpace(m.Text) == "" {
			step.Ask.Checked, step.Ask.Right = false, 0
			return nil
		}
		least := -float64(experiment.MaxAbs)
		if field == ToleranceField {
			least = 0
		}
		v, problem := experiment.ParseNumberIn(m.Text, least, experiment.MaxAbs)
		switch {
		case problem != nil:
			return problem
		case field == RightField:
			step.Ask.Checked, step.Ask.Right = true, v
		case field == MarkField:
			step.Ask.X = v
		default:
			step.Ask.Tolerance = v
		}
	}
	return nil
}

// minutesTyped sets how long the activity takes; with no text nobody says it.
func minutesTyped(a *experiment.Activity, text string) *experiment.Problem {
	if strings.TrimSpace(text) == "" {
		a.Minutes = 0
		return nil
	}
	minutes, problem := experiment.ParseInt(text, 1, experiment.MaxMinutes)
	if problem == nil {
		a.Minutes = minutes
	}
	return problem
}

// askedAs returns a question that is answered in another way.
func askedAs(ask experiment.Ask, kind experiment.AskKind, x float64) experiment.Ask {
	if ask.Kind == kind {
		return ask
	}
	was := ask.Kind
	ask.Kind = kind
	if (was == experiment.ChoiceAsk) != (kind == experiment.ChoiceAsk) {
		ask.Checked, ask.Right, ask.Tolerance = false, 0, 0
	}
	switch kind {
	case experiment.ChoiceAsk:
		if len(ask.Choices) < 2 {
			ask.Choices = make([]experiment.Words, 2)
		}
	case experiment.MarkAsk:
		ask.X = x
	case experiment.NumberAsk:
	default:
		ask.Kind = ""
	}
	return ask
}

// wordsOf returns the words of a field in a copy of the draft, and how many characters
// they may have; nil for a field of no words.
func wordsOf(a *experiment.Activity, step *experiment.ActivityStep, field string) (words *experiment.Words, limit int) {
	name, rest, _ := strings.Cut(field, ".")
	switch name {
	case ActivityTitleField:
		return &a.Title, experiment.MaxTitle
	case AimField:
		return &a.Aim, experiment.MaxStepText
	case TitleField:
		return &step.Title, experiment.MaxTitle
	case TextField:
		return &step.Text, experiment.MaxStepText
	case QuestionField:
		return &step.Ask.Question, experiment.MaxStepText
	case WrongField:
		return &step.Ask.Wrong, experiment.MaxStepText
	case FeedbackField:
		return &step.Feedback, experiment.MaxStepText
	case ButtonField:
		return &step.Button, experiment.MaxTitle
	case ChoiceField:
		i, err := strconv.Atoi(rest)
		if err != nil || i < 0 || i >= len(step.Ask.Choices) {
			return nil, 0
		}
		step.Ask.Choices = slices.Clone(step.Ask.Choices)
		return &step.Ask.Choices[i], experiment.MaxTitle
	}
	return nil, 0
}

// Words returns the words of a field, and how many characters they may have.
func (k Maker) Words(field string) (words experiment.Words, limit int) {
	a := *k.Draft
	step := a.Steps[k.Step]
	if of, limit := wordsOf(&a, &step, field); of != nil {
		return *of, limit
	}
	return nil, 0
}

// MakerChoiceAdded adds a choice to the question of the step.
type MakerChoiceAdded struct{}

func (MakerChoiceAdded) update(s Session) (Session, []Effect) {
	return s.made(func(k *Maker, a *experiment.Activity) {
		ask := &a.Steps[k.Step].Ask
		if len(ask.Choices) < experiment.MaxChoices {
			ask.Choices = append(slices.Clip(ask.Choices), nil)
		}
	})
}

// MakerChoiceRemoved removes one, from 0.
type MakerChoiceRemoved struct{ Choice int }

func (m MakerChoiceRemoved) update(s Session) (Session, []Effect) {
	return s.made(func(k *Maker, a *experiment.Activity) {
		ask := &a.Steps[k.Step].Ask
		if m.Choice < 0 || m.Choice >= len(ask.Choices) || len(ask.Choices) <= 2 {
			return
		}
		ask.Choices = slices.Delete(slices.Clone(ask.Choices), m.Choice, m.Choice+1)
		switch right := int(ask.Right) - 1; {
		case right == m.Choice:
			ask.Checked, ask.Right = false, 0
		case right > m.Choice:
			ask.Right--
		}
	})
}

// MakerLangChosen chooses the language that is written, "" for one without a name.
type MakerLangChosen struct{ Lang string }

func (m MakerLangChosen) update(s Session) (Session, []Effect) {
	s.Maker.Lang, s.Maker.Drafts = &m.Lang, nil
	return s, nil
}

// Writes returns the language that is written: the chosen one, else that of the page if
// the draft has words in it, else the first that the draft names, else none.
func (k Maker) Writes(page string) string {
	if k.Lang != nil {
		return *k.Lang
	}
	langs, unnamed := k.Draft.Langs()
	switch {
	case unnamed || len(langs) == 0:
		return ""
	case slices.Contains(langs, page):
		return page
	}
	return langs[0]
}
