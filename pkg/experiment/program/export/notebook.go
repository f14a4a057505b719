package export

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"firstneuron/pkg/experiment/python"
)

// Notebook puts a program into a Jupyter notebook (nbformat 4.5): a cell for
// each of its paragraphs.
func Notebook(program string) string {
	var b strings.Builder
	b.WriteString("{\n \"cells\": [\n")
	number := 0
	for _, paragraph := range paragraphs(program) {
		paragraph = strings.Trim(paragraph, "\n")
		if paragraph == "" {
			continue
		}
		if number > 0 {
			b.WriteString(",\n")
		}
		number++
		b.WriteString("  {\n   \"cell_type\": \"code\",\n   \"execution_count\": null,\n   \"id\": \"cell-" + strconv.Itoa(number) + "\",\n   \"metadata\": {},\n   \"outputs\": [],\n   \"source\": [\n")
		lines := strings.SplitAfter(paragraph, "\n")
		for i, line := range lines {
			b.WriteString("    " + jsonText(line))
			if i < len(lines)-1 {
				b.WriteByte(',')
			}
			b.WriteByte('\n')
		}
		b.WriteString("   ]\n  }")
	}
	b.WriteString("\n ],\n \"metadata\": {\n  \"kernelspec\": {\n   \"display_name\": \"Python 3\",\n   \"language\": \"python\",\n   \"name\": \"python3\"\n  },\n" +
		"  \"language_info\": {\n   \"name\": \"python\"\n  }\n },\n \"nbformat\": 4,\n \"nbformat_minor\": 5\n}\n")
	return b.String()
}

// paragraphs cuts a program at its empty lines, but not within a statement, nor
// before what goes on with the one above: a function, a text and an if may have
// empty lines in them.
func paragraphs(program string) []string {
	file, err := python.Parse(program)
	var cut []string
	start, statement := 0, 0
	for at := 0; ; {
		end := strings.Index(program[at:], "\n\n")
		if end < 0 || (err != nil && statement == len(file.Statements)) {
			return append(cut, program[start:])
		}
		at += end + 1
		for statement < len(file.Statements) && file.Statements[statement].End <= at {
			statement++
		}
		if statement < len(file.Statements) && file.Statements[statement].Start < at {
			continue
		}
		next := strings.TrimLeft(program[at:], "\n")
		word, _, _ := strings.Cut(next[:min(len(next), len("finally:"))]+" ", " ")
		if slices.Contains([]string{"else:", "elif", "except", "except:", "finally:"}, strings.TrimSpace(word)) {
			continue
		}
		cut = append(cut, program[start:at])
		start = at
	}
}

// jsonText writes a text as JSON does.
func jsonText(text string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range text {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case r < ' ' || r == utf8.RuneError:
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
