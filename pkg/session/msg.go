package session

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
	PointDeleted struct{ Row int }

	// PasteTyped says that the paste box now holds Text.
	PasteTyped struct{ Text string }
	// PasteUsed asks for the pasted text to become the data.
	PasteUsed struct{}
	// ExampleChosen asks for a preset, by name.
	ExampleChosen struct{ Name string }

	// SettingTyped says that the field of a property now holds Text.
	SettingTyped struct{ Key, Text string }
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
