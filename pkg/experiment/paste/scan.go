package paste

import "strings"

// scan looks at the beginning of a text, part by part. What the forms of data look like is
// said with it; package regexp would be 70 kB of what every learner loads.
type scan struct {
	text string
	at   int
	no   bool // a part was not there
}

// spaces passes over white space.
func (s *scan) spaces() *scan { return s.any(" \t\n\v\f\r") }

// any passes over as many of such characters as there are.
func (s *scan) any(of string) *scan {
	for !s.no && s.at < len(s.text) && strings.IndexByte(of, s.text[s.at]) >= 0 {
		s.at++
	}
	return s
}

// some wants one of such characters at least, and no more than most.
func (s *scan) some(of string, most int) *scan {
	from := s.at
	s.any(of)
	s.no = s.no || s.at == from || s.at-from > most
	return s
}

// one wants one of the words, in capital or small letters. Of two that begin alike the
// longer comes first.
func (s *scan) one(words ...string) *scan {
	for _, word := range words {
		if rest := s.text[s.at:]; !s.no && len(rest) >= len(word) && strings.EqualFold(rest[:len(word)], word) {
			s.at += len(word)
			return s
		}
	}
	s.no = true
	return s
}

// end is where the parts end, -1 where one was not there.
func (s *scan) end() int {
	if s.no {
		return -1
	}
	return s.at
}

const (
	decimalDigits = "0123456789"
	letters       = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
	nameLetters   = letters + decimalDigits + "_"
)

// many is no limit.
const many = 1 << 30
