package experiment

import "firstneuron/pkg/experiment/dataset"

// The limits of an experiment. Whatever exceeds one is reported, never cut.
const (
	// MinPoints is how few points data may have: one point lies on every line.
	MinPoints = 2
	// MaxPoints is how many points data may have.
	MaxPoints = 5000
	// MaxEpochs is the longest training.
	MaxEpochs = 1_000_000
	// MaxLayers is how many layers a model may have.
	MaxLayers = 10
	// MaxUnits is how many units a layer may have.
	MaxUnits = 64
	// MaxInputs is how many numbers describe the place of a point.
	MaxInputs = 2
	// MaxAbs is the largest number, either sign.
	MaxAbs = 1e12
	// MaxSeed is the largest seed that Keras's set_random_seed takes.
	MaxSeed = 1<<32 - 1
	// MaxPaste is how many bytes may be pasted.
	MaxPaste = 512 << 10
	// MaxFragment is how many bytes of a link's fragment are read.
	MaxFragment = 32 << 10
	// MaxInflated is how many bytes packed data may inflate to.
	MaxInflated = 128 << 10
	// MaxQueries is how many more xs can be predicted at once.
	MaxQueries = 20
	// MaxParts is how many parts can be hidden, or locked.
	MaxParts = 32
)

// Experiment is everything that decides what is trained and how the page shows
// it. Its slices are treated as immutable: to change one, replace it.
//
// The zero value is not useful; start with [Default].
type Experiment struct {
	// Points are the data: a place and its label.
	Points []Point
	// Inputs is how many numbers describe a place: from 1 to [MaxInputs].
	Inputs int
	// Example names the preset that the points came from, "" once edited.
	Example string
	// Recipe is what the points were generated from, the zero recipe where they
	// were not, or are edited since.
	Recipe dataset.Recipe
	// Names are what the columns of these points are.
	Names Names
	// Classes is how many classes y names, 0 when y is a number. It decides how the
	// page shows y, and changes no training. Two classes are 0 and 1, or −1 and 1;
	// more count from 0, and the last layer has a unit for each.
	Classes int
	// Features are the columns that the model is fed with, by their names in
	// [dataset.Features]; nil for the inputs as they are.
	Features []string
	// Normalize brings each of these columns to mean 0 and deviation 1 before the first
	// layer, as Keras's Normalization does that was adapted to the points. The weights
	// are those of the layers after it.
	Normalize bool

	// Layers are the Dense layers in order; the last has one unit, or one for each
	// class.
	Layers []Layer
	// Optimizer turns gradients into the next guess.
	Optimizer Optimizer
	// Loss is the measure of a guess, under its Keras name.
	Loss        string
	LossOptions Options
	// L1 and L2 penalize large weights in every kernel; 0 does not.
	L1, L2 float64
	// PlaygroundRules trains by the two rules of TensorFlow Playground that Keras has
	// not: rows that fill no batch wait for the next epoch's first update, and a weight
	// that L1 takes across 0 stays 0.
	PlaygroundRules bool
	// Metric is logged beside the loss, under its Keras name; "" is none.
	Metric string
	// Epochs is how many times a training passes over the data.
	Epochs int
	// Batch is how many points one update looks at.
	Batch int
	// Shuffle draws a new order of the points each epoch.
	Shuffle bool
	// Validation is the part of the points, the last ones, that is measured and
	// not trained on.
	Validation float64
	// Patience is after how many epochs without improvement the training stops
	// early; 0 never.
	Patience int
	// StopLoss is the loss below which the training stops early; 0 never.
	StopLoss float64
	// Seed decides the initial weights and the order of shuffled points.
	Seed uint64
	// Initial gives the initial weights of a one-neuron model; nil draws them
	// from Seed.
	Initial *Line
	// Weights give the initial weights of a larger model, flat in the order of
	// nn.Sequential.AppendParams; nil draws them from Seed.
	Weights []float32

	// Predict is the place whose y is asked after training.
	Predict Place
	// Queries are more places to predict, each at most once.
	Queries []Query
	View
}

// View is the part of an experiment that says how the page shows it, and that
// changes no number.
type View struct {
	// Auto trains when the page opens.
	Auto bool
	// Play shows the first training from its first guess on, instead of its end
	// alone.
	Play bool
	// Hide and Lock name the parts of the page that are not shown, or shown
	// but not editable.
	Hide, Lock []string
	// Open is the panel that is open at first: a key of [Panels], [AllPanels], or ""
	// for none.
	Open string
	// Lang is a language code, "" for the browser's.
	Lang string
	// Theme is "light" or "dark", "" for the system's.
	Theme string
	// Embed lays the page out compactly.
	Embed bool
	// Present lays the page out for a room: large, without settings, and led by the arrow
	// keys.
	Present bool
	// Make opens the desk at which activities are made, with that of the link.
	Make bool
	// Transparent gives the page no ground of its own.
	Transparent bool
	// ShowTest draws the points of two inputs that are not trained on; Discretize
	// draws the class alone that the model answers, not how sure it is.
	ShowTest, Discretize bool
	// Sound lets the training be heard, where the browser may play.
	Sound bool
	// LoadWhen says when the page's program is loaded: "now", "visible", "click",
	// or "" for what suits the place.
	LoadWhen string
	// Task holds the author's words and goals for the learner.
	Task
	// Activity guides the learner in steps; nil for none. step is the step that is
	// entered, which decides what is shown and free: see AtStep.
	Activity *Activity
	step     *ActivityStep
}

// Place is where a point lies: a number for each input, 0 in those that an
// experiment does not have. It is an array, so that points can be compared.
type Place [MaxInputs]float64

// Point is one example of the data: the label Y at the place X.
type Point struct {
	X Place
	Y float64
}

// Query is a place to predict and, where Known, the true y.
type Query struct {
	X     Place
	Y     float64
	Known bool
}

// Line is y = W·x + B, the function that one linear unit computes.
type Line struct{ W, B float64 }

// Layer is one Dense layer.
type Layer struct {
	Units int
	// Activation is a Keras name; "linear" is none.
	Activation string
}

// Optimizer is a Keras optimizer.
type Optimizer struct {
	// Name is Keras's: "sgd".
	Name         string
	LearningRate float64
	Options      Options
}

// Default returns the lesson: six points of y = 2x − 1, one neuron, SGD with
// Keras's rate 0.01, the mean squared error, 500 epochs.
func Default() Experiment {
	return Experiment{
		Points:    onLine([][2]float64{{-1, -3}, {0, -1}, {1, 1}, {2, 3}, {3, 5}, {4, 7}}),
		Inputs:    1,
		Example:   "lesson",
		Layers:    []Layer{{Units: 1, Activation: "linear"}},
		Optimizer: Optimizer{Name: "sgd", LearningRate: 0.01},
		Loss:      "mean_squared_error",
		Epochs:    500,
		Batch:     32,
		Shuffle:   true,
		Seed:      1,
		Predict:   Place{10},
		View:      View{Play: true},
	}
}

// IsLine reports whether the model is one unit with one input, so that it has
// one weight and one bias; its activation may bend the line.
func (e Experiment) IsLine() bool {
	return e.Inputs < 2 && len(e.Layers) == 1 && e.Layers[0].Units == 1
}

// IsLinear reports whether the model is one unit without an activation, of any
// number of inputs: its guess is a weighted sum, so that the mean squared error
// is a bowl over the weights.
func (e Experiment) IsLinear() bool {
	return len(e.Layers) == 1 && e.Layers[0].Units == 1 && e.Layers[0].Activation == linear
}

// WithView returns e shown as v is.
func (e Experiment) WithView(v Experiment) Experiment {
	e.View = v.View
	return e
}

// NewStart returns e with other initial weights: drawn, from the next seed.
func (e Experiment) NewStart() Experiment {
	e.Initial, e.Weights = nil, nil
	e.Seed = (e.Seed + 1) % (MaxSeed + 1)
	return e
}
