package session

import (
	"maps"
	"slices"
	"strings"

	"firstneuron/pkg/experiment"
)

// Share is the dialog that hands the experiment on. What is chosen there is
// about the link alone: the page itself stays as it is.
type Share struct {
	Open bool
	// View is how the link shows the experiment.
	View experiment.View
	// Weights lets the link begin with the weights that are shown.
	Weights bool
	// Drafts are the texts that cannot be read, by property key.
	Drafts map[string]Draft
	// Problem is what is wrong with an opened file.
	Problem *experiment.Problem

	// begun is set once the dialog was open, of is how the page showed the experiment
	// then: what is typed here outlasts the dialog.
	begun bool
	of    experiment.View
}

// ShareOpened shows or hides the dialog.
type ShareOpened struct{ Open bool }

func (m ShareOpened) update(s Session) (Session, []Effect) {
	share, view := s.Share, s.Experiment.View
	share.Open, share.Weights, share.Problem, s.Copied = m.Open, false, nil, Copied{}
	switch {
	case !share.begun:
		share.View, share.of, share.begun = view, view, true
	case m.Open:
		// What was typed stays; what was chosen on the page since counts.
		if view.Lang != share.of.Lang {
			share.View.Lang = view.Lang
		}
		if view.Theme != share.of.Theme {
			share.View.Theme = view.Theme
		}
		share.of = view
	}
	s.Share = share
	return s, nil
}

// ShareTyped says that the field of a property of the view holds Text.
type ShareTyped struct{ Key, Text string }

func (m ShareTyped) update(s Session) (Session, []Effect) {
	s.Share = s.Share.with(m.Key, m.Text)
	return s, nil
}

// SharePartChosen says whether a part of the page is among those of a property,
// hide or lock.
type SharePartChosen struct {
	Key, Part string
	On        bool
}

func (m SharePartChosen) update(s Session) (Session, []Effect) {
	parts := slices.DeleteFunc(slices.Clone(s.Share.parts(m.Key)), func(part string) bool { return part == m.Part })
	if m.On {
		parts = append(parts, m.Part)
	}
	s.Share = s.Share.with(m.Key, strings.Join(parts, ","))
	return s, nil
}

// ShareWeightsChosen says whether the link has the weights.
type ShareWeightsChosen struct{ On bool }

func (m ShareWeightsChosen) update(s Session) (Session, []Effect) {
	s.Share.Weights = m.On
	return s, nil
}

// FileRefused says that a file of so many bytes is larger than any that is read.
type FileRefused struct{ Size int }

func (m FileRefused) update(s Session) (Session, []Effect) {
	s.Share.Problem = experiment.FileTooLong(m.Size)
	return s, nil
}

// FileOpened brings the text of a file.
type FileOpened struct{ Text string }

func (m FileOpened) update(s Session) (Session, []Effect) { return s.openFile(m.Text) }

func (h Share) parts(key string) []string {
	if key == "hide" {
		return h.View.Hide
	}
	return h.View.Lock
}

// with returns the dialog with one property of the view set, or with the text
// and its problem. A property of the training is none of its business.
func (h Share) with(key, text string) Share {
	e := experiment.Default()
	e.View = h.View
	e, problem := e.With(key, text)
	h.Drafts = maps.Clone(h.Drafts)
	delete(h.Drafts, key)
	if problem != nil {
		if h.Drafts == nil {
			h.Drafts = map[string]Draft{}
		}
		h.Drafts[key] = Draft{Text: text, Problem: problem}
		return h
	}
	h.View = e.View
	return h
}

// ShareSetting returns the text and the problem of a field of the dialog.
func (s Session) ShareSetting(key string) Draft {
	if draft, ok := s.Share.Drafts[key]; ok {
		return draft
	}
	e := s.Experiment
	e.View = s.Share.View
	return Draft{Text: e.Value(key)}
}

// Shared is the experiment as the dialog hands it on.
func (s Session) Shared() experiment.Experiment {
	e := s.Experiment
	e.View = s.Share.View
	if s.Share.Weights && s.CanShareWeights() {
		e = e.WithWeights(s.Shown().Params)
	}
	return e
}

// openFile makes the experiment of a file the current one, as a link does. That
// can be undone.
func (s Session) openFile(text string) (Session, []Effect) {
	e, problems, ok := experiment.DecodeFile(text)
	if a, told := experiment.DecodeActivity(text); a != nil && len(a.Steps) > 0 {
		e, problems, ok = experiment.Default().WithActivity(a), told, true
	}
	if !ok {
		s.Share.Problem = problems[0]
		return s, nil
	}
	return s.openExperiment(e, problems)
}

// openExperiment makes another experiment the current one, and tells what of it could
// not be read. That can be undone.
func (s Session) openExperiment(e experiment.Experiment, problems []*experiment.Problem) (Session, []Effect) {
	s.Share, s.Challenge, s.Notices, s.Selected = Share{}, Challenge{}, problems, 0
	next, effects := s.edited(newEdit(e), "")
	next = next.toEnd().untrained()
	if e.Auto {
		next, training := next.train(e.Epochs)
		return next, append(effects, training...)
	}
	return next, effects
}
