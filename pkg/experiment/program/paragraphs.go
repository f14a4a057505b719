package program

import (
	"slices"
	"strings"

	"firstneuron/pkg/experiment/python"
)

// Paragraphs cuts a program at its empty lines, but not within a statement, nor
// before what goes on with the one above: a function, a text and an if may have
// empty lines in them.
func Paragraphs(program string) []string {
	file, err := python.Parse(program)
	var cut []string
	start, statement := 0, 0
	for at := 0; ; {
		end := strings.Index(program[at:], "\n\n")
		if end < 0 || (err != nil && statement == len(file.Statements)) {
			return appendParagraph(cut, program[start:])
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
		cut = appendParagraph(cut, program[start:at])
		start = at
	}
}

// appendParagraph adds a paragraph without the empty lines around it, if anything is left.
func appendParagraph(cut []string, text string) []string {
	if text = strings.Trim(text, "\n"); text != "" {
		cut = append(cut, text)
	}
	return cut
}
