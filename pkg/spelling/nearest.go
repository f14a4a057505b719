// Package spelling guesses which name a misspelt word was meant to be.
package spelling

import "strings"

// longest is how many bytes of a word are compared. No name is longer, and the
// time grows with the length.
const longest = 64

// Nearest returns the name with the fewest letters to change, add or remove
// (the Levenshtein distance), whatever their case; of several it returns the
// first. It returns "" when there are no names.
func Nearest(word string, names []string) string {
	best, _ := nearest(word, names)
	return best
}

// Near is [Nearest] where the two are so alike that one can be meant for the other:
// two letters in five, and two at most, may differ, or two neighbours have changed
// places. It returns "" where none is.
func Near(word string, names []string) string {
	for _, name := range names {
		if exchanged(strings.ToLower(word), strings.ToLower(name)) {
			return name
		}
	}
	name, changes := nearest(word, names)
	if changes > 2 || 5*changes > 2*max(len(word), len(name)) {
		return ""
	}
	return name
}

// nearest returns the name with the fewest changes, and how many they are.
func nearest(word string, names []string) (best string, fewest int) {
	word = strings.ToLower(word)
	if len(word) > longest {
		word = word[:longest]
	}
	for i, name := range names {
		if d := distance(word, strings.ToLower(name)); i == 0 || d < fewest {
			best, fewest = name, d
		}
	}
	return best, fewest
}

// distance is the Levenshtein distance of two texts, in bytes.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := diagonal
			if a[i] != b[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}

// exchanged reports whether two neighbours are all that two words differ in.
func exchanged(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range len(a) - 1 {
		if a[i] != b[i] {
			return a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
		}
	}
	return false
}
