package paste

import (
	"strings"
	"unicode"
)

// maxPairs is how long a text of pairs may be: what is written by hand is short.
const maxPairs = 64 << 10

// readPairs reads points that are written one by one as people write them, and not as a
// table: 1: 2, f(1) = 2, A(1|2), {1: 2, 3: 4}, or in a sentence. All of the text has to be
// of one such form, so that nothing is left out.
func readPairs(text string, tick func()) (grid, bool) {
	if len(text) > maxPairs {
		return grid{}, false
	}
	if pairs, ok := inBraces(text); ok {
		return gridOfPairs(text, pairs)
	}
	for _, form := range []func(line string) (x, y span, ok bool){colonPair, valuePair, letterPair} {
		if pairs, ok := eachLine(text, form, tick); ok {
			return gridOfPairs(text, pairs)
		}
	}
	if pairs, ok := inSentence(text, tick); ok {
		return gridOfPairs(text, pairs)
	}
	return grid{}, false
}

// span is a part of a text.
type span struct{ start, end int }

// gridOfPairs makes the grid of the numbers of pairs.
func gridOfPairs(text string, pairs [][2]span) (grid, bool) {
	g := grid{text: text, byCharacter: true, names: -1, upright: true}
	for _, pair := range pairs {
		g.rows = append(g.rows, []cell{{text[pair[0].start:pair[0].end], pair[0].start}, {text[pair[1].start:pair[1].end], pair[1].start}})
	}
	return g, len(pairs) >= 2
}

// eachLine reads a pair of each line that is not empty.
func eachLine(text string, form func(line string) (x, y span, ok bool), tick func()) (pairs [][2]span, ok bool) {
	at := 0
	for line := range strings.SplitSeq(text, "\n") {
		tick()
		if strings.TrimSpace(line) != "" {
			x, y, ok := form(strings.TrimRight(line, " \t\r,;"))
			if !ok {
				return nil, false
			}
			pairs = append(pairs, [2]span{{at + x.start, at + x.end}, {at + y.start, at + y.end}})
		}
		at += len(line) + 1
	}
	return pairs, len(pairs) >= 2
}

// inBraces reads {1: 2, 3: 4}.
func inBraces(text string) (pairs [][2]span, ok bool) {
	inner := strings.TrimSpace(text)
	if !strings.HasPrefix(inner, "{") || !strings.HasSuffix(inner, "}") || strings.ContainsAny(inner[1:len(inner)-1], "{}[]()\"'") {
		return nil, false
	}
	at := strings.IndexByte(text, '{') + 1
	for item := range strings.SplitSeq(inner[1:len(inner)-1], ",") {
		if strings.TrimSpace(item) != "" {
			x, y, ok := separated(item, ":")
			if !ok {
				return nil, false
			}
			pairs = append(pairs, [2]span{{at + x.start, at + x.end}, {at + y.start, at + y.end}})
		}
		at += len(item) + 1
	}
	return pairs, len(pairs) >= 2
}

// colonPair reads 1: 2. What may be a time of day, 10:30, is none.
func colonPair(line string) (x, y span, ok bool) {
	x, y, ok = separated(line, ":")
	if ok && y.start == x.end+1 && y.end-y.start == 2 && x.end-x.start <= 2 {
		return x, y, false
	}
	return x, y, ok
}

// valuePair reads f(1) = 2.
func valuePair(line string) (x, y span, ok bool) {
	open := strings.IndexByte(line, '(')
	end := strings.IndexByte(line, ')')
	if open <= 0 || end < open || strings.TrimFunc(strings.TrimSpace(line[:open]), unicode.IsLetter) != "" {
		return x, y, false
	}
	rest := strings.TrimLeft(line[end+1:], " ")
	if !strings.HasPrefix(rest, "=") && !strings.HasPrefix(rest, "≈") {
		return x, y, false
	}
	size := len(string(firstRune(rest)))
	x, isX := numberIn(line, open+1, end)
	y, isY := numberIn(line, len(line)-len(rest)+size, len(line))
	return x, y, isX && isY
}

// letterPair reads A(1|2), P1 (1; 2) and (1; 2).
func letterPair(line string) (x, y span, ok bool) {
	open := strings.IndexByte(line, '(')
	if open < 0 || !strings.HasSuffix(line, ")") || len(line[:open]) > 20 || strings.ContainsAny(line[:open], "[]{}=,;.") || strings.Count(line, "(") != 1 {
		return x, y, false
	}
	inner := line[open+1 : len(line)-1]
	for _, between := range []string{"|", ";", ","} {
		if strings.Count(inner, between) == 1 {
			x, y, ok = separated(inner, between)
			return span{x.start + open + 1, x.end + open + 1}, span{y.start + open + 1, y.end + open + 1}, ok
		}
	}
	return x, y, false
}

// inSentence reads the pairs in brackets that stand in words: no other number is in them.
func inSentence(text string, tick func()) (pairs [][2]span, ok bool) {
	if strings.ContainsAny(text, "=[]{}<>\"'`\\") || !strings.ContainsFunc(text, unicode.IsLetter) && !strings.Contains(text, "|") {
		return nil, false
	}
	at := 0
	for {
		tick()
		open := strings.IndexByte(text[at:], '(')
		outside := text[at:]
		if open >= 0 {
			outside = text[at : at+open]
		}
		if strings.ContainsFunc(outside, unicode.IsDigit) {
			return nil, false
		}
		if open < 0 {
			return pairs, len(pairs) >= 2
		}
		open += at
		end := strings.IndexByte(text[open:], ')')
		if end < 0 {
			return nil, false
		}
		x, y, isPair := letterPair(text[open : open+end+1])
		if !isPair {
			return nil, false
		}
		pairs = append(pairs, [2]span{{open + x.start, open + x.end}, {open + y.start, open + y.end}})
		at = open + end + 1
	}
}

// separated reads two numbers with something between.
func separated(line, between string) (x, y span, ok bool) {
	at := strings.Index(line, between)
	if at < 0 || strings.Count(line, between) != 1 {
		return x, y, false
	}
	x, isX := numberIn(line, 0, at)
	y, isY := numberIn(line, at+len(between), len(line))
	return x, y, isX && isY
}

// numberIn is the place of a number that stands alone between two places.
func numberIn(line string, start, end int) (at span, ok bool) {
	text := line[start:end]
	trimmed := strings.TrimLeft(text, " \t")
	start += len(text) - len(trimmed)
	trimmed = strings.TrimRight(trimmed, " \t")
	bare := strings.TrimLeft(trimmed, "+-−")
	if bare == "" || len(trimmed) > 40 || !unicode.IsDigit(rune(bare[0])) && bare[0] != '.' && bare[0] != ',' {
		return at, false
	}
	if strings.Trim(bare, "0123456789.,eE+-−") != "" {
		return at, false
	}
	return span{start, start + len(trimmed)}, true
}
