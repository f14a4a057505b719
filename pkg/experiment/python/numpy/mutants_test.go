package numpy_test

import (
	"encoding/json"
	"errors"
	"math/rand/v2"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"firstneuron/pkg/experiment/python/eval"
)

var pieces = regexp.MustCompile(`[A-Za-z_][A-Za-z_0-9.]*|-?[0-9.]+|'[^']*'|[^\sA-Za-z0-9]`)

func sign(piece string) bool {
	return len(piece) == 1 && strings.Contains("+-*/%=<>&|^~!.,:;()[]{}@", piece)
}

// TestMutants: no program made of pieces of others makes a panic, and each ends with
// what it prints, an exception of Python's or a limit.
func TestMutants(t *testing.T) {
	text, err := os.ReadFile("testdata/expressions.json")
	if err != nil {
		t.Fatal(err)
	}
	var fixture struct {
		Rows []struct{ Setup, Line string }
	}
	if err := json.Unmarshal(text, &fixture); err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, row := range fixture.Rows {
		all = append(all, pieces.FindAllString(row.Line, -1)...)
	}
	all = append(all, "None", "True", "-1", "0", "10**9", "float('nan')", "float('inf')", "[]", "[[]]", "()", "{}", "'a'", "''", "...", ":", "1e308", "2**62", "np.zeros(0)", "np.zeros((0, 3))")
	r := rand.New(rand.NewPCG(1, 2))
	n := 6000
	if testing.Short() {
		n = 500
	}
	ran := 0
	for range n {
		row := fixture.Rows[r.IntN(len(fixture.Rows))]
		at := pieces.FindAllStringIndex(row.Line, -1)
		line := row.Line
		for range 1 + r.IntN(2) {
			// A word takes a word's place, a sign that of a sign; the last comes first,
			// so that the places before it stay.
			p, other := at[r.IntN(len(at))], all[r.IntN(len(all))]
			if p[1] <= len(line) && sign(line[p[0]:p[1]]) == sign(other) {
				line = line[:p[0]] + other + line[p[1]:]
				at = at[:max(1, slices.IndexFunc(at, func(q []int) bool { return q[0] >= p[0] }))]
			}
		}
		program := row.Setup + strings.ReplaceAll(line, "; ", "\n") + "\n"
		_, result, err := run(program)
		if result.Globals == nil {
			continue // no Python
		}
		ran++
		var raised *eval.Exception
		var limit *eval.Limit
		if err != nil && !errors.As(err, &raised) && !errors.As(err, &limit) {
			t.Errorf("%s ends with %T: %v", line, err, err)
		}
	}
	if ran < n/4 {
		t.Errorf("only %d of %d mutants are Python", ran, n)
	}
}
