package paste

import (
	"strconv"
	"unicode"
	"unicode/utf8"

	"firstneuron/pkg/experiment"
)

// gridOfValues makes the values of a text columns: a list is one, an object has one for
// each name, and a list of objects or of pairs is a table.
func gridOfValues(g grid, values []named) (grid, *experiment.Problem) {
	if rows, ok := records(values); ok {
		return gridOfRecords(g, rows)
	}
	if rows, ok := roundRows(values); ok {
		g.rows, g.upright, g.names = rows, true, 0
		return g, nil
	}
	if rows, ok := pairRows(values); ok {
		g.rows, g.upright = rows, true
		return g, nil
	}
	if len(values) == 1 {
		return gridOfValue(g, values[0])
	}
	var columns []labelled
	for _, v := range values {
		more, p := columnsOf(&g, v)
		if p != nil {
			return g, p
		}
		columns = append(columns, more...)
	}
	return joinColumns(g, columns)
}

// roundRows are (1, 2) (3, 4) …, which people write for points.
func roundRows(values []named) ([][]cell, bool) {
	rows := make([][]cell, 0, len(values))
	for _, v := range values {
		if v.name != "" && !isPointName(v.name) || !v.round || v.kind != listValue || len(v.items) != 2 {
			return nil, false
		}
		row, ok := cellsOf(v.items)
		if !ok {
			return nil, false
		}
		rows = append(rows, row)
	}
	return rows, true
}

// isPointName reports whether a name is that of a point, such as A and P1.
func isPointName(name string) bool {
	letter := firstRune(name)
	return unicode.IsUpper(letter) && axisOf(name) == "" && digitsAtStart(name[utf8.RuneLen(letter):]) == len(name)-utf8.RuneLen(letter)
}

// pairRows are three and more pairs in brackets, or below a pair of names, as each line
// of a file of JSON may be one.
func pairRows(values []named) ([][]cell, bool) {
	rows := make([][]cell, 0, len(values))
	for _, v := range values {
		row, ok := cellsOf(v.items)
		if v.name != "" || v.kind != listValue || !ok || len(row) != len(values[0].items) {
			return nil, false
		}
		rows = append(rows, row)
	}
	return rows, len(rows) > 2 && (len(rows[0]) == 2 || isNames(rows[0]))
}

// cellsOf are scalars as cells; a list of one is one.
func cellsOf(items []value) ([]cell, bool) {
	cells := make([]cell, len(items))
	for i, item := range items {
		if item.kind == listValue && len(item.items) == 1 {
			item = item.items[0]
		}
		if item.kind != scalarValue {
			return nil, false
		}
		cells[i] = item.cell
	}
	return cells, true
}

// gridOfValue is a table in one value.
func gridOfValue(g grid, v named) (grid, *experiment.Problem) {
	if v.kind == objectValue {
		return gridOfObject(g, v)
	}
	if len(v.items) == 1 && (v.items[0].kind == objectValue || v.items[0].kind == listValue && len(v.items[0].items) > 1 && v.items[0].items[0].kind != scalarValue) {
		return gridOfValue(g, named{v.name, v.at, v.items[0]}) // Plotly: [{"x": […], "y": […]}]
	}
	if len(v.items) > 0 && v.items[0].kind == objectValue {
		for _, item := range v.items { // series of a chart: the first that is a table
			if inner, p := gridOfValue(g, named{v.name, v.at, item}); p == nil && len(inner.rows) > 1 {
				if len(v.items) > 1 {
					inner.notes = append(inner.notes, experiment.NewProblem("second_table"))
				}
				return inner, nil
			}
		}
	}
	if cells, ok := cellsOf(v.items); ok {
		return gridOfColumns(g, []labelled{{name: v.name, cells: cells}}), nil
	}
	for _, item := range v.items {
		cells, ok := cellsOf(item.items)
		if !ok || item.kind != listValue {
			return g, v.mixed(&g)
		}
		g.rows = append(g.rows, cells)
	}
	for _, row := range g.rows {
		if len(row) != len(g.rows[0]) && len(g.rows) > 2 {
			line, column := g.place(cell{at: v.at}, 0)
			return g, experiment.NewProblem("row_length", "count", strconv.Itoa(len(row))).At(line, column)
		}
	}
	if g.names = -1; len(g.rows) == 1 { // [[1, 2, 3]] is a row of one column
		return gridOfColumns(g, []labelled{{name: v.name, cells: g.rows[0]}}), nil
	}
	for _, item := range v.items {
		g.upright = g.upright || item.round && len(item.items) == 2
	}
	return g, nil
}

// mixed is the problem of a list of numbers and lists.
func (v named) mixed(g *grid) *experiment.Problem {
	line, column := g.place(cell{at: v.at}, 0)
	return experiment.NewProblem("mixed_list").At(line, column)
}

// gridOfObject is a table in an object: a list for each name, or a table below one of
// them.
func gridOfObject(g grid, v named) (grid, *experiment.Problem) {
	byName := map[string]value{}
	var columns []labelled
	for i, key := range v.keys {
		item := v.items[i]
		byName[key] = item
		if item.kind == objectValue { // {"0": -1, "1": 0} of pandas
			item = value{kind: listValue, items: item.items}
		}
		if cells, ok := cellsOf(item.items); ok && item.kind == listValue && len(cells) > 0 {
			columns = append(columns, labelled{key, cells})
		}
	}
	if names, data := byName["columns"], byName["data"]; names.kind == listValue && data.kind == listValue && len(data.items) > 0 && data.items[0].kind == listValue {
		return gridOfValue(g, named{v.name, v.at, value{kind: listValue, items: append([]value{names}, data.items...)}})
	}
	if len(columns) == 1 && columns[0].name == "labels" {
		columns = append(columns, series(byName["datasets"])...)
	}
	if len(columns) >= 2 {
		return joinColumns(g, columns)
	}
	for i := range v.items { // {"data": {"values": […]}}
		if item := v.items[i]; item.kind != scalarValue && len(item.items) > 0 {
			if inner, p := gridOfValues(g, []named{{"", v.at, item}}); p == nil && len(inner.rows) > 1 && len(inner.rows[0]) > 1 {
				return inner, nil
			}
		}
	}
	if len(columns) > 0 {
		return gridOfColumns(g, columns), nil
	}
	// {"1": 2, "3": 4}: names that are numbers are x.
	for i, key := range v.keys {
		if v.items[i].kind == scalarValue {
			g.rows = append(g.rows, []cell{{key, v.items[i].cell.at}, v.items[i].cell})
		}
	}
	g.names, g.upright = 0, true
	return g, nil
}

// series are the columns of the datasets of Chart.js, each of which has its numbers and
// its name.
func series(datasets value) []labelled {
	var columns []labelled
	for _, set := range datasets.items {
		one := labelled{}
		for i, key := range set.keys {
			switch item := set.items[i]; {
			case key == "label" && item.kind == scalarValue:
				one.name = item.cell.text
			case key == "data" && item.kind == listValue:
				one.cells, _ = cellsOf(item.items)
			}
		}
		if len(one.cells) > 0 {
			columns = append(columns, one)
		}
	}
	return columns
}

// columnsOf are the columns of a value beside others.
func columnsOf(g *grid, v named) ([]labelled, *experiment.Problem) {
	if v.kind == objectValue {
		var columns []labelled
		for i, key := range v.keys {
			if cells, ok := cellsOf(v.items[i].items); ok && v.items[i].kind == listValue {
				columns = append(columns, labelled{key, cells})
			}
		}
		return columns, nil
	}
	items := v.items
	if len(items) == 1 && items[0].kind == listValue && len(items[0].items) > 1 {
		items = items[0].items // [[1, 2, 3]]
	}
	if cells, ok := cellsOf(items); ok {
		return []labelled{{v.name, cells}}, nil
	}
	width := len(items[0].items)
	columns := make([]labelled, min(width, maxColumns+1))
	for _, row := range items {
		cells, ok := cellsOf(row.items)
		if !ok || len(cells) != width {
			line, column := g.place(cell{at: v.at}, 0)
			return nil, experiment.NewProblem("row_length", "count", strconv.Itoa(len(row.items))).At(line, column)
		}
		for i := range columns {
			columns[i].cells = append(columns[i].cells, cells[i])
		}
	}
	for i := range columns {
		columns[i].name = v.name + strconv.Itoa(i+1)
	}
	return columns, nil
}

// joinColumns makes a table of columns of one length. Of more than two, those of
// another length than x and y are left out: the test data beside the training data.
func joinColumns(g grid, columns []labelled) (grid, *experiment.Problem) {
	named := map[string]int{}
	for i, c := range columns {
		if _, twice := named[c.name]; twice && c.name != "" && len(c.cells) > 0 {
			line, column := g.place(c.cells[0], 0)
			return g, experiment.NewProblem("assigned_twice", "text", experiment.Quote(c.name), "have", experiment.Quote(c.name)).At(line, column)
		}
		named[c.name] = i
	}
	if len(columns) > maxColumns {
		return g, experiment.NewProblem("too_many_columns", "count", strconv.Itoa(len(columns)), "max", strconv.Itoa(maxColumns))
	}
	if len(columns) == 2 {
		x, y := len(columns[0].cells), len(columns[1].cells)
		if axisOf(columns[0].name) == "y" || axisOf(columns[1].name) == "x" {
			x, y = y, x
		}
		if x != y {
			return g, experiment.NewProblem("lengths_differ", "xs", strconv.Itoa(x), "ys", strconv.Itoa(y))
		}
	}
	lengths, all := map[int]int{}, 0
	for _, c := range columns {
		all += len(c.cells)
	}
	if all == 0 {
		return g, experiment.CheckPoints(nil)
	}
	if len(columns) == 1 {
		return gridOfColumns(g, columns), nil
	}
	for _, c := range columns {
		lengths[len(c.cells)]++
	}
	best := 0
	for _, c := range columns {
		if lengths[len(c.cells)] >= 2 && (best == 0 || axisOf(c.name) != "" && len(c.cells) > best && lengths[best] < lengths[len(c.cells)]) {
			best = len(c.cells)
		}
	}
	var kept []labelled
	for _, c := range columns {
		if len(c.cells) == best && best > 0 {
			kept = append(kept, c)
		}
	}
	if len(kept) < len(columns) {
		if len(kept) < 2 {
			return g, experiment.NewProblem("lengths_differ", "xs", strconv.Itoa(len(columns[0].cells)), "ys", strconv.Itoa(len(columns[1].cells)))
		}
		g.notes = append(g.notes, experiment.NewProblem("lists_left_out", "count", strconv.Itoa(len(columns)-len(kept)), "length", strconv.Itoa(best)))
	}
	return gridOfColumns(g, kept), nil
}
