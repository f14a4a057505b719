package paste

import (
	"slices"
	"strings"
)

// around blanks what stands around the data of a text and is none of it: the sentences of
// a chat, the marks of MediaWiki, the command of a plot. Every place stays where it is.
// left is how what was left out begins, "" where it is nothing to tell of.
func around(text string) (inside, left string) {
	if len(text) > maxPairs {
		return text, "" // nobody writes so much by hand
	}
	for _, form := range []func(string) (string, string){listsInProse, bulleted, apart, fenced, tableInProse, quotedTable, inserted, wikiTable, plotted, printedElsewhere, boxed, marked, bars} {
		if inside, left := form(text); inside != text {
			return inside, left
		}
	}
	return text, ""
}

// blanked replaces all but the line ends of a part of a text by spaces.
func blanked(part string) string {
	b := []byte(part)
	for i, c := range b {
		if c != '\n' && c != '\r' {
			b[i] = ' '
		}
	}
	return string(b)
}

// kept blanks all of a text but some spans of it, which are in order.
func kept(text string, spans ...span) string {
	var b strings.Builder
	at := 0
	for _, s := range spans {
		b.WriteString(blanked(text[at:s.start]))
		b.WriteString(text[s.start:s.end])
		at = s.end
	}
	b.WriteString(blanked(text[at:]))
	return b.String()
}

// quotedTable takes a text in three quotes, which is all that a program has.
func quotedTable(text string) (inside, left string) {
	for _, quote := range []string{`"""`, `'''`} {
		start := strings.Index(text, quote)
		if start < 0 || strings.Count(text, quote) != 2 {
			continue
		}
		end := strings.LastIndex(text, quote)
		before, content := text[:start], text[start+3:end]
		if strings.ContainsAny(before, "[({") || strings.Count(strings.TrimSpace(content), "\n") < 1 || !strings.ContainsAny(content, "0123456789") {
			continue
		}
		return kept(text, span{start + 3, end}), ""
	}
	return text, ""
}

// inserted takes the rows of an INSERT of SQL.
func inserted(text string) (inside, left string) {
	at, end := insertion(text), len(strings.TrimRight(text, "; \t\n"))
	if at < 0 || at >= end || strings.Contains(text[at:end], ";") {
		return text, ""
	}
	return kept(text, span{at, end}), ""
}

// insertion is where the first row of an INSERT begins, -1 in another text: behind INSERT
// INTO table (columns) VALUES, of which the columns may be left out.
func insertion(text string) int {
	const space = " \t\n\r"
	at := (&scan{text: text}).spaces().one("insert").some(space, many).one("into").some(space, many).end()
	if at < 0 {
		return -1
	}
	bracket := strings.IndexAny(text[at:], "()")
	if bracket < 0 || text[at+bracket] != '(' {
		return -1
	}
	bracket += at
	if before := strings.TrimRight(text[at:bracket], space); len(before) >= len("values") && strings.EqualFold(before[len(before)-len("values"):], "values") {
		return bracket
	}
	closing := strings.IndexAny(text[bracket+1:], "()")
	if closing < 0 || text[bracket+1+closing] != ')' {
		return -1
	}
	return (&scan{text: text, at: bracket + 1 + closing + 1}).spaces().one("values").spaces().one("(").end() - 1
}

// wikiTable makes a table of MediaWiki one with bars.
func wikiTable(text string) (inside, left string) {
	if !strings.HasPrefix(strings.TrimSpace(text), "{|") {
		return text, ""
	}
	var b strings.Builder
	for line := range strings.SplitAfterSeq(text, "\n") {
		switch trimmed := strings.TrimSpace(line); {
		case strings.HasPrefix(trimmed, "{|"), strings.HasPrefix(trimmed, "|}"), strings.HasPrefix(trimmed, "|-"), strings.HasPrefix(trimmed, "|+"):
			b.WriteString(blanked(line))
		case strings.HasPrefix(trimmed, "!"):
			b.WriteString(strings.NewReplacer("!!", " |", "!", "|").Replace(line))
		default:
			b.WriteString(strings.ReplaceAll(line, "||", " |"))
		}
	}
	return b.String(), ""
}

// plots are the functions that are given xs and ys as their first arguments.
var plots = []string{"scatter", "plot", "fit", "polyfit", "corrcoef", "linregress", "errorbar", "bar", "stem", "cor", "scatterplot", "lineplot", "regplot"}

// plotted takes the two lists that a plot or a fit is given, and nothing else.
func plotted(text string) (inside, left string) {
	name := (&scan{text: text}).spaces().some(nameLetters+".", many)
	called := text[:name.at]
	start := name.one("(").end()
	trimmed := strings.TrimRight(text, "; \t\n")
	if start < 0 || !slices.Contains(plots, strings.TrimSpace(called[strings.LastIndexByte(called, '.')+1:])) || !strings.HasSuffix(trimmed, ")") || strings.Count(trimmed, "\n") > 40 {
		return text, ""
	}
	var spans []span
	depth, from := 0, start
	end := len(trimmed) - 1
	for i := start; i <= end; i++ {
		switch c := trimmed[i]; {
		case (c == '(' || c == '[') && i < end:
			depth++
		case (c == ')' || c == ']') && i < end:
			if depth--; depth < 0 {
				return text, ""
			}
		case (c == ',' || i == end) && depth == 0:
			if part := strings.TrimSpace(trimmed[from:i]); strings.ContainsAny(part, "[(") && len(spans) < 2 {
				spans = append(spans, span{from, i})
			} else if len(spans) < 2 {
				return text, ""
			} else if left == "" {
				left = part
			}
			from = i + 1
		}
	}
	if len(spans) != 2 {
		return text, ""
	}
	return kept(text, spans[0], span{spans[1].start - 1, spans[1].end}), left
}

// marked takes the points of pgfplots, of Desmos, of a question to Wolfram Alpha and the
// array of a formula of Excel.
func marked(text string) (inside, left string) {
	if at, others := coordinates(text); at >= 0 && !others {
		if end := strings.IndexByte(text[at:], '}'); end > 0 {
			return kept(text, span{at, at + end}), ""
		}
	}
	if at := (&scan{text: text}).spaces().one("linear fit", "fit", "plot", "listplot", "interpolate").spaces().one("{").end(); at > 0 {
		return kept(text, span{at - 1, len(text)}), ""
	}
	if rest := strings.TrimLeft(text, " \t\n"); strings.HasPrefix(rest, "={") {
		at := len(text) - len(rest)
		return text[:at] + " " + strings.NewReplacer("{", "[", "}", "]").Replace(text[at+1:]), ""
	}
	if strings.Contains(text, `\left(`) {
		return strings.NewReplacer(`\left(`, `     (`, `\right)`, `      )`).Replace(text), ""
	}
	return text, ""
}

// coordinates is where the points of pgfplots begin, -1 in another text, and whether there
// are others.
func coordinates(text string) (at int, others bool) {
	const name = "coordinates"
	at = -1
	for from := 0; ; {
		i := strings.Index(text[from:], name)
		if i < 0 {
			return at, false
		}
		from += i + len(name)
		if begin := (&scan{text: text, at: from}).spaces().one("{").end(); begin >= 0 {
			if at >= 0 {
				return at, true
			}
			at = begin
		}
	}
}
