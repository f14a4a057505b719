package paste

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"firstneuron/pkg/experiment"
)

// A value is a literal of Python, JavaScript, R, MATLAB or a calculator: a number, a
// text, a list, an object. They write them so much alike that one reader knows all.
type value struct {
	kind  valueKind
	cell  cell
	items []value  // of a list, and the values of an object
	keys  []string // of an object
	round bool     // in parentheses
}

type valueKind int

const (
	scalarValue valueKind = iota
	listValue
	objectValue
)

// A literals reads a text of values from left to right, each with the name that it is
// given. It evaluates nothing.
type literals struct {
	text string
	at   int
	tick func()
	// depth is how deep in brackets it is; quoted is set once a cell stood in quotes.
	depth  int
	quoted bool
	count  int // of values
}

// maxDepth is how deep brackets may stand in one another.
const maxDepth = 8

// A named is a value and the name it is assigned to.
type named struct {
	name string
	at   int
	value
}

// A passage is a statement that is no literal.
type passage struct {
	at      int
	problem *experiment.Problem
	// sure is set when it was meant as one, with a mistake in it.
	sure bool
}

// looksLiteral reports whether a text begins, after comments and imports, with a list,
// an object, a call around one, or an assignment.
func looksLiteral(text string) bool {
	r := literals{text: text, tick: func() {}}
	r.skipBetween()
	if r.at >= len(text) {
		return false
	}
	if strings.IndexByte("[({<", text[r.at]) >= 0 {
		return true
	}
	line := firstLine(text[r.at:min(len(text), r.at+2*maxHead)])
	if strings.HasPrefix(line, "import ") || strings.HasPrefix(line, "from ") && strings.Contains(line, " import ") || strings.HasPrefix(line, "#include") || strings.HasPrefix(line, "def ") || strings.HasPrefix(line, "library(") {
		return true
	}
	if head, _ := r.head(); head != "" {
		return true
	}
	i := strings.IndexByte(line, '(')
	if i <= 0 || i > maxHead || !isWordList(line[:i]) || strings.ContainsAny(line[:i], " \t,;") {
		return false
	}
	rest := strings.TrimLeft(line[i+1:], " ")
	return rest == "" || strings.IndexByte("[({", rest[0]) >= 0 || makesList(line[:i])
}

// read reads all statements. Those that are no literals are returned apart.
func (r *literals) read() (values []named, others []passage) {
	for {
		r.skipBetween()
		if r.at >= len(r.text) {
			return values, others
		}
		start := r.at
		found, p, sure := r.statement()
		if p == nil {
			values = append(values, found...)
			continue
		}
		if len(others) < 1000 {
			others = append(others, passage{start, p, sure})
		}
		r.at = max(r.at, r.statementEnd(start))
	}
}

// skipBetween skips what may stand between two statements: line ends, comments,
// commas, semicolons.
func (r *literals) skipBetween() {
	for r.at < len(r.text) {
		r.tick()
		c := r.text[r.at]
		switch {
		case c == '\n' || c == ';' || c == ',' || c == '\\':
			r.at++
		case r.comment():
		default:
			size := r.blank()
			if size == 0 {
				return
			}
			r.at += size
		}
	}
}

// blank is the size of a space that is no line end.
func (r *literals) blank() int {
	if c := r.text[r.at]; c < utf8.RuneSelf {
		if c == ' ' || c == '\t' || c == '\v' || c == '\f' {
			return 1
		}
		return 0
	}
	if char, size := utf8.DecodeRuneInString(r.text[r.at:]); isBlank(char) || char == '\u00ad' || char == '\u2060' {
		return size
	}
	return 0
}

// comment skips a comment of any of the languages.
func (r *literals) comment() bool {
	rest := r.text[r.at:]
	switch {
	case rest[0] == '#' || rest[0] == '%' || strings.HasPrefix(rest, "//") || strings.HasPrefix(rest, "--"):
		r.at = lineEnd(r.text, r.at)
		return true
	case strings.HasPrefix(rest, "/*"):
		if end := strings.Index(rest, "*/"); end >= 0 {
			r.at += end + 2
		} else {
			r.at = len(r.text)
		}
		return true
	}
	return false
}

// skipBlank skips spaces and comments, and line ends with lines.
func (r *literals) skipBlank(lines bool) {
	for r.at < len(r.text) {
		c := r.text[r.at]
		switch {
		case c == '\n' && lines, c == '\\' && strings.HasPrefix(r.text[r.at+1:], "\n"):
			r.at++
		case c == '\\' && (strings.HasPrefix(r.text[r.at:], `\left`) || strings.HasPrefix(r.text[r.at:], `\right`)):
			r.at += len(`\left`)
			if strings.HasPrefix(r.text[r.at:], "t") {
				r.at++
			}
		case c == '#' || c == '%' || c == '/' && (strings.HasPrefix(r.text[r.at:], "//") || strings.HasPrefix(r.text[r.at:], "/*")):
			r.comment()
		default:
			size := r.blank()
			if size == 0 {
				return
			}
			r.at += size
		}
	}
}

func (r *literals) peek() byte {
	if r.at < len(r.text) {
		return r.text[r.at]
	}
	return 0
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

// unexpected reports the text from here to the end of the line.
func (r *literals) unexpected(expected string) *experiment.Problem {
	return r.place(experiment.NewProblem("unexpected_text", "text", r.rest("\n"), "expected", expected), r.at)
}

// notAList reports what is where a list should be.
func (r *literals) notAList() *experiment.Problem {
	return r.place(experiment.NewProblem("not_a_list", "text", r.rest("\n#")), r.at)
}

// rest is the text from here to any of the characters, for a message.
func (r *literals) rest(until string) string {
	text := r.text[r.at:min(len(r.text), r.at+200)]
	if end := strings.IndexAny(text, until); end >= 0 {
		text = text[:end]
	}
	return experiment.Quote(experiment.Trim(text))
}

// place puts off counting lines until a problem is told: it only notes the offset.
func (r *literals) place(p *experiment.Problem, offset int) *experiment.Problem {
	p.Line, p.Column = -1, offset
	return p
}

// placed tells the line and the column of a problem that has an offset.
func placed(g *grid, p *experiment.Problem) *experiment.Problem {
	if p != nil && p.Line == -1 {
		return p.At(g.place(cell{at: p.Column}, 0))
	}
	return p
}
