package export

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Notebook puts a program into a Jupyter notebook (nbformat 4.5): a cell for
// each of its paragraphs.
func Notebook(paragraphs []string) string {
	var b strings.Builder
	b.WriteString("{\n \"cells\": [\n")
	for i, paragraph := range paragraphs {
		if i > 0 {
			b.WriteString(",\n")
		}
		b.WriteString("  {\n   \"cell_type\": \"code\",\n   \"execution_count\": null,\n   \"id\": \"cell-" + strconv.Itoa(i+1) + "\",\n   \"metadata\": {},\n   \"outputs\": [],\n   \"source\": [\n")
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
