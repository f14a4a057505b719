package program

import (
	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/python"
	"firstneuron/pkg/experiment/script"
)

// Direct is the [script.Reader] that calls this package, within the same program.
type Direct struct{}

var _ script.Reader = Direct{}

// Alive is always true.
func (Direct) Alive() bool { return true }

// ticksOfPause is how many small steps are between two pauses.
const ticksOfPause = 256

func (Direct) Read(text string, base experiment.Experiment, pause func()) (script.Reading, error) {
	count := 0
	tick := func() {
		if count++; count%ticksOfPause == 0 && pause != nil {
			pause()
		}
	}
	return ReadWith(text, base, tick).Reading, nil
}

// Revised changes the program so that it says what the experiment says.
func (Direct) Revised(text string, e experiment.Experiment) (script.Reading, error) {
	return Revised(text, e).Reading, nil
}

// WithWeights is the program with the experiment's weights set in it.
func (Direct) WithWeights(text string, e experiment.Experiment) (string, error) {
	return WithWeights(text, e), nil
}

// Run is what the program prints around and after a training.
func (Direct) Run(r script.Reading, trained Trained) ([]Output, error) {
	file, err := python.Parse(r.Program)
	if err != nil {
		return nil, nil // it prints nothing
	}
	return Reading{Reading: r, file: file}.Run(trained), nil
}

// Paragraphs are the parts of a program that a notebook has as cells.
func (Direct) Paragraphs(text string) ([]string, error) { return Paragraphs(text), nil }
