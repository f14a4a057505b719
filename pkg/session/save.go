package session

import (
	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/program/export"
	"firstneuron/pkg/experiment/script"
)

// FileKind is a kind of file that the page saves.
type FileKind int

// The kinds of files.
const (
	NoFile FileKind = iota
	SVGPicture
	PNGPicture
	DataTable
	HistoryTable
	ExperimentFile
	ActivityFile
)

// SavePressed asks for a chart as a picture, or for a table, for the experiment as
// the dialog hands it on, or for the activity on the desk.
type SavePressed struct {
	Kind FileKind
	// Chart is the element ID of the chart, Name the file's without ending.
	Chart, Name string
}

func (m SavePressed) update(s Session) (Session, []Effect) {
	switch m.Kind {
	case DataTable:
		return s, []Effect{Download{Name: m.Name + ".csv", Type: "text/csv", Text: s.DataCSV()}}
	case HistoryTable:
		return s, []Effect{Download{Name: m.Name + ".csv", Type: "text/csv", Text: s.HistoryCSV()}}
	case ExperimentFile:
		return s, []Effect{Download{Name: m.Name + ".txt", Type: "text/plain", Text: experiment.EncodeFile(s.Shared())}}
	case ActivityFile:
		if s.Maker.Draft != nil {
			return s, []Effect{Download{Name: m.Name + ".txt", Type: "text/plain", Text: experiment.EncodeActivity(s.Maker.Draft)}}
		}
	case SVGPicture, PNGPicture:
		return s, []Effect{DownloadPicture{Chart: m.Chart, Name: m.Name, PNG: m.Kind == PNGPicture}}
	}
	return s, nil
}

// CodeSavePressed asks for the program in a language as a file with an ending,
// or as a notebook.
type CodeSavePressed struct {
	Tab      CodeTab
	Ending   string
	Notebook bool
}

func (m CodeSavePressed) update(s Session) (Session, []Effect) {
	text := s.CodeFile(m.Tab)
	if m.Notebook {
		text = export.Notebook(s.paragraphs(text))
	}
	return s, []Effect{Download{Name: "first-neuron" + m.Ending, Type: "text/plain", Text: text}}
}

// paragraphs cuts a program into cells: into one, where it is the learner's and there is
// nothing that could read it.
func (s Session) paragraphs(text string) []string {
	if !s.Code.Own {
		return script.Paragraphs(text)
	}
	if reader := s.reads(); reader != nil {
		if cells, err := reader.Paragraphs(text); err == nil {
			return cells
		}
	}
	return []string{text}
}

// Copied is the text that was to be copied last, and whether it was: a browser
// may refuse.
type Copied struct {
	// From is the element ID of the box that shows the text, "" for none.
	From, Text string
	OK         bool
}

// CopyPressed asks for a text to be put on the clipboard: that of a box, by its
// element ID, or with From "" one that no box shows.
type CopyPressed struct{ From, Text string }

func (m CopyPressed) update(s Session) (Session, []Effect) { return s, []Effect{CopyText(m)} }

// TextCopied says what has come of it.
type TextCopied Copied

func (m TextCopied) update(s Session) (Session, []Effect) {
	s.Copied = Copied(m)
	return s, nil
}
