package main

import "testing"

// TestEveryTextStandsOnce finds mutants that no longer fit the code.
func TestEveryTextStandsOnce(t *testing.T) {
	for _, s := range suites {
		for _, m := range s.mutants {
			text, err := s.edited("../..", m)
			if err != nil {
				t.Error(err)
			}
			if m.from == m.to || text == "" && err == nil {
				t.Errorf("%s: edits nothing", m.what)
			}
		}
	}
}

func TestSample(t *testing.T) {
	s := suite{"", []mutant{{what: "a"}, {what: "b"}, {what: "c"}, {what: "d"}}}
	for n, want := range map[int]string{0: "abcd", 1: "a", 2: "ac", 9: "abcd"} {
		got := ""
		for _, m := range s.sample(n) {
			got += m.what
		}
		if got != want {
			t.Errorf("sample(%d) = %s, want %s", n, got, want)
		}
	}
}
