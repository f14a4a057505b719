package session

import (
	"maps"
	"slices"

	"firstneuron/pkg/experiment"
)

// Session is everything one playground knows. The zero value is not useful:
// start with [New].
type Session struct {
	Edit

	// Past and Future are what Undo and Redo go to, nearest last.
	Past, Future []Edit
	// Paste is the text in the paste box and what is wrong with it.
	Paste Draft
	// Notices are the complaints about the link the page was opened with.
	Notices []*experiment.Problem
	// Unlinked says why the link cannot hold the experiment, so that a reload
	// would lose it; nil when it can.
	Unlinked *experiment.Problem
	// Run is the training at hand: its phase and its record.
	Run Run
	// Preferences are the learner's language and colours.
	Preferences Preferences
	// Live trains again from the initial weights after every edit.
	Live bool
	// LogLoss draws the loss on a logarithmic axis.
	LogLoss bool
	// PointedEpoch is the epoch under the pointer on the loss chart, -1 for none.
	PointedEpoch int
}

// Edit is the part of a Session that the learner edits, and so the part that
// Undo restores.
type Edit struct {
	// Experiment is the last valid reading of everything typed.
	Experiment experiment.Experiment
	// Rows are the data table, one row a point, as typed.
	Rows []Row
	// Drafts hold the settings whose text is not (or not yet) the plain form
	// of the Experiment's value, by property key. Treated as immutable.
	Drafts map[string]Draft

	// change names what the last edit changed, so that typing "123" into one
	// box is one step of Undo and not three.
	change string
}

// Draft is a text as typed and, when it cannot be read, the reason.
type Draft struct {
	Text    string
	Problem *experiment.Problem
}

// New returns the session of a page opened with the given fragment.
func New(fragment string) Session {
	s := Session{PointedEpoch: -1}
	s, _ = s.navigate(Navigated{Fragment: fragment})
	return s
}

// Setting returns the text and the problem of one setting, by property key.
func (s Session) Setting(key string) Draft {
	if draft, ok := s.Drafts[key]; ok {
		return draft
	}
	return Draft{Text: s.Experiment.Value(key)}
}

// Problems returns what keeps the session from training: every field that
// cannot be read, the table's first, then the experiment's own limits.
func (s Session) Problems() []*experiment.Problem {
	var problems []*experiment.Problem
	for _, row := range s.Rows {
		for _, draft := range []Draft{row.X, row.Y} {
			if draft.Problem != nil {
				problems = append(problems, draft.Problem)
			}
		}
	}
	for _, key := range slices.Sorted(maps.Keys(s.Drafts)) {
		if problem := s.Drafts[key].Problem; problem != nil {
			problems = append(problems, problem)
		}
	}
	return append(problems, s.Experiment.Validate()...)
}

// DataProblem returns what is wrong with the points as a whole, such as being
// too few; nil when nothing is. A box that cannot be read says so itself.
func (s Session) DataProblem() *experiment.Problem {
	for _, problem := range s.Experiment.Validate() {
		if problem.Key == "xs" {
			return problem
		}
	}
	return s.Unlinked
}

// withDraft returns the edit with one draft set; an empty problem-free draft
// is removed by withoutDraft instead.
func (e Edit) withDraft(key string, draft Draft) Edit {
	drafts := maps.Clone(e.Drafts)
	if drafts == nil {
		drafts = make(map[string]Draft)
	}
	drafts[key] = draft
	e.Drafts = drafts
	return e
}

// withoutDraft returns the edit with the plain form of one setting showing.
func (e Edit) withoutDraft(key string) Edit {
	if _, ok := e.Drafts[key]; !ok {
		return e
	}
	drafts := maps.Clone(e.Drafts)
	delete(drafts, key)
	e.Drafts = drafts
	return e
}
