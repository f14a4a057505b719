package session

// View is how the page shows the experiment and its run.
type View struct {
	// LogLoss draws the loss on a logarithmic axis.
	LogLoss bool
	// PointedEpoch is the epoch under the pointer on the loss chart, -1 for none.
	PointedEpoch int

	// Cursor is the epoch that every view shows, -1 for the latest: see Shown.
	Cursor int
	// Playback moves the cursor by itself.
	Playback Playback
	// Selected is the row selected on the chart, Highlighted the one under the pointer
	// or the focus; 0 is none.
	Selected, Highlighted int
	// Handle is the handle of the first guess that is selected there instead.
	Handle Handle
	// Network is what is held in the picture of the model.
	Network Network

	// Paste is the text in the paste box and what is wrong with it.
	Paste Draft
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
// learner's choice of the loss axis stays, and no frame of an earlier playback
// counts.
func newView(before View) View {
	return View{
		LogLoss:      before.LogLoss,
		PointedEpoch: -1,
		Cursor:       -1,
		Playback:     Playback{ID: before.Playback.ID + 1, Speed: defaultSpeed},
	}
}

// LossScaleChosen says whether the loss axis is logarithmic.
type LossScaleChosen struct{ Log bool }

func (m LossScaleChosen) update(s Session) (Session, []Effect) {
	s.LogLoss = m.Log
	return s, nil
}

// LossPointed says which epoch of the loss chart the pointer is over, -1 for
// none.
type LossPointed struct{ Epoch int }

func (m LossPointed) update(s Session) (Session, []Effect) {
	s.PointedEpoch = m.Epoch
	return s, nil
}
