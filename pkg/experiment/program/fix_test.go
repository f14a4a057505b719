package program

import (
	"strings"
	"testing"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/script"
)

func TestSyntaxIsMendedWhereItIsWrong(t *testing.T) {
	for _, test := range [][2]string{
		{"x = 'abc\n", "x = 'abc'\n"},
		{"print(\"done)\ny = 1\n", "print(\"done\")\ny = 1\n"},
		{"f([\"sgd], \n", "f([\"sgd\"], \n"},
		{"x = '\n", "x = ''\n"},
		{"# it’s “fine”\nprint('It’s – so', “a’ – b”, 3 − 2)\n", "# it’s “fine”\nprint('It’s – so', \"a’ – b\", 3 - 2)\n"},
		{"x = ‘sgd’\n", "x = 'sgd'\n"},
		{"x = “sgd\"\n", "x = \"sgd\"\n"},
		{"f（1，2）\n", "f(1,2)\n"},
	} {
		reading := Read(test[0], experiment.Default())
		if got := script.Apply(test[0], reading.Problems[0].Fix); got != test[1] {
			t.Errorf("%q is mended to %q, want %q", test[0], got, test[1])
		}
	}
	// Each of many quotes that never end is looked for once only.
	Read(strings.Repeat("“", 80000), experiment.Default())
	Read(strings.Repeat("−'", 60000), experiment.Default())
}
