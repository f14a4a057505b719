package program

import (
	"strings"

	"firstneuron/pkg/experiment/python"
)

// opens and closes are Python's brackets, each pair at the same place.
const opens, closes = "([{", ")]}"

// wrongBracket tells of a closing bracket for which another one is open, or none, in Python's
// words, where one stands behind a place on its line: Python says that first. It reports
// whether there is one.
func (r *reader) wrongBracket(from int) bool {
	end := lineEnd(r.text, from)
	var open []int
	tokens := python.NewScanner(r.text, nil)
	for t := tokens.Scan(); t.Kind != python.EndToken && t.Start < end; t = tokens.Scan() {
		if t.Kind != python.OperatorToken {
			continue
		}
		c := r.text[t.Start]
		if strings.IndexByte(opens, c) >= 0 {
			open = append(open, t.Start)
		}
		pair := strings.IndexByte(closes, c)
		switch innermost := len(open) - 1; {
		case pair < 0:
		case innermost >= 0 && r.text[open[innermost]] == opens[pair]:
			open = open[:innermost]
		case t.Start < from:
			return false
		default:
			r.tellBracket(open, t.Start)
			return true
		}
	}
	return false
}

// tellBracket tells of a closing bracket at a place behind those that are open.
func (r *reader) tellBracket(open []int, at int) {
	found := r.text[at : at+1]
	place := python.Span{Start: at, End: at + 1}
	if len(open) == 0 {
		r.report(Wrong, place, "code_unexpected", "text", found, "expected", "⏎").kerasSays("SyntaxError: unmatched '"+found+"'").fix(place, "")
		return
	}
	innermost := open[len(open)-1]
	right := string(closes[strings.IndexByte(opens, r.text[innermost])])
	words := "SyntaxError: closing parenthesis '" + found + "' does not match opening parenthesis '" + r.text[innermost:innermost+1] + "'"
	if a, b := r.lines.Line(innermost), r.lines.Line(at); a != b {
		words += " on line " + itoa(a)
	}
	r.report(Wrong, place, "code_unexpected", "text", found, "expected", right).kerasSays(words).fix(place, right)
}
