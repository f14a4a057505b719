package paste

import (
	"strconv"

	"firstneuron/pkg/experiment"
)

// records are the objects of a text of which each line is one, or of a list of them.
func records(values []named) (rows []value, ok bool) {
	for _, v := range values {
		switch {
		case v.kind == objectValue && v.name == "" && len(values) > 1:
			rows = append(rows, v.value)
		case v.kind == listValue && len(values) == 1 && len(v.items) > 0:
			for _, item := range v.items {
				if item.kind != objectValue || holdsLists(item) {
					return nil, false
				}
			}
			return v.items, true
		default:
			return nil, false
		}
	}
	return rows, len(rows) > 0
}

// holdsLists reports whether an object has a list of numbers, as a series of a chart.
func holdsLists(v value) bool {
	for _, item := range v.items {
		if item.kind == listValue && len(item.items) > 1 {
			return true
		}
	}
	return false
}

// gridOfRecords is a table of objects with the same names.
func gridOfRecords(g grid, rows []value) (grid, *experiment.Problem) {
	place := map[string]int{}
	var head []cell
	for _, row := range rows {
		for _, key := range row.keys {
			if _, known := place[key]; !known {
				if place[key] = len(head); len(head) == maxColumns {
					return g, experiment.NewProblem("too_many_columns", "count", strconv.Itoa(len(head)+1), "max", strconv.Itoa(maxColumns))
				}
				head = append(head, cell{key, -1})
			}
		}
	}
	g.rows = append(g.rows, head)
	for _, row := range rows {
		cells := make([]cell, len(head))
		for i := range cells {
			cells[i].at = -1
		}
		for i, key := range row.keys {
			if item := row.items[i]; item.kind == scalarValue {
				cells[place[key]] = item.cell
			}
		}
		g.rows = append(g.rows, cells)
	}
	g.names, g.upright = 1, true
	return g, nil
}
