package ui

import "firstneuron/pkg/ui/format"

// shortNumber writes a number with six digits and no trailing zeros: 19.
func shortNumber(v float64) string { return format.Digits(v, 6) }

// sum adds numbers and writes the sum out term by term.
type sum struct {
	total float64
	count int
	terms string
}

func (s *sum) add(v float64, term string) {
	s.total += v
	s.count++
	switch {
	case s.count == 1:
		s.terms = term
	case s.count <= maxStepRows:
		s.terms += " + " + term
	}
}

func (s *sum) String() string {
	if s.count > maxStepRows {
		return s.terms + " + … = " + shortNumber(s.total)
	}
	return s.terms + " = " + shortNumber(s.total)
}

// paren writes a number, in brackets when it is negative.
func paren(v float64) string {
	if v < 0 {
		return "(" + shortNumber(v) + ")"
	}
	return shortNumber(v)
}
