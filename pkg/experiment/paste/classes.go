package paste

import (
	"slices"

	"firstneuron/pkg/experiment"
)

// leastOfClass is how often a word is there, on average, that names a class: names of
// people and places are not.
const leastOfClass = 2

// findClasses finds the classes that the words of a column are: a few words, again and
// again. They are numbered from 0 in alphabetical order, as scikit-learn's LabelEncoder
// and pandas' categories do.
func (c *Column) findClasses() {
	var words []string
	count := 0
	for i := range c.cells {
		if c.fates[i] == isMissing {
			continue
		}
		count++
		if word := c.Cell(i); !slices.Contains(words, word) {
			if words = append(words, word); len(words) > experiment.MaxClasses {
				return
			}
		}
	}
	if len(words) < 2 || count < leastOfClass*len(words) {
		return
	}
	slices.Sort(words)
	c.Classes, c.bad = words, -1
	c.values = make([]float64, len(c.cells))
	for i := range c.cells {
		if c.fates[i] != isMissing {
			c.values[i], c.fates[i] = float64(slices.Index(words, c.Cell(i))), isNumber
		}
	}
}

// Labels are the columns that can be y: those of numbers, and those of classes.
func (t Table) Labels() []int {
	labels := t.Choices()
	for i, c := range t.Columns {
		if c.Classes != nil && c.Kind == Words {
			labels = append(labels, i)
		}
	}
	slices.Sort(labels)
	return labels
}

// classified proposes two columns of numbers and one of classes as x1, x2 and y, unless
// one of the numbers is called y. The learner sees it, and chooses. It reports whether
// they are there.
func (t *Table) classified(choices []int) bool {
	classes := -1
	for i, c := range t.Columns {
		if c.Classes != nil {
			if classes >= 0 {
				return false
			}
			classes = i
		}
	}
	choices = slices.DeleteFunc(slices.Clone(choices), func(i int) bool { return i == classes })
	if classes < 0 || len(choices) != 2 || slices.ContainsFunc(choices, func(i int) bool { return axisOf(t.Columns[i].Name) == "y" }) {
		return false
	}
	t.X, t.X2, t.Y = choices[0], choices[1], classes
	return true
}
