package chart

import (
	"math"
	"strconv"
)

// HeatLabel is a number on a line of equal value.
type HeatLabel struct {
	// Value is the line's, a number of two digits.
	Value float64
	// X and Y are the middle of its place, in the frame's pixels.
	X, Y float64
}

const (
	// labelGap is how many pixels lie between the middles of two labels.
	labelGap = 26
	// labelMargin is how far a label stays from the edges.
	labelMargin = 16
	// mostLabels is how many of the lines have one.
	mostLabels = 3
)

// readable rounds a line's value to two digits where it stays by its place among
// the others, which are gap away: a label then says exactly what the line is of.
func readable(v, gap float64) (rounded float64, ok bool) {
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(v, 'e', 1, 64), 64)
	if err != nil || math.Abs(rounded-v) > gap/4 {
		return v, false
	}
	return rounded, true
}

// Labels returns numbers for some of the lines, along the one of eight directions
// from the lowest place in which most of them can be read. None covers (x, y), a
// place of the frame that has words of its own.
func (h *Heat) Labels(f Frame, x, y float64) []HeatLabel {
	if len(h.lines) == 0 {
		return nil
	}
	lowest := 0
	for i, v := range h.values {
		if finite(v) && (v < h.values[lowest] || !finite(h.values[lowest])) {
			lowest = i
		}
	}
	var best []HeatLabel
	for direction := range 8 {
		turn := float64(direction) * math.Pi / 4
		if labels := h.along(f, lowest, math.Cos(turn), math.Sin(turn), x, y); len(labels) > len(best) {
			best = labels
		}
	}
	return best
}

// along walks from a place in one direction and labels the lines that it crosses.
func (h *Heat) along(f Frame, from int, right, up, takenX, takenY float64) []HeatLabel {
	var labels []HeatLabel
	column, row := float64(from%h.size), float64(from/h.size)
	before := h.values[from]
	for len(labels) < mostLabels {
		column, row = column+right/2, row+up/2
		c, r := int(math.Round(column)), int(math.Round(row))
		if c < 0 || r < 0 || c >= h.size || r >= h.size {
			break
		}
		v := h.values[r*h.size+c]
		if !finite(v) {
			break
		}
		label := HeatLabel{}
		label.X, label.Y = f.Px(f.Spec.X.at(c, h.size), f.Spec.Y.at(r, h.size))
		for i, line := range h.lines[:contours-1] {
			if h.round[i] && before < line && line <= v && label.hasRoom(f, labels) && !label.Covers(takenX, takenY) {
				label.Value = line
				labels = append(labels, label)
				break
			}
		}
		before = v
	}
	return labels
}

// hasRoom reports whether a label keeps clear of the edges and of the others.
func (l HeatLabel) hasRoom(f Frame, labels []HeatLabel) bool {
	a := f.Area
	if l.X < a.Left+labelMargin || l.X > a.Left+a.Width-labelMargin || l.Y < a.Top+labelMargin/2 || l.Y > a.Top+a.Height-labelMargin/2 {
		return false
	}
	for _, other := range labels {
		if math.Hypot(l.X-other.X, l.Y-other.Y) < labelGap {
			return false
		}
	}
	return true
}

// Covers reports whether a label would lie on a mark at a place, or on its words.
func (l HeatLabel) Covers(x, y float64) bool {
	return math.Abs(l.X-x) < 2*labelGap && math.Abs(l.Y-y) < labelMargin
}
