package program

import "strings"

// lineStart returns where the line of a place begins.
func lineStart(text string, at int) int { return strings.LastIndexByte(text[:at], '\n') + 1 }

// lineEnd returns where the line of a place ends, before the line feed.
func lineEnd(text string, at int) int {
	if end := strings.IndexByte(text[at:], '\n'); end >= 0 {
		return at + end
	}
	return len(text)
}

// nextLine returns where the line after a place begins.
func nextLine(text string, at int) int { return min(lineEnd(text, at)+1, len(text)) }
