package paste

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"firstneuron/pkg/experiment"
)

// figureIn is the place of a number in a text, with what stands between it and the one
// before.
type figureIn struct {
	span
	before string
}

// figuresIn are the numbers of a text that stand apart from letters, x1 is none, and what
// stands behind the last one. Where comma is set, a comma between digits is a decimal one.
func figuresIn(text string, comma bool) (all []figureIn, behind string) {
	last := 0
	for at := 0; at < len(text); {
		start := at
		r, size := utf8.DecodeRuneInString(text[at:])
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		if strings.ContainsRune("-−+", r) && !isDigit(byte(min(before, unicode.MaxASCII))) {
			at += size
		}
		n := digitsAtStart(text[at:])
		if n == 0 {
			at = start + size
			continue
		}
		at += n
		if before < unicode.MaxASCII && unicode.IsLetter(before) || before == '_' {
			continue // of a name
		}
		if at+1 < len(text) && (text[at] == '.' || comma && text[at] == ',') && isDigit(text[at+1]) {
			at += 1 + digitsAtStart(text[at+1:])
		}
		all = append(all, figureIn{span{start, at}, text[last:start]})
		last = at
	}
	return all, text[last:]
}

// joints are words that join sentences and say nothing of their numbers.
var joints = []string{"and", "und", "et", "그리고"}

// plainWords are the words of a piece of text without what tells one sentence from
// another: capitals, plurals, joints, the marks between.
func plainWords(s string) []string {
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",.;:!=()", r) })
	kept := words[:0]
	for _, w := range words {
		if slices.Contains(joints, w) {
			continue
		}
		if len(w) > 3 {
			w = strings.TrimSuffix(w, "s")
		}
		kept = append(kept, w)
	}
	return kept
}

// axisIn is the one axis that words name, "" for none or both: x, xs, and x with a Korean
// particle.
func axisIn(words []string) (axis string) {
	for _, w := range words {
		if a := axisOf(strings.TrimRightFunc(w, func(r rune) bool { return r > unicode.MaxASCII })); a != "" {
			if axis != "" && axis != a {
				return ""
			}
			axis = a
		}
	}
	return axis
}

// A sentence is what stands around the two numbers of each of some sentences alike.
type sentence struct {
	pairs [][2]span
	// left is what stands before the first of them.
	left string
	// sure is set where it says which number is x: when x is 1, y is 3.
	sure bool
}

// sentencesIn reads sentences that are alike but for their two numbers.
func sentencesIn(text string, comma bool) (s sentence, ok bool) {
	if len(text) > maxPairs || strings.ContainsAny(text, "[]{}<>\"'`\\\t") && !containsOne(text, "->", "=>") || strings.ContainsAny(text, "[]{}\"`\\") {
		return s, false
	}
	all, behind := figuresIn(text, comma)
	if len(all) < 4 || len(all)%2 != 0 {
		return s, false
	}
	head, middle, between, tail := plainWords(all[0].before), plainWords(all[1].before), plainWords(all[2].before), plainWords(behind)
	if at := strings.LastIndexByte(all[0].before, ':'); at >= 0 && len(tail) == 0 { // Data points: 1 -> 2, 3 -> 4
		s.left = strings.TrimSpace(all[0].before[:at+1])
		head = plainWords(all[0].before[at+1:])
		if axisIn(plainWords(s.left)) != "" {
			s.left, head = "", plainWords(all[0].before)
		}
	}
	if !slices.Equal(between, slices.Concat(tail, head)) {
		return s, false
	}
	for i := 0; i < len(all); i += 2 {
		if i > 0 && !slices.Equal(plainWords(all[i].before), between) || !slices.Equal(plainWords(all[i+1].before), middle) {
			return s, false
		}
		s.pairs = append(s.pairs, [2]span{all[i].span, all[i+1].span})
	}
	inner := strings.TrimSpace(all[1].before)
	opens, closes := strings.HasSuffix(strings.TrimSpace(all[0].before), "("), strings.HasPrefix(strings.TrimSpace(behind), ")")
	switch first, second := axisIn(head), axisIn(middle); {
	case first == "x" && second == "y":
		s.sure = true
	case first == "y" && second == "x":
		s.sure = true
		for i, p := range s.pairs {
			s.pairs[i] = [2]span{p[1], p[0]}
		}
	case opens && strings.HasPrefix(inner, ")") && len(head) == 1 && len(middle) == 0 && strings.Contains(inner, "="): // f(1) = 3
		s.sure = true
	case opens && closes && (inner == ";" || inner == "|") && len(head) == 0: // (1; 3)
		s.sure = true
	case inner == ":" && len(head) == 0 && !slices.ContainsFunc(s.pairs, func(p [2]span) bool { return p[1].end-p[1].start == 2 }): // no times of day
		s.sure = true
	case (inner == "->" || inner == "→" || inner == "=>") && len(head) == 0: // 1 -> 2, 3 -> 4
		s.sure = true
	case !strings.ContainsFunc(strings.Join(slices.Concat(head, middle, tail), ""), unicode.IsLetter):
		return s, false
	}
	return s, true
}

// readSentences reads such sentences; those alone that say which number is x, or all.
func readSentences(text string, sure bool) (g grid, ok bool) {
	for _, comma := range []bool{false, true} {
		s, found := sentencesIn(text, comma)
		if !found || sure && !s.sure {
			continue
		}
		if g, ok = gridOfPairs(text, s.pairs); ok && !s.sure {
			g.notes = append(g.notes, experiment.NewProblem("sentences_read"))
		}
		if ok && s.left != "" {
			g.notes = append(g.notes, experiment.NewProblem("around_left_out", "text", experiment.Quote(s.left)))
		}
		return g, ok
	}
	if sure {
		return g, false
	}
	return listsInSentence(text)
}

// listsInSentence reads x is 1, 2, 3 and y is 2, 4, 6.
func listsInSentence(text string) (g grid, ok bool) {
	all, behind := figuresIn(text, false)
	if len(text) > maxPairs || len(plainWords(behind)) > 0 || strings.ContainsAny(text, "[]{}<>\"`\\") {
		return g, false
	}
	var columns []labelled
	for _, f := range all {
		if words := plainWords(f.before); len(words) > 0 || len(columns) == 0 {
			if axis := axisIn(words); axis != "" && len(columns) < 2 {
				columns = append(columns, labelled{name: axis})
			} else {
				return g, false
			}
		}
		c := &columns[len(columns)-1]
		c.cells = append(c.cells, cell{text[f.start:f.end], f.start})
	}
	if len(columns) != 2 || columns[0].name == columns[1].name || len(columns[0].cells) != len(columns[1].cells) || len(columns[0].cells) < 2 {
		return g, false
	}
	return gridOfColumns(grid{text: text, byCharacter: true}, columns), true
}
