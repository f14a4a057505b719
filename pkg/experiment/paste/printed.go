package paste

import (
	"slices"
	"strings"
)

// matrixHead reports whether a line has the number of the first column of a matrix of R.
func matrixHead(line string) bool {
	return (&scan{text: line}).spaces().one("[,1]").end() > 0
}

// matrixRow is where the number of a row of a matrix of R ends, -1 in another line.
func matrixRow(line string) int {
	return (&scan{text: line}).spaces().one("[").some(decimalDigits, many).one(",]").end()
}

// juliaHead reports whether a line is the first of a vector as Julia prints it.
func juliaHead(line string) bool {
	line = strings.TrimRight(line, " \t\n\r")
	at := (&scan{text: line}).spaces().some(decimalDigits, many).one("-element ").one("Vector{", "Array{").any(nameLetters + "{}, ").one(":").end()
	return at == len(line) && strings.HasSuffix(line, "}:")
}

// numberLine is where the number at the beginning of a line of a vector ends, with the
// bracket behind the last one, -1 in another line.
func numberLine(line string) int {
	s := (&scan{text: line}).any(" ")
	if s.at < len(line) && line[s.at] == '-' {
		s.at++
	}
	if s.some(decimalDigits, many).any("-+.eE" + decimalDigits).no {
		return -1
	}
	if s.at < len(line) && line[s.at] == ']' {
		s.at++
	}
	return s.at
}

// tribble is where the names of R's tribble begin, -1 in another text.
func tribble(text string) int {
	const call = "tribble("
	at := strings.Index(text, call)
	if at < 0 || strings.Trim(text[:at], nameLetters+":.<- \t\n\r") != "" {
		return -1
	}
	return (&scan{text: text, at: at + len(call)}).spaces().one("~").end() - 1
}

// printedElsewhere makes what R and Julia print or write in forms of their own a plain
// table, line by line.
func printedElsewhere(text string) (inside, left string) {
	switch {
	case anyLine(text, matrixHead): // a matrix of R
		var b strings.Builder
		for line := range strings.SplitAfterSeq(text, "\n") {
			switch end := matrixRow(line); {
			case matrixHead(line):
				b.WriteString(blanked(line))
			case end > 0:
				b.WriteString(blanked(line[:end]) + line[end:])
			default:
				b.WriteString(line)
			}
		}
		return b.String(), ""
	case anyLine(text, juliaHead): // vectors, of one number a line
		return juliaVectors(text), ""
	case (&scan{text: text}).spaces().some(decimalDigits, many).one("×").some(decimalDigits, many).one(" DataFrame").end() > 0: // its second line has the names, its third the types
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
	if at := tribble(text); at >= 0 && strings.HasSuffix(strings.TrimSpace(text), ")") {
		end := strings.LastIndexByte(text, ')')
		return strings.ReplaceAll(kept(text, span{at, end}), "~", " "), ""
	}
	return text, ""
}

// anyLine reports whether a line of a text is of a kind.
func anyLine(text string, is func(line string) bool) bool {
	return slices.ContainsFunc(strings.Split(text, "\n"), is)
}

// juliaVectors writes each vector that Julia prints as a list in brackets, with a comma
// behind each number.
func juliaVectors(text string) string {
	var b strings.Builder
	heads := 0
	written := func() string { return strings.TrimRight(b.String(), " \n") }
	for line := range strings.SplitAfterSeq(text, "\n") {
		body := strings.TrimRight(line, "\n")
		switch end := numberLine(line); {
		case juliaHead(body) && heads < maxColumns:
			if heads++; heads > 1 { // the one before ends here
				before := written()
				rest := b.String()[len(before):]
				b.Reset()
				b.WriteString(strings.TrimSuffix(before, ",") + ",]" + rest)
			}
			b.WriteString(blanked(body[:len(body)-1]) + "[" + line[len(body):])
		case end > 0:
			b.WriteString(line[:end] + "," + line[end:])
		default:
			b.WriteString(line)
		}
	}
	return strings.TrimSuffix(written(), ",") + ",]"
}

// boxed makes a table that is drawn with lines a plain one with bars. polars and DuckDB have
// the types of the columns below their names.
func boxed(text string) (inside, left string) {
	if !strings.Contains(text, "──") {
		return text, ""
	}
	bars := strings.NewReplacer("┆", "  |", "│", "  |")
	var b strings.Builder
	for line := range strings.SplitAfterSeq(text, "\n") {
		types := true
		line = bars.Replace(line)
		for word := range strings.FieldsSeq(line) {
			types = types && (word == "|" || word == "---" || slices.Contains(columnTypes, word))
		}
		if types || strings.HasPrefix(line, "shape: (") {
			line = blanked(line)
		}
		b.WriteString(line)
	}
	return b.String(), ""
}

// columnTypes are the types of columns of numbers and words.
var columnTypes = []string{"i64", "i32", "f64", "f32", "u32", "u64", "str", "bool", "int32", "int64", "double", "float", "bigint", "varchar", "boolean"}
