package paste

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"firstneuron/pkg/experiment"
)

// A passage is a statement that is no literal.
type passage struct {
	at      int
	problem *experiment.Problem
	// sure is set when it was meant as one, with a mistake in it.
	sure bool
}

// maxHead is how long what stands before an equals sign may be.
const maxHead = 100

// head returns what stands before the assignment with which a statement begins, and
// where the value begins; "" for none.
func (r *literals) head() (head string, value int) {
	line := firstLine(r.text[r.at:min(len(r.text), r.at+maxHead)])
	colon := -1
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case c == '=' && !strings.HasPrefix(line[i+1:], "=") && (i == 0 || strings.IndexByte("<>!+-*/%", line[i-1]) < 0):
			skip := 1
			if strings.HasPrefix(line[i+1:], ">") {
				skip = 2
			}
			if head = strings.TrimSuffix(line[:i], ":"); !isWordList(head) {
				return "", 0
			}
			return head, r.at + i + skip
		case c == '<' && strings.HasPrefix(line[i+1:], "-") && isWordList(line[:i]) && i > 0:
			return line[:i], r.at + i + 2
		case c == ':' && colon < 0 && !strings.HasPrefix(line[i+1:], "="):
			if rest := strings.TrimLeft(line[i+1:], " \t"); rest == "" || strings.IndexByte("[({", rest[0]) >= 0 {
				colon = i
			}
		case c == '(' || c == '"' || c == '\'' || c == '{':
			i = len(line)
		}
	}
	if colon > 0 && isWordList(line[:colon]) {
		return line[:colon], r.at + colon + 1
	}
	return "", 0
}

// isWordList reports whether a text may be names that are assigned to, with their
// types.
func isWordList(s string) bool {
	if !strings.ContainsFunc(s, unicode.IsLetter) {
		return false
	}
	for _, r := range s {
		if !letterOrDigit(r) && !unicode.IsMark(r) && !isBlank(r) && !strings.ContainsRune("_.$,:[]<>*&@", r) {
			return false
		}
	}
	return true
}

// namesOf are the names in what stands before an equals sign: xs and ys of
// "const xs, ys", xs of "double xs[]" and of "let xs: [Double]".
func namesOf(head string) []string {
	var names []string
	for part := range strings.SplitSeq(strings.ReplaceAll(head, "::", "."), ",") {
		part, _, _ = strings.Cut(part, ":")
		words := strings.FieldsFunc(part, func(r rune) bool {
			return !letterOrDigit(r) && !unicode.IsMark(r) && r != '_' && r != '.' && r != '$'
		})
		name := ""
		if len(words) > 0 {
			name = strings.Trim(words[len(words)-1], "$.")
		}
		names = append(names, name)
	}
	return names
}

// statement reads one: names and values, or values alone.
func (r *literals) statement() (found []named, p *experiment.Problem, sure bool) {
	start := r.at
	names := []string{""}
	head, at := "", 0
	if strings.IndexByte("[({<", r.peek()) < 0 {
		if head, at = r.head(); head != "" {
			names = namesOf(head)
			r.at = at
			r.skipBlank(false)
			if r.peek() == '\n' { // x =, and its numbers below
				r.skipBlank(true)
			}
		}
	}
	var values []value
	for {
		v, p, sure := r.value()
		if p != nil {
			return nil, p, sure
		}
		values = append(values, v)
		r.skipBlank(false)
		if r.peek() != ',' {
			break
		}
		comma := r.at
		r.at++
		r.skipBlank(true)
		if next, _ := r.head(); next != "" || r.at >= len(r.text) || len(names) == 1 && v.kind != scalarValue {
			r.at = comma
			break
		}
	}
	if len(values) > 1 && len(names) == 1 || len(values) == 1 && values[0].kind == scalarValue {
		for _, v := range values {
			if v.kind != scalarValue {
				return nil, r.unexpected(", [ ("), false
			}
		}
		if len(values) == 1 { // one number is no data
			r.at = start
			if head != "" {
				r.at = at
				r.skipBlank(false)
			}
			return nil, r.notAList(), false
		}
		values = []value{{kind: listValue, items: values}}
	}
	for strings.HasPrefix(r.text[r.at:], "→") || strings.HasPrefix(r.text[r.at:], "->") { // {1, 2}→L1
		r.at += len("→")
		if r.text[r.at-1] == '>' || r.text[r.at-2] == '>' {
			r.at = strings.LastIndexByte(r.text[:r.at], '>') + 1
		}
		r.skipBlank(false)
		names = []string{r.word()}
		r.skipBlank(false)
	}
	if c := r.peek(); r.at < len(r.text) && strings.IndexByte("\n;,[({<#", c) < 0 {
		if c == '}' || c == ')' || c == ']' { // closes what a statement before has opened
			r.at++
		} else {
			return nil, r.unexpected(", [ ("), false
		}
	}
	if len(names) > 1 && len(names) == len(values) {
		for i, v := range values {
			found = append(found, named{names[i], start, v})
		}
		return found, nil, false
	}
	for _, v := range values {
		found = append(found, named{names[len(names)-1], start, v})
	}
	return found, nil, false
}

// word takes a name.
func (r *literals) word() string {
	start := r.at
	for r.at < len(r.text) {
		char, size := utf8.DecodeRuneInString(r.text[r.at:])
		if !letterOrDigit(char) && !unicode.IsMark(char) && char != '_' && char != '.' && char != '$' || char == utf8.RuneError {
			break
		}
		r.at += size
	}
	return r.text[start:r.at]
}

// statementEnd is where a statement ends that begins somewhere: at the end of a line on
// which no bracket is open.
func (r *literals) statementEnd(at int) int {
	depth := 0
	for at < len(r.text) {
		r.tick()
		switch r.text[at] {
		case '(', '[', '{':
			depth++
		case ')', ']', '}':
			depth = max(depth-1, 0)
		case ';':
			if depth == 0 {
				return at
			}
		case '\n':
			if depth == 0 {
				return at
			}
		}
		at++
	}
	return at
}
