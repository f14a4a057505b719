package program

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"firstneuron/pkg/experiment"
)

// kerasCase is a program as people have it, with what Keras made of it: what it printed
// without its bars, and the weights that its first training began with.
type kerasCase struct {
	Name, Program, Printed, Error string
	Start                         []float32
}

// TestProgramsOfTheWorldAreRunAsByKeras: each is read, trained by package nn from the
// weights that Keras began with, and prints what it printed in Keras.
func TestProgramsOfTheWorldAreRunAsByKeras(t *testing.T) {
	cases := readFixture[kerasCase](t, "cases.json")
	if len(cases) < 50 {
		t.Fatalf("%d programs", len(cases))
	}
	for _, want := range cases {
		t.Run(want.Name, func(t *testing.T) {
			if want.Error != "" {
				t.Fatalf("Keras itself ends with %s", want.Error)
			}
			reading := Read(want.Program, experiment.Default())
			if !reading.OK() {
				t.Fatalf("it has %v\n%s", reading.Problems, want.Program)
			}
			got := printedBy(t, reading, want.Start)
			if difference := compared(got, want.Printed); difference != "" {
				t.Errorf("%s; it prints\n%s\nin Keras\n%s\nproblems %v", difference, got, want.Printed, reading.Problems)
			}
		})
	}
}

var numbers = regexp.MustCompile(`-?\d+\.?\d*(e[-+]?\d+)?`)

// padding stands beside the numbers of an array.
var padding = strings.NewReplacer(" ]", "]", "[ ", "[", " ,", ",")

// compared says where two texts differ: their words are the same, and their numbers to
// what float32 keeps of sums in another order.
func compared(got, want string) string {
	words := func(text string) string {
		text = strings.Join(strings.Fields(numbers.ReplaceAllString(text, "#")), " ")
		return padding.Replace(text) // which is as wide as the digits make it
	}
	if words(got) != words(want) {
		return "the words differ"
	}
	ours, theirs := numbers.FindAllString(got, -1), numbers.FindAllString(want, -1)
	for i := range ours {
		a, _ := strconv.ParseFloat(ours[i], 64)
		b, _ := strconv.ParseFloat(theirs[i], 64)
		if math.Abs(a-b) > 2e-3*math.Max(1, math.Abs(b)) {
			return "number " + strconv.Itoa(i) + " is " + ours[i] + ", want " + theirs[i]
		}
	}
	return ""
}
