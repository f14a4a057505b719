package experiment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// python reads a Python text from left to right. It evaluates nothing: it knows
// assignments, lists, and the calls that make an array of a list.
//
// Package python reads programs; this reads data, also where it is no Python:
// (1, 2) (3, 4), a word processor's minus, a cell that is empty. It can say
// which number is wrong, where a program's reader stops at the line.
type python struct {
	text string
	next int
}

// statement reads the next list, with the name it is assigned to; found is
// false at the end. Imports bring no data and are skipped.
func (s *python) statement() (l list, found bool, p *Problem) {
	s.skipBetween()
	if s.ended() {
		return list{}, false, nil
	}
	start := s.next
	name := s.name()
	s.skipBlank()
	if name != "" && s.take('=') {
		s.skipBlank()
	} else {
		s.next, name = start, ""
	}
	if l, p = s.value(); p != nil {
		return list{}, false, p
	}
	l.name, l.at = name, start
	s.skipBlank()
	if !s.ended() && !s.atList() && !strings.ContainsRune("\n;,#", s.peek()) {
		return list{}, false, s.unexpected(", [ (")
	}
	return l, true, nil
}

// value reads a list, alone or in a call such as np.array(…, dtype=float).
func (s *python) value() (l list, p *Problem) {
	start := s.next
	if s.atList() {
		l, p = s.list()
	} else {
		if !makesArray(s.name()) || !s.take('(') {
			s.next = start
			return list{}, s.notAList()
		}
		if s.skipSpace(); !s.atList() {
			return list{}, s.notAList()
		}
		if l, p = s.list(); p == nil {
			p = s.options()
		}
	}
	for p == nil && s.take('.') {
		p = s.reshape()
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
func (s *python) options() *Problem {
	for {
		s.skipSpace()
		if s.take(')') {
			return nil
		}
		if !s.take(',') {
			return s.unexpected(")")
		}
		s.skipSpace()
		s.untilAny(",)\n#")
	}
}

// reshape skips a method that changes the array's shape or type and no value.
func (s *python) reshape() *Problem {
	start := s.next
	switch s.name() {
	case "reshape", "astype", "flatten":
		if s.take('(') {
			s.untilAny(")\n")
			if s.take(')') {
				return nil
			}
		}
	}
	s.next = start
	return s.unexpected(".reshape(-1, 1)")
}

// list reads [1, 2, 3] or [[1, 2], [3, 4]], in brackets or parentheses.
func (s *python) list() (list, *Problem) {
	l := list{round: s.peek() == '('}
	p := s.items(func() *Problem {
		if !s.atList() {
			if l.rows != nil {
				return s.unexpected("[")
			}
			return s.number(&l.numbers)
		}
		if l.numbers != nil {
			return s.unexpected("1.0")
		}
		var row []float64
		p := s.items(func() *Problem { return s.number(&row) })
		l.rows = append(l.rows, row)
		return p
	})
	return l, p
}

// items reads the items of a list between its brackets.
func (s *python) items(item func() *Problem) *Problem {
	end := ']'
	if s.take('(') {
		end = ')'
	} else {
		s.take('[')
	}
	for {
		s.skipSpace()
		if s.take(end) {
			return nil
		}
		if p := item(); p != nil {
			return p
		}
		s.skipSpace()
		if !s.take(',') && s.peek() != end {
			return s.unexpected(", " + string(end))
		}
	}
}

// number reads one item of a list.
func (s *python) number(numbers *[]float64) *Problem {
	start := s.next
	v, p := parsePoint(s.untilAny(",[](){}\n#"))
	if p != nil {
		return p.at(s.place(start))
	}
	*numbers = append(*numbers, v)
	return nil
}

// unexpected reports the text from here to the end of the line.
func (s *python) unexpected(expected string) *Problem {
	at := s.next
	return problem("unexpected_text", "text", quote(trim(s.untilAny("\n"))), "expected", expected).at(s.place(at))
}

// notAList reports what stands where a list should.
func (s *python) notAList() *Problem {
	at := s.next
	return problem("not_a_list", "text", quote(trim(s.untilAny("\n#")))).at(s.place(at))
}

// place returns the line and the column, in characters, of an offset.
func (s *python) place(offset int) (line, column int) {
	before := s.text[:offset]
	start := strings.LastIndexByte(before, '\n') + 1
	return strings.Count(before, "\n") + 1, utf8.RuneCountInString(before[start:]) + 1
}

// skipBetween skips what may stand between two statements.
func (s *python) skipBetween() {
	for {
		s.skipSpace()
		start := s.next
		switch s.name() {
		case "import", "from":
			s.untilAny("\n")
			continue
		}
		s.next = start
		if !s.take(';') && !s.take(',') {
			return
		}
	}
}

// skipSpace skips spaces, line ends, and comments.
func (s *python) skipSpace() {
	for {
		s.skipBlank()
		switch s.peek() {
		case '#':
			s.untilAny("\n")
		case '\n':
			s.next++
		default:
			return
		}
	}
}

// skipBlank skips spaces within the line, which a backslash at its end
// continues.
func (s *python) skipBlank() {
	for {
		s.skip(func(r rune) bool { return r != '\n' && unicode.IsSpace(r) })
		if !strings.HasPrefix(s.text[s.next:], "\\\n") {
			return
		}
		s.next += 2
	}
}

// name takes a name such as xs or np.array; "" when there is none.
func (s *python) name() string {
	start := s.next
	if unicode.IsLetter(s.peek()) || s.peek() == '_' {
		s.skip(func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_' || r == '.' })
	}
	return s.text[start:s.next]
}

func (s *python) atList() bool { return s.peek() == '[' || s.peek() == '(' }

func (s *python) ended() bool { return s.next >= len(s.text) }

// peek returns the next character, 0 at the end.
func (s *python) peek() rune {
	if s.ended() {
		return 0
	}
	r, _ := utf8.DecodeRuneInString(s.text[s.next:])
	return r
}

// take skips the next character if it is c.
func (s *python) take(c rune) bool {
	if s.ended() || s.peek() != c {
		return false
	}
	s.next += utf8.RuneLen(c)
	return true
}

func (s *python) skip(while func(rune) bool) {
	rest := strings.TrimLeftFunc(s.text[s.next:], while)
	s.next = len(s.text) - len(rest)
}

// untilAny takes the text before any of the characters.
func (s *python) untilAny(chars string) string {
	start := s.next
	if n := strings.IndexAny(s.text[start:], chars); n >= 0 {
		s.next += n
	} else {
		s.next = len(s.text)
	}
	return s.text[start:s.next]
}
