package paste

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/program"
)

func checkProblem(t *testing.T, p *experiment.Problem) {
	t.Helper()
	want, known := experiment.Codes()[p.Code]
	if got := slices.Sorted(maps.Keys(p.Args)); !known || !slices.Equal(got, slices.Sorted(slices.Values(want))) {
		t.Errorf("%s has arguments %q, want %q", p.Code, got, want)
	}
	if text := p.Error(); !utf8.ValidString(text) || utf8.RuneCountInString(text) > 500 {
		t.Errorf("%s: message %q is not valid or too long", p.Code, text)
	}
}

// TestAnyTokens reads what is made of the pieces that the forms are made of.
func TestAnyTokens(t *testing.T) {
	piece := rapid.SampledFrom(strings.Split("[ ] ( ) { } , ; : = <- → ' \" \n \t | 1 -2 3.5 1,234 1.234 5% 1.2k $4 6\u00a0km nan x y xs ys A X: Y: y= np.array( c( np.float64( data.frame( .T .reshape( "+
		"# % // /* .. ... <td> <tr> <th> <table </td> & \\\\ \\begin{ \\hline [1] > >>> ``` ## import null \"x\": 'y': x=1 2024-01-05 Name 2019 2020 , ", " "))
	rapid.Check(t, func(rt *rapid.T) {
		text := strings.Join(rapid.SliceOfN(piece, 0, 30).Draw(rt, "pieces"), rapid.SampledFrom([]string{"", " ", "\n"}).Draw(rt, "between"))
		table, p := Read(text, program.Direct{})
		checkTable(t, text, table, p, 6)
		if t.Failed() {
			rt.FailNow()
		}
	})
}

// FuzzRead reads any text, and answers what is asked each way.
func FuzzRead(f *testing.F) {
	for _, text := range goodPastes {
		f.Add(text)
	}
	for _, test := range badPastes {
		f.Add(test.text)
	}
	for _, paste := range pastes {
		f.Add(paste.text)
	}
	f.Add("X: 1, 2\nY:\x042, 1") // a name that no number follows
	f.Add("np.array([1], x=1 ])")
	f.Add("{0}{\"0\":0} ")
	f.Add("[[1, 2], []]")
	f.Add("[[], [1, 2]]")
	f.Add("[[1, 2], [], []]")
	f.Fuzz(func(t *testing.T, text string) {
		table, p := Read(text, program.Direct{})
		checkTable(t, text, table, p, 6)
	})
}

// checkTable fails unless a table has valid points, or says why not, whatever is
// answered and chosen.
func checkTable(t *testing.T, text string, table Table, p *experiment.Problem, depth int) {
	t.Helper()
	if p != nil {
		checkProblem(t, p)
		return
	}
	for _, note := range table.Notes {
		checkProblem(t, note)
	}
	if table.Question != nil {
		if depth == 0 {
			t.Errorf("%q asks and asks: %+v", text, table.Question)
			return
		}
		for answer := range 2 {
			next, p := table.Answered(answer)
			checkTable(t, text, next, p, depth-1)
		}
		return
	}
	for _, x := range table.Choices() {
		points, left, p := table.Points(x, -1, table.Y)
		if p != nil {
			checkProblem(t, p)
			continue
		}
		if p := experiment.CheckPoints(points); p != nil || len(points)+left != table.Rows {
			t.Errorf("Read(%q) = %v, which is not valid: %v; %d are left of %d", text, points, p, left, table.Rows)
		}
	}
	if table.Settled() {
		if points, left, p := table.Points(table.X, table.X2, table.Y); p != nil || left > 0 || len(points) < experiment.MinPoints {
			t.Errorf("Read(%q) is settled with %d points, %d left, %v", text, len(points), left, p)
		}
	}
}
