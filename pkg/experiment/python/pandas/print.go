package pandas

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/python/numpy/array"
)

const (
	// mostRows is up to how many rows a table is printed whole, fewRows how many of a
	// longer one are.
	mostRows, fewRows = 60, 10
	// digits stand behind the point of a float.
	digits = 6
	// lineWidth is that of a line.
	lineWidth = 80
)

// cells are the values of a column as pandas writes them, with a blank or the sign
// before each.
func (c column) cells(t *eval.Thread, rows []int64) ([]string, error) {
	texts := make([]string, len(rows))
	if c.numbers == nil {
		for i, at := range rows {
			text, err := t.Str(c.texts[at])
			if err != nil {
				return nil, err
			}
			texts[i] = " " + text
		}
		return texts, nil
	}
	if c.numbers.DType().Floating() {
		all := c.numbers.Floats()
		values := make([]float64, len(rows))
		for i, at := range rows {
			values[i] = all[at]
		}
		return floats(values), nil
	}
	all := c.numbers.Ints()
	for i, at := range rows {
		switch v := all[at]; {
		case c.numbers.DType() == array.Bool && v != 0:
			texts[i] = " True"
		case c.numbers.DType() == array.Bool:
			texts[i] = " False"
		default:
			texts[i] = signed(strconv.FormatInt(v, 10))
		}
	}
	return texts, nil
}

func signed(text string) string {
	if strings.HasPrefix(text, "-") {
		return text
	}
	return " " + text
}

// floats writes numbers with six digits behind the point, without the zeros that all
// of them end with; very small or long ones with exponents.
func floats(values []float64) []string {
	texts := make([]string, len(values))
	format := byte('f')
	for {
		longest, small, large := 0, false, false
		for i, v := range values {
			if math.IsNaN(v) {
				texts[i] = "NaN"
				continue
			}
			if math.IsInf(v, 0) {
				texts[i] = signed(array.FormatFloat(v, 64))
				continue
			}
			texts[i] = signed(strconv.FormatFloat(v, format, digits, 64))
			small = small || v != 0 && math.Abs(v) < 1e-6
			large = large || math.Abs(v) > 1e6
		}
		if format == 'e' {
			return texts
		}
		trim(texts)
		for _, text := range texts {
			longest = max(longest, len(text))
		}
		if !small && (!large || longest <= digits+6) {
			return texts
		}
		format = 'e'
	}
}

// trim takes the zeros off that all numbers end with, but for one behind the point.
func trim(texts []string) {
	for {
		for _, text := range texts {
			if number(text) && (!strings.HasSuffix(text, "0") || strings.HasSuffix(text, ".0")) {
				return
			}
		}
		cut := false
		for i, text := range texts {
			if number(text) {
				texts[i], cut = text[:len(text)-1], true
			}
		}
		if !cut {
			return
		}
	}
}

func number(text string) bool { return strings.Contains(text, ".") && !strings.Contains(text, "n") }

// shown are the places of the rows that are printed; cut is after how many of them
// dots stand, -1 for nowhere.
func shown(rows int) (places []int64, cut int) {
	if rows <= mostRows {
		return head(rows, rows), -1
	}
	return append(head(fewRows/2, rows), tail(fewRows/2, rows)...), fewRows / 2
}

func labelTexts(t *eval.Thread, all []eval.Value, rows []int64) ([]string, error) {
	texts := make([]string, len(rows))
	for i, at := range rows {
		text, err := t.Str(all[at])
		if err != nil {
			return nil, err
		}
		texts[i] = text
	}
	return texts, nil
}

// Repr writes the column as pandas does.
func (s *Series) Repr(t *eval.Thread) (string, error) {
	n := s.len()
	tailText := "dtype: " + s.dtype()
	if s.name != nil {
		name, err := t.Str(s.name)
		if err != nil {
			return "", err
		}
		if n > mostRows {
			tailText = "Length: " + itoa(n) + ", " + tailText
		}
		tailText = "Name: " + name + ", " + tailText
	} else if n > mostRows {
		tailText = "Length: " + itoa(n) + ", " + tailText
	}
	if n == 0 {
		return "Series([], " + tailText + ")", nil
	}
	rows, cut := shown(n)
	index, err := labelTexts(t, s.index, rows)
	if err != nil {
		return "", err
	}
	cells, err := s.cells(t, rows)
	if err != nil {
		return "", err
	}
	labels, values := widest(index), widest(cells)
	var b strings.Builder
	for i, cell := range cells {
		if i == cut {
			dots := ".."
			if width(cells[i-1]) > 3 {
				dots = "..."
			}
			left := (values - len(dots)) / 2
			if (values-len(dots))%2 == 1 && values%2 == 1 {
				left++
			}
			b.WriteString(strings.TrimRight(strings.Repeat(" ", labels+3+left)+dots, " ") + "\n")
		}
		b.WriteString(padRight(index[i], labels) + "   " + padLeft(cell, values) + "\n")
	}
	return b.String() + tailText, t.Spend(len(cells))
}

// Str is the same.
func (s *Series) Str(t *eval.Thread) (string, error) { return s.Repr(t) }

// Repr writes the table as pandas does.
func (f *Frame) Repr(t *eval.Thread) (string, error) {
	n := len(f.index)
	if n == 0 || len(f.columns) == 0 {
		names := &labels{f.names}
		columns, err := t.Str(&eval.List{Items: names.all})
		if err != nil {
			return "", err
		}
		return "Empty DataFrame\nColumns: " + strings.ReplaceAll(columns, "'", "") + "\nIndex: []", nil
	}
	rows, cut := shown(n)
	index, err := labelTexts(t, f.index, rows)
	if err != nil {
		return "", err
	}
	table := [][]string{strip("", index, "..", cut, padRight)}
	for j, c := range f.columns {
		cells, err := c.cells(t, rows)
		if err != nil {
			return "", err
		}
		name, err := t.Str(f.names[j])
		if err != nil {
			return "", err
		}
		if c.numbers != nil && c.numbers.DType() != array.Bool {
			name = " " + name
		}
		dots := ".."
		if max(widest(cells), width(name)) > 3 {
			dots = "..."
		}
		table = append(table, strip(name, cells, dots, cut, padLeft))
	}
	text, narrowed := beside(table)
	if cut >= 0 || narrowed {
		text += "\n\n[" + itoa(n) + " rows x " + itoa(len(f.columns)) + " columns]"
	}
	return text, t.Spend(len(rows) * len(f.columns))
}

// strip is a column of one width: its head, its cells, and dots where rows are cut.
func strip(head string, cells []string, dots string, cut int, pad func(text string, n int) string) []string {
	all := append([]string{head}, cells...)
	if cut >= 0 {
		all = append(all[:cut+1:cut+1], append([]string{dots}, all[cut+1:]...)...)
	}
	n := widest(all)
	for i, text := range all {
		all[i] = pad(text, n)
	}
	return all
}

// fitting is how many columns a line holds: while it is too long, the middle one is
// left out; at least two stay.
func fitting(table [][]string) int {
	var widths []int
	over := 1 - lineWidth - 1
	for _, c := range table {
		widths = append(widths, width(c[0]))
		over += width(c[0]) + 1
	}
	for over > 0 && len(widths) > 1 {
		middle := int(math.RoundToEven(float64(len(widths)) / 2))
		over -= widths[middle] + 1
		widths = slices.Delete(widths, middle, middle+1)
	}
	if len(widths) == len(table) {
		return len(table) - 1
	}
	return max(len(widths)-1, 2)
}

// beside writes columns beside each other; dots stand for the middle ones where a
// line does not hold all.
func beside(table [][]string) (text string, cut bool) {
	columns := len(table) - 1
	if fit := fitting(table); fit < columns {
		dots := make([]string, len(table[0]))
		for i := range dots {
			dots[i] = " ..."
		}
		half := fit / 2
		table = slices.Concat(table[:1+half], [][]string{dots}, table[len(table)-half:])
		cut = true
	}
	lines := slices.Clone(table[0])
	for _, c := range table[1:] {
		for j, text := range c {
			lines[j] += " " + text
		}
	}
	return strings.Join(lines, "\n"), cut
}

// Str is the same.
func (f *Frame) Str(t *eval.Thread) (string, error) { return f.Repr(t) }
