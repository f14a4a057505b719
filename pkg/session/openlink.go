package session

import (
	"strings"

	"firstneuron/pkg/experiment"
)

// LinkTyped says that the box for a link now holds Text.
type LinkTyped struct{ Text string }

func (m LinkTyped) update(s Session) (Session, []Effect) {
	s.OpenLink = Draft{Text: m.Text}
	return s, nil
}

// LinkOpened asks for what the box holds to be opened: an address, or what follows '#'
// in one, of this page or of TensorFlow Playground. Undo goes back.
type LinkOpened struct{}

func (LinkOpened) update(s Session) (Session, []Effect) {
	text := experiment.Trim(s.OpenLink.Text)
	fragment, problem := linkFragment(text)
	if problem == nil {
		e, problems := experiment.Decode(fragment)
		if len(problems) == 0 || !e.Equal(experiment.Default()) {
			s.OpenLink = Draft{}
			return s.openExperiment(e, problems)
		}
		problem = problems[0] // nothing in it can be read
	}
	s.OpenLink.Problem = problem
	return s, []Effect{FocusLink{}}
}

// linkFragment is the part of a link that says an experiment.
func linkFragment(text string) (fragment string, p *experiment.Problem) {
	if _, _, ok := experiment.FromPlayground(text); ok {
		return text, nil
	}
	if _, after, found := strings.Cut(text, "#"); found {
		text = after
	}
	if key, _, _ := strings.Cut(text, "="); key == "" || strings.Contains(key, "/") || !strings.Contains(text, "=") {
		return "", experiment.NewProblem("no_link", "text", experiment.Quote(text))
	}
	return text, nil
}
