package experiment

import (
	"cmp"
	"strings"
)

// Names are what the columns of the points are called, with their units, in
// their author's words: "°C" and "°F". An empty one is the column's letter.
type Names struct {
	X [MaxInputs]string
	Y string
}

// MaxName is how many characters a name may have: it stands beside an axis.
const MaxName = 40

// OfX is the name of the only input as it is shown.
func (n Names) OfX() string { return cmp.Or(n.X[0], "x") }

// OfY is the name of y as it is shown.
func (n Names) OfY() string { return cmp.Or(n.Y, "y") }

// ColumnNames returns the names of the columns of a table of the points as they are
// shown: those of the inputs, then that of y.
func (e Experiment) ColumnNames() []string {
	names := inputNames(e.Inputs)
	for i := range names {
		names[i] = cmp.Or(e.Names.X[i], names[i])
	}
	return append(names, e.Names.OfY())
}

// ShortName is a text as a name: on one line, and as long as a name may be.
func ShortName(text string) string {
	letters := []rune(strings.Join(strings.Fields(plainText(text)), " "))
	if len(letters) > MaxName {
		letters = append(letters[:MaxName-1], '…')
	}
	return string(letters)
}

// nameProperties are the rows of the names.
func nameProperties() []property {
	return []property{
		words("xname", "hours", "what x is, or x1 of two inputs, at its axis and column", MaxName, func(e *Experiment) *string { return &e.Names.X[0] }),
		words("x2name", "metres", "what x2 is", MaxName, func(e *Experiment) *string { return &e.Names.X[1] }),
		words("yname", "points", "what y is, at its axis and column", MaxName, func(e *Experiment) *string { return &e.Names.Y }),
	}
}
