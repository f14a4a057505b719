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
	// X, X2 and Y are the columns that are chosen, X2 -1 where there is one input, and
	// Points what they give.
	X, X2, Y int
	Points   []experiment.Point
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
	return (&Import{File: file, Table: table}).with(table.X, table.X2, table.Y)
}

// with returns the import with other columns.
func (i *Import) with(x, x2, y int) *Import {
	next := *i
	next.X, next.X2, next.Y = x, x2, y
	next.Points, next.Left, next.Problem = nil, 0, nil
	if next.Table.Question == nil {
		next.Points, next.Left, next.Problem = next.Table.Points(x, x2, y)
	}
	return &next
}

// Inputs is how many inputs its points have.
func (i *Import) Inputs() int {
	if i.X2 < 0 {
		return 1
	}
	return 2
}

// inUse are the columns of its inputs and of y.
func (i *Import) inUse() []int {
	if i.X2 < 0 {
		return []int{i.X, i.Y}
	}
	return []int{i.X, i.X2, i.Y}
}

// loaded says what the import has read, and what it has left out.
func (i *Import) loaded() *Loaded {
	columns := i.Table.Columns
	loaded := &Loaded{
		File: i.File, Points: i.Points, X: columns[i.X].Name, Y: columns[i.Y].Name,
		Notes: append([]*experiment.Problem(nil), i.Table.Notes...),
	}
	if note := i.numbered(); note != nil {
		loaded.Notes = append(loaded.Notes, note)
	}
	if i.Left > 0 {
		loaded.Notes = append(loaded.Notes, rowsLeftOut(i.Left))
	}
	if i.X2 >= 0 && loaded.X != "" && columns[i.X2].Name != "" {
		loaded.X += ", " + columns[i.X2].Name
	}
	var units []string
	for _, column := range i.inUse() {
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
	if i.X2 < 0 {
		return experiment.Names{X: [experiment.MaxInputs]string{name(columns[i.X], "x")}, Y: name(columns[i.Y], "y")}
	}
	return experiment.Names{X: [experiment.MaxInputs]string{name(columns[i.X], "x1"), name(columns[i.X2], "x2")}, Y: name(columns[i.Y], "y")}
}

// Notes are what the import leaves out, and how it numbers classes.
func (i *Import) Notes() []*experiment.Problem {
	notes := append([]*experiment.Problem(nil), i.Table.Notes...)
	if note := i.numbered(); note != nil {
		notes = append(notes, note)
	}
	if i.Left > 0 {
		notes = append(notes, rowsLeftOut(i.Left))
	}
	return notes
}

// classes are the words of y, nil where y is a number. Of one input, yes and no are 1 and
// 0, which a line may run through.
func (i *Import) classes() []string {
	if i.Y < 0 || i.Y >= len(i.Table.Columns) || i.Inputs() < 2 && i.Table.Columns[i.Y].Kind == paste.Numbers {
		return nil
	}
	return i.Table.Columns[i.Y].Classes
}

// numbered says which number each word of y is; nil where y is a number.
func (i *Import) numbered() *experiment.Problem {
	var texts []string
	for class, word := range i.classes() {
		if i.Table.Columns[i.Y].Kind == paste.Numbers {
			break // yes and no, of which there is a note
		}
		texts = append(texts, experiment.Quote(word)+" = "+strconv.Itoa(class))
	}
	if texts == nil {
		return nil
	}
	return experiment.NewProblem("classes_numbered", "text", strings.Join(texts, ", "))
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

// ImportChosen makes a column an input or y; -1 takes the second input away. Where the
// column is another's, both change places, and where that one would have none, it
// takes a free one.
type ImportChosen struct {
	Axis   Axis
	Column int
}

func (m ImportChosen) update(s Session) (Session, []Effect) {
	if s.Import == nil {
		return s, nil
	}
	chosen := map[Axis]int{X: s.Import.X, X2: s.Import.X2, Y: s.Import.Y}
	before, known := chosen[m.Axis]
	if !known || (m.Column < 0 && m.Axis != X2) {
		return s, nil
	}
	for axis, column := range chosen {
		if column == m.Column && m.Column >= 0 && axis != m.Axis {
			if before < 0 {
				before = s.Import.free(m.Column)
			}
			if before < 0 {
				return s, nil // two columns are no three
			}
			chosen[axis] = before
		}
	}
	chosen[m.Axis] = max(m.Column, -1)
	s.Import = s.Import.with(chosen[X], chosen[X2], chosen[Y])
	return s, nil
}

// free is a column of numbers that is neither chosen nor the one that is to be, -1
// where there is none.
func (i *Import) free(taken int) int {
	for _, column := range i.Table.Choices() {
		if column != taken && !slices.Contains(i.inUse(), column) {
			return column
		}
	}
	return -1
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

// useImport makes the points of an import the data.
func (s Session) useImport(i *Import) (Session, []Effect) {
	next := s.Edit
	next.Experiment = next.Experiment.WithPoints(i.Points, i.Inputs())
	next.Experiment.Names = i.names()
	if classes := i.classes(); classes != nil && !s.ExamplesLocked() {
		if e, problem := next.Experiment.ClassifiedAs(strconv.Itoa(len(classes))); problem == nil {
			next = next.becoming(e).withoutDraft(classesKey)
		}
	}
	if !next.Experiment.Locks(experiment.PredictionPart) {
		for input := range i.Inputs() {
			next.Experiment.Predict[input] = asked(i.Points, input, next.Experiment.Predict[input])
		}
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
