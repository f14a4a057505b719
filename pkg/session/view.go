package session

import (
	"cmp"
	"maps"
	"slices"

	"firstneuron/pkg/experiment"
)

// View is how the page shows the experiment and its run.
type View struct {
	// Panel is the panel that is open beside the chart: one of [experiment.Panels],
	// [experiment.AllPanels], or "" for none.
	Panel string

	// LogLoss says whether the loss axis is logarithmic, nil for what suits the
	// losses.
	LogLoss *bool
	// PointedEpoch is the epoch under the pointer on the loss chart, -1 for none.
	PointedEpoch int

	// Cursor is the epoch that every view shows, -1 for the latest: see Shown.
	Cursor int
	// Playback moves the cursor by itself.
	Playback Playback
	// Selected is the row selected on the chart, Highlighted the one under the pointer
	// or the focus; 0 is none.
	Selected, Highlighted int
	// NewLabel is the label that points have which are added on the plane: see Label.
	NewLabel float64
	// Guess is the learner's best guess so far.
	Guess BestGuess
	// Class are the guesses of a class, as a presenter has typed them.
	Class string
	// Handle is the handle of the first guess that is selected there instead.
	Handle Handle
	// Network is what is held in the picture of the model.
	Network Network

	// OpenLink is the link in the menu's box, and what is wrong with it.
	OpenLink Draft
	// Paste is the text in the paste box and what is wrong with it.
	Paste Draft
	// DataFile is the name of the file of data that was opened last, and what is wrong
	// with it; Import is the table that waits for the learner's choice, and Loaded what
	// was read last, nil for none.
	DataFile Draft
	Import   *Import
	Loaded   *Loaded
	// Withheld is a file that may not have come.
	Withheld Withheld
	// Copied is what the learner has copied last.
	Copied Copied
	// CodeTab is the language of the code panel.
	CodeTab CodeTab
	// HighlightedLine is the line of the program that the caret is on, or that says the
	// property whose control is touched; HighlightedKeys are the properties that the
	// caret's line says. 0 and nil for none.
	HighlightedKeys []string
	HighlightedLine int
	highlightedTo   int
	// highlightedByCaret is set when the caret highlights it.
	highlightedByCaret bool
}

// newView returns the view of an experiment that is opened after another: the
// learner's choice of the loss axis stays, and of the panel where the link names none;
// no frame of an earlier playback counts.
func newView(before View, panel string) View {
	return View{
		Panel:        cmp.Or(panel, before.Panel),
		LogLoss:      before.LogLoss,
		PointedEpoch: -1,
		Cursor:       -1,
		Playback:     Playback{ID: before.Playback.ID + 1, Speed: defaultSpeed},
	}
}

// PanelChosen opens a panel in place of the open one, and closes the open one.
type PanelChosen struct{ Panel string }

func (m PanelChosen) update(s Session) (Session, []Effect) {
	if s.Panel == m.Panel {
		m.Panel = ""
	}
	s.Panel = m.Panel
	if s.Panel == experiment.CodePanel {
		return s.expectTyping()
	}
	return s, nil
}

// Shows reports whether a panel is open.
func (s Session) Shows(panel string) bool {
	return s.Panel == panel || s.Panel == experiment.AllPanels
}

// opened returns the session with a panel open, beside the others where all are; ""
// is what is always in sight.
func (s Session) opened(panel string) Session {
	if panel != "" && !s.Shows(panel) {
		s.Panel = panel
	}
	return s
}

// withProblemInSight opens the panel of the first field that cannot be read, where
// the learner can mend it.
func (s Session) withProblemInSight() Session {
	for i := range s.Rows {
		if s.Rows[i].unread() != nil {
			return s.opened(experiment.DataPanel)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(s.Drafts)) {
		if s.Drafts[key].Problem != nil {
			return s.opened(experiment.PanelOf(key))
		}
	}
	if s.CodeProblem() != nil {
		return s.opened(experiment.CodePanel)
	}
	for _, problem := range s.limits() {
		return s.opened(experiment.PanelOf(problem.Key))
	}
	return s
}

// LossScaleChosen says whether the loss axis is logarithmic.
type LossScaleChosen struct{ Log bool }

func (m LossScaleChosen) update(s Session) (Session, []Effect) {
	s.LogLoss = &m.Log
	return s, nil
}

// LossPointed says which epoch of the loss chart the pointer is over, -1 for
// none.
type LossPointed struct{ Epoch int }

func (m LossPointed) update(s Session) (Session, []Effect) {
	s.PointedEpoch = m.Epoch
	return s, nil
}
