package paste

import (
	"strings"

	"firstneuron/pkg/experiment"
)

// A doubt is a text that means one thing or another: texts are written so that each means
// but one.
type doubt struct {
	kind  string // of the question
	texts [2]string
	// text is what is doubtful in it, readings what it gives the one way and the other.
	text     string
	readings [2]string
	// sure is set where the second is meant.
	sure bool
}

// code are pieces of text that only programs have, in which a comma is no decimal one.
var code = []string{"np.", "numpy", "import ", "array(", "range(", "c(", "def ", "tf.", "torch."}

// commasOf finds commas of which some stand between digits and others before a space,
// x = [1,5, 2,5]: either all stand between numbers, or those between digits are decimal
// ones. They are for sure where decimals begin with 0, as no whole number does.
func commasOf(text string) (found doubt, ok bool) {
	if len(text) > experiment.MaxPaste || !strings.Contains(text, ", ") || containsOne(text, `"`, "'", "\t") || containsOne(text, code...) {
		return found, false
	}
	found.kind = DecimalQuestion
	apart, decimal := []byte(text), []byte(text)
	start, depth := 0, 0
	for i := 0; i <= len(text); i++ {
		if i < len(text) && strings.IndexByte("[](){}\n=:;|", text[i]) < 0 {
			continue
		}
		inner, fits := found.mark(text[start:i], apart[start:i], decimal[start:i], depth > 0)
		if !fits {
			return doubt{}, false
		}
		if inner && found.text == "" {
			found.text = experiment.Quote(strings.TrimSpace(text[start:i]))
			found.readings = [2]string{strings.TrimSpace(spread(apart[start:i])), strings.TrimSpace(string(decimal[start:i]))}
		}
		if start = i + 1; i < len(text) {
			switch text[i] {
			case '[', '(', '{':
				depth++
			case ']', ')', '}':
				depth--
			}
		}
	}
	found.texts = [2]string{spread(apart), string(decimal)}
	return found, found.text != ""
}

// mark marks the commas between digits in a part of a text without brackets: by a zero
// byte where they stand between numbers, and by a point. fits is false for a part in which
// they cannot be decimal ones. In a list each number has one, or a space was forgotten.
func (d *doubt) mark(part string, apart, decimal []byte, list bool) (inner, fits bool) {
	items := strings.Split(part, ", ")
	if len(items) < 2 || list && strings.Count(part, ",") != 2*len(items)-1 {
		return false, true
	}
	at := 0
	for _, item := range items {
		whole, decimals, found := strings.Cut(item, ",")
		switch {
		case !found || strings.Trim(decimals, " ") == "":
		case whole == "" || !isDigit(whole[len(whole)-1]) || !isDigit(decimals[0]):
			return false, false
		default:
			n := digitsAtStart(decimals)
			if strings.Contains(decimals, ",") || strings.Contains(whole, ".") || n == 3 || n < len(decimals) && decimals[n] == '.' {
				return false, false
			}
			d.sure = d.sure || n > 1 && decimals[0] == '0'
			apart[at+len(whole)], decimal[at+len(whole)] = 0, '.'
			inner = true
		}
		at += len(item) + len(", ")
	}
	return inner, true
}

func spread(marked []byte) string { return strings.ReplaceAll(string(marked), "\x00", ", ") }

// settle is the one of the two tables that can be read, or the question which one is meant
// where both can.
func (d doubt) settle(read func(text string) (Table, *experiment.Problem)) (Table, *experiment.Problem) {
	second, p := read(d.texts[1])
	if d.sure {
		return second, p
	}
	first, q := read(d.texts[0])
	switch {
	case p != nil || !second.reads():
		return first, q
	case q != nil || !first.reads():
		return second, nil
	}
	asks := first
	asks.Question = &Question{Kind: d.kind, Text: d.text, Readings: d.readings}
	if len(first.Columns) > 0 {
		asks.Question.Column = first.Columns[0].Name
	}
	asks.readings = &[2]Table{first, second}
	return asks, nil
}

// reads reports whether a table gives points, or asks first.
func (t Table) reads() bool {
	if t.Question != nil {
		return true
	}
	_, _, p := t.Points(t.X, t.X2, t.Y)
	return p == nil
}
