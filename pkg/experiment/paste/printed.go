package paste

import (
	"regexp"
	"strings"
)

var (
	matrixHead = regexp.MustCompile(`(?m)^\s*\[,1\]`)
	matrixRow  = regexp.MustCompile(`(?m)^\s*\[\d+,\]`)
	juliaHead  = regexp.MustCompile(`(?m)^\s*\d+-element (?:Vector|Array)\{[\w{}, ]*\}:[ \t]*$`)
	numberLine = regexp.MustCompile(`(?m)^ *-?\d[-+\d.eE]*\]?`)
	juliaTable = regexp.MustCompile(`^\s*\d+×\d+ DataFrame`)
	tribble    = regexp.MustCompile(`^\s*[\w:.<\- ]*tribble\(\s*~`)
)

// printedElsewhere makes what R and Julia print or write in forms of their own a plain
// table, line by line.
func printedElsewhere(text string) (inside, left string) {
	switch {
	case matrixHead.MatchString(text): // a matrix of R
		var b strings.Builder
		for line := range strings.SplitAfterSeq(text, "\n") {
			switch at := matrixRow.FindStringIndex(line); {
			case matrixHead.MatchString(line):
				b.WriteString(blanked(line))
			case at != nil:
				b.WriteString(blanked(line[:at[1]]) + line[at[1]:])
			default:
				b.WriteString(line)
			}
		}
		return b.String(), ""
	case juliaHead.MatchString(text): // vectors, of one number a line
		var b strings.Builder
		at := 0
		for i, head := range juliaHead.FindAllStringIndex(text, maxColumns) {
			before := text[at:head[0]]
			if i > 0 {
				before = strings.TrimRight(before, " \n") + "]" + before[len(strings.TrimRight(before, " \n")):]
			}
			b.WriteString(before + blanked(text[head[0]:head[1]-1]) + "[")
			at = head[1]
		}
		b.WriteString(strings.TrimRight(text[at:], " \n") + "]")
		return strings.ReplaceAll(numberLine.ReplaceAllString(b.String(), "$0,"), "],", ",]"), ""
	case juliaTable.MatchString(text): // its second line has the names, its third the types
		var b strings.Builder
		number := 0
		for line := range strings.SplitAfterSeq(text, "\n") {
			number++
			switch number {
			case 1, 3:
				b.WriteString(blanked(line))
			case 2:
				b.WriteString(strings.NewReplacer("Row", "   ", "│", " ").Replace(line))
			default:
				b.WriteString(strings.ReplaceAll(line, "│", " "))
			}
		}
		return b.String(), ""
	}
	if at := tribble.FindStringIndex(text); at != nil && strings.HasSuffix(strings.TrimSpace(text), ")") {
		end := strings.LastIndexByte(text, ')')
		return strings.ReplaceAll(kept(text, span{at[1] - 1, end}), "~", " "), ""
	}
	return text, ""
}
