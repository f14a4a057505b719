package experiment

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Task holds the words and the goals that the author of a link gives the
// learner. Its texts are shown
// as they are, never as markup.
type Task struct {
	// Title and Text introduce the task.
	Title, Text string
	// Question is one that the learner answers with a number, her guess of
	// the prediction, before anything can be trained; "" asks nothing.
	Question string
	// Goals are the conditions that a training has to reach.
	Goals []Goal
	// Feedback is shown when all goals are reached.
	Feedback string
}

// The limits of a task, in characters.
const (
	MaxTitle = 200
	MaxText  = 1500
	MaxGoals = 5
)

// Empty reports whether nothing is asked and nothing told.
func (t Task) Empty() bool { return t.equal(Task{}) }

func (t Task) equal(o Task) bool {
	return t.Title == o.Title && t.Text == o.Text && t.Question == o.Question && t.Feedback == o.Feedback &&
		slices.Equal(t.Goals, o.Goals)
}

// taskProperties are the rows of what the author asks.
func taskProperties() []property {
	return []property{
		words("title", "A first line", "title of the task", MaxTitle,
			func(e *Experiment) *string { return &e.Title }),
		words("text", "Train the neuron.\nWatch the loss.", "what the author tells the learner", MaxText,
			func(e *Experiment) *string { return &e.Text }),
		words("ask", "What will it predict?", "question that the learner answers with a number before she can train", MaxText,
			func(e *Experiment) *string { return &e.Question }),
		goalsProperty,
		words("feedback", "Well done.", "what is said when all goals are reached", MaxText,
			func(e *Experiment) *string { return &e.Feedback }),
	}
}

// words is a property that is a text in the author's words.
func words(key, example, meaning string, limit int, field func(*Experiment) *string) property {
	return property{
		key: key, example: example, words: true,
		meaning: meaning + ", at most " + strconv.Itoa(limit) + " characters",
		value:   func(e Experiment) string { return *field(&e) },
		set: func(e *Experiment, in input) *Problem {
			text := plainText(in.text)
			if count := utf8.RuneCountInString(text); count > limit {
				return NewProblem("text_too_long", "count", strconv.Itoa(count), "max", strconv.Itoa(limit))
			}
			*field(e) = text
			return nil
		},
	}
}

// plainText returns a text without what cannot be shown: line ends are \n, and
// bytes that are no character, and control characters, become the sign for
// that, so that nothing vanishes silently.
func plainText(text string) string {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		if (r < ' ' && r != '\n' && r != '\t') || (r >= 0x7f && r < 0xa0) {
			return utf8.RuneError
		}
		return r
	}, text)
}
