package paste

import (
	"strings"
	"unicode/utf8"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/python"
)

// reader reads a Python text from left to right, in the tokens of package
// python. It evaluates nothing: it knows assignments, lists, and the calls that
// make an array of a list.
//
// Package python's parser reads programs; this reads data, also where they are
// no Python: (1, 2) (3, 4), a word processor's minus, a cell that is empty. It
// can say which number is wrong, where the parser stops at the line.
type reader struct {
	text    string
	scanner *python.Scanner
	tokens  []python.Token // those scanned so far
	next    int            // the place among them
}

func newReader(text string, tick func()) *reader {
	return &reader{text: text, scanner: python.NewScanner(text, tick)}
}

// statement reads the next list, with the name it is assigned to; found is
// false at the end. Imports bring no data and are skipped.
func (r *reader) statement() (l list, found bool, p *experiment.Problem) {
	r.skipBetween()
	if r.ended() {
		return list{}, false, nil
	}
	start, at := r.next, r.peek().Start
	name := r.name()
	if name == "" || !r.take("=") {
		r.next, name = start, ""
	}
	if l, p = r.value(); p != nil {
		return list{}, false, p
	}
	l.name, l.at = name, at
	if !r.ended() && !r.atList() && !r.atNewline() && !r.at(",") {
		return list{}, false, r.unexpected(", [ (")
	}
	return l, true, nil
}

// value reads a list, alone or in a call such as np.array(…, dtype=float).
func (r *reader) value() (l list, p *experiment.Problem) {
	start := r.next
	if r.atList() {
		l, p = r.list()
	} else {
		if !makesArray(r.name()) || !r.take("(") {
			r.next = start
			return list{}, r.notAList()
		}
		if !r.atList() {
			return list{}, r.notAList()
		}
		if l, p = r.list(); p == nil {
			p = r.options()
		}
	}
	for p == nil && r.take(".") {
		p = r.reshape()
	}
	return l, p
}

// makesArray reports whether a function makes an array of the list it is given.
func makesArray(function string) bool {
	switch function[strings.LastIndexByte(function, '.')+1:] {
	case "array", "asarray", "constant", "tensor", "Series", "list", "tuple":
		return true
	}
	return false
}

// options skips the rest of a call: ", dtype=float)".
func (r *reader) options() *experiment.Problem {
	for {
		if r.take(")") {
			return nil
		}
		if !r.take(",") {
			return r.unexpected(")")
		}
		r.skipTo(",", ")")
	}
}

// reshape skips a method that changes the array's shape or type and no value.
func (r *reader) reshape() *experiment.Problem {
	start := r.next
	switch r.name() {
	case "reshape", "astype", "flatten":
		if r.take("(") {
			r.skipTo(")")
			if r.take(")") {
				return nil
			}
		}
	}
	r.next = start
	return r.unexpected(".reshape(-1, 1)")
}

// list reads [1, 2, 3] or [[1, 2], [3, 4]], in brackets or parentheses.
func (r *reader) list() (list, *experiment.Problem) {
	l := list{round: r.at("(")}
	p := r.items(func() *experiment.Problem {
		if !r.atList() {
			if l.rows != nil {
				return r.unexpected("[")
			}
			return r.number(&l.numbers)
		}
		if l.numbers != nil {
			return r.unexpected("1.0")
		}
		var row []float64
		p := r.items(func() *experiment.Problem { return r.number(&row) })
		l.rows = append(l.rows, row)
		return p
	})
	return l, p
}

// items reads the items of a list between its brackets.
func (r *reader) items(item func() *experiment.Problem) *experiment.Problem {
	end := "]"
	if r.take("(") {
		end = ")"
	} else {
		r.take("[")
	}
	for {
		if r.take(end) {
			return nil
		}
		if p := item(); p != nil {
			return p
		}
		if !r.take(",") && !r.at(end) {
			return r.unexpected(", " + end)
		}
	}
}

// number reads one item of a list.
func (r *reader) number(numbers *[]float64) *experiment.Problem {
	start := r.peek().Start
	end := r.skipTo(",", "[", "]", "(", ")", "{", "}")
	v, p := experiment.ParsePoint(r.text[start:max(start, end)])
	if p != nil {
		return p.At(r.place(start))
	}
	*numbers = append(*numbers, v)
	return nil
}

// unexpected reports the text from here to the end of the line.
func (r *reader) unexpected(expected string) *experiment.Problem {
	return experiment.NewProblem("unexpected_text", "text", r.rest("\n"), "expected", expected).At(r.place(r.peek().Start))
}

// notAList reports what is where a list should be.
func (r *reader) notAList() *experiment.Problem {
	return experiment.NewProblem("not_a_list", "text", r.rest("\n#")).At(r.place(r.peek().Start))
}

// rest is the text from here to any of the characters, for a message.
func (r *reader) rest(until string) string {
	text := r.text[r.peek().Start:]
	if end := strings.IndexAny(text, until); end >= 0 {
		text = text[:end]
	}
	return experiment.Quote(experiment.Trim(text))
}

// place returns the line and the column, in characters, of an offset.
func (r *reader) place(offset int) (line, column int) {
	before := r.text[:offset]
	start := strings.LastIndexByte(before, '\n') + 1
	return strings.Count(before, "\n") + 1, utf8.RuneCountInString(before[start:]) + 1
}

// skipBetween skips what may be between two statements.
func (r *reader) skipBetween() {
	for {
		switch {
		case r.at("import") || r.at("from"):
			r.next++
			r.skipTo()
		case r.atNewline() || r.at(","):
			r.next++
		default:
			return
		}
	}
}

// name takes a name such as xs or np.array; "" when there is none.
func (r *reader) name() string {
	if r.peek().Kind != python.NameToken {
		return ""
	}
	first := r.peek()
	end := first.End
	for r.next++; (r.peek().Kind == python.NameToken || r.at(".")) && r.peek().Start == end; r.next++ {
		end = r.peek().End
	}
	return r.text[first.Start:end]
}

// skipTo skips the tokens of the line up to one of the operators, and returns
// where the last of them ends.
func (r *reader) skipTo(operators ...string) (end int) {
	for first := true; !r.ended() && !r.atNewline(); first = false {
		t := r.peek()
		for _, operator := range operators {
			if r.at(operator) {
				return end
			}
		}
		if !first && strings.Contains(r.text[end:t.Start], "\n") {
			return end
		}
		end = t.End
		r.next++
	}
	return end
}

func (r *reader) atList() bool { return r.at("[") || r.at("(") }

func (r *reader) atNewline() bool { return r.peek().Kind == python.NewlineToken }

func (r *reader) ended() bool { return r.peek().Kind == python.EndToken }

// at reports whether the next token is an operator or a name of this text.
func (r *reader) at(text string) bool {
	t := r.peek()
	return (t.Kind == python.OperatorToken || t.Kind == python.NameToken) && r.text[t.Start:t.End] == text
}

// take skips the next token if it is this text.
func (r *reader) take(text string) bool {
	if !r.at(text) {
		return false
	}
	r.next++
	return true
}

// peek returns the next token.
func (r *reader) peek() python.Token {
	for r.next >= len(r.tokens) {
		if t := r.scanner.Scan(); t.Kind != python.IndentToken {
			r.tokens = append(r.tokens, t)
		}
	}
	return r.tokens[r.next]
}
