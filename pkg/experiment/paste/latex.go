package paste

import (
	"strings"

	"firstneuron/pkg/experiment"
)

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
			case name == "times" || name == "cdot":
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
