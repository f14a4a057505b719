package script

import "firstneuron/pkg/experiment"

// Reader reads programs, which takes evaluating them: package program does so. On the
// page that is a program of its own, which can end in the middle of its work; then the
// error says so, and nothing more comes from this Reader.
type Reader interface {
	// Alive reports whether it has not ended.
	Alive() bool
	// Read reads a program. It calls pause now and then, where that is not nil, so that
	// a long one can be read in slices.
	Read(text string, base experiment.Experiment, pause func()) (Reading, error)
	// Revised brings a program in step with an experiment, and returns what it says then.
	Revised(text string, e experiment.Experiment) (Reading, error)
	// WithWeights returns a program that begins with the page's own initial weights.
	WithWeights(text string, e experiment.Experiment) (string, error)
	// Run returns what a program prints when it has been trained.
	Run(r Reading, trained Trained) ([]Output, error)
	// Paragraphs cuts a program into the cells of a notebook.
	Paragraphs(text string) ([]string, error)
}

// The codes of what keeps a program from being read.
const (
	// CodeLacking is said where what reads programs could not be loaded.
	CodeLacking = "reader_lacking"
	// CodeEnded is said of a program at which what reads programs has ended.
	CodeEnded = "reader_ended"
)
