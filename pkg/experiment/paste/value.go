package paste

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"firstneuron/pkg/experiment"
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

// quotedText takes a text in quotes.
func (r *literals) quotedText() (text string, ok bool) {
	quote := r.peek()
	for i := r.at + 1; i < len(r.text); i++ {
		switch r.text[i] {
		case '\\':
			i++
		case '\n':
			return "", false
		case quote:
			text = r.text[r.at+1 : i]
			r.at = i + 1
			return unescaped(text), true
		}
	}
	return "", false
}

// unescaped reads \u00e4 and \/ as JSON writes them.
func unescaped(s string) string {
	if !strings.Contains(s, `\`) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' || i+1 == len(s) {
			b.WriteByte(s[i])
			continue
		}
		i++
		switch {
		case s[i] == 'u' && i+5 <= len(s):
			if v, err := strconv.ParseUint(s[i+1:i+5], 16, 16); err == nil {
				b.WriteRune(rune(v))
				i += 4
			}
		case s[i] == 'n':
			b.WriteByte('\n')
		case s[i] == 't' || s[i] == 'r':
			b.WriteByte(' ')
		default:
			b.WriteByte(s[i])
		}
	}
	return b.String()
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

// call reads the arguments of a function that makes a list.
func (r *literals) call(name string) (v value, p *experiment.Problem, sure bool) {
	start := r.at - len(name)
	last := name[strings.LastIndexAny(name, ".:")+1:]
	if !makesList(last) {
		r.at = start
		return v, r.notAList(), false
	}
	r.at++
	if r.depth++; r.depth > maxDepth {
		r.depth--
		return v, r.unexpected("1.0"), true
	}
	defer func() { r.depth-- }()
	var places []value
	object := value{kind: objectValue}
	for {
		r.tick()
		r.skipBlank(true)
		switch c := r.peek(); {
		case r.at >= len(r.text):
			return v, r.unexpected(")"), true
		case c == ')':
			r.at++
			v, ok := made(last, places, object)
			if !ok {
				r.at = start
				return v, r.notAList(), false
			}
			return v, nil, false
		case c == ',':
			r.at++
			continue
		case c == ']' || c == '}':
			return v, r.unexpected(")"), false
		}
		key, isNamed := r.key()
		before := r.at
		item, p, sure := r.value()
		switch {
		case p == nil && isNamed:
			object.keys = append(object.keys, key)
			object.items = append(object.items, item)
		case p == nil:
			places = append(places, item)
		case sure || !isNamed && len(places) == 0:
			return v, p, sure
		default: // dtype=np.float32
			r.at = before
			r.skipArgument()
			continue
		}
		r.skipBlank(true)
		if c := r.peek(); c != ',' && c != ')' && r.at < len(r.text) {
			if !isNamed && len(places) == 1 {
				return v, r.unexpected(")"), false
			}
			r.skipArgument()
		}
	}
}

// skipArgument skips to the comma or the parenthesis that ends an argument.
func (r *literals) skipArgument() {
	depth := 0
	for ; r.at < len(r.text); r.at++ {
		switch r.text[r.at] {
		case '(', '[', '{':
			depth++
		case ')', ']', '}':
			if depth == 0 {
				return
			}
			depth--
		case ',':
			if depth == 0 {
				return
			}
		}
	}
}

// makesList reports whether a function makes a list or an array of what it is given, or
// a number.
func makesList(function string) bool {
	function = function[strings.LastIndexAny(function, ".:")+1:]
	switch function {
	case "array", "asarray", "constant", "tensor", "Tensor", "tensor1d", "tensor2d", "Series", "list", "tuple", "c", "Variable", "convert_to_tensor",
		"DataFrame", "frame", "tibble", "dict", "from", "of", "arrayOf", "doubleArrayOf", "floatArrayOf", "intArrayOf", "listOf", "asList", "Array",
		"Float32Array", "Float64Array", "Int32Array", "FloatTensor", "vec", "t", "transpose", "Point", "point":
		return true
	}
	return makesNumber(function)
}

func makesNumber(function string) bool {
	switch function {
	case "float", "float64", "float32", "float16", "double", "Decimal", "int", "int64", "int32", "Number", "Float64":
		return true
	}
	return false
}

// made is what a function makes of its arguments.
func made(function string, places []value, object value) (v value, ok bool) {
	switch {
	case function == "Point" || function == "point":
		return value{kind: listValue, items: places, round: true}, len(places) == 2
	case len(places) == 0 && len(object.items) > 0:
		for i, key := range object.keys {
			if key == "data" || key == "value" || key == "values" {
				return object.items[i], true
			}
		}
		return object, function == "frame" || function == "DataFrame" || function == "dict" || function == "tibble"
	case len(places) == 0:
		return v, false
	case makesNumber(function):
		return places[0], places[0].kind == scalarValue
	case places[0].kind == scalarValue: // c(1, 2, 3)
		return value{kind: listValue, items: places}, len(places) > 1 || function == "c" || function == "of" || function == "listOf"
	case function == "t" || function == "transpose":
		return places[0].turned(), true
	case len(places) > 1 && function == "c":
		return v, false
	case function == "DataFrame": // pd.DataFrame([[1, 2]], columns=["x", "y"])
		for i, key := range object.keys {
			if names := object.items[i]; key == "columns" && names.kind == listValue && places[0].kind == listValue && len(places[0].items) > 0 && places[0].items[0].kind == listValue {
				return value{kind: listValue, items: append([]value{names}, places[0].items...)}, true
			}
		}
		return places[0], true
	case len(places) == 2 && strings.HasPrefix(function, "tensor") && places[1].kind == listValue:
		return places[0].reshaped(places[1].items)
	}
	return places[0], true
}

// method reads .reshape(-1, 1) and others that change the shape or the type and no
// value.
func (r *literals) method(v value) (value, *experiment.Problem) {
	start := r.at
	r.at++
	for r.at < len(r.text) && (r.text[r.at] == '_' || unicode.IsLetter(rune(r.text[r.at]))) {
		r.at++
	}
	name := r.text[start+1 : r.at]
	switch name {
	case "T", "values":
		if name == "T" {
			v = v.turned()
		}
		return v, nil
	case "reshape", "view":
		if r.peek() == '(' {
			shape, p, _ := r.list()
			if p != nil {
				return v, p
			}
			items := shape.items
			if len(items) == 1 && items[0].kind == listValue {
				items = items[0].items
			}
			if turned, ok := v.reshaped(items); ok {
				return turned, nil
			}
		}
	case "astype", "flatten", "ravel", "tolist", "to_numpy", "float", "numpy", "unsqueeze", "expand_dims", "toFloat", "asType", "to", "double":
		if r.peek() == '(' {
			r.at++
			r.skipArgument()
			for r.peek() == ',' {
				r.at++
				r.skipArgument()
			}
			if r.peek() == ')' {
				r.at++
				return v, nil
			}
		}
	}
	r.at = start + 1
	return v, r.unexpected("reshape(-1, 1)")
}

// reshaped returns a list in another shape, where its numbers fill it.
func (v value) reshaped(shape []value) (value, bool) {
	var sizes []int
	for _, size := range shape {
		n, err := strconv.Atoi(size.cell.text)
		if err != nil {
			return v, false
		}
		sizes = append(sizes, n)
	}
	flat := v.flat(nil)
	if len(sizes) != 2 || sizes[1] == 1 || sizes[0] == 1 || sizes[1] == -1 && sizes[0] == len(flat) {
		return value{kind: listValue, items: flat}, len(sizes) > 0
	}
	columns := sizes[1]
	if columns == -1 && sizes[0] > 0 {
		columns = len(flat) / sizes[0]
	}
	if columns < 1 || len(flat)%columns != 0 {
		return v, false
	}
	shaped := value{kind: listValue}
	for i := 0; i < len(flat); i += columns {
		shaped.items = append(shaped.items, value{kind: listValue, items: flat[i : i+columns]})
	}
	return shaped, true
}

// flat are the numbers of lists in lists.
func (v value) flat(all []value) []value {
	for _, item := range v.items {
		if item.kind == listValue {
			all = item.flat(all)
		} else {
			all = append(all, item)
		}
	}
	return all
}

// turned returns a list of rows as one of columns.
func (v value) turned() value {
	if len(v.items) == 0 || v.items[0].kind != listValue {
		return v
	}
	width := len(v.items[0].items)
	turned := value{kind: listValue, items: make([]value, width)}
	for i := range width {
		turned.items[i].kind = listValue
		for _, row := range v.items {
			if i < len(row.items) {
				turned.items[i].items = append(turned.items[i].items, row.items[i])
			}
		}
	}
	return turned
}
