package program

import (
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"firstneuron/pkg/experiment"
	python "firstneuron/pkg/experiment/python/former"
	"firstneuron/pkg/spelling"
)

// Problem is something in a program to tell the learner.
type Problem struct {
	// Detail has the code, its arguments, and the line and column.
	Detail   *experiment.Problem
	Severity Severity
	// Span is the place in the text.
	Span python.Span
	// Keras is what Keras itself says to it, "" where it says nothing.
	Keras string
	// Fix mends it; nil when only the learner knows how.
	Fix []Edit
}

// String is the problem in English, for tests and logs.
func (p *Problem) String() string { return p.Detail.Error() }

// Severity is how much a problem matters.
type Severity int

// The severities of a problem.
const (
	// Note tells of a line that is kept and means nothing to the page.
	Note Severity = iota
	// Mistake is one whose meaning is clear all the same.
	Mistake
	// Wrong keeps the program from being used.
	Wrong
)

// Edit replaces a part of a text.
type Edit struct {
	python.Span
	Text string
}

// Apply returns a text with edits made; they may not overlap. An edit that does
// not fit into the text is left out.
func Apply(text string, edits []Edit) string {
	edits = slices.Clone(edits)
	// What is put in before a place comes before what takes the place.
	sortFew(edits, func(a, b Edit) bool { return a.Start < b.Start || (a.Start == b.Start && a.End < b.End) })
	var b strings.Builder
	done := 0
	for _, edit := range edits {
		if edit.Start < done || edit.End < edit.Start || edit.End > len(text) {
			continue
		}
		b.WriteString(text[done:edit.Start] + edit.Text)
		done = edit.End
	}
	return b.String() + text[done:]
}

// sortFew sorts a few items and keeps equal ones in order. The sorts of the
// library are made for many: each would make the page's program 10 kB larger.
func sortFew[T any](items []T, less func(a, b T) bool) {
	for i := range items {
		for k := i; k > 0 && less(items[k], items[k-1]); k-- {
			items[k], items[k-1] = items[k-1], items[k]
		}
	}
}

// codes are the kinds of problems of programs with their arguments. Those of
// package experiment occur too.
var codes = map[string][]string{
	"code_too_long": {"limit"}, "code_too_deep": nil, "code_unexpected": {"text", "expected"},
	"code_unclosed": {"text", "expected"}, "code_typographic": {"text", "fixed"},
	"code_not_run": {"text"}, "code_ignored": {"text"}, "code_unsupported": {"text"}, "code_unknown_value": {"text"},
	"code_list_arithmetic": {"text"}, "code_list": {"text"}, "code_number": {"text"},
	"code_old_rate": nil, "code_whole_rate": {"text", "fixed"}, "code_input_shape": nil, "code_shape": {"text"},
	"code_one_feature": {"text"}, "code_name": {"text", "nearest"}, "code_argument": {"text", "nearest"},
	"code_lengths": {"xs", "ys"}, "code_no_compile": nil, "code_no_loss": nil, "code_no_model": nil, "code_no_fit": nil,
	"code_second_fit": nil, "code_one_metric": nil, "code_metrics": {"text"}, "code_layer": {"text"},
	"code_regularizers": nil, "code_patience": nil, "code_monitor": {"text"}, "code_fraction": {"text", "fixed"}, "code_too_many_values": {"max"}, "code_too_much": nil, "code_import": {"text"}, "code_weights": nil,
}

// Codes returns the names of the arguments of every code that programs add to
// those of package experiment.
func Codes() map[string][]string { return maps.Clone(codes) }

// report adds a problem at a place.
func (r *reader) report(severity Severity, at python.Span, code string, pairs ...string) *Problem {
	return r.place(severity, at, experiment.NewProblem(code, pairs...))
}

const (
	// maxNotes is how many problems there may be before no more notes are taken.
	maxNotes = 30
	// maxProblems is how many problems are taken. One that keeps the program from
	// being used is always taken, and reading ends where there are more.
	maxProblems = 100
)

// place adds a problem of package experiment at a place.
func (r *reader) place(severity Severity, at python.Span, p *experiment.Problem) *Problem {
	placed := &Problem{Detail: p, Severity: severity, Span: at}
	full := len(r.problems) >= maxProblems
	if full && severity == Wrong {
		r.stopped = true
	}
	if (severity == Note && len(r.problems) >= maxNotes) || (full && (severity != Wrong || r.wrong)) {
		return placed
	}
	r.wrong = r.wrong || severity == Wrong
	p.Line, p.Column = r.lines.place(at.Start)
	p.Key = ""
	r.problems = append(r.problems, placed)
	return placed
}

// kerasSays adds Keras's words to a problem.
func (p *Problem) kerasSays(keras string) *Problem {
	p.Keras = keras
	return p
}

// fix adds an edit to a problem.
func (p *Problem) fix(at python.Span, text string) *Problem {
	p.Fix = append(p.Fix, Edit{at, text})
	return p
}

// fixWord replaces the last word of an expression, unless the program calls
// the thing by a name of its own.
func (p *Problem) fixWord(text string, e *python.Expr, word, nearest string) {
	if strings.HasSuffix(text[e.Start:e.End], word) {
		p.fix(python.Span{Start: e.End - len(word), End: e.End}, nearest)
	}
}

// badName reports a name that Keras does not know.
func (r *reader) badName(v *value, at python.Span, kind, nearest string) {
	problem := r.report(Wrong, at, "code_name", "text", v.word, "nearest", nearest).
		kerasSays("ValueError: Could not interpret " + kind + " identifier: " + v.word)
	if v.kind == textValue {
		problem.fix(v.Span, `"`+nearest+`"`)
	}
}

// badArgument reports an argument that a call does not have. The nearest of
// the names that it has is the way to mend it.
func (r *reader) badArgument(arg python.Arg, keras string, names ...string) {
	if arg.Name == "" {
		r.report(Wrong, arg.Span, "code_unsupported", "text", r.source(arg.Span))
		return
	}
	nearest := spelling.Nearest(arg.Name, names)
	r.report(Wrong, argSpan(arg), "code_argument", "text", arg.Name, "nearest", nearest).kerasSays(keras).fix(arg.At, nearest)
}

// unknown reports a value that the page would have to run the program to know.
func (r *reader) unknown(at python.Span) {
	r.report(Wrong, at, "code_unknown_value", "text", r.source(at))
}

// quoted is how many characters of a program a message quotes.
const quoted = 40

// source is the text of a place, short enough for a message.
func (r *reader) source(at python.Span) string {
	var b strings.Builder
	n, between := 0, false
	for _, c := range r.text[at.Start:at.End] {
		if unicode.IsSpace(c) {
			between = n > 0
			continue
		}
		if between && n < quoted {
			b.WriteByte(' ')
			n++
		}
		if between = false; n == quoted {
			b.WriteString("…")
			break
		}
		b.WriteRune(c) // U+FFFD for what is no character
		n++
	}
	return b.String()
}

// syntaxProblem reports what the grammar could not read.
func (r *reader) syntaxProblem(err *python.Error) {
	at := python.Span{Start: min(err.Start, len(r.text)), End: min(err.End, len(r.text))}
	switch err.Kind {
	case python.TooLong:
		r.report(Wrong, python.Span{}, "code_too_long", "limit", itoa(python.MaxSize))
	case python.TooDeep:
		r.report(Wrong, at, "code_too_deep")
	case python.Unclosed:
		p := r.report(Wrong, at, "code_unclosed", "text", r.source(at), "expected", err.Expected).kerasSays("SyntaxError: '" + r.source(python.Span{Start: at.Start, End: at.Start + 1}) + "' was never closed")
		if strings.ContainsAny(err.Expected, `'"`) {
			p.kerasSays("SyntaxError: unterminated string literal (detected at line " + itoa(p.Detail.Line) + ")").Fix = r.closing(at, err.Expected)
		}
	case python.Typographic:
		c, _ := utf8.DecodeRuneInString(r.text[at.Start:])
		p := r.report(Wrong, at, "code_typographic", "text", r.text[at.Start:at.End], "fixed", err.Expected).
			kerasSays("SyntaxError: invalid character '" + string(c) + "' (U+" + hex4(c) + ")")
		p.Fix = plainEdits(r.text)
	default:
		line := r.text[at.Start:]
		if end := strings.IndexByte(line, '\n'); end >= 0 {
			line = line[:end]
		}
		at.End = at.Start + len(line)
		r.report(Wrong, at, "code_unexpected", "text", r.source(at), "expected", err.Expected).kerasSays(invalidSyntax(err.Expected))
	}
}

// closing closes a text at the end of its line, within the brackets and commas
// that stand there.
func (r *reader) closing(opened python.Span, quote string) []Edit {
	line, _, _ := strings.Cut(r.text[opened.End:], "\n")
	if len(quote) > 1 { // """ ends where the program does
		line = r.text[opened.End:]
	} else if trimmed := strings.TrimRight(line, " \t\r)]},"); trimmed != "" {
		line = trimmed
	}
	end := opened.End + len(line)
	return []Edit{{python.Span{Start: end, End: end}, quote}}
}

// plainEdits replace all typographic characters, since one seldom comes alone;
// but those in comments and texts stay, since the learner wrote them so.
func plainEdits(text string) []Edit {
	var edits []Edit
	// A quote that is not closed on its line was looked for up to open.
	open := map[byte]int{}
	for i := 0; i < len(text); {
		rest := text[i:]
		if open[rest[0]] <= i {
			if n := python.Skipped(rest); n > 0 {
				i += n
				continue
			}
			if rest[0] == '"' || rest[0] == '\'' {
				open[rest[0]] = lineEnd(text, i)
				if strings.HasPrefix(rest, strings.Repeat(rest[:1], 3)) {
					open[rest[0]] = len(text)
				}
			}
		}
		c, size := utf8.DecodeRuneInString(rest)
		plain := python.Plain(c)
		if plain != "" {
			edits = append(edits, Edit{python.Span{Start: i, End: i + size}, plain})
		}
		i += size
		if plain != `"` && plain != "'" {
			continue
		}
		if open[plain[0]] > i {
			continue
		}
		// What it opens ends at the next of its kind on the line.
		closed := false
		for k, c := range text[i:] {
			if c == '\n' {
				break
			}
			if quote := c == rune(plain[0]); quote || python.Plain(c) == plain {
				if !quote {
					edits = append(edits, Edit{python.Span{Start: i + k, End: i + k + utf8.RuneLen(c)}, plain})
				}
				i += k + utf8.RuneLen(c)
				closed = true
				break
			}
		}
		if !closed {
			open[plain[0]] = lineEnd(text, i)
		}
	}
	return edits
}

// lineEnd returns where the line of a place ends.
func lineEnd(text string, at int) int {
	if end := strings.IndexByte(text[at:], '\n'); end >= 0 {
		return at + end
	}
	return len(text)
}

// invalidSyntax is what Python says where something else was expected.
func invalidSyntax(expected string) string {
	if expected == python.Named {
		return "SyntaxError: positional argument follows keyword argument"
	}
	return "SyntaxError: invalid syntax"
}

func hex4(c rune) string {
	const digits = "0123456789ABCDEF"
	var b [4]byte
	for i := range b {
		b[3-i] = digits[c>>(4*i)&15]
	}
	return string(b[:])
}
