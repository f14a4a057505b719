package experiment

import (
	"math"
	"strconv"
	"strings"
	"unicode"
)

// ParseNumber reads a number that a learner typed into a field:
//
//	[sign] digits [ (point | comma) digits ] [ e [sign] digits ]
//
// with spaces around it, a leading or trailing point (.5, 5.), a decimal comma
// between digits, the minus signs and full-width digits that keyboards and
// word processors produce. It reads nothing else: no Inf, nan, hexadecimal or
// underscore. A comma before exactly three digits is reported, since 400,000
// is two numbers to two readers. The result is within ±[MaxAbs].
func ParseNumber(text string) (float64, *Problem) {
	s := plainCharacters(Trim(text))
	if s == "" {
		return 0, NewProblem("number_missing")
	}
	n, ok := scanNumber(s)
	if !ok {
		return 0, notANumber(Trim(text))
	}
	if n.Ambiguous() {
		return 0, n.Ambiguity(Trim(text))
	}
	return n.value(Trim(text))
}

// ParseInt reads a whole number from minimum to maximum that a learner typed.
// "1e3" and "20.0" are whole numbers too.
func ParseInt(text string, minimum, maximum int) (int, *Problem) {
	v, p := wholeNumber(text, ParseNumber, float64(minimum), float64(maximum))
	return int(v), p
}

// wholeNumber reads a whole number within limits.
func wholeNumber(text string, grammar grammar, minimum, maximum float64) (float64, *Problem) {
	if n, ok := ScanNumeral(Trim(text)); ok && n.pointOfThousands() {
		return 0, n.Ambiguity(Trim(text))
	}
	v, p := grammar(text)
	switch {
	case p != nil && p.Code != "out_of_range":
		return 0, p
	case p == nil && v != math.Trunc(v):
		return 0, NewProblem("not_whole", "text", Quote(Trim(text)), "min", FormatNumber(minimum), "max", FormatNumber(maximum))
	case p != nil || v < minimum || v > maximum:
		return 0, outOfRange(text, minimum, maximum)
	}
	return v, nil
}

// realNumber reads a number within limits.
func realNumber(text string, grammar grammar, minimum, maximum float64) (float64, *Problem) {
	v, p := grammar(text)
	switch {
	case p != nil && p.Code != "out_of_range":
		return 0, p
	case p != nil || v < minimum || v > maximum:
		return 0, outOfRange(text, minimum, maximum)
	}
	return v, nil
}

// ParseNumberIn reads a number that a learner types, from minimum to maximum.
func ParseNumberIn(text string, minimum, maximum float64) (float64, *Problem) {
	return realNumber(text, ParseNumber, minimum, maximum)
}

// OutOfRange is the problem of a number beyond ±[MaxAbs].
func OutOfRange(text string) *Problem { return outOfRange(text, -MaxAbs, MaxAbs) }

func outOfRange(text string, minimum, maximum float64) *Problem {
	return NewProblem("out_of_range", "text", Quote(Trim(text)), "min", FormatNumber(minimum), "max", FormatNumber(maximum))
}

// A grammar is a way to write one number.
type grammar func(text string) (float64, *Problem)

// parseStrict is the grammar of links and files: ASCII with a decimal point,
// because there the comma separates and readers of many countries meet.
func parseStrict(text string) (float64, *Problem) {
	s := Trim(text)
	if s == "" {
		return 0, NewProblem("number_missing")
	}
	plain := plainCharacters(s)
	n, ok := scanNumber(plain)
	switch {
	case !ok:
		return 0, NewProblem("not_a_number", "text", Quote(s))
	case n.mark == ',':
		return 0, NewProblem("decimal_comma", "text", Quote(s), "fixed", Quote(strings.Replace(plain, ",", ".", 1)))
	case plain != s && strings.ContainsFunc(s, isMinus):
		return 0, NewProblem("typographic_minus", "text", Quote(s), "fixed", Quote(plain))
	case plain != s:
		return 0, NewProblem("not_a_number", "text", Quote(s))
	}
	return n.value(s)
}

// ParsePoint is the grammar of a number in a list: as typed, but with a
// decimal point only, because there the comma separates.
func ParsePoint(text string) (float64, *Problem) {
	s := Trim(text)
	if s == "" {
		return 0, NewProblem("number_missing")
	}
	n, ok := scanNumber(plainCharacters(s))
	if !ok || n.mark == ',' {
		return 0, NewProblem("not_a_number", "text", Quote(s))
	}
	return n.value(s)
}

// ParseCell is the grammar of a cell of a table: as typed, with a decimal point
// or a decimal comma, as the table has them.
func ParseCell(text string) (float64, *Problem) {
	if text == "" {
		return 0, NewProblem("number_missing")
	}
	n, ok := ScanNumeral(text)
	if !ok {
		return 0, notANumber(text)
	}
	return n.value(text)
}

// notANumber says what is wrong with a text that is no number; one whose only
// mistake is separators between thousands is told how to go on.
func notANumber(text string) *Problem {
	if joined, ok := joinThousands(plainCharacters(text)); ok {
		return NewProblem("separated_digits", "text", Quote(text), "fixed", Quote(joined))
	}
	return NewProblem("not_a_number", "text", Quote(text))
}

// FormatNumber writes a number in the shortest form that reads back: -1, 0.1,
// 1e-05. It is the form of fields and links: ASCII, with a point.
func FormatNumber(v float64) string {
	if v == 0 {
		return "0"
	}
	if a := math.Abs(v); a < 1e-4 || a >= 1e15 {
		return strconv.FormatFloat(v, 'e', -1, 64)
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

// ShowNumber writes a number for a reader: in 15 digits, which every decimal survives
// that was typed, and without what counting in halves leaves behind them: 0.6, and not
// 0.6000000000000001. Links and programs have [FormatNumber].
func ShowNumber(v float64) string {
	if rounded, err := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 15, 64), 64); err == nil {
		v = rounded
	}
	return FormatNumber(v)
}

// Trim removes surrounding spaces, also those without a width that texts
// copied from web pages and files carry.
func Trim(s string) string {
	return strings.TrimFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || r == '\ufeff' || (r >= '\u200b' && r <= '\u200f')
	})
}

// plainCharacters replaces the minus signs, full-width digits, points and
// commas of other keyboards by their ASCII equals.
func plainCharacters(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case isMinus(r):
			return '-'
		case r >= '０' && r <= '９':
			return r - '０' + '0'
		case r == '．':
			return '.'
		case r == '，':
			return ','
		case r == '＋':
			return '+'
		}
		return r
	}, s)
}

// isMinus reports whether a character stands for a minus sign: U+2212, the
// full-width one, and the hyphens and en dash that word processors put.
func isMinus(r rune) bool {
	return r == '\u2212' || r == '\uff0d' || r == '\u2013' || r == '\u2010' || r == '\u2011'
}
