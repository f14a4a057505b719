package session

import (
	"slices"
	"strconv"
	"strings"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/paste"
)

// Import is a table of which the learner says what it means: which columns are x and
// y, and how its numbers are written where two readers read them differently.
type Import struct {
	// File is the name of the file it is from, "" for the paste box.
	File  string
	Table paste.Table
	// X and Y are the columns that are chosen, and Points what they give.
	X, Y   int
	Points []experiment.Point
	// Left is how many rows have no number in one of them.
	Left int
	// Problem is why the columns give no points.
	Problem *experiment.Problem
}

// Loaded says what was read last.
type Loaded struct {
	File   string
	Points []experiment.Point
	// X and Y are the names of the columns, "" for those without.
	X, Y  string
	Notes []*experiment.Problem
}

// LoadedNow is what was read last, as long as its points are the data; nil for nothing.
func (s Session) LoadedNow() *Loaded {
	if s.Loaded == nil || !slices.Equal(s.Loaded.Points, s.Experiment.Points) {
		return nil
	}
	return s.Loaded
}

// newImport returns the import of a table with the columns that it proposes.
func newImport(file string, table paste.Table) *Import {
	return (&Import{File: file, Table: table}).with(table.X, table.Y)
}

// with returns the import with other columns.
func (i *Import) with(x, y int) *Import {
	next := *i
	next.X, next.Y = x, y
	next.Points, next.Left, next.Problem = nil, 0, nil
	if next.Table.Question == nil {
		next.Points, next.Left, next.Problem = next.Table.Points(x, y)
	}
	return &next
}

// loaded says what the import has read, and what it has left out.
func (i *Import) loaded() *Loaded {
	columns := i.Table.Columns
	loaded := &Loaded{
		File: i.File, Points: i.Points, X: columns[i.X].Name, Y: columns[i.Y].Name,
		Notes: append([]*experiment.Problem(nil), i.Table.Notes...),
	}
	if i.Left > 0 {
		loaded.Notes = append(loaded.Notes, rowsLeftOut(i.Left))
	}
	var units []string
	for _, column := range []int{i.X, i.Y} {
		if unit := columns[column].Unit; unit != "" {
			units = append(units, unit)
		}
	}
	if len(units) > 0 {
		loaded.Notes = append(loaded.Notes, experiment.NewProblem("units_left_out", "text", experiment.Quote(strings.Join(units, ", "))))
	}
	return loaded
}

// names are what its columns are called, with the unit that stood beside each number.
func (i *Import) names() experiment.Names {
	name := func(column *paste.Column, letter string) string {
		text := column.Name
		if strings.EqualFold(text, letter) {
			text = ""
		}
		if column.Unit != "" && !strings.Contains(text, column.Unit) {
			text = strings.TrimSpace(text + " (" + column.Unit + ")")
		}
		return experiment.ShortName(text)
	}
	columns := i.Table.Columns
	return experiment.Names{X: [experiment.MaxInputs]string{name(columns[i.X], "x")}, Y: name(columns[i.Y], "y")}
}

// Notes are what the import leaves out.
func (i *Import) Notes() []*experiment.Problem {
	if i.Left == 0 {
		return i.Table.Notes
	}
	return append(append([]*experiment.Problem(nil), i.Table.Notes...), rowsLeftOut(i.Left))
}

// ImportAnswered answers the question about the notation: 0 for its first reading.
type ImportAnswered struct{ Answer int }

func (m ImportAnswered) update(s Session) (Session, []Effect) {
	if s.Import == nil || s.Import.Table.Question == nil {
		return s, nil
	}
	table, problem := s.Import.Table.Answered(m.Answer)
	return s.imported(s.Import.File, table, problem)
}

// ImportChosen makes a column x or y. Where it is the other already, both change
// places.
type ImportChosen struct {
	Axis   Axis
	Column int
}

func (m ImportChosen) update(s Session) (Session, []Effect) {
	if s.Import == nil {
		return s, nil
	}
	x, y := s.Import.X, s.Import.Y
	if m.Axis == X {
		if m.Column == y {
			y = x
		}
		x = m.Column
	} else {
		if m.Column == x {
			x = y
		}
		y = m.Column
	}
	s.Import = s.Import.with(x, y)
	return s, nil
}

// ImportUsed makes the points of the chosen columns the data.
type ImportUsed struct{}

func (ImportUsed) update(s Session) (Session, []Effect) {
	if s.Import == nil || s.Experiment.Locks(experiment.DataPart) || s.Import.Problem != nil || len(s.Import.Points) == 0 {
		return s, nil
	}
	s, effects := s.useImport(s.Import)
	return s, append(effects, FocusPaste{}) // the button goes
}

// ImportLeft leaves the table. What was pasted stays in its box.
type ImportLeft struct{}

func (ImportLeft) update(s Session) (Session, []Effect) {
	s.Import = nil
	return s, []Effect{FocusPaste{}}
}

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

// useImport makes the points of an import the data.
func (s Session) useImport(i *Import) (Session, []Effect) {
	next := s.Edit
	next.Experiment = next.Experiment.WithPoints(i.Points, 1)
	next.Experiment.Names = i.names()
	if !next.Experiment.Locks(experiment.PredictionPart) {
		next.Experiment.Predict[0] = asked(i.Points, next.Experiment.Predict[0])
		next = next.withoutDraft("predict")
	}
	next.Rows = rowsOf(next.Experiment)
	if i.File == "" {
		s.Paste = Draft{}
	}
	s.Import, s.Loaded, s.Selected = nil, i.loaded(), 0 // the rows of other points have other IDs
	return s.edited(next, "")
}

func rowsLeftOut(count int) *experiment.Problem {
	return experiment.NewProblem("rows_left_out", "count", strconv.Itoa(count))
}
