// Package paste reads the data that a learner has, from wherever they were copied.
//
//	table, problem := paste.Read("Hours,Score\n1,3\n2,5")
//	points, left, problem := table.Points(table.X, table.X2, table.Y)
//
// [Read] finds the form of a text and cuts it into a grid of cells:
//
//   - values of a program (literal.go, statement.go, value.go, call.go, lists.go): the
//     lists, arrays, tuples, objects and frames of Python, JSON, JavaScript, R, MATLAB
//     and calculators, and NumPy's as it prints them;
//   - numbers behind names, X: -1, 0, 1 (labelled.go), and vectors as R prints them;
//   - points one by one, 1: 2 or f(1) = 2 or A(1|2), also in a sentence (pairs.go);
//   - tables of HTML and LaTeX (html.go, latex.go);
//   - rows of cells with anything between: CSV, a spreadsheet's, Markdown, what pandas
//     and R print (delimited.go, delimiter.go, row.go);
//   - a program that computes its data, which package program reads (program.go);
//   - the first sheet of an Excel workbook, as the bytes of its file (package workbook).
//
// The grid is turned where its rows are the columns, its names are found (grid.go,
// orientation.go), and each column is looked at as a whole (column.go): its numbers
// (figure.go), their unit and their notation (unit.go, decimal.go). What two readers
// read differently, such as 1,234, is a [Question] of the [Table]. What cannot be read
// is an [experiment.Problem] with its line and column; what is left out, a note.
//
// Reading takes time and memory as the text is long.
package paste

import (
	"strconv"
	"strings"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/paste/workbook"
	"firstneuron/pkg/experiment/script"
)

// MaxFile is how many bytes a file of data may have. Of more rows than the page can
// train on, as many are read as it can, evenly spaced.
const MaxFile = 8 << 20

// Read reads pasted data; a program among them by a reader, which may be nil.
func Read(text string, reader script.Reader) (Table, *experiment.Problem) {
	return ReadWith(text, experiment.MaxPaste, func() {}, nil, reader)
}

// ReadWith does so for a text of at most so many bytes, and calls tick at every small
// step and pause now and then, so that a long text can be read in slices. A program is a
// problem of the code [script.CodeLacking] where there is no reader.
func ReadWith(text string, most int, tick, pause func(), reader script.Reader) (Table, *experiment.Problem) {
	if len(text) > most {
		return Table{}, experiment.NewProblem("paste_too_long", "size", strconv.Itoa(len(text)), "limit", strconv.Itoa(most))
	}
	if strings.HasPrefix(text, "PK\x03\x04") {
		g, p := readWorkbook(text, tick)
		if p != nil {
			return Table{}, p
		}
		return newTable(g, answers{}, tick)
	}
	text = strings.TrimPrefix(text, "\ufeff")
	by := programs{pause, reader}
	if d, ok := hyphensOf(text); ok {
		return d.settle(func(text string) (Table, *experiment.Problem) { return readPasted(text, tick, by) })
	}
	return readPasted(text, tick, by)
}

// readPasted reads a text as it was copied.
func readPasted(text string, tick func(), by programs) (Table, *experiment.Problem) {
	if p := tellsOf(text); p != nil { // before the bars of a log are left out
		return Table{}, p
	}
	inside, left := around(text)
	text = normal(inside)
	if p := tellsOf(text); p != nil { // and once a frame or a fence around it is gone
		return Table{}, p
	}
	if d, ok := commasOf(text); ok {
		return d.settle(func(text string) (Table, *experiment.Problem) { return readText(text, left, tick, by) })
	}
	return readText(text, left, tick, by)
}

// readText reads the table of a text. left is how what was left out of it begins.
func readText(text, left string, tick func(), by programs) (Table, *experiment.Problem) {
	g, p := read(text, tick, by)
	if left != "" {
		g.notes = append(g.notes, experiment.NewProblem("around_left_out", "text", experiment.Quote(left)))
	}
	t := Table{}
	if p == nil {
		t, p = newTable(g, answers{}, tick)
	} else {
		p = placed(&grid{text: text, byCharacter: true}, p)
	}
	if p == nil && (t.Chosen || t.reads()) && !t.hasWords() {
		return t, nil
	}
	if inSentences, ok := readSentences(text, false); ok {
		inSentences.notes = append(inSentences.notes, g.notes...)
		return newTable(inSentences, answers{}, tick)
	}
	return t, p
}

// read finds the form of a text and reads its grid.
func read(text string, tick func(), by programs) (grid, *experiment.Problem) {
	if delimiter, ok := declared(text); ok {
		return readDelimited(text, delimiter, tick)
	}
	switch {
	case isHTML(text):
		return readHTML(text, tick), nil
	case isLaTeX(text):
		return readLaTeX(text, tick), nil
	}
	if strings.Contains(text, "[1] ") {
		if g, ok := readPrinted(text, tick); ok {
			return g, nil
		}
	}
	if g, ok, p := readSeries(text, tick); ok {
		return g, p
	}
	if g, ok := readSentences(text, true); ok {
		return g, nil
	}
	if g, ok := readPairs(text, tick); ok {
		return g, nil
	}
	if looksLiteral(text) && !numbersApart(text) {
		return readLiterals(text, tick, by)
	}
	if g, ok := readLabelled(text, tick); ok {
		return g, nil
	}
	return readDelimited(text, 0, tick)
}

// readLiterals reads the values of a text, and the program that it may be.
func readLiterals(text string, tick func(), by programs) (grid, *experiment.Problem) {
	r := literals{text: text, tick: tick}
	values, others := r.read()
	g := grid{text: text, byCharacter: true, names: -1}
	if !r.quoted {
		g.decimal = '.'
	}
	if len(others) == 0 || onlyImports(text, others) {
		if len(values) == 0 {
			return g, experiment.CheckPoints(nil)
		}
		if code, ok := notebook(values); ok {
			g, p := read(normal(code), tick, by)
			if p != nil {
				p.Line, p.Column = 0, 0 // of the cells, and not of the file
			}
			return g, p
		}
		return gridOfValues(g, values)
	}
	if g, ok := readLabelled(text, tick); ok && len(values) == 0 {
		return g, nil
	}
	if looksLikeProgram(text) {
		if by.reader == nil {
			return g, experiment.NewProblem(script.CodeLacking)
		}
		points, err := by.points(text, assigned(text))
		if err != nil {
			return g, experiment.NewProblem(script.CodeEnded)
		}
		if len(points) > 0 {
			return gridOfPoints(points), nil
		}
	}
	names := map[string]bool{}
	for _, v := range values {
		names[v.name] = true
	}
	for _, other := range others {
		if other.sure || len(values) < 2 || touches(text, other.at, names) {
			return g, others[0].problem
		}
	}
	g.notes = append(g.notes, experiment.NewProblem("statements_left_out", "count", strconv.Itoa(len(others))))
	return gridOfValues(g, values)
}

// readWorkbook reads the first sheet of a workbook. Its numbers have a decimal point,
// however its author writes them.
func readWorkbook(data string, tick func()) (grid, *experiment.Problem) {
	text, sheets, err := workbook.Text(data, tick)
	if err != nil {
		return grid{}, experiment.NewProblem("workbook_unreadable")
	}
	g := grid{text: text, names: -1, decimal: '.', delimiter: '\t'}
	if sheets > 1 {
		g.notes = append(g.notes, experiment.NewProblem("other_sheets", "count", strconv.Itoa(sheets-1)))
	}
	at, count := 0, 0
	for line := range strings.SplitSeq(text, "\n") {
		tick()
		var row []cell
		for from := at; line != ""; {
			content, rest, more := strings.Cut(line, "\t")
			row = append(row, cell{content, from})
			if from += len(content) + 1; !more {
				break
			}
			line = rest
		}
		if at = lineEnd(text, min(at, len(text))) + 1; len(row) > 0 {
			g.rows = append(g.rows, row)
		}
		if count += len(row); count > maxCells {
			return g, experiment.NewProblem("too_many_cells", "max", strconv.Itoa(maxCells))
		}
	}
	g.cutEmptyColumns()
	return g, nil
}

// onlyImports reports whether all that is no value brings none.
func onlyImports(text string, others []passage) bool {
	for _, other := range others {
		line := firstLine(text[other.at:min(len(text), other.at+maxHead)])
		if !strings.HasPrefix(line, "import ") && !strings.HasPrefix(line, "from ") && !strings.HasPrefix(line, "#include") && !strings.HasPrefix(line, "library(") {
			return false
		}
	}
	return true
}

// touches reports whether a statement may change one of the lists, or make another that
// is wanted: it begins with such a name.
func touches(text string, at int, names map[string]bool) bool {
	r := literals{text: text, at: at, tick: func() {}}
	if head, _ := r.head(); head != "" {
		for _, name := range namesOf(head) {
			if names[name] || axisOf(name) != "" {
				return true
			}
		}
	}
	first, _, _ := strings.Cut(r.word(), ".")
	return names[first]
}
