package paste

import (
	"strings"
	"unicode/utf8"

	"firstneuron/pkg/experiment"
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
	case rest[0] == '#' || rest[0] == '%' || rest[0] == '!' || strings.HasPrefix(rest, "//") || strings.HasPrefix(rest, "--"):
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
