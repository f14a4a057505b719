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

// isLaTeX reports whether a text has a table of LaTeX.
func isLaTeX(text string) bool {
	return strings.Contains(text, `\begin{tabular`) || strings.Contains(text, `\begin{array`) || strings.Contains(text, `matrix}`) ||
		strings.Contains(text, `\\`) && strings.Contains(text, "&")
}

// readLaTeX reads the rows of a tabular.
func readLaTeX(text string, tick func()) grid {
	g := grid{text: text, names: -1, delimiter: '&'}
	for at := 0; at < len(text); {
		tick()
		end := strings.Index(text[at:], `\\`)
		next := 2
		if end < 0 {
			end, next = len(text)-at, 0
		}
		var row []cell
		from := at
		for _, piece := range splitAmpersands(text[at : at+end]) {
			row = append(row, cell{plainLaTeX(piece), from})
			from += len(piece) + 1
		}
		if len(row) > 1 || row[0].text != "" {
			// What stands before the first \\ may have lines of its own.
			for i := range row {
				row[i].at += len(row[i].text) - len(strings.TrimLeft(row[i].text, " \n\t"))
			}
			g.rows = append(g.rows, row)
		}
		if next == 0 {
			break
		}
		at += end + next
		if strings.HasPrefix(text[at:], "[") { // \\[2pt]
			if end := strings.IndexByte(text[at:min(len(text), at+maxHead)], ']'); end >= 0 {
				at += end + 1
			}
		}
	}
	return g
}

func splitAmpersands(s string) []string {
	var pieces []string
	from := 0
	for i := range len(s) {
		if s[i] == '&' && (i == 0 || s[i-1] != '\\') {
			pieces = append(pieces, s[from:i])
			from = i + 1
		}
	}
	return append(pieces, s[from:])
}

// plainLaTeX is a cell without its commands: \num{1.5}, $-3$ and 3{,}5 are 1.5, -3
// and 3,5.
func plainLaTeX(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch c := s[i]; c {
		case '$', '{', '}', '\n':
			if c == '\n' {
				b.WriteByte(' ')
			}
		case '~':
			b.WriteByte(' ')
		case '%':
			for i < len(s) && s[i] != '\n' { // a comment
				i++
			}
		case '\\':
			n := i + 1
			for n < len(s) && (s[n] >= 'a' && s[n] <= 'z' || s[n] >= 'A' && s[n] <= 'Z') {
				n++
			}
			switch name := s[i+1 : n]; {
			case name == "" && n < len(s): // \% \, \$ \&
				if s[n] != ',' && s[n] != ';' && s[n] != '!' && s[n] != ' ' {
					b.WriteByte(s[n])
				}
				i = n
			case name == "begin" || name == "end" || name == "multicolumn" || name == "cline" || name == "cmidrule" || name == "caption" || name == "label":
				n = skipGroups(s, n, map[string]int{"begin": 2, "multicolumn": 2}[name])
				i = n - 1
			case name == "times":
				b.WriteString("×")
				i = n - 1
			default:
				i = n - 1
			}
		default:
			b.WriteByte(c)
		}
	}
	return experiment.Trim(b.String())
}

// skipGroups skips the groups in brackets and braces after a command, at most so many
// braces; 0 is one.
func skipGroups(s string, at, most int) int {
	for braces := 0; at < len(s); {
		switch s[at] {
		case ' ', '*':
			at++
			continue
		case '[', '(':
			end := strings.IndexAny(s[at:min(len(s), at+maxHead)], "])")
			if end < 0 {
				return at
			}
			at += end + 1
			continue
		case '{':
			if braces >= max(most, 1) {
				return at
			}
			braces++
			end := strings.IndexByte(s[at:min(len(s), at+maxHead)], '}')
			if end < 0 {
				return at + 1
			}
			at += end + 1
			continue
		}
		return at
	}
	return at
}
