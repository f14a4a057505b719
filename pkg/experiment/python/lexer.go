package python

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// lexer cuts a text into tokens, skipping comments, and line ends in brackets.
type lexer struct {
	text      string
	next      int
	brackets  []token // those that are open
	fresh     bool    // at the start of a logical line
	comments  []Span
	lenient   bool   // makes a token of what Python refuses, and one of each indentation
	margin    []Span // what is skipped at the starts of lines, and as lines
	braced    bool   // within the braces of a formatted text
	base      int    // the column at which a program begins that is indented as a whole
	invisible []Span
	column    int // of the current line
	// endless are the triple quotes that were opened once and not closed before
	// the end of the text, which need not be looked for again.
	endless map[string]bool
	// tick is called at every token, where it is not nil.
	tick func()
}

// closing is the bracket that closes another.
var closing = map[string]string{"(": ")", "[": "]", "{": "}"}

// operators of more than one character, the longest first.
var operators = []string{
	"**=", "//=", "...", "<<=", ">>=", "**", "//", "<<", ">>", "==", "!=", "<=", ">=", "->", "+=", "-=", "*=", "/=", "%=", "@=", "&=", "|=", "^=", ":=",
}

// scan returns the next token.
func (l *lexer) scan() (token, *Error) {
	if l.tick != nil {
		l.tick()
	}
	indent := l.skip()
	start := l.next
	if start >= len(l.text) {
		if n := len(l.brackets); n > 0 && !l.lenient {
			open := l.brackets[n-1]
			return token{}, &Error{Unclosed, open.start, open.end, closing[open.text]}
		}
		return token{kind: EndToken, start: start, end: start}, nil
	}
	if l.text[start] == '\n' || (l.text[start] == ';' && len(l.brackets) == 0) {
		l.next++
		l.fresh = l.text[start] == '\n'
		return l.token(NewlineToken, start), nil
	}
	if l.fresh && indent && l.lenient {
		l.fresh = false
		return token{kind: IndentToken, start: start, end: start}, nil
	}
	if l.fresh && !l.lenient {
		l.fresh = false
		if l.magic(start) {
			return token{kind: MagicToken, start: start, end: l.next, text: l.text[start:l.next], first: true, column: l.column}, nil
		}
		t, err := l.scanAt(start)
		t.first, t.column = true, l.column
		return t, err
	}
	l.fresh = false
	return l.scanAt(start)
}

// magic takes a line of a notebook's own language: %matplotlib inline, !pip install.
func (l *lexer) magic(start int) bool {
	rest := l.text[start:]
	if rest[0] != '%' && rest[0] != '!' && rest[0] != '?' && !strings.HasPrefix(rest, "pip install ") {
		return false
	}
	end := strings.IndexByte(rest, '\n')
	if end < 0 {
		end = len(rest)
	}
	l.next = start + len(strings.TrimRight(rest[:end], "\r"))
	return true
}

// scanAt takes the token that begins at a place.
func (l *lexer) scanAt(start int) (token, *Error) {
	r, size := utf8.DecodeRuneInString(l.text[start:])
	switch {
	case r == '"' || r == '\'':
		return l.quoted(start, false, 0)
	case isDigit(l.text[start]) || (r == '.' && start+1 < len(l.text) && isDigit(l.text[start+1])):
		l.number()
		return l.token(NumberToken, start), nil
	case r == '_' || unicode.IsLetter(r):
		l.while(func(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }) // vowels of Hindi are marks
		name := l.token(NameToken, start)
		if l.next < len(l.text) && (l.text[l.next] == '"' || l.text[l.next] == '\'') && len(name.text) <= 2 && strings.Trim(name.text, "fFrRbBuU") == "" {
			return l.quoted(start, strings.ContainsAny(name.text, "fF"), 0) // f"…", r"…"
		}
		return name, nil
	}
	if plain, ok := typographic[r]; ok && !l.lenient {
		return token{}, &Error{Typographic, start, start + size, plain}
	}
	return l.operator(start, size)
}

func (l *lexer) operator(start, size int) (token, *Error) {
	for _, operator := range operators {
		if l.lenient && operator == "..." || l.braced && operator == ":=" && len(l.brackets) == 1 {
			continue
		}
		if strings.HasPrefix(l.text[start:], operator) {
			size = len(operator)
			break
		}
	}
	l.next += size
	t := l.token(OperatorToken, start)
	switch t.text {
	case "(", "[", "{":
		if len(l.brackets) == MaxDepth && !l.lenient {
			return t, &Error{TooDeep, t.start, t.end, ""}
		}
		l.brackets = append(l.brackets, t)
	case ")", "]", "}":
		n := len(l.brackets)
		if n == 0 && l.lenient {
			break
		}
		if n == 0 {
			return t, &Error{Unexpected, t.start, t.end, "("}
		}
		if want := closing[l.brackets[n-1].text]; want != t.text && !l.lenient {
			return t, &Error{Unexpected, t.start, t.end, want}
		}
		if l.braced && n == 1 {
			break // the end of the field, beyond which it is a text again
		}
		l.brackets = l.brackets[:n-1]
	}
	return t, nil
}

// skip skips spaces, comments, and line ends that do not count; indent tells
// whether the last skipped line began with spaces.
func (l *lexer) skip() (indent bool) {
	if l.fresh {
		l.column = 0
	}
	for l.next < len(l.text) {
		for len(l.margin) > 0 && l.margin[0].Start < l.next {
			l.margin = l.margin[1:]
		}
		if len(l.margin) > 0 && l.margin[0].Start == l.next && l.margin[0].End > l.next {
			l.next, l.column = l.margin[0].End, 0
			l.margin = l.margin[1:]
			continue
		}
		rest := l.text[l.next:]
		switch {
		case rest[0] == ' ' || rest[0] == '\t' || rest[0] == '\f' || rest[0] == '\r':
			indent = true
			if rest[0] == '\t' {
				l.column |= 7 // to the next eighth
			}
			if rest[0] != '\r' {
				l.column++
			}
			l.next++
		case strings.HasPrefix(rest, "\\\n") || strings.HasPrefix(rest, "\\\r\n"):
			l.next += strings.IndexByte(rest, '\n') + 1
		case rest[0] == '\n' && (len(l.brackets) > 0 || l.fresh):
			indent, l.column = false, 0
			l.next++
		case rest[0] == '#':
			end := strings.IndexByte(rest, '\n')
			if end < 0 {
				end = len(rest)
			}
			l.comments = append(l.comments, Span{l.next, l.next + end})
			l.next += end
		default:
			r, size := utf8.DecodeRuneInString(rest)
			if r < utf8.RuneSelf || !invisible(r) {
				return indent
			}
			if l.next > 0 || r != '\ufeff' {
				l.invisible = append(l.invisible, Span{l.next, l.next + size})
			}
			if unicode.IsSpace(r) && l.fresh {
				l.column++
			}
			l.next += size
		}
	}
	return indent
}

// quoted takes a text in quotes, with its prefix. Within the braces of a
// formatted one there may be others, in the same quotes.
func (l *lexer) quoted(start int, formatted bool, depth int) (token, *Error) {
	quote := l.text[l.next : l.next+1]
	if triple := strings.Repeat(quote, 3); strings.HasPrefix(l.text[l.next:], triple) {
		quote = triple
	}
	opened := l.next
	if depth > MaxDepth {
		return token{}, &Error{TooDeep, opened, opened + 1, ""}
	}
	l.next += len(quote)
	if l.endless[quote] {
		return token{}, &Error{Unclosed, opened, opened + len(quote), quote}
	}
	braces, brackets, spec := 0, 0, false
	for l.next < len(l.text) {
		c := l.text[l.next]
		switch {
		case c == '\\':
			l.next++
		case formatted && c == '{' && braces == 0 && strings.HasPrefix(l.text[l.next:], "{{"):
			l.next++
		case formatted && c == '{':
			braces++
		case formatted && c == '}':
			braces, spec = max(braces-1, 0), false
		case braces > 0 && (c == '[' || c == '('):
			brackets++
		case braces > 0 && (c == ']' || c == ')'):
			brackets--
		case braces > 0 && c == ':' && brackets == 0:
			spec = true // how wide, filled with what
		case braces > 0 && !spec && (c == '"' || c == '\''):
			before := l.text[l.next-1]
			if _, err := l.quoted(l.next, before == 'f' || before == 'F', depth+1); err != nil {
				return token{}, err
			}
			continue
		case strings.HasPrefix(l.text[l.next:], quote):
			l.next += len(quote)
			return l.token(TextToken, start), nil
		case l.text[l.next] == '\n' && len(quote) == 1:
			return token{}, &Error{Unclosed, opened, opened + 1, quote}
		}
		l.next++
	}
	if len(quote) > 1 {
		if l.endless == nil {
			l.endless = map[string]bool{}
		}
		l.endless[quote] = true
	}
	return token{}, &Error{Unclosed, opened, opened + len(quote), quote}
}

// number takes a number: digits, a point, an exponent; 0x1f and 2j too.
func (l *lexer) number() {
	if rest := strings.ToLower(l.text[l.next:min(l.next+2, len(l.text))]); rest == "0x" || rest == "0o" || rest == "0b" {
		l.while(func(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) })
		return
	}
	digits := func() { l.while(func(r rune) bool { return r == '_' || (r >= '0' && r <= '9') }) }
	digits()
	if strings.HasPrefix(l.text[l.next:], ".") {
		l.next++
		digits()
	}
	rest := l.text[l.next:]
	if len(rest) > 1 && (rest[0] == 'e' || rest[0] == 'E') {
		after := 1
		if rest[1] == '+' || rest[1] == '-' {
			after = 2
		}
		if len(rest) > after && isDigit(rest[after]) {
			l.next += after
			digits()
		}
	}
	if rest := l.text[l.next:]; rest != "" && (rest[0] == 'j' || rest[0] == 'J') {
		l.next++ // of a complex number
	}
}

func (l *lexer) while(is func(rune) bool) {
	l.next = len(l.text) - len(strings.TrimLeftFunc(l.text[l.next:], is))
}

func (l *lexer) token(kind TokenKind, start int) token {
	l.next = min(l.next, len(l.text))
	return token{kind: kind, start: start, end: l.next, text: l.text[start:l.next]}
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
