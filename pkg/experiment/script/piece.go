package script

import "strings"

// Piece is one statement of a program, with what it is for.
type Piece struct {
	Role, Text string
	marks      []mark
}

// mark is where a piece says a property.
type mark struct {
	key        string
	start, end int
}

// marked is a piece that is being written.
type marked struct {
	strings.Builder
	marks []mark
}

// says writes what says some properties.
func (m *marked) says(text string, keys ...string) {
	start := m.Len()
	m.WriteString(text)
	m.mark(start, keys...)
}

// mark notes that what was written from a place on says some properties.
func (m *marked) mark(start int, keys ...string) {
	for _, key := range keys {
		m.marks = append(m.marks, mark{key, start, m.Len()})
	}
}

// join makes a program of its pieces, and says where each begins.
func join(pieces []Piece) (text string, starts []int) {
	group := map[string]int{"keras": 0, "numpy": 0, "stop": 1, "seed": 2, "xs": 3, "ys": 3, "features": 5, "normalizer": 6, "adapt": 6, "model": 4, "weights": 4, "compile": 4}
	var b strings.Builder
	before := 0
	for _, p := range pieces {
		at, ok := group[p.Role]
		if !ok {
			at = 5
		}
		if at != before {
			b.WriteByte('\n')
		}
		before = at
		starts = append(starts, b.Len())
		b.WriteString(p.Text + "\n")
	}
	return b.String(), starts
}
