package paste

import (
	"strconv"
	"strings"

	"firstneuron/pkg/experiment"
)

// isHTML reports whether a text has a table of HTML.
func isHTML(text string) bool {
	return hasTag(text, "<td") || hasTag(text, "<th>") || hasTag(text, "<th ") || hasTag(text, "<tr")
}

func hasTag(text, tag string) bool {
	return strings.Contains(text, tag) || strings.Contains(text, strings.ToUpper(tag))
}

// readHTML reads the rows of the tables in a web page. Nothing of it is ever shown as
// HTML.
func readHTML(text string, tick func()) grid {
	g := grid{text: text, names: -1, delimiter: '\t', upright: false}
	var row []cell
	var content strings.Builder
	open, span, heads, begin := false, 1, 0, 0
	end := func() {
		if !open {
			return
		}
		row = append(row, cell{experiment.Trim(content.String()), begin})
		for ; span > 1; span-- {
			row = append(row, cell{at: -1})
		}
		content.Reset()
		open = false
	}
	endRow := func() {
		end()
		if len(row) > 0 {
			g.rows = append(g.rows, row)
		}
		row = nil
	}
	tables := 0
	for at := 0; at < len(text); {
		tick()
		next := strings.IndexByte(text[at:], '<')
		if next < 0 {
			next = len(text) - at
		}
		if open {
			content.WriteString(entities(text[at : at+next]))
		}
		if at += next; at >= len(text) {
			break
		}
		ends := strings.IndexByte(text[at:], '>')
		if ends < 0 {
			break
		}
		tag := text[at+1 : at+ends]
		at += ends + 1
		name := strings.ToLower(strings.TrimLeft(firstWord(tag), "/"))
		switch {
		case name == "table" && tag[0] != '/':
			if tables++; tables > 1 && len(g.rows) > 1 {
				endRow()
				g.notes = append(g.notes, experiment.NewProblem("second_table"))
				return g
			}
		case name == "tr" || name == "table" || name == "tbody" || name == "thead":
			endRow()
		case (name == "td" || name == "th") && tag[0] == '/':
			end()
		case name == "td" || name == "th":
			end()
			open, begin, span = true, at, colspan(tag)
			if name == "th" {
				heads++
			}
		case name == "br":
			content.WriteByte(' ')
		case name == "sup" && tag[0] != '/':
			content.WriteByte('^')
		case name == "script" || name == "style":
			if past := strings.Index(text[at:], "</"); past >= 0 {
				at += past
			} else {
				at = len(text)
			}
		}
	}
	endRow()
	return g
}

func firstWord(s string) string {
	if i := strings.IndexAny(s, " \t\n/>"); i > 0 {
		return s[:i]
	}
	return s
}

// colspan is how many columns a cell has, at most as many as a table may.
func colspan(tag string) int {
	_, after, found := strings.Cut(strings.ToLower(tag), "colspan=")
	if !found {
		return 1
	}
	after = strings.Trim(firstWord(after), `"'`)
	n, err := strconv.Atoi(after)
	if err != nil {
		return 1
	}
	return min(max(n, 1), maxColumns)
}

// entities replaces the character references that stand in tables of numbers.
func entities(s string) string {
	if !strings.Contains(s, "&") {
		return s
	}
	var b strings.Builder
	for {
		before, after, found := strings.Cut(s, "&")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		name, rest, closed := strings.Cut(after[:min(len(after), 12)], ";")
		if !closed {
			b.WriteByte('&')
			s = after
			continue
		}
		s = after[len(name)+1:]
		_ = rest
		b.WriteString(entity(name))
	}
}

func entity(name string) string {
	if digits, numeric := strings.CutPrefix(name, "#"); numeric {
		base := 10
		if hex, isHex := strings.CutPrefix(strings.ToLower(digits), "x"); isHex {
			digits, base = hex, 16
		}
		if v, err := strconv.ParseUint(digits, base, 20); err == nil {
			return string(rune(v))
		}
	}
	switch name {
	case "nbsp":
		return "\u00a0"
	case "thinsp":
		return "\u2009"
	case "minus":
		return "\u2212"
	case "ndash":
		return "\u2013"
	case "amp":
		return "&"
	case "lt":
		return "<"
	case "gt":
		return ">"
	case "quot":
		return "\""
	case "euro":
		return "€"
	case "pound":
		return "£"
	case "yen":
		return "¥"
	case "deg":
		return "°"
	case "times":
		return "×"
	case "frac12":
		return "½"
	}
	return "&" + name + ";"
}
