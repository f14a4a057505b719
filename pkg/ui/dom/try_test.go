package dom

import (
	"slices"
	"strings"
	"testing"
)

// TestTryTellsAPanicOnce: a panic costs what was tried, and the console is told
// once of each kind, with its place.
func TestTryTellsAPanicOnce(t *testing.T) {
	var lines []string
	in(t, object{"console": object{"error": function(func(args ...any) any { lines = append(lines, args[0].(string)); return nil })}})
	none := []int{}
	for range 3 {
		if Try(func() { _ = none[len(none)] }) {
			t.Error("what panics is said to have been done")
		}
	}
	if !Try(func() {}) {
		t.Error("what is done is said to have panicked")
	}
	if len(lines) != 1 || !strings.Contains(lines[0], "index out of range") || !strings.Contains(lines[0], "try_test.go") {
		t.Errorf("the console has %q, want the mistake and its place once", lines)
	}
}

// TestMakeRoom: the page is the first element of the body, and what others have
// put before it stays.
func TestMakeRoom(t *testing.T) {
	page, other := object{"name": "page"}, object{"name": "other"}
	for name, body := range map[string]object{
		"the page alone": {"querySelector": function(func(...any) any { return page }), "firstElementChild": page},
		"one in front":   {"querySelector": function(func(...any) any { return page }), "firstElementChild": other},
		"no page":        {"querySelector": function(func(...any) any { return nil }), "firstElementChild": other},
	} {
		var put []string
		body["prepend"] = function(func(args ...any) any {
			put = append(put, Of(args[0].(Value).v).Get("name").Text())
			return nil
		})
		in(t, object{"document": object{"body": body, "createElement": function(func(...any) any { return object{"name": "new"} })}})
		MakeRoom()
		want := map[string][]string{"one in front": {"page"}, "no page": {"new"}}[name]
		if !slices.Equal(put, want) {
			t.Errorf("%s: %v is put in front, want %v", name, put, want)
		}
	}
}
