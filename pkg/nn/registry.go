package nn

import (
	"fmt"
	"sort"
	"strings"
)

// A registry holds the things of one kind by their Keras names. Each thing adds
// itself where it is declared, so that a new one touches one file.
type registry[T any] struct {
	byName map[string]T
}

// add makes a thing known by its names and returns it. Copied into each of its
// hundred callers it would be 8 kB more for the page to load.
//
//go:noinline
func (r *registry[T]) add(thing T, names ...string) T {
	if r.byName == nil {
		r.byName = make(map[string]T)
	}
	for _, name := range names {
		if _, taken := r.byName[name]; taken {
			panic("nn: two things are named " + name)
		}
		r.byName[name] = thing
	}
	return thing
}

// find returns the thing of a name.
func (r *registry[T]) find(kind, name string) (T, error) {
	thing, ok := r.byName[name]
	if !ok {
		return thing, fmt.Errorf("nn: there is no %s %q; did you mean %q? Known are %s",
			kind, name, nearest(name, r.names()), strings.Join(r.names(), ", "))
	}
	return thing, nil
}

// names returns every name in alphabetical order.
func (r *registry[T]) names() []string {
	names := make([]string, 0, len(r.byName))
	for name := range r.byName {
		names = append(names, name)
	}
	sort.Strings(names)
	return names
}

// nearest returns the name with the fewest letters to change (Levenshtein).
func nearest(text string, names []string) string {
	text = strings.ToLower(text)
	if len(text) > 64 {
		text = text[:64]
	}
	best, fewest := "", 1<<30
	for _, name := range names {
		row := make([]int, len(name)+1)
		for j := range row {
			row[j] = j
		}
		for i := range len(text) {
			diagonal := row[0]
			row[0] = i + 1
			for j := range len(name) {
				change := diagonal
				if text[i] != name[j] {
					change++
				}
				diagonal = row[j+1]
				row[j+1] = min(change, row[j]+1, row[j+1]+1)
			}
		}
		if row[len(name)] < fewest {
			best, fewest = name, row[len(name)]
		}
	}
	return best
}
