// Package desk answers the questions of package reader, with package program.
package desk

import (
	"iter"
	"time"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/program"
	"firstneuron/pkg/experiment/reader"
	"firstneuron/pkg/experiment/script"
)

const (
	// pauseAfter is how long a reading goes on before it pauses: less than a frame.
	pauseAfter = 4 * time.Millisecond
	// maxUnderway is how many readings may have begun and not ended: one of the editor
	// and one of the paste box, and what the page asks at once beside them.
	maxUnderway = 8
)

// Desk answers one question at a time. The zero value is ready.
type Desk struct {
	underway map[int]*work
	last     int
	// reads is what does the work; nil is package program.
	reads script.Reader
}

// work is a reading that has begun. It runs between two messages only.
type work struct {
	next func() (reader.Answer, bool)
	stop func()
	told reader.Told
}

// Answer answers a message with a message.
func (d *Desk) Answer(message []byte) []byte {
	return reader.Encode(d.answer(message))
}

func (d *Desk) answer(message []byte) (answer reader.Answer) {
	defer func() {
		if recover() != nil { // nobody can say in what state this leaves the program
			answer = reader.Answer{State: reader.Failed}
		}
	}()
	q, err := reader.Decode[reader.Question](message)
	if err != nil {
		return reader.Answer{State: reader.Failed}
	}
	id, w := q.ID, d.underway[q.ID]
	switch q.Kind {
	case reader.Drop:
		if w != nil {
			delete(d.underway, id)
			w.stop()
		}
		return reader.Answer{}
	case reader.GoOn:
		if w == nil {
			return reader.Answer{State: reader.Failed}
		}
		w.told = q.Told
	default:
		if len(d.underway) >= maxUnderway {
			return reader.Answer{State: reader.Failed}
		}
		d.last++
		id, w = d.last, d.begin(q)
		if d.underway == nil {
			d.underway = map[int]*work{}
		}
		d.underway[id] = w
	}
	answer, _ = w.next()
	if answer.ID = id; answer.State == reader.Done {
		delete(d.underway, id)
		w.stop()
	}
	return answer
}

// dropped ends a reading that nobody waits for any more.
type dropped struct{}

// begin begins a reading. It stands still wherever it answers.
func (d *Desk) begin(q reader.Question) *work {
	w := &work{}
	var reads script.Reader = program.Direct{}
	if d.reads != nil {
		reads = d.reads
	}
	w.next, w.stop = iter.Pull(func(yield func(reader.Answer) bool) {
		defer func() {
			if cause := recover(); cause != nil && cause != (dropped{}) {
				panic(cause)
			}
		}()
		begun := time.Now()
		stand := func(a reader.Answer) {
			if !yield(a) {
				panic(dropped{})
			}
			begun = time.Now()
		}
		pause := func() {
			if time.Since(begun) >= pauseAfter {
				stand(reader.Answer{State: reader.Paused})
			}
		}
		asks := func(a reader.Ask) reader.Told {
			stand(reader.Answer{State: reader.Asking, Asks: a})
			return w.told
		}
		answer, err := result(reads, q, pause, asks)
		if err != nil {
			answer.State = reader.Failed
		}
		yield(answer)
	})
	return w
}

// result does what a question asks for.
func result(reads script.Reader, q reader.Question, pause func(), asks func(reader.Ask) reader.Told) (a reader.Answer, err error) {
	switch q.Kind {
	case reader.Read:
		a.Reading, err = reads.Read(q.Text, q.Base, pause)
		a.Reading.Given = "" // which the asker has
	case reader.Revise:
		a.Reading, err = reads.Revised(q.Text, q.Base)
	case reader.Weigh:
		a.Text, err = reads.WithWeights(q.Text, q.Base)
	case reader.Run:
		a.Outputs, err = reads.Run(script.Reading{Program: q.Text, Base: q.Base}, script.Trained{
			Epochs: q.Epochs, Last: q.Last,
			Predict: func(epoch int, places []experiment.Place) []float64 {
				return asks(reader.Ask{About: reader.Prediction, Epoch: epoch, Places: places}).Values
			},
			Weights: func(epoch int) []float32 {
				return asks(reader.Ask{About: reader.Weights, Epoch: epoch}).Params
			},
			Evaluate: func(epoch int, places []experiment.Place, ys []float64) []float64 {
				return asks(reader.Ask{About: reader.Evaluation, Epoch: epoch, Places: places, Ys: ys}).Values
			},
			Logged: func(epoch int) ([]string, []float64) {
				told := asks(reader.Ask{About: reader.Logs, Epoch: epoch})
				return told.Names, told.Values
			},
		})
	case reader.Cut:
		a.Cells, err = reads.Paragraphs(q.Text)
	}
	a.Reading.Base = experiment.Experiment{} // which the asker has, too
	return a, err
}
