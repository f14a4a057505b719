package paste

import "strings"

// fenced takes what a chat has put in fences, where there are sentences around them.
func fenced(text string) (inside, left string) {
	var spans []span
	at, open := 0, -1
	for line := range strings.SplitAfterSeq(text, "\n") {
		switch trimmed := strings.TrimSpace(line); {
		case strings.HasPrefix(trimmed, "```") && open < 0:
			open = at + len(line)
		case strings.HasPrefix(trimmed, "```"):
			spans = append(spans, span{open, at})
			open = -1
		case open < 0 && left == "":
			left = trimmed
		}
		at += len(line)
	}
	if len(spans) == 0 || open >= 0 || left == "" {
		return text, ""
	}
	return kept(text, spans...), left
}

// tableInProse takes the lines with bars, where a line of them is a rule and others have
// no bar.
func tableInProse(text string) (inside, left string) {
	var spans []span
	at, rules, last := 0, 0, -2
	number := 0
	for line := range strings.SplitAfterSeq(text, "\n") {
		trimmed := strings.TrimSpace(line)
		switch {
		case trimmed == "":
		case strings.Contains(trimmed, "|"):
			if isRule(trimmed) {
				rules++
			}
			if last != number-1 && len(spans) > 0 {
				return text, "" // another table
			}
			spans = append(spans, span{at, at + len(line)})
			last = number
		case strings.HasPrefix(trimmed, "+") && isRule(trimmed):
			return text, ""
		case left == "":
			left = trimmed
		}
		at += len(line)
		number++
	}
	if rules != 1 || len(spans) < 3 || left == "" {
		return text, ""
	}
	return kept(text, spans...), left
}

// listsInProse takes the lines that give a name a list, where all others are sentences.
func listsInProse(text string) (inside, left string) {
	var spans []span
	at := 0
	for line := range strings.SplitAfterSeq(text, "\n") {
		trimmed := strings.TrimSpace(line)
		switch {
		case trimmed == "":
		case givesList(trimmed):
			spans = append(spans, span{at, at + len(line)})
		case isSentence(trimmed):
			if left == "" {
				left = trimmed
			}
		default:
			return text, ""
		}
		at += len(line)
	}
	if len(spans) < 2 || left == "" {
		return text, ""
	}
	return kept(text, spans...), left
}

// givesList reports whether a line is x = [1, 2] or x: (1, 2).
func givesList(line string) bool {
	at := strings.IndexAny(line, "=:")
	if at <= 0 || at > 30 || strings.ContainsAny(line[:at], "()[]{},;.") || strings.ContainsAny(strings.TrimSpace(line[:at]), " \t") {
		return false
	}
	rest := strings.TrimLeft(line[at:], "=: \t")
	return rest != "" && strings.IndexByte("[(", rest[0]) >= 0
}

// isSentence reports whether a line is words alone that end as a sentence does: of three
// words and more, with at most one number.
func isSentence(line string) bool {
	if !strings.ContainsRune(".:!?", lastRune(line)) || strings.ContainsAny(line, "[](){}=;|\t") {
		return false
	}
	numbers := 0
	words := strings.Fields(line)
	for _, word := range words {
		if strings.ContainsAny(word, "0123456789") {
			numbers++
		}
	}
	return len(words) >= 3 && numbers <= 1
}

// apart puts lists that stand on one line with nothing or a colon between them on lines of
// their own, x: [1. 2.] y: [3. 4.], and joins the lines of MATLAB that end with dots.
func apart(text string) (inside, left string) {
	if strings.Contains(text, ", ...\n") {
		return strings.ReplaceAll(text, ", ...\n", ",    \n"), ""
	}
	if strings.Contains(strings.TrimSpace(text), "\n") || strings.Count(text, "[") < 2 {
		return text, ""
	}
	b := []byte(text)
	for i := 0; i+1 < len(b); i++ {
		if b[i] != ']' {
			continue
		}
		j := i + 1
		for j < len(b) && (b[j] == ' ' || b[j] == ':') {
			j++
		}
		if j > i+1 && j < len(b) && (b[j]|0x20 >= 'a' && b[j]|0x20 <= 'z') {
			for k := i + 1; k < j; k++ {
				b[k] = ' '
			}
			b[j-1] = '\n'
		}
	}
	if string(b) != text {
		return strings.TrimRight(string(b), ": \n"), ""
	}
	return text, ""
}
