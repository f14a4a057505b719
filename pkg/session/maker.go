package session

import (
	"slices"

	"firstneuron/pkg/experiment"
)

// Maker is the desk at which an author makes an activity. What she has made stays when
// it is closed, when another experiment is opened, and where the browser keeps it for the
// next visit.
type Maker struct {
	Open bool
	// Draft is the activity as far as it is made, nil before the desk was open. It may
	// have what no learner gets, such as words that are too long.
	Draft *experiment.Activity
	// Step is the step that is edited, from 0.
	Step int
	// Lang is the language that is written, where the author has chosen one.
	Lang *string
	// Drafts are the texts of the step's boxes that cannot be read, by field.
	Drafts map[string]Draft
	// Replaced is the draft that another one has taken the place of, nil for none.
	Replaced *experiment.Activity
	// Problem is what is wrong with an opened file, or with one step more.
	Problem *experiment.Problem
}

// The preferences that keep the drafts.
const (
	draftPreference    = "draft"
	replacedPreference = "draft.replaced"
)

// DraftFound brings what the browser has kept of the desk.
type DraftFound struct{ Text, Replaced string }

func (m DraftFound) update(s Session) (Session, []Effect) {
	s.Maker.Draft, s.Maker.Replaced = experiment.DecodeDraft(m.Text), experiment.DecodeDraft(m.Replaced)
	return s, nil
}

// MakerOpened shows or hides the desk.
type MakerOpened struct{ Open bool }

func (m MakerOpened) update(s Session) (Session, []Effect) {
	s.Maker.Open, s.Maker.Problem, s.Copied = m.Open, nil, Copied{}
	if !m.Open || s.Maker.worded() {
		return s, nil
	}
	if a := s.ActivityNow(); a != nil && a.Name == "" {
		return s.began(a) // the author's own
	}
	return s.began(nil)
}

// makes opens the desk as a link asks for it, with the activity of the link. The address
// says so no more, so that a reload goes on with the draft.
func (s Session) makes() (Session, []Effect) {
	s.Maker.Open = true
	s, effects := s.began(s.ActivityNow())
	s = s.inEveryEdit(func(e experiment.Experiment) experiment.Experiment { e.Make = false; return e })
	return s, append(effects, s.writeFragment())
}

// CanMake reports whether the desk is offered: not in a course page, nor where its author
// has hidden what hands an experiment on. A step that shows little hides it from nobody.
func (s Session) CanMake() bool {
	return !s.Experiment.Embed && !s.Experiment.Present && !slices.Contains(s.Experiment.Hide, experiment.SharePart)
}

// worded reports whether the draft has anything that would be missed.
func (k Maker) worded() bool {
	return k.Draft != nil && (len(k.Draft.Title)+len(k.Draft.Aim)+k.Draft.Minutes > 0 || slices.ContainsFunc(k.Draft.Steps, func(s experiment.ActivityStep) bool {
		s.Set = "" // which is the page's
		return !(&experiment.Activity{Steps: []experiment.ActivityStep{s}}).Equal(&experiment.Activity{Steps: []experiment.ActivityStep{{}}})
	}))
}

// MakerBegan begins another draft: with the page as it is, or with the activity on it.
// That of before can be brought back.
type MakerBegan struct{ WithActivity bool }

func (m MakerBegan) update(s Session) (Session, []Effect) {
	if m.WithActivity {
		return s.began(s.ActivityNow())
	}
	return s.began(nil)
}

// MakerBroughtBack puts the replaced draft back, and the present one in its place.
type MakerBroughtBack struct{}

func (MakerBroughtBack) update(s Session) (Session, []Effect) {
	if s.Maker.Replaced == nil {
		return s, nil
	}
	return s.began(s.Maker.Replaced)
}

// MakerFileOpened brings the text of a file.
type MakerFileOpened struct{ Text string }

func (m MakerFileOpened) update(s Session) (Session, []Effect) {
	a, problems := experiment.DecodeActivity(m.Text)
	if a == nil || len(a.Steps) == 0 {
		s.Maker.Problem = problems[0]
		return s, nil
	}
	if draft := experiment.DecodeDraft(m.Text); draft != nil {
		a = draft // with what is not whole yet
	}
	s, effects := s.began(a)
	if len(problems) > 0 {
		s.Maker.Problem = problems[0]
	}
	return s, effects
}

// MakerFileRefused says that a file of so many bytes is larger than any activity's.
type MakerFileRefused struct{ Size int }

func (m MakerFileRefused) update(s Session) (Session, []Effect) {
	s.Maker.Problem = experiment.FileOver(m.Size, experiment.MaxActivityFile)
	return s, nil
}

// began begins a draft with an activity, or with one step that begins with the page as it
// is.
func (s Session) began(a *experiment.Activity) (Session, []Effect) {
	draft := &experiment.Activity{Steps: []experiment.ActivityStep{{Set: experiment.SetFor(experiment.Default(), s.Experiment)}}}
	if a != nil {
		own := *a
		own.Name = ""
		draft = &own
	}
	before := s.Maker
	s.Maker = Maker{Open: before.Open, Draft: draft, Replaced: before.Replaced}
	if before.worded() && !before.Draft.Equal(draft) {
		s.Maker.Replaced = before.Draft
	}
	return s, s.Maker.kept(before)
}

// kept returns what the browser is to keep of the desk, since it is other than before.
func (k Maker) kept(before Maker) []Effect {
	var effects []Effect
	keep := func(name string, now, past *experiment.Activity) {
		if now != past && now != nil {
			effects = append(effects, StorePreference{Name: name, Value: experiment.EncodeActivity(now)})
		}
	}
	keep(draftPreference, k.Draft, before.Draft)
	keep(replacedPreference, k.Replaced, before.Replaced)
	return effects
}

// made changes the draft, a copy of which change is given, and keeps it.
func (s Session) made(change func(k *Maker, a *experiment.Activity)) (Session, []Effect) {
	before := s.Maker
	if before.Draft == nil {
		return s, nil
	}
	next := *before.Draft
	next.Steps = slices.Clone(next.Steps)
	s.Maker.Problem = nil
	s.Maker.Draft = &next
	change(&s.Maker, &next)
	if next.Equal(before.Draft) {
		s.Maker.Draft = before.Draft
	}
	return s, s.Maker.kept(before)
}

// Preview is what learners get of the draft, as they see it who come to the step that is
// edited: in the language that is written, or else in that of the author's page, and not
// in her browser's, which may be neither.
func (k Maker) Preview(page string, read *experiment.Activity) experiment.Experiment {
	at := min(k.Step, len(read.Steps)-1)
	from := *read
	from.Steps = read.Steps[at:]
	e := read.Before(at).WithActivity(&from)
	e.Embed, e.Lang = true, page
	if writes := k.Writes(page); slices.Contains(experiment.LanguageCodes(), writes) {
		e.Lang = writes
	}
	return e
}
