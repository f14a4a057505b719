package paste

import (
	"strconv"
	"strings"
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

// value reads a list, an object, a number, a text, or a call that makes one of them.
// sure tells whether a problem is a mistake in data, and no other kind of statement.
func (r *literals) value() (v value, p *experiment.Problem, sure bool) {
	r.tick()
	if r.count++; r.count > maxCells/2 {
		return v, experiment.NewProblem("too_many_cells", "max", strconv.Itoa(maxCells/2)), true
	}
	r.skipBlank(r.depth > 0)
	switch c := r.peek(); c {
	case '[', '{', '(':
		v, p, sure = r.list()
		if p == nil && c == '[' && len(v.items) == 0 { // []float64{1, 2}
			if word := r.word(); word != "" && r.peek() == '{' {
				v, p, sure = r.list()
			}
		}
	case '<':
		end := strings.Index(r.text[r.at:min(len(r.text), r.at+300)], "numpy=")
		if end < 0 {
			return v, r.notAList(), false
		}
		r.at += end + len("numpy=")
		if v, p, sure = r.value(); p == nil {
			r.skipBlank(true)
			if r.peek() == '>' {
				r.at++
			}
		}
	default:
		v, p, sure = r.scalar()
	}
	for p == nil && v.kind == listValue {
		if r.peek() == '\'' { // as MATLAB turns a row to a column
			r.at++
			v = v.turned()
		}
		if r.peek() != '.' {
			break
		}
		v, p = r.method(v)
	}
	return v, p, sure
}

// list reads what stands in brackets.
func (r *literals) list() (v value, p *experiment.Problem, sure bool) {
	if r.depth++; r.depth > maxDepth {
		r.depth--
		return v, r.unexpected("1.0"), true
	}
	defer func() { r.depth-- }()
	open := r.peek()
	end := map[byte]byte{'[': ']', '(': ')', '{': '}'}[open]
	v = value{kind: listValue, round: open == '('}
	r.at++
	var rows []value // of [1 2; 3 4]
	var separator byte
	lineAt := 0 // how many items stood before the latest line end
	begun := r.at
	for {
		r.tick()
		before := r.at
		r.skipBlank(true)
		newline := strings.IndexByte(r.text[before:r.at], '\n') >= 0
		if r.at >= len(r.text) {
			return v, r.unexpected(", " + string(end)), true
		}
		c := r.peek()
		switch {
		case c == end:
			r.at++
			if v.kind == objectValue {
				return v, nil, false
			}
			if len(rows) > 0 {
				if len(v.items) > 0 {
					rows = append(rows, value{kind: listValue, items: v.items})
				}
				v.items = rows
			}
			return v, nil, false
		case c == ';' && len(v.items) > 0 && open == '[':
			rows = append(rows, value{kind: listValue, items: v.items})
			v.items, separator, lineAt = nil, 0, 0
			r.at++
			continue
		case strings.HasPrefix(r.text[r.at:], "...") || strings.HasPrefix(r.text[r.at:], "…"):
			return v, r.place(experiment.NewProblem("numbers_elided"), r.at), true
		case len(v.items) > 0 && c == ',':
			if separator == ' ' && open == '[' {
				return v, r.unexpected("1 2 3"), true
			}
			separator = ','
			r.at++
			r.skipBlank(true)
			if r.peek() == end {
				continue
			}
		case len(v.items) > 0 && v.kind != objectValue:
			// No comma: numbers as NumPy and MATLAB print them.
			nested := v.items[len(v.items)-1].kind == listValue && (c == '[' || c == '(')
			if separator == ',' && !nested || !strings.ContainsRune("[({+-.0123456789nNiI<−\"'", firstRune(r.text[r.at:])) || before == r.at && !nested {
				return v, r.unexpected(", " + string(end)), numeric(v)
			}
			if !nested {
				separator = ' '
			}
			// A line of MATLAB is a row; one of NumPy ends where it is full.
			if newline && open == '[' && !nested && c != '[' && before-begun < 56 && len(v.items)-lineAt > 1 {
				rows = append(rows, value{kind: listValue, items: v.items})
				v.items, lineAt, begun = nil, 0, r.at
			}
		case len(v.items) == 0 && c == ',':
			return v, r.place(experiment.NewProblem("number_missing"), r.at), true
		case v.kind == objectValue && len(v.items) > 0:
			return v, r.unexpected(", " + string(end)), true
		}
		if r.peek() == ',' {
			return v, r.place(experiment.NewProblem("number_missing"), r.at), true
		}
		if open == '{' && (len(v.items) == 0 && len(rows) == 0 || v.kind == objectValue) {
			if key, ok := r.key(); ok {
				v.kind = objectValue
				v.keys = append(v.keys, key)
			} else if v.kind == objectValue {
				return v, r.unexpected(`"x":`), true
			}
		}
		item, p, sure := r.value()
		if p != nil {
			return v, p, sure || numeric(v)
		}
		v.items = append(v.items, item)
	}
}

// numeric reports whether a list has a number, so that it is data.
func numeric(v value) bool {
	return len(v.items) > 0 && (v.items[0].kind == listValue || looksNumeric(v.items[0].cell))
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// key takes the name of an object's value, and the mark behind it.
func (r *literals) key() (key string, ok bool) {
	start := r.at
	r.skipBlank(true)
	switch c := r.peek(); c {
	case '"', '\'', '`':
		key, ok = r.quotedText()
	case '[': // {[1] = 2} of Lua is no name
	default:
		key = r.word()
		ok = key != ""
	}
	r.skipBlank(true)
	switch {
	case !ok:
	case strings.HasPrefix(r.text[r.at:], "=>"):
		r.at += 2
		return key, true
	case r.peek() == ':' || r.peek() == '=' && !strings.HasPrefix(r.text[r.at:], "=="):
		r.at++
		return key, true
	}
	r.at = start
	return "", false
}

// scalar reads a number, a text, the name of a missing number, or a call.
func (r *literals) scalar() (v value, p *experiment.Problem, sure bool) {
	start := r.at
	if c := r.peek(); c == '"' || c == '\'' || c == '`' {
		text, ok := r.quotedText()
		if !ok {
			return v, r.unexpected(string(c)), false
		}
		r.quoted = true
		return value{cell: cell{text, start}}, nil, false
	}
	r.item()
	text := r.text[start:r.at]
	if text == "" {
		if r.depth > 0 {
			return v, r.place(experiment.NewProblem("number_missing"), start), false
		}
		return v, r.notAList(), false
	}
	if isPlainNumber(text) || isMissingMark(strings.TrimPrefix(strings.TrimPrefix(text, "np."), "float.")) && text != "-" {
		return value{cell: cell{strings.TrimPrefix(text, "np."), start}}, nil, false
	}
	if suffix := text[len(text)-1]; strings.IndexByte("fFLldDn", suffix) >= 0 && isPlainNumber(text[:len(text)-1]) {
		return value{cell: cell{text[:len(text)-1], start}}, nil, false
	}
	if text == "new" {
		r.skipBlank(false)
		return r.scalar()
	}
	name := strings.TrimSuffix(strings.TrimSuffix(text, "!"), "<")
	switch r.peek() {
	case '(':
		return r.call(name)
	case '[':
		if name == "vec" || strings.HasSuffix(text, "!") {
			return r.list()
		}
	}
	r.at = start
	if r.depth == 0 {
		return v, r.notAList(), false
	}
	p = r.place(experiment.NewProblem("not_a_number", "text", experiment.Quote(text)), start)
	r.at = start + len(text)
	return v, p, false
}

// item skips the characters of a number or a name.
func (r *literals) item() {
	for r.at < len(r.text) {
		char, size := utf8.DecodeRuneInString(r.text[r.at:])
		if isBlank(char) || strings.ContainsRune(",;:[](){}=\"'#\n", char) || char == '→' || char == '<' || char == '>' || char == '\\' || char == '/' {
			return
		}
		if char == '-' && strings.HasPrefix(r.text[r.at:], "->") {
			return
		}
		r.at += size
	}
}

// isPlainNumber reports whether a text is a number as programs write it.
func isPlainNumber(s string) bool {
	f, ok := scanFigure(s)
	if !ok || f.before != "" || f.after != "" || f.fraction != 0 || f.factor != 1 || strings.HasPrefix(s, "(") {
		return false
	}
	_, ok = f.digits('.')
	return ok && !strings.ContainsAny(f.body, ", '")
}
