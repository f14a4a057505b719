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
	// would lose it, by what was found when an edit last settled; nil when it
	// can.
	Unlinked *experiment.Problem
	// Run is the training at hand: its phase and its record.
	Run Run
	// Preferences are the learner's language and colours.
	Preferences Preferences
	// LiveChoice is the learner's own choice about training as she edits, nil
	// as long as it is left to the size of the training: see Live.
	LiveChoice *bool
	// stale says that an edit still waits to be trained.
	stale bool
	// LogLoss draws the loss on a logarithmic axis.
	LogLoss bool
	// PointedEpoch is the epoch under the pointer on the loss chart, -1 for none.
	PointedEpoch int

	// Cursor is the epoch that every view shows, -1 for the latest: see Shown.
	Cursor int
	// Playback moves the cursor by itself.
	Playback Playback
	// Selected is the row selected on the chart, Lit the one under the pointer
	// or the focus; 0 is none.
	Selected, Lit int
	// Handle is the handle of the first guess that is selected there instead.
	Handle Handle
	// grip holds what was at hand before the chart was edited; nil when nothing
	// is being moved.
	grip *grip

	// CodeTab is the language of the code panel.
	CodeTab CodeTab
	// LitLine is the line of the program that the caret is on, or that says the
	// property whose control is touched; LitKeys are the properties that the
	// caret's line says. 0 and nil for none.
	LitKeys []string
	LitLine int
	litTo   int
	// litByLine is set when it is lit by the caret.
	litByLine bool

	// Surface is the loss over the weights, Slice the two weights it is drawn
	// over.
	Surface Surface
	Slice   Slice
	// Walk is the step of the training that is looked at.
	Walk Walk
	// WhyOpen shows the explanation of the answer; Noise is the deviation of
	// its noise, negative until the learner has chosen one.
	WhyOpen bool
	Noise   float64
	// Starts are the trainings from many starts.
	Starts Starts
	// Kept are the runs of the race, beside the run at hand.
	Kept []Kept
	// judged remembers what is wrong with the experiment; nil when it has not
	// been asked yet.
	judged *judgement
	// Challenge is how far the learner is with the author's task.
	Challenge Challenge
	// Share is the dialog that hands the experiment on.
	Share Share
	// studies counts what was begun, so that answers to older questions are
	// known as such; racing is the number of the latest Race.
	studies, racing int
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
	// Code is the experiment as a program, or the learner's own text.
	Code Code

	// change names what the last edit changed, so that typing "123" into one
	// box is one step of Undo and not three.
	change string
}

// Draft is a text as typed and, when it cannot be read, the reason.
type Draft struct {
	Text    string
	Problem *experiment.Problem
}

// New returns the session of a page opened with the given fragment. Nothing is
// trained: what "auto" begins needs an effect, and so the message [Navigated].
func New(fragment string) Session {
	s, _ := Session{}.navigate(fragment)
	if s.Run.Phase == Running {
		s = s.untrained()
	}
	return s.withCode()
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
	if problem := s.CodeProblem(); problem != nil {
		problems = append(problems, problem)
	}
	return append(problems, s.limits()...)
}

// judgement is what Experiment.Validate said. It is asked for many times an
// edit, and takes as long as a training of the lesson.
type judgement struct {
	experiment experiment.Experiment
	problems   []*experiment.Problem
}

func judge(e experiment.Experiment) *judgement { return &judgement{e, e.Validate()} }

// limits returns what breaks the experiment's own limits.
func (s Session) limits() []*experiment.Problem {
	if s.judged == nil || !s.judged.experiment.Equal(s.Experiment) {
		return s.Experiment.Validate()
	}
	return s.judged.problems
}

// DataProblem returns what is wrong with the points as a whole, such as being
// too few, or too many for a link; nil when nothing is. A box that cannot be
// read says so itself.
func (s Session) DataProblem() *experiment.Problem {
	if problem := s.pointsProblem(); problem != nil {
		return problem
	}
	return s.Unlinked
}

// pointsProblem returns what keeps the points as a whole from being trained on.
func (s Session) pointsProblem() *experiment.Problem {
	for _, problem := range s.limits() {
		if problem.Key == "xs" {
			return problem
		}
	}
	return nil
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
