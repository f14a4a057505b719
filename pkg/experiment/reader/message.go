package reader

import (
	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/script"
)

// Question is a message of the asker: it begins a reading, or goes on with one.
type Question struct {
	Kind Kind
	// ID is the reading to go on with, or to drop.
	ID int
	// Text and Base are what is to be read, and from which experiment.
	Text string
	Base experiment.Experiment
	// Epochs is how many epochs a training had that a program is to be run with.
	Epochs int
	// Last is the epoch at which it has stopped at a loss, 0 for one that does not.
	Last int
	// Told answers an [Answer] that asks about the training.
	Told Told
}

// Kind is what a [Question] asks for.
type Kind int

// The kinds of questions.
const (
	// Read, Revise, Weigh, Run and Cut begin what the methods of [script.Reader] do.
	Read Kind = iota
	Revise
	Weigh
	Run
	Cut
	// GoOn goes on after a pause, or after an answer that asks. Drop leaves a reading.
	GoOn
	Drop
)

// Told is what a training gave: the part of [script.Trained] that was asked for.
type Told struct {
	Names  []string
	Values []float64
	Params []float32
}

// Answer is a message of the one that reads.
type Answer struct {
	State State
	// ID is the reading to go on with, where there is more to come.
	ID int
	// Reading, Outputs, Text and Cells are the result of the kind that was asked for.
	Reading script.Reading
	Outputs []script.Output
	Text    string
	Cells   []string
	// Asks is what an answer asks about the training.
	Asks Ask
}

// State is how far a reading is.
type State int

// The states of a reading.
const (
	// Done is one that has its result.
	Done State = iota
	// Paused wants to go on.
	Paused
	// Asking wants to know something of the training.
	Asking
	// Failed has ended in the middle. Nothing more may be asked.
	Failed
)

// Ask is a question about the training.
type Ask struct {
	About  Topic
	Epoch  int
	Places []experiment.Place
	Ys     []float64
}

// Topic is a function of [script.Trained].
type Topic int

// The topics.
const (
	Prediction Topic = iota
	Weights
	Evaluation
	Logs
)
