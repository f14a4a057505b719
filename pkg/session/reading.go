package session

import (
	"context"
	"iter"
	"slices"
	"time"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/paste"
	"firstneuron/pkg/experiment/script"
)

// longText is how many bytes make a text too long to be read within a frame. It is
// read in slices, as a job.
const longText = 32 << 10

// readingTime is how long a slice of a reading takes at least: one that the learner
// waits for is to be over soon, and the page stays at hand.
const readingTime = 24 * time.Millisecond

// readings are the long texts that are being read, "" for none.
type readings struct {
	// program and paste are the texts; programJob and pasteJob the jobs. The paste is
	// that of a file, if that has a name.
	program, paste, file string
	programJob, pasteJob int
	// needsReader is set where the paste is a program, and what reads programs is on
	// its way.
	needsReader bool
}

// ReadProgram is the job of reading a long program.
type ReadProgram struct {
	ID   int
	Text string
	Base experiment.Experiment
	// Reader is what reads it.
	Reader script.Reader
}

// ProgramRead is a finished ReadProgram.
type ProgramRead struct {
	ID      int
	Reading script.Reading
}

func (m ProgramRead) update(s Session) (Session, []Effect) {
	if m.ID != s.reading.programJob || !s.Code.waiting || m.Reading.Source() != s.Code.Text {
		return s, nil
	}
	return s.haveRead(m.Reading)
}

// haveRead takes what the text that waited says. It belongs to the step of Undo in
// which the text was typed. What was changed by other controls since then, while there
// was nothing to read the text, goes for it too.
func (s Session) haveRead(reading script.Reading) (Session, []Effect) {
	before, typed := s.Experiment, s.Code.of
	s.Edit = s.withReading(reading)
	if reading.OK() && !before.Equal(typed) {
		s.Experiment = s.Experiment.WithChanges(typed, before)
		s.Rows = rowsOf(s.Experiment)
	}
	return s.follow(before)
}

// withReading returns the edit with a program of the learner's own and what it says.
func (e Edit) withReading(reading script.Reading) Edit {
	e.Code = Code{Text: reading.Text(), Own: true, Reading: reading, of: e.Experiment}
	if reading.OK() {
		read := reading.Experiment
		e = e.withoutOptionDrafts(read)
		if read.Inputs != e.Experiment.Inputs || !slices.Equal(read.Points, e.Experiment.Points) {
			e.Rows = rowsOf(read)
		}
		e.Experiment, e.Code.of = read, read
	}
	return e
}

// readNow reads at once the program that waits to be read, for a message that needs
// what it says.
func (s Session) readNow() (Session, []Effect) {
	reader := s.reads()
	if !s.Code.waiting || reader == nil {
		return s, nil
	}
	return s.haveRead(read(reader, s.Code.Text, s.Code.of))
}

// readProgram asks for the program to be read that waits for it.
func (s Session) readProgram() (Session, Job) {
	if !s.Code.waiting {
		s.reading.program = ""
		return s, nil
	}
	reader := s.reads()
	if s.reading.program == s.Code.Text || reader == nil {
		return s, nil
	}
	s, s.reading.programJob = s.nextJob()
	s.reading.program = s.Code.Text
	return s, ReadProgram{ID: s.reading.programJob, Text: s.Code.Text, Base: s.Code.of, Reader: reader}
}

// ReadPaste is the job of reading a long text of data, of at most so many bytes, that
// was pasted or is a file's.
type ReadPaste struct {
	ID         int
	File, Text string
	Most       int
	// Reader is what reads a program; nil where there is nothing yet.
	Reader script.Reader
}

// PasteRead is a finished ReadPaste.
type PasteRead struct {
	ID      int
	Table   paste.Table
	Problem *experiment.Problem
}

func (m PasteRead) update(s Session) (Session, []Effect) {
	if m.ID != s.reading.pasteJob || s.reading.paste == "" {
		return s, nil
	}
	text, file := s.reading.paste, s.reading.file
	if s.lacksReader(m.Problem) {
		s.reading.needsReader = true
		return s.wantReader()
	}
	s.reading.paste, s.reading.file = "", ""
	if file == "" && text != s.Paste.Text {
		return s, nil // it is no more in the box
	}
	return s.imported(file, m.Table, m.Problem)
}

func (ReadProgram) topic() string { return "program" }

func (j ReadProgram) begin() work {
	var reading script.Reading
	return newSliced(
		func(_, pause func()) {
			var err error
			if reading, err = j.Reader.Read(j.Text, j.Base, pause); err != nil {
				reading = unread(j.Text, j.Base)
			}
		},
		func() Msg { return ProgramRead{ID: j.ID, Reading: reading} },
	)
}

func (ReadPaste) topic() string { return "paste" }

func (j ReadPaste) begin() work {
	result := PasteRead{ID: j.ID}
	return newSliced(
		func(tick, pause func()) {
			result.Table, result.Problem = paste.ReadWith(j.Text, j.Most, tick, pause, j.Reader)
		},
		func() Msg { return result },
	)
}

// slicedWork is work that calls a tick at each small step, or a pause now and then, done in
// slices: it stands still there while there is no time.
type slicedWork struct {
	next     func() (struct{}, bool)
	stop     func()
	done     func() Msg
	deadline time.Time
}

// ticks is how many ticks there are between two looks at the clock.
const ticks = 256

// dropped ends work that nobody waits for any more.
type dropped struct{}

func newSliced(do func(tick, pause func()), done func() Msg) *slicedWork {
	w := &slicedWork{done: done}
	w.next, w.stop = iter.Pull(func(yield func(struct{}) bool) {
		defer func() {
			if cause := recover(); cause != nil && cause != (dropped{}) {
				panic(cause)
			}
		}()
		pause := func() {
			if !time.Now().Before(w.deadline) && !yield(struct{}{}) {
				panic(dropped{})
			}
		}
		count := 0
		do(func() {
			if count++; count%ticks == 0 {
				pause()
			}
		}, pause)
	})
	return w
}

func (w *slicedWork) slice(_ context.Context, deadline time.Time) (Msg, bool) {
	w.deadline = deadline
	if least := time.Now().Add(readingTime); least.After(deadline) {
		w.deadline = least
	}
	if _, more := w.next(); more {
		return nil, false
	}
	return w.done(), true
}

func (w *slicedWork) drop() { w.stop() }
