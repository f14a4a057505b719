package session

import (
	"strings"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/paste"
)

// DataFileOpened brings the text of a file of data that was chosen or dropped, of a
// workbook its bytes. An experiment or a program is opened as what it is.
type DataFileOpened struct{ Name, Text string }

func (m DataFileOpened) update(s Session) (Session, []Effect) {
	name := strings.ToLower(m.Name)
	s.DataFile = Draft{Text: m.Name}
	switch {
	case s.Experiment.Locks(experiment.DataPart):
		return s, nil
	case experiment.IsFile(m.Text):
		next, effects := s.openFile(m.Text)
		next.DataFile.Problem, next.Share.Problem = next.Share.Problem, nil
		return next, effects
	case strings.HasSuffix(name, ".py") || strings.HasSuffix(name, ".ipynb"):
		if s.CodeLocked() {
			break // its data alone are read
		}
		s.change = ""
		next, effects := s.typeCode(m.Text)
		next.change = ""
		return next.opened(experiment.CodePanel), append(effects, FocusCode{})
	}
	return s.readData(m.Name, m.Text)
}

// DataFileRefused says that a file of so many bytes is larger than any that is read.
type DataFileRefused struct {
	Name string
	Size int
}

func (m DataFileRefused) update(s Session) (Session, []Effect) {
	s.DataFile = Draft{Text: m.Name, Problem: experiment.FileOver(m.Size, paste.MaxFile)}
	return s, nil
}

// readData reads a text of data, a long one in slices.
func (s Session) readData(file, text string) (Session, []Effect) {
	most := experiment.MaxPaste
	if file != "" {
		most = paste.MaxFile
	}
	if len(text) > longText {
		var id int
		s, id = s.nextJob()
		s.reading.paste, s.reading.file, s.reading.pasteJob = text, file, id
		return s, []Effect{BeginJob{ReadPaste{ID: id, File: file, Text: text, Most: most, Reader: s.reads()}}}
	}
	table, problem := paste.ReadWith(text, most, func() {}, nil, s.reads())
	if s.lacksReader(problem) {
		s.reading.paste, s.reading.file, s.reading.needsReader = text, file, true
		return s.wantReader()
	}
	return s.imported(file, table, problem)
}

// ReadsData reports whether a long text of data is being read.
func (s Session) ReadsData() bool { return s.reading.paste != "" }

// imported takes what was read: the points where nothing but them can be meant, else the
// table of which the learner chooses.
func (s Session) imported(file string, table paste.Table, problem *experiment.Problem) (Session, []Effect) {
	asked := s.Import != nil
	s.Import, s.Loaded = nil, nil
	if problem != nil {
		if file != "" {
			s.DataFile = Draft{Text: file, Problem: problem}
			return s, []Effect{FocusDataFile{}}
		}
		s.Paste.Problem = problem
		return s, []Effect{FocusPaste{}}
	}
	if file == "" {
		s.Paste.Problem = nil
	} else {
		s.DataFile = Draft{Text: file}
	}
	table = table.ForInputs(s.Experiment.Inputs)
	found := newImport(file, table)
	if table.Settled() {
		s, effects := s.useImport(found)
		if asked {
			effects = append(effects, FocusPaste{}) // the buttons go
		}
		return s, effects
	}
	s.Import = found
	return s, []Effect{FocusImport{Question: table.Question != nil}}
}
