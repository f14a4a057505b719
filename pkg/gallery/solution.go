package gallery

import "strings"

// Move is a line of the notes that say how an activity is solved: a verb and what it is
// about.
type Move struct{ Verb, What string }

// Solution reads the moves of an activity from its notes: the lines of their code block.
func Solution(notes string) []Move {
	_, block, _ := strings.Cut(notes, "```\n")
	block, _, _ = strings.Cut(block, "```")
	var moves []Move
	for line := range strings.Lines(block) {
		verb, what, _ := strings.Cut(strings.TrimSpace(line), " ")
		if verb != "" {
			moves = append(moves, Move{verb, what})
		}
	}
	return moves
}
