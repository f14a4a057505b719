package paste

import (
	"strings"

	"firstneuron/pkg/experiment"
)

// readSeries reads columns as pandas prints one by one: an index before each value, and
// below them a line with the name and the type. Of two and more with the same index each
// is a column. Of one alone the index is shown as a column, and told of: only whoever
// printed it knows whether it is data.
func readSeries(text string, tick func()) (g grid, ok bool, p *experiment.Problem) {
	if !strings.Contains(text, "dtype: ") {
		return g, false, nil
	}
	g = grid{text: text, decimal: '.', names: 1, upright: true}
	type series struct{ index, values labelled }
	var all []series
	var current series
	elidedRows, words := false, cell{at: -1}
	at := 0
	for line := range strings.SplitSeq(text, "\n") {
		tick()
		begin := at
		at += len(line) + 1
		trimmed := strings.TrimSpace(line)
		switch {
		case trimmed == "":
			continue
		case elided(trimmed):
			elidedRows = true
			continue
		case isNoRow(trimmed) && strings.Contains(trimmed, "dtype:"):
			if len(current.values.cells) == 0 || len(all) == maxColumns {
				return g, false, nil
			}
			if _, rest, named := strings.Cut(trimmed, "Name: "); named {
				name, _, _ := strings.Cut(rest, ", ")
				current.values.name = name
			}
			all = append(all, current)
			current = series{}
			continue
		}
		first, behind, _ := cutSpace(trimmed)
		behind = strings.TrimSpace(behind)
		if behind == "" && len(current.values.cells) == 0 && looksLikeName(cell{text: first}) {
			current.index.name = first
			continue
		}
		value := cell{behind, begin + strings.LastIndex(line, behind)}
		if !looksNumeric(value) && !isMissingMark(behind) {
			return g, false, nil
		}
		index := cell{first, begin + strings.Index(line, first)}
		if !looksNumeric(index) && words.at < 0 {
			words = index
		}
		current.index.cells = append(current.index.cells, index)
		current.values.cells = append(current.values.cells, value)
	}
	if len(all) == 0 || len(current.values.cells) > 0 {
		return g, false, nil
	}
	if elidedRows {
		g.notes = append(g.notes, experiment.NewProblem("rows_elided"))
	}
	if len(all) == 1 {
		if words.at >= 0 {
			return g, true, experiment.NewProblem("series_of_words", "text", experiment.Quote(words.text)).At(g.place(words, 0))
		}
		name := all[0].values.name
		if name == "" {
			name = "Series"
		}
		if axisOf(all[0].index.name) == "" || axisOf(name) == "" {
			g.notes = append(g.notes, experiment.NewProblem("series_index", "text", experiment.Quote(name)))
		}
		return gridOfColumns(g, []labelled{all[0].index, all[0].values}), true, nil
	}
	var columns []labelled
	for _, s := range all {
		columns = append(columns, s.values)
	}
	g.notes = append(g.notes, experiment.NewProblem("index_left_out"))
	g, p = joinColumns(g, columns)
	return g, true, p
}
