package session

import (
	"cmp"
	"slices"
	"strings"

	"firstneuron/pkg/experiment"
)

// mostClassGuesses is how many guesses of a class are shown.
const mostClassGuesses = 60

// ClassTyped says that the box of the class's guesses holds Text: numbers with commas or
// spaces between them, in the order in which they are called out.
type ClassTyped struct{ Text string }

func (m ClassTyped) update(s Session) (Session, []Effect) {
	s.Class = m.Text
	return s, nil
}

// ClassGuess is a guess of the class, and how many have made it.
type ClassGuess struct {
	Y     float64
	Count int
}

// ClassGuesses are the guesses of the class, the least first; what is no number yet is
// left out. Only a presenter asks a class.
func (s Session) ClassGuesses() []ClassGuess {
	if !s.Experiment.Present || s.Class == "" {
		return nil
	}
	var guesses []ClassGuess
	for _, text := range strings.FieldsFunc(s.Class, func(r rune) bool { return strings.ContainsRune(",;、， \t\n", r) }) {
		y, problem := experiment.ParseNumber(text)
		if problem != nil {
			continue
		}
		if i := slices.IndexFunc(guesses, func(g ClassGuess) bool { return g.Y == y }); i >= 0 {
			guesses[i].Count++
		} else if len(guesses) < mostClassGuesses {
			guesses = append(guesses, ClassGuess{y, 1})
		}
	}
	slices.SortFunc(guesses, func(a, b ClassGuess) int { return cmp.Compare(a.Y, b.Y) })
	return guesses
}

// ClassX is where the class guesses: where the last question for a mark was, else at the
// x that is asked.
func (s Session) ClassX() float64 {
	if a := s.ActivityNow(); a != nil {
		for i := s.stepNumber(); i >= 0; i-- {
			if a.Steps[i].Ask.Kind == experiment.MarkAsk {
				return a.Steps[i].Ask.X
			}
		}
	}
	return s.Experiment.Predict[0]
}
