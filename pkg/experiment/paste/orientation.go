package paste

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"firstneuron/pkg/experiment"
)

// maxColumns is how many columns the learner may choose among.
const maxColumns = 50

// orient turns a grid whose rows are the columns, and asks where both can be meant.
func (g *grid) orient(answers answers) (*Question, *experiment.Problem) {
	if g.upright || g.names > 0 || len(g.rows) == 0 {
		return nil, nil
	}
	height, width := len(g.rows), g.width()
	if height == 1 {
		return nil, g.lonelyRow()
	}
	if height == 2 && g.splitLabels() {
		width = g.width()
	}
	labelled := true
	for _, row := range g.rows {
		if len(row) < 2 || !looksLikeName(row[0]) || !allNumeric(row[1:]) {
			labelled = false
			break
		}
	}
	switch {
	case labelled && len(g.rows[0]) > 2 && (height == 2 || width-1 > height || axisOf(g.rows[0][0].text) != ""):
		if p := g.sameLengths(1); p != nil {
			return nil, p
		}
		g.transpose()
		g.names = 1
		return nil, nil
	case height > 2 && width > maxColumns && height < maxColumns && g.sameLengths(0) == nil:
		g.transpose()
		return nil, nil
	case height != 2 || len(g.rows[0]) < 3 || len(g.rows[1]) < 3:
		return nil, nil
	}
	if len(g.rows[0]) == len(g.rows[1]) && allNumeric(g.rows[0]) && allNumeric(g.rows[1]) && g.perhapsUpright() {
		switch answers.rows {
		case 0:
			return g.rowsQuestion(), nil
		case 2:
			return nil, nil
		}
	}
	if p := g.sameLengths(0); p != nil {
		return nil, p
	}
	g.transpose()
	return nil, nil
}

// perhapsUpright reports whether two rows of numbers may be two points of a table with
// more columns, too: as many as such tables have, or the first counts the rows.
func (g *grid) perhapsUpright() bool {
	a, b := g.rows[0], g.rows[1]
	if len(a) == 3 {
		return true
	}
	first, _ := scanFigure(a[0].text)
	second, _ := scanFigure(b[0].text)
	x, _ := first.value('.')
	y, _ := second.value('.')
	if y != x+1 {
		return false
	}
	for i := 1; i < len(a); i++ { // xs are mostly in order
		before, _ := scanFigure(a[i-1].text)
		after, _ := scanFigure(a[i].text)
		u, _ := before.value('.')
		v, _ := after.value('.')
		if v < u {
			return true
		}
	}
	return false
}

func (g *grid) rowsQuestion() *Question {
	a, b := g.rows[0], g.rows[1]
	var points, columns []string
	for i := range min(len(a), shownNumbers) {
		points = append(points, "("+experiment.Trim(a[i].text)+", "+experiment.Trim(b[i].text)+")")
		columns = append(columns, experiment.Trim(a[i].text)+" / "+experiment.Trim(b[i].text))
	}
	return &Question{Kind: RowsQuestion, Text: experiment.Quote(strings.Join(texts(a), " ")), Readings: [2]string{strings.Join(points, ", "), strings.Join(columns, " | ")}}
}

func texts(row []cell) []string {
	all := make([]string, len(row))
	for i, c := range row {
		all[i] = c.text
	}
	return all
}

func (g *grid) sameLengths(skip int) *experiment.Problem {
	for _, row := range g.rows[1:] {
		if len(row) != len(g.rows[0]) {
			return experiment.NewProblem("lengths_differ", "xs", strconv.Itoa(len(g.rows[0])-skip), "ys", strconv.Itoa(len(row)-skip))
		}
	}
	return nil
}

// lonelyRow says what is wrong with a single row: a cell that is no number, or else the
// second row that is missing.
func (g *grid) lonelyRow() *experiment.Problem {
	row := g.rows[0]
	if len(row) < 3 {
		return nil
	}
	if !looksNumeric(row[0]) && looksLikeName(row[0]) && allNumeric(row[1:]) {
		row = row[1:]
	}
	for i, c := range row {
		if !looksNumeric(c) {
			line, column := g.place(c, i)
			return experiment.NewProblem("not_a_number", "text", experiment.Quote(c.text)).At(line, column)
		}
	}
	return experiment.MissingValues("x", len(row))
}

func allNumeric(row []cell) bool {
	for _, c := range row {
		if !looksNumeric(c) && !isMissingMark(c.text) {
			return false
		}
	}
	return true
}

// splitLabels cuts "Week 1" and "Sales 10", with which two rows of numbers begin, into
// a name and a number.
func (g *grid) splitLabels() bool {
	var names [2]string
	var rests [2]cell
	for i, row := range g.rows {
		if len(row) < 3 {
			return false
		}
		first := row[0]
		at := strings.LastIndexAny(first.text, " \t")
		if at < 0 || !looksNumeric(cell{text: first.text[at:]}) || !strings.ContainsFunc(first.text[:at], unicode.IsLetter) {
			return false
		}
		names[i], rests[i] = strings.TrimSpace(first.text[:at]), cell{strings.TrimSpace(first.text[at:]), first.at + at + 1}
	}
	if names[0] == names[1] || looksNumeric(cell{text: names[0]}) {
		return false
	}
	for i, row := range g.rows {
		g.rows[i] = append([]cell{{names[i], row[0].at}, rests[i]}, row[1:]...)
	}
	return true
}

// headingQuestion asks whether a first row such as 2019, 2020 is names or a point.
func (g *grid) headingQuestion(answers answers) *Question {
	if g.names != 0 || g.upright || len(g.rows) < 3 || answers.heading == 2 {
		return nil
	}
	years := 0
	for i, c := range g.rows[0] {
		switch {
		case isYear(c.text):
			years++
			for _, row := range g.rows[1:] {
				if i < len(row) && isYear(row[i].text) {
					return nil
				}
			}
		case looksNumeric(c):
			return nil
		}
	}
	if years < 2 {
		return nil
	}
	if answers.heading == 1 {
		g.names = 1
		return nil
	}
	row := experiment.Quote(strings.Join(texts(g.rows[0]), ", "))
	return &Question{Kind: HeadingQuestion, Text: row, Readings: [2]string{strings.Join(texts(g.rows[0]), ", "), "(" + strings.Join(texts(g.rows[0]), ", ") + ")"}}
}

func isYear(s string) bool {
	s = strings.TrimSpace(s)
	return len(s) == 4 && plainDigits(s) && (s[:2] == "18" || s[:2] == "19" || s[:2] == "20")
}

// axisOf returns "x" or "y" for the name of one of them (x, xs, X_train, y,
// ys, …) and "" for any other.
func axisOf(name string) string {
	name = strings.ToLower(experiment.Trim(name))
	for _, axis := range []string{"x", "y"} {
		rest, found := strings.CutPrefix(name, axis)
		if found && (rest == "" || rest == "s" || strings.HasPrefix(rest, "_") || strings.HasPrefix(rest, "s_") || strings.HasPrefix(rest, " ") || strings.HasPrefix(rest, "(")) {
			return axis
		}
	}
	return ""
}

// inputOf says which of two inputs a heading names: 1 for x1, 2 for x2, and 0 for
// neither.
func inputOf(name string) int {
	name = strings.ToLower(experiment.Trim(name))
	for input, names := range [][]string{{"x1", "x_1", "x[0]", "x₁"}, {"x2", "x_2", "x[1]", "x₂"}} {
		if slices.Contains(names, name) {
			return input + 1
		}
	}
	return 0
}
