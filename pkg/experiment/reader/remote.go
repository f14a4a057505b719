package reader

import (
	"errors"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/script"
)

// ErrEnded is what a call ends with that has cost the other program its life, and each
// after it.
var ErrEnded = errors.New("reader: what reads programs has ended: load it again")

// Remote is a [script.Reader] that asks another program.
type Remote struct {
	ask   func(question []byte) (answer []byte, ok bool)
	ended bool
}

var _ script.Reader = (*Remote)(nil)

// New returns a reader. Ask hands a question to the other program and brings the
// answer; ok is false when that has ended.
func New(ask func(question []byte) (answer []byte, ok bool)) *Remote { return &Remote{ask: ask} }

// Alive reports whether the other program has not ended.
func (r *Remote) Alive() bool { return !r.ended }

// Read reads a program.
func (r *Remote) Read(text string, base experiment.Experiment, pause func()) (script.Reading, error) {
	answer, err := r.begin(Question{Kind: Read, Text: text, Base: withoutView(base)}, pause, nil)
	return restored(answer.Reading, text, base), err
}

// Revised brings a program in step with an experiment.
func (r *Remote) Revised(text string, e experiment.Experiment) (script.Reading, error) {
	answer, err := r.begin(Question{Kind: Revise, Text: text, Base: withoutView(e)}, nil, nil)
	return restored(answer.Reading, answer.Reading.Given, e), err
}

// WithWeights returns a program that begins with the page's own initial weights.
func (r *Remote) WithWeights(text string, e experiment.Experiment) (string, error) {
	answer, err := r.begin(Question{Kind: Weigh, Text: text, Base: withoutView(e)}, nil, nil)
	return answer.Text, err
}

// Run returns what a program prints when it has been trained.
func (r *Remote) Run(reading script.Reading, trained script.Trained) ([]script.Output, error) {
	answer, err := r.begin(Question{Kind: Run, Text: reading.Program, Base: withoutView(reading.Base), Epochs: trained.Epochs, Last: trained.Last}, nil, func(a Ask) Told {
		switch a.About {
		case Prediction:
			return Told{Values: trained.Predict(a.Epoch, a.Places)}
		case Weights:
			return Told{Params: trained.Weights(a.Epoch)}
		case Evaluation:
			return Told{Values: trained.Evaluate(a.Epoch, a.Places, a.Ys)}
		case Logs:
			names, values := trained.Logged(a.Epoch)
			return Told{Names: names, Values: values}
		}
		return Told{}
	})
	return answer.Outputs, err
}

// Paragraphs cuts a program into the cells of a notebook.
func (r *Remote) Paragraphs(text string) ([]string, error) {
	answer, err := r.begin(Question{Kind: Cut, Text: text}, nil, nil)
	return answer.Cells, err
}

// begin asks a question and goes on until it has its result. A pause may not return, and
// then the reading is dropped.
func (r *Remote) begin(q Question, pause func(), tell func(Ask) Told) (Answer, error) {
	answer := r.send(q)
	underway := true
	defer func() {
		if underway && !r.ended {
			r.send(Question{Kind: Drop, ID: answer.ID})
		}
	}()
	for {
		next := Question{Kind: GoOn, ID: answer.ID}
		switch answer.State {
		case Paused:
			if pause != nil {
				pause()
			}
		case Asking:
			next.Told = tell(answer.Asks)
		case Done:
			underway = false
			return answer, nil
		default:
			underway = false
			return Answer{}, ErrEnded
		}
		answer = r.send(next)
	}
}

// send sends one message. Of what does not answer nothing more is expected.
func (r *Remote) send(q Question) Answer {
	if r.ended {
		return Answer{State: Failed}
	}
	message, ok := r.ask(Encode(q))
	var answer Answer
	var err error
	if ok {
		answer, err = Decode[Answer](message)
	}
	if !ok || err != nil || answer.State < Done || answer.State >= Failed {
		r.ended = true
		return Answer{State: Failed}
	}
	return answer
}

// withoutView is an experiment without what no program says and none is read by: how the
// page shows it, with the texts of its activity.
func withoutView(e experiment.Experiment) experiment.Experiment {
	e.View = experiment.View{}
	return e
}

// restored puts back into a reading what need not be sent.
func restored(reading script.Reading, given string, base experiment.Experiment) script.Reading {
	reading.Experiment = reading.Experiment.WithView(base)
	reading.Given, reading.Base = given, base
	return reading
}
