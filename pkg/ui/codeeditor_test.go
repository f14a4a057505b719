package ui

import "testing"

// TestCaretIsOnALine: a browser counts a place in UTF-16 code units, of which an
// emoji is two.
func TestCaretIsOnALine(t *testing.T) {
	for _, test := range []struct {
		text string
		at   int
		want int
	}{
		{"", 0, 1}, {"a\nb", 0, 1}, {"a\nb", 1, 1}, {"a\nb", 2, 2}, {"a\nb", 3, 2}, {"🙂\nb", 2, 1}, {"🙂\nb", 3, 2}, {"a\n\n\n", 4, 4}, {"a\nb", 99, 2},
	} {
		if got := lineAt(test.text, test.at); got != test.want {
			t.Errorf("place %d of %q is on line %d, want %d", test.at, test.text, got, test.want)
		}
	}
}
