package session

import (
	"firstneuron/pkg/experiment"
	"firstneuron/pkg/session/sound"
)

// Effect is something Update wants done outside the Session. Every Effect is
// one of the types below: a [Machine] performs those that train and work on jobs,
// a page all others.
//
//sumtype:decl
type Effect interface{ effect() }

type (
	// StartTraining asks the [Trainer] to begin a run and to work its first
	// slice at once, so that a small training is over within the same frame.
	StartTraining struct {
		Run        int
		Experiment experiment.Experiment
		// AutoTrain is set when an edit began it: it should be over before the next.
		AutoTrain bool
		// Epochs is how many to train from here, and Goal the epoch that the
		// training counts to, where it is to pause before its end.
		Epochs, Goal int
		// Timeline is the record to continue; its last weights are the start.
		Timeline Timeline
		// Continue keeps the model the Trainer holds, with its optimizer's
		// state, as calling fit again does.
		Continue bool
	}
	// NextSlice asks for the next slice of a run, in the next frame.
	NextSlice struct{ Run int }
	// BeginJob asks for a job to be worked on, beside the training, in slices.
	BeginJob struct{ Job Job }
	// DropJob asks for the job on the same topic as Job to be left, since no view
	// shows its result any more.
	DropJob struct{ Job Job }
	// NextFrame asks to be told, by FramePassed, when the next frame is drawn.
	NextFrame struct{ Playback int }
	// WriteFragment asks for the page's link to say what the Experiment is
	// now, once the edit has settled: see Settle.
	WriteFragment struct{ Experiment experiment.Experiment }
	// KeepSnapshot asks for what the page has to be kept for when it is loaded again,
	// if it is more than the link says, once nothing else has come for a moment; at
	// once when Settled. SnapshotKept says what came of it.
	KeepSnapshot struct{ Settled bool }
	// StorePreference asks for a preference to be kept for the next visit.
	StorePreference struct{ Name, Value string }
	// FetchActivity asks for the text of an activity of the gallery: ActivityFetched
	// brings it.
	FetchActivity struct{ Name string }
	// LoadWords asks for the words of a language: WordsArrived brings them, or WordsFailed
	// says that they could not be had.
	LoadWords struct{ Lang string }
	// LoadReader asks for what reads programs: ReaderArrived brings it, or ReaderFailed
	// says that it could not be had.
	LoadReader struct{}
	// OpenSound asks the browser to be ready to play: SoundOpened says what it is.
	OpenSound struct{}
	// CloseSound ends that.
	CloseSound struct{}
	// PlaySound plays notes.
	PlaySound struct{ Notes []sound.Note }
	// FocusLink asks for the focus to go to the box for a link.
	FocusLink struct{}
	// FocusPoint asks for the focus to go to the x box of a row.
	FocusPoint struct{ Row int }
	// FocusMark asks for the focus to go to the point of a row on the chart.
	FocusMark struct{ Row int }
	// FocusWeight asks for the focus to go to the weight in the picture of the
	// model, or to its box.
	FocusWeight struct{ Box bool }
	// FocusAdd asks for the focus to go to the button that adds a point.
	FocusAdd struct{}
	// FocusSetting asks for the focus to go to the field of a property.
	FocusSetting struct{ Key string }
	// FocusCode asks for the focus to go to the editor of the program, and the caret to
	// the beginning of a line; 0 leaves it where it is.
	FocusCode struct{ Line int }
	// FocusStep asks for the focus to go to the title of the activity's step.
	FocusStep struct{}
	// FocusPaste asks for the focus to go to the paste box.
	FocusPaste struct{}
	// FocusDataFile asks for the focus to go to the field of a file of data.
	FocusDataFile struct{}
	// FocusImport asks for the focus to go to the table that waits: to the first answer
	// of its question, or to the choice of x.
	FocusImport struct{ Question bool }
	// FocusProblem asks for the focus to go to the first field that cannot be
	// read.
	FocusProblem struct{}
	// FocusNext asks for the focus to go, if nothing has it once the page is
	// drawn, to the first of some elements, by ID, that can have it.
	FocusNext struct{ Next []string }
	// ShowDocument asks for the page as a whole to be shown in another way.
	ShowDocument struct{ Document }
	// Highlight asks for the controls of some properties to be highlighted, and
	// no others.
	Highlight struct{ Keys []string }
	// CloseDialog asks for the dialog that is open to be closed: the one that hands the
	// experiment on, or the desk.
	CloseDialog struct{}
	// Download gives the learner a file of text.
	Download struct{ Name, Type, Text string }
	// DownloadPicture gives her a chart, by its element ID, as SVG or PNG. Name
	// is the file's without ending.
	DownloadPicture struct {
		Chart, Name string
		PNG         bool
	}
	// CopyText puts a text on the clipboard, as [CopyPressed] says; [TextCopied]
	// says what came of it.
	CopyText struct{ From, Text string }
)

func (StartTraining) effect()   {}
func (NextSlice) effect()       {}
func (BeginJob) effect()        {}
func (DropJob) effect()         {}
func (NextFrame) effect()       {}
func (WriteFragment) effect()   {}
func (KeepSnapshot) effect()    {}
func (StorePreference) effect() {}
func (FetchActivity) effect()   {}
func (LoadWords) effect()       {}
func (LoadReader) effect()      {}
func (OpenSound) effect()       {}
func (CloseSound) effect()      {}
func (PlaySound) effect()       {}
func (FocusPoint) effect()      {}
func (FocusLink) effect()       {}
func (FocusMark) effect()       {}
func (FocusWeight) effect()     {}
func (FocusAdd) effect()        {}
func (FocusSetting) effect()    {}
func (FocusCode) effect()       {}
func (FocusStep) effect()       {}
func (FocusPaste) effect()      {}
func (FocusDataFile) effect()   {}
func (FocusImport) effect()     {}
func (FocusProblem) effect()    {}
func (FocusNext) effect()       {}
func (ShowDocument) effect()    {}
func (Highlight) effect()       {}
func (CloseDialog) effect()     {}
func (Download) effect()        {}
func (DownloadPicture) effect() {}
func (CopyText) effect()        {}
