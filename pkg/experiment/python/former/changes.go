package former

import "slices"

// changes collects the names that a statement which is only skipped would give
// other values: those it assigns to, counts with, or calls a changing method of.
type changes struct {
	names    []string
	line     []string // the names of the current line, outside of brackets
	last     token
	counting bool // after for, before in
}

// changing are the methods that change a list or an array in place.
var changing = []string{"append", "extend", "insert", "pop", "remove", "clear", "sort", "reverse", "fill", "put", "resize"}

// Changes reports whether a method changes what it is called of.
func Changes(method string) bool { return slices.Contains(changing, method) }

// see takes the next token; inside tells whether it stands in brackets.
func (c *changes) see(t token, inside bool) {
	before := c.last
	c.last = t
	switch {
	case t.kind == NewlineToken || t.kind == IndentToken || (t.text == ":" && !inside):
		c.line, c.counting = nil, false
	case t.text == "(" && Changes(before.text) && len(c.line) > 0:
		c.names = append(c.names, c.line[0])
	case inside && !c.counting:
	case t.kind == NameToken && t.text == "for":
		c.line, c.counting = nil, true
	case t.kind == NameToken && t.text == "in" && c.counting:
		c.names, c.line, c.counting = append(c.names, c.line...), nil, false
	case t.kind == NameToken && before.text != ".":
		c.line = append(c.line, t.text)
	case t.kind == OperatorToken && (t.text == "=" || augmented(t.text) != ""):
		// Each name once: a line of many = would give all of them again at each.
		c.names, c.line = append(c.names, c.line...), nil
	}
}
