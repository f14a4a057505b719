package program

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"firstneuron/pkg/experiment/python"
	"firstneuron/pkg/experiment/script"
)

// syntaxProblem reports what the grammar could not read.
func (r *reader) syntaxProblem(err *python.Error) {
	at := python.Span{Start: min(err.Start, len(r.text)), End: min(err.End, len(r.text))}
	if (err.Kind == python.Unassignable || err.Kind == python.Unexpected) && r.wrongBracket(at.Start) {
		return
	}
	switch err.Kind {
	case python.TooLong:
		r.report(Wrong, python.Span{}, "code_too_long", "limit", itoa(python.MaxSize))
	case python.TooDeep:
		r.report(Wrong, at, "code_too_deep")
	case python.Indentation:
		p := r.report(Wrong, at, "code_indentation").kerasSays(err.Expected)
		if strings.HasSuffix(err.Expected, "unexpected indent") {
			start := lineStart(r.text, at.Start)
			before := strings.TrimRight(r.text[:start], " \t\r\n")
			line := before[lineStart(before, len(before)):]
			blanks := line[:len(line)-len(strings.TrimLeft(line, " \t"))]
			if !strings.HasSuffix(line, ":") && r.text[start:at.Start] != blanks {
				p.fix(python.Span{Start: start, End: at.Start}, blanks) // as the line above
			}
		}
	case python.Unassignable:
		r.report(Wrong, at, "code_unassignable", "text", r.source(at)).kerasSays("SyntaxError: " + err.Expected)
	case python.Repeated:
		p := r.report(Wrong, at, "code_repeated", "text", err.Expected).kerasSays("SyntaxError: keyword argument repeated: " + err.Expected)
		start := strings.LastIndexByte(r.text[:at.Start], ',')
		if start > 0 && strings.TrimSpace(r.text[start+1:at.Start]) == "" {
			p.fix(python.Span{Start: start, End: at.End}, "")
		}
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
		at.End = lineEnd(r.text, at.Start)
		line := r.text[at.Start:at.End]
		start := lineStart(r.text, at.Start)
		if before := strings.TrimSpace(r.text[start:at.Start]); before == "print" && err.Expected == "⏎" {
			shown := strings.TrimRight(line, " \t\r")
			r.report(Wrong, at, "code_print", "text", r.source(at)).
				kerasSays("SyntaxError: Missing parentheses in call to 'print'. Did you mean print(...)?").
				fix(python.Span{Start: start + strings.Index(r.text[start:], "print") + len("print"), End: at.Start}, "(").
				fix(python.Span{Start: at.Start + len(shown), End: at.Start + len(shown)}, ")")
			return
		}
		if r.missingMark(err) {
			return
		}
		if word, _, _ := strings.Cut(strings.TrimSpace(r.text[start:at.Start]), " "); err.Expected == ":" && r.text[at.Start:err.End] == "=" && (word == "if" || word == "elif" || word == "while") {
			r.report(Wrong, at, "code_unexpected", "text", "=", "expected", "==").
				kerasSays("SyntaxError: invalid syntax. Maybe you meant '==' or ':=' instead of '='?").fix(python.Span{Start: at.Start, End: err.End}, "==")
			return
		}
		r.report(Wrong, at, "code_unexpected", "text", r.source(at), "expected", err.Expected).kerasSays(invalidSyntax(err.Expected))
	}
}

// missingMark tells of a comma between two items, or of the colon of a line such as def
// f(), that is missing. It reports whether that is all that is wrong at the place: what
// is written with the mark reads beyond it. Commas seldom lack alone, so that all are
// mended at once.
func (r *reader) missingMark(err *python.Error) bool {
	colon := err.Expected == ":" && err.Start == lineEnd(r.text, err.Start) || err.Expected == ":" && strings.HasPrefix(r.text[err.Start:], "\r")
	if !colon && (len(err.Expected) != 3 || err.Expected[:2] != ", " || err.Start == err.End) {
		return false
	}
	var fix []Edit
	for at := err; len(fix) < maxMarks; {
		text := ","
		if colon {
			text = ":"
		}
		end := at.Start
		for end > 0 && strings.ContainsRune(" \t\r\n", rune(r.text[end-1])) {
			end--
		}
		fix = append(fix, Edit{Span: python.Span{Start: end, End: end}, Text: text})
		_, next := python.Parse(script.Apply(r.text, fix))
		if next == nil {
			break
		}
		begins := next.Start - len(fix) // in the text as it is
		if begins <= at.Start || begins > len(r.text) {
			return false
		}
		if colon || next.Kind != python.Unexpected || len(next.Expected) != 3 || next.Expected[:2] != ", " {
			fix = nil // of another mistake the learner is told afterwards
			break
		}
		moved := *next
		moved.Start, moved.End = begins, begins+next.End-next.Start
		at = &moved
	}
	if len(fix) == maxMarks {
		return false
	}
	var p told
	if colon {
		line := python.Span{Start: lineStart(r.text, err.Start), End: err.Start}
		p = r.report(Wrong, line, "code_colon", "text", r.source(line)).kerasSays("SyntaxError: expected ':'")
	} else {
		item := python.Span{Start: err.Start, End: err.End}
		p = r.report(Wrong, item, "code_comma", "text", r.source(item)).kerasSays("SyntaxError: invalid syntax. Perhaps you forgot a comma?")
	}
	p.Fix = fix
	return true
}

// maxMarks is how many missing marks are mended at once.
const maxMarks = 100

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
	return []Edit{{Span: python.Span{Start: end, End: end}, Text: quote}}
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
			edits = append(edits, Edit{Span: python.Span{Start: i, End: i + size}, Text: plain})
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
					edits = append(edits, Edit{Span: python.Span{Start: i + k, End: i + k + utf8.RuneLen(c)}, Text: plain})
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

// margins tells of what stands around the program, or in it where nobody sees it.
func (r *reader) margins(file python.File) {
	if len(file.Invisible) > 0 {
		at := file.Invisible[0]
		c, _ := utf8.DecodeRuneInString(r.text[at.Start:])
		p := r.report(Mistake, at, "code_invisible", "text", "U+"+hex4(c)).kerasSays("SyntaxError: invalid non-printable character U+" + hex4(c))
		for _, at := range file.Invisible {
			c, _ := utf8.DecodeRuneInString(r.text[at.Start:])
			by := ""
			if unicode.IsSpace(c) {
				by = " "
			}
			p.fix(at, by)
		}
	}
	if len(file.Margin.Spans) == 0 {
		return
	}
	at := file.Margin.Spans[0]
	code, keras := "code_margin", "SyntaxError: invalid syntax"
	if file.Margin.Kind == python.Indented {
		code, keras = "code_indented", "IndentationError: unexpected indent"
	}
	var args []string
	if code == "code_margin" {
		args = []string{"text", strings.TrimSpace(r.source(at))}
	}
	p := r.report(Mistake, at, code, args...).kerasSays(keras)
	for _, at := range file.Margin.Spans {
		p.fix(at, "")
	}
}
