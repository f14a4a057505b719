package session

import "firstneuron/pkg/experiment"

// Msg is something that happened: a key was pressed, a slice of training came
// back. Every Msg is one of the types below.
type Msg interface{ msg() }

// Axis is one of the two coordinates of a point.
type Axis int

// The coordinates of a point.
const (
	X Axis = iota
	Y
)

type (
	// Navigated says that the page was opened with a fragment (without '#').
	Navigated struct{ Fragment string }

	// PreferencesRead says what the browser keeps from an earlier visit.
	PreferencesRead struct{ Lang, Theme string }
	// LangChosen chooses the language, "" for the browser's.
	LangChosen struct{ Lang string }
	// ThemeChosen chooses the colours, "" for the system's.
	ThemeChosen struct{ Theme string }

	// PointTyped says that a box of the data table now holds Text.
	PointTyped struct {
		Row  int // the Row's ID
		Axis Axis
		Text string
	}
	// PointLeft says that the focus left a row of the data table.
	PointLeft struct{ Row int }
	// PointAdded asks for one more row.
	PointAdded struct{}
	// PointDeleted asks for a row to go.
	PointDeleted struct {
		Row int
		// OnChart says that the focus was on the chart, and is to stay there.
		OnChart bool
	}

	// PasteTyped says that the paste box now holds Text.
	PasteTyped struct{ Text string }
	// PasteUsed asks for the pasted text to become the data.
	PasteUsed struct{}
	// ExampleChosen asks for a preset, by name.
	ExampleChosen struct{ Name string }

	// SettingTyped says that the field of a property now holds Text.
	SettingTyped struct{ Key, Text string }
	// SettingSlid says that the slider of a property was moved to Text. Until
	// SettingLeft its moves are one step of Undo.
	SettingSlid struct{ Key, Text string }
	// SettingLeft says that the focus left the field of a property.
	SettingLeft struct{ Key string }
	// SettingStepped asks for a numeric property to go up (or, when negative,
	// down) by so many of its steps.
	SettingStepped struct {
		Key   string
		Steps int
	}
	// LayerAdded asks for one more hidden layer.
	LayerAdded struct{}
	// LayerRemoved asks for a hidden layer, counted from 1, to go.
	LayerRemoved struct{ Layer int }
	// StartDrawn asks for new initial weights.
	StartDrawn struct{}

	// UndoPressed goes back to the edit before.
	UndoPressed struct{}
	// RedoPressed takes an undo back.
	RedoPressed struct{}

	// TrainPressed trains from the initial weights for the set epochs.
	TrainPressed struct{}
	// TrainMorePressed goes on: the rest of a paused run, or as many epochs again.
	TrainMorePressed struct{}
	// PausePressed stops the run where it is.
	PausePressed struct{}
	// StepPressed trains one epoch more.
	StepPressed struct{}
	// ResetPressed goes back to the initial weights.
	ResetPressed struct{}

	// LiveChosen says whether every edit trains again.
	LiveChosen struct{ On bool }
	// LossScaleChosen says whether the loss axis is logarithmic.
	LossScaleChosen struct{ Log bool }
	// LossPointed says which epoch the pointer is over, -1 for none.
	LossPointed struct{ Epoch int }
)

// What happens on the chart of the points.
type (
	// PointPicked selects a row, or lets go of it when it is selected.
	PointPicked struct{ Row int }
	// PointLit says which row the pointer or the focus is on, 0 for none.
	PointLit struct{ Row int }
	// PlaceClicked says that an empty place was clicked: the selected point
	// goes there, or else a new one is made.
	PlaceClicked struct{ X, Y float64 }
	// PointMoved puts the point of a row somewhere else.
	PointMoved struct {
		Row  int
		X, Y float64
	}
	// LineMoved makes another line the first guess, of a one-neuron model.
	LineMoved struct{ Line experiment.Line }
	// HandlePicked selects a handle of the first guess, or lets go of it when it
	// is selected.
	HandlePicked struct{ Handle Handle }
	// GripTaken says that a point or the line was taken hold of, by mouse,
	// finger or keys.
	GripTaken struct{ Dragged bool }
	// GripLeft says that it was let go.
	GripLeft struct{}
	// GripCancelled puts it back to where it was taken.
	GripCancelled struct{}
)

// What happens to the epoch that is shown.
type (
	// CursorMoved shows an epoch.
	CursorMoved struct{ Epoch int }
	// PlayPressed plays the training back, or stops that. Still moves on by one
	// stride instead, for those who want nothing to move by itself.
	PlayPressed struct{ Still bool }
	// SpeedChosen sets how many epochs are played a second; 0 is one a frame.
	SpeedChosen struct{ Speed int }
	// FramePassed says that so many seconds of a playback have passed.
	FramePassed struct {
		Playback int
		Seconds  float64
	}
	// ContinuePressed trains on from the epoch that is shown.
	ContinuePressed struct{}
)

// What happens to the program, and between it and the controls.
type (
	// CodeTyped says that the editor now holds Text.
	CodeTyped struct{ Text string }
	// CodeMended asks for the edits that mend a problem, by its place.
	CodeMended struct{ Problem int }
	// CodeRewritten asks for the page's own program in the place of the text.
	CodeRewritten struct{}
	// CodeTabChosen shows the program in another language.
	CodeTabChosen struct{ Tab CodeTab }
	// PropertyLit says which property's control is touched, "" for none.
	PropertyLit struct{ Key string }
	// LineLit says which line of the program is, 0 for none.
	LineLit struct{ Line int }
	// QuestionAdded asks for one more x to predict.
	QuestionAdded struct{}
	// QuestionRemoved takes one away, counted from 1.
	QuestionRemoved struct{ Number int }
)

func (CodeTyped) msg()       {}
func (CodeMended) msg()      {}
func (CodeRewritten) msg()   {}
func (CodeTabChosen) msg()   {}
func (PropertyLit) msg()     {}
func (LineLit) msg()         {}
func (QuestionAdded) msg()   {}
func (QuestionRemoved) msg() {}

// What happens in the views that look closer.
type (
	// SliceChosen chooses the two weights over which the loss is drawn.
	SliceChosen struct{ I, J int }
	// WalkOpened shows or hides one step of the training.
	WalkOpened struct{ Open bool }
	// StageChosen shows one of the stages of the step.
	StageChosen struct{ Stage int }
	// StageStepped goes on, or back, by a stage.
	StageStepped struct{ Forward bool }
	// WhyOpened shows or hides the explanation of the answer.
	WhyOpened struct{ Open bool }
	// NoiseChosen sets the deviation of the noise of the explanation.
	NoiseChosen struct{ Deviation float64 }
	// StartsOpened tries many starts, or forgets them.
	StartsOpened struct{ Open bool }
	// RunKept keeps the run at hand in the race.
	RunKept struct{}
	// RunRenamed gives a kept run another name.
	RunRenamed struct {
		ID   int
		Name string
	}
	// RunRemoved takes a run out of the race.
	RunRemoved struct{ ID int }
	// RemedyChosen applies a remedy for a training that diverged.
	RemedyChosen struct{ Remedy Remedy }
)

func (PointPicked) msg()     {}
func (PointLit) msg()        {}
func (PlaceClicked) msg()    {}
func (PointMoved) msg()      {}
func (LineMoved) msg()       {}
func (HandlePicked) msg()    {}
func (GripTaken) msg()       {}
func (GripLeft) msg()        {}
func (GripCancelled) msg()   {}
func (CursorMoved) msg()     {}
func (PlayPressed) msg()     {}
func (SpeedChosen) msg()     {}
func (FramePassed) msg()     {}
func (ContinuePressed) msg() {}
func (SliceChosen) msg()     {}
func (WalkOpened) msg()      {}
func (StageChosen) msg()     {}
func (StageStepped) msg()    {}
func (WhyOpened) msg()       {}
func (NoiseChosen) msg()     {}
func (StartsOpened) msg()    {}
func (RunKept) msg()         {}
func (RunRenamed) msg()      {}
func (RunRemoved) msg()      {}
func (RemedyChosen) msg()    {}
func (Surveyed) msg()        {}
func (Traced) msg()          {}
func (StartsTried) msg()     {}
func (Raced) msg()           {}

func (Navigated) msg()        {}
func (PreferencesRead) msg()  {}
func (LangChosen) msg()       {}
func (ThemeChosen) msg()      {}
func (PointTyped) msg()       {}
func (PointLeft) msg()        {}
func (PointAdded) msg()       {}
func (PointDeleted) msg()     {}
func (PasteTyped) msg()       {}
func (PasteUsed) msg()        {}
func (ExampleChosen) msg()    {}
func (SettingTyped) msg()     {}
func (SettingSlid) msg()      {}
func (SettingLeft) msg()      {}
func (SettingStepped) msg()   {}
func (LayerAdded) msg()       {}
func (LayerRemoved) msg()     {}
func (StartDrawn) msg()       {}
func (UndoPressed) msg()      {}
func (RedoPressed) msg()      {}
func (TrainPressed) msg()     {}
func (TrainMorePressed) msg() {}
func (PausePressed) msg()     {}
func (StepPressed) msg()      {}
func (ResetPressed) msg()     {}
func (LiveChosen) msg()       {}
func (LossScaleChosen) msg()  {}
func (LossPointed) msg()      {}
func (Progress) msg()         {}
