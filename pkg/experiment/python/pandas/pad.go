package pandas

import (
	"strings"
	"unicode/utf8"
)

func width(text string) int { return utf8.RuneCountInString(text) }

func padLeft(text string, n int) string { return strings.Repeat(" ", max(n-width(text), 0)) + text }

func padRight(text string, n int) string { return text + strings.Repeat(" ", max(n-width(text), 0)) }

func widest(texts []string) int {
	n := 0
	for _, text := range texts {
		n = max(n, width(text))
	}
	return n
}
