package experiment

import (
	"slices"
	"strconv"
	"strings"
)

// maxDraft is how many bytes the text of a draft may have: an author may paste more than
// an activity can hold, and is told so before it is lost.
const maxDraft = 512 << 10

// DecodeDraft reads what [EncodeActivity] writes of an activity that is still being
// written: texts that are too long and questions that are not whole stay as they are.
// Of a text that is no activity it returns nil.
func DecodeDraft(text string) *Activity {
	first, rest, _ := strings.Cut(text, "\n")
	if len(text) > maxDraft || first != activityFirstLine {
		return nil
	}
	a, _ := readActivity(rest, true)
	if len(a.Steps) == 0 {
		return nil
	}
	return a
}

// AsRead returns a draft as learners get it, and what of it they do not get: the file
// that it makes, read again.
func (a *Activity) AsRead() (*Activity, []*Problem) {
	text := EncodeActivity(a)
	read, problems := DecodeActivity(text)
	if read == nil {
		read = &Activity{Steps: []ActivityStep{{}}}
	}
	return read, problems
}

// Langs returns the languages that the words of an activity name, in the order in which
// they come first; unnamed is set where some words name none.
func (a *Activity) Langs() (langs []string, unnamed bool) {
	look := func(all ...Words) {
		for _, words := range all {
			for _, t := range words {
				if t.Lang == "" {
					unnamed = true
				} else if !slices.Contains(langs, t.Lang) {
					langs = append(langs, t.Lang)
				}
			}
		}
	}
	look(a.Title, a.Aim)
	for _, s := range a.Steps {
		look(s.Title, s.Text, s.Ask.Question, s.Ask.Wrong, s.Button, s.Feedback)
		look(s.Ask.Choices...)
	}
	return langs, unnamed
}

// Before returns the experiment as it is when a step is entered, counted from 0: what
// the steps before it have set, as far as no learner has changed it.
func (a *Activity) Before(step int) Experiment {
	e := Default()
	for _, s := range a.Steps[:step] {
		e, _ = e.Applied(s.Set)
	}
	return e
}

// SetFor returns the pairs that a step sets so that the page comes to e, from what it was
// before: data, model, training and the x that is asked, and nothing of how the page
// shows them.
func SetFor(before, e Experiment) string {
	e.View, before.View = Default().View, Default().View
	var b strings.Builder
	for _, pair := range pairsOver(before, e, false) {
		if b.Len() > 0 {
			b.WriteByte('&')
		}
		row, _ := findProperty(pair[0])
		b.WriteString(row.key + "=" + row.escaped(pair[1]))
	}
	if set := b.String(); applies(before, e, set) {
		return set
	}
	// Something of before has no pair that takes it back: an example sets everything.
	set := "example=" + Examples()[0].Name
	if own := Encode(e); own != "" {
		set += "&" + own
	}
	return set
}

// applies reports whether a step that sets these pairs leads from before to e.
func applies(before, e Experiment, set string) bool {
	got, problems := before.Applied(set)
	return len(problems) == 0 && got.Equal(e)
}

// LinkRoom returns how many bytes the link and the file of an activity have.
func (a *Activity) LinkRoom() (link, file int) {
	return len("activity=" + pack(a.text())), len(EncodeActivity(a))
}

// PlainText returns a text without what cannot be shown: line ends are \n, and control
// characters become the sign for that.
func PlainText(text string) string { return plainText(text) }

// TextTooLong returns the problem of words that are longer than a limit, nil for none.
func TextTooLong(text string, limit int) *Problem { return tooLong(text, limit) }

// TooManySteps is the problem of one step more than there may be.
func TooManySteps() *Problem {
	return NewProblem("too_many_steps", "max", strconv.Itoa(MaxSteps))
}
