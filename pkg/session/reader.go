package session

import (
	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/paste"
	"firstneuron/pkg/experiment/script"
)

// Reading programs takes evaluating Python, which is no part of the page's first
// program. What does it is asked for with [LoadReader] when a text of the learner's is
// to be read, or will be soon; until [ReaderArrived] the text waits.

// readers is what the session knows of the reader of programs.
type readers struct {
	// reader is nil as long as there is none.
	reader script.Reader
	// loading is set from LoadReader on, lacking when it could not be loaded.
	loading, lacking bool
}

// reads returns the reader of programs, nil where there is none.
func (s Session) reads() script.Reader {
	if s.reader == nil || !s.reader.Alive() {
		return nil
	}
	return s.reader
}

// lacksReader reports whether data were not read since they are a program.
func (s Session) lacksReader(problem *experiment.Problem) bool {
	return problem != nil && problem.Code == script.CodeLacking && s.reads() == nil
}

// wantReader asks for the reader, if there is none and it is not on its way.
func (s Session) wantReader() (Session, []Effect) {
	if s.loading || s.reads() != nil {
		return s, nil
	}
	s.reader, s.loading, s.lacking = nil, true, false
	return s, []Effect{LoadReader{}}
}

// expectTyping asks for the reader where the learner is about to type a program, so that
// it is there when she does.
func (s Session) expectTyping() (Session, []Effect) {
	if s.lacking || s.CodeLocked() {
		return s, nil
	}
	return s.wantReader()
}

// wantToRead asks for the reader where a program waits for it.
func (s Session) wantToRead() (Session, []Effect) {
	if !s.Code.waiting || s.lacking {
		return s, nil
	}
	return s.wantReader()
}

// ReaderWanted says that programs will be read soon, or that the learner wants to try
// again to load what reads them.
type ReaderWanted struct{}

func (ReaderWanted) update(s Session) (Session, []Effect) { return s.wantReader() }

// ReaderArrived brings what reads programs. What has waited for it is read.
type ReaderArrived struct{ Reader script.Reader }

func (m ReaderArrived) update(s Session) (Session, []Effect) {
	s.reader, s.loading, s.lacking = m.Reader, false, false
	var effects []Effect
	if len(s.Code.Text) <= longText {
		s, effects = s.readNow()
	}
	s, imported := s.endWaiting(func(s Session, file, text string) (Session, []Effect) { return s.readData(file, text) })
	return s, append(effects, imported...)
}

// endWaiting does with the data that wait for the reader what is to be done, if they are
// still wanted.
func (s Session) endWaiting(do func(s Session, file, text string) (Session, []Effect)) (Session, []Effect) {
	text, file, waits := s.reading.paste, s.reading.file, s.reading.needsReader
	if !waits {
		return s, nil
	}
	s.reading.paste, s.reading.file, s.reading.needsReader = "", "", false
	if file == "" && text != s.Paste.Text {
		return s, nil // it is no more in the box
	}
	return do(s, file, text)
}

// ReaderFailed says that it could not be loaded. A program stays as it is and unread.
type ReaderFailed struct{}

func (ReaderFailed) update(s Session) (Session, []Effect) {
	s.loading, s.lacking = false, true
	return s.endWaiting(func(s Session, file, _ string) (Session, []Effect) {
		return s.imported(file, paste.Table{}, experiment.NewProblem(script.CodeLacking))
	})
}

// unread is what is known of a program at which the reader has ended.
func unread(text string, base experiment.Experiment) script.Reading {
	return script.Reading{
		Experiment: base, Base: base, Program: text, Given: text,
		Problems: []*script.Problem{{Detail: experiment.NewProblem(script.CodeEnded), Severity: script.Wrong}},
	}
}

// read reads a program at once. Where the reader ends at it, that is what there is to
// tell, and the next reading has another.
func read(reader script.Reader, text string, base experiment.Experiment) script.Reading {
	reading, err := reader.Read(text, base, nil)
	if err != nil {
		return unread(text, base)
	}
	return reading
}

// CodeState is how far the learner's program is read.
type CodeState int

// The states of a program.
const (
	// CodeRead is read, or the page's own.
	CodeRead CodeState = iota
	// CodeWaits is being read, or waits for what reads it.
	CodeWaits
	// CodeStuck waits for what could not be loaded.
	CodeStuck
)

// CodeState returns how far the learner's program is read.
func (s Session) CodeState() CodeState {
	switch {
	case !s.Code.waiting:
		return CodeRead
	case s.lacking:
		return CodeStuck
	}
	return CodeWaits
}
