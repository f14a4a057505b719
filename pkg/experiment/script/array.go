package script

import (
	"strings"

	"firstneuron/pkg/experiment"
)

// places writes places as an array: of one input its numbers, of two a row for each
// place.
func (w *Writer) places(places []experiment.Place, typed bool) string {
	if w.Inputs < 2 {
		xs := make([]float64, len(places))
		for i, place := range places {
			xs[i] = place[0]
		}
		return w.array(xs, typed)
	}
	end := "])"
	if typed {
		end = "], dtype=float)"
	}
	rows := make([]string, len(places))
	for i, place := range places {
		rows[i] = "["
		for j := range w.Inputs {
			if j > 0 {
				rows[i] += ", "
			}
			rows[i] += PythonNumber(place[j], false)
		}
		rows[i] += "]"
	}
	return w.Names.NumPy + ".array([" + itemList(rows, 4) + end
}

// array writes an array, long ones on several lines.
func (w *Writer) array(values []float64, typed bool) string {
	end := "])"
	if typed {
		end = "], dtype=float)"
	}
	return w.Names.NumPy + ".array([" + NumberList(values, 4) + end
}

// LineWidth is how wide a line of numbers may be.
const LineWidth = 84

// NumberList writes numbers with commas between, in lines of LineWidth when
// they are more than one line.
func NumberList(values []float64, indent int) string {
	items := make([]string, len(values))
	for i, v := range values {
		items[i] = PythonNumber(v, false)
	}
	return itemList(items, indent)
}

// itemList writes items as NumberList writes numbers.
func itemList(items []string, indent int) string {
	var b strings.Builder
	width, wrapped := 0, false
	for _, item := range items {
		width += len(item) + 2
	}
	wrapped = width > LineWidth-16
	width = LineWidth
	for i, item := range items {
		switch {
		case wrapped && width+len(item)+2 > LineWidth:
			b.WriteString("\n" + strings.Repeat(" ", indent))
			width = indent
		case i > 0:
			b.WriteByte(' ')
			width++
		}
		b.WriteString(item)
		if i < len(items)-1 || wrapped {
			b.WriteByte(',')
		}
		width += len(item) + 1
	}
	if wrapped {
		b.WriteString("\n" + strings.Repeat(" ", indent-4))
	}
	return b.String()
}

// PythonNumber writes a number as Python does: 10.0, -0.5, 1e-05.
func PythonNumber(v float64, whole bool) string {
	text := experiment.FormatNumber(v)
	if !whole && strings.Trim(text, "-0123456789") == "" {
		text += ".0"
	}
	return text
}
