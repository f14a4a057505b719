package session

import "testing"

// TestWordsAreFilled: each number that there is, and a question mark for one that there
// is not; braces around anything else stay.
func TestWordsAreFilled(t *testing.T) {
	for _, test := range []struct{ fragment, words, want string }{
		{"w=2&b=-1", "{x}: {y}, {line}, {w}|{b}|{epoch}|{mark}|{best} {x {other}}", "10: 19, 2x-1, 2|-1|0|?|? {x {other}}"},
		{"layers=2:relu,1", "{line}, {w}|{b}|{epoch} ", "?, ?|?|0 "},
		{"w=2&b=-1", "no room", "no room"},
	} {
		s := New(test.fragment)
		got := s.Filled(test.words, short, func(w, b float64) string { return short(w) + "x" + short(b) })
		if got != test.want {
			t.Errorf("%q says %q, want %q", test.fragment, got, test.want)
		}
	}
}
