package paste

import (
	"strings"
	"unicode"

	"firstneuron/pkg/experiment"
)

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
		"Float32Array", "Float64Array", "Int32Array", "FloatTensor", "vec", "t", "transpose", "Point", "point", "structure":
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
		if function == "c" { // c(a = 1, b = 2) of R
			return value{kind: listValue, items: object.items}, true
		}
		return object, function == "frame" || function == "DataFrame" || function == "dict" || function == "tibble" || function == "list"
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
