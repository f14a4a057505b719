package script

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// TestPlacesAreCounted: in whatever order the places are asked for.
func TestPlacesAreCounted(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.SampledFrom([]rune("aé“\n"))).Draw(t, "text")
		lines := NewLines(text)
		for _, offset := range rapid.SliceOf(rapid.IntRange(0, len(text)+1)).Draw(t, "offsets") {
			before := text[:min(offset, len(text))]
			wantLine := strings.Count(before, "\n") + 1
			wantColumn := utf8.RuneCountInString(before[strings.LastIndexByte(before, '\n')+1:]) + 1
			if !utf8.ValidString(before) {
				continue // no problem begins within a character
			}
			if line, column := lines.Place(offset); line != wantLine || column != wantColumn {
				t.Fatalf("the place %d of %q is line %d, column %d, want %d, %d", offset, text, line, column, wantLine, wantColumn)
			}
		}
	})
}
