package eval

import (
	"errors"
	"math"
	"slices"
	"strconv"
	"strings"
)

// builtins are the functions that every program knows.
var builtins map[string]Value

func init() {
	builtins = map[string]Value{"NotImplemented": None{}, "__doc__": None{}, "__file__": Str{V: "program.py"}}
	for name, class := range exceptions {
		builtins[name] = class
	}
	builtins["object"] = NewClass("object")
	builtins["IOError"] = exceptions["OSError"]
	for name, fn := range map[string]method{
		"len": length, "range": ranges, "enumerate": enumerate, "zip": zip, "map": mapped, "filter": filtered, "abs": absolute,
		"round": rounded, "min": extreme, "max": extreme, "sum": sum, "sorted": sortedOf, "reversed": reversed, "any": anyAll, "all": anyAll,
		"isinstance": isInstance, "repr": reprOf, "format": formatOf, "divmod": divmod, "pow": power, "iter": iterator, "next": nextOf,
		"hasattr": hasAttr, "getattr": getAttr, "setattr": setAttrOf, "callable": callable, "ord": ord, "chr": chr, "id": identity,
		"input": outside, "open": outside, "vars": lacks, "dir": lacks, "globals": lacks, "locals": lacks, "eval": lacks, "exec": lacks,
		"bytes": lacks, "complex": lacks, "memoryview": lacks, "hash": lacks, "bin": inBase, "hex": inBase, "oct": inBase, "issubclass": lacks, "display": lacks,
	} {
		builtins[name] = &Builtin{Name: name, Fn: named(name, fn)}
	}
	for name, fn := range map[string]method{"int": intType, "float": floatType, "bool": boolType, "str": strType, "list": listType, "tuple": listType, "dict": dictType, "set": setType, "frozenset": setType} {
		builtins[name] = &Builtin{Name: name, Fn: named(name, fn), IsType: true}
	}
	for name, fn := range map[string]method{"print": printed, "type": typeOf, "super": super, "len": length} {
		builtins[name] = &Builtin{Name: name, Fn: fn, TakesUnknown: true}
	}
	builtins["type"].(*Builtin).IsType = true
}

// named gives a function its name in the arguments' place.
func named(name string, fn method) method {
	return func(t *Thread, args *Args) (Value, error) {
		before := t.calling
		t.calling = name
		v, err := fn(t, args)
		t.calling = before
		return v, err
	}
}

func lacks(t *Thread, _ *Args) (Value, error) { return t.Lacks(t.calling), nil }

func outside(t *Thread, _ *Args) (Value, error) {
	t.Tell("code_outside", "text", t.calling)
	return Unknown{Why: Outside, Text: t.calling, At: t.at}, nil
}

// printed is print.
func printed(t *Thread, args *Args) (Value, error) {
	b, err := args.Bind("print", "*args", "sep=", "end=", "file=", "flush=")
	if err != nil {
		return nil, err
	}
	sep, end := " ", "\n"
	if s, ok := AsStr(b.Value("sep")); ok {
		sep = s
	}
	if s, ok := AsStr(b.Value("end")); ok {
		end = s
	}
	p := Print{At: t.at}
	var parts []string
	for _, arg := range b.Rest {
		if u, unknown := anyUnknown(arg.Value); unknown {
			p.Unknown = &u
			continue
		}
		text, err := t.Str(arg.Value)
		if err != nil {
			return nil, err
		}
		parts = append(parts, text)
	}
	if p.Unknown == nil {
		p.Text = strings.Join(parts, sep) + end
	}
	if t.printed += len(p.Text); t.printed > MaxPrinted {
		return nil, &Limit{Kind: Printed, At: t.at}
	}
	if t.config.Print != nil {
		t.config.Print(p)
	}
	switch {
	case p.Unknown == nil:
	case p.Unknown.Why == Lacking:
		return *p.Unknown, nil
	case p.Unknown.Why == Outside || p.Unknown.Why == Chance:
		t.Tell("code_outside", "text", p.Unknown.Text)
	}
	return None{}, nil
}

func length(t *Thread, args *Args) (Value, error) {
	b, err := args.Bind("len", "obj")
	if err != nil {
		return nil, err
	}
	if u, unknown := b.Value("obj").(Unknown); unknown {
		return u, nil
	}
	n, err := t.Len(b.Value("obj"))
	return Int{V: int64(n)}, err
}

func ranges(t *Thread, args *Args) (Value, error) {
	b, err := args.Bind("range", "a", "b=", "step=")
	if err != nil {
		return nil, err
	}
	var n [3]int64
	for i, name := range []string{"a", "b", "step"} {
		v := b.Value(name)
		if v == nil {
			continue
		}
		whole, ok := AsInt(v)
		if !ok {
			return nil, Raise("TypeError", "'"+v.Class()+"' object cannot be interpreted as an integer")
		}
		n[i] = int64(whole)
	}
	r := Range{n[0], n[1], n[2]}
	if b.Value("b") == nil {
		r.Start, r.Stop = 0, n[0]
	}
	if b.Value("step") == nil {
		r.Step = 1
	}
	if r.Step == 0 {
		return nil, Raise("ValueError", "range() arg 3 must not be zero")
	}
	if d := float64(r.Stop) - float64(r.Start); math.Abs(d) > 1e15 {
		return nil, &Limit{Kind: Large}
	}
	return r, nil
}

func enumerate(t *Thread, args *Args) (Value, error) {
	b, err := args.Bind("enumerate", "iterable", "start=")
	if err != nil {
		return nil, err
	}
	items, err := t.Iterate(b.Value("iterable"))
	if err != nil {
		return nil, err
	}
	start, err := b.Int("start", 0)
	if err != nil {
		return nil, err
	}
	pairs := make([]Value, len(items))
	for i, item := range items {
		pairs[i] = &Tuple{Items: []Value{Int{V: int64(start + i)}, item}}
	}
	return &Iterator{items: pairs}, t.Alloc(2 * len(items))
}

func zip(t *Thread, args *Args) (Value, error) {
	var lists [][]Value
	n := -1
	for _, arg := range args.List {
		if arg.Name != "" {
			continue
		}
		items, err := t.Iterate(arg.Value)
		if err != nil {
			return nil, err
		}
		lists = append(lists, items)
		if n < 0 || len(items) < n {
			n = len(items)
		}
	}
	var rows []Value
	for i := range max(n, 0) {
		row := &Tuple{}
		for _, list := range lists {
			row.Items = append(row.Items, list[i])
		}
		rows = append(rows, row)
	}
	return &Iterator{items: rows}, t.Alloc(max(n, 0) * len(lists))
}

func mapped(t *Thread, args *Args) (Value, error) {
	if len(args.List) < 2 {
		return nil, Raise("TypeError", "map() must have at least two arguments.")
	}
	rows, err := zip(t, &Args{Span: args.Span, List: args.List[1:]})
	if err != nil {
		return nil, err
	}
	it := &Iterator{}
	for _, row := range rows.(*Iterator).items {
		v, err := t.Call(args.List[0].Value, row.(*Tuple).Items...)
		if err != nil {
			return nil, err
		}
		it.items = append(it.items, v)
	}
	return it, nil
}

func filtered(t *Thread, args *Args) (Value, error) {
	b, err := args.Bind("filter", "function", "iterable")
	if err != nil {
		return nil, err
	}
	items, err := t.Iterate(b.Value("iterable"))
	if err != nil {
		return nil, err
	}
	it := &Iterator{}
	for _, item := range items {
		v := item
		if b.Has("function") {
			if v, err = t.Call(b.Value("function"), item); err != nil {
				return nil, err
			}
		}
		yes, err := t.Truth(v)
		if err != nil {
			return nil, err
		}
		if yes {
			it.items = append(it.items, item)
		}
	}
	return it, nil
}

func absolute(t *Thread, args *Args) (Value, error) {
	b, err := args.Bind("abs", "x")
	if err != nil {
		return nil, err
	}
	switch v := b.Value("x").(type) {
	case Float:
		return Float{V: math.Abs(v.V)}, nil
	case Int, Bool:
		n := intOf(v)
		return Int{V: max(n, -n)}, nil
	case Attributed:
		if method, err := v.Attr(t, "__abs__"); method != nil || err != nil {
			if err != nil {
				return nil, err
			}
			return t.Call(method)
		}
		if f, whole, ok := number(b.Value("x")); ok {
			if whole {
				return Int{V: int64(math.Abs(f))}, nil
			}
			return Float{V: math.Abs(f)}, nil
		}
	}
	return nil, Raise("TypeError", "bad operand type for abs(): '"+b.Value("x").Class()+"'")
}

func rounded(t *Thread, args *Args) (Value, error) {
	b, err := args.Bind("round", "number", "ndigits=")
	if err != nil {
		return nil, err
	}
	v := b.Value("number")
	if x, ok := v.(Attributed); ok {
		method, err := x.Attr(t, "__round__")
		if err != nil {
			return nil, err
		}
		if _, unknown := method.(Unknown); method != nil && !unknown {
			var rest []Value
			if b.Has("ndigits") {
				rest = append(rest, b.Value("ndigits"))
			}
			return t.Call(method, rest...)
		}
	}
	f, whole, ok := number(v)
	if !ok {
		return nil, Raise("TypeError", "type "+v.Class()+" doesn't define __round__ method")
	}
	digits, err := b.Int("ndigits", 0)
	if err != nil {
		return nil, err
	}
	if whole && digits >= 0 {
		return Int{V: int64(f)}, nil
	}
	r := RoundHalfEven(f, digits)
	if !b.Has("ndigits") || whole {
		if math.IsNaN(r) || math.IsInf(r, 0) {
			return nil, Raise("ValueError", "cannot convert float "+strings.ToUpper(FloatRepr(r)[:1])+"aN to integer")
		}
		return Int{V: int64(r)}, nil
	}
	return Float{V: r}, nil
}

// RoundHalfEven rounds to so many digits after the point, as Python's round does.
func RoundHalfEven(f float64, digits int) float64 {
	if digits < 0 {
		p := math.Pow(10, float64(-digits))
		return math.RoundToEven(f/p) * p
	}
	if digits == 0 {
		return math.RoundToEven(f)
	}
	r, err := strconv.ParseFloat(strconv.FormatFloat(f, 'f', min(digits, 320), 64), 64)
	if err != nil {
		return f
	}
	return r
}

func extreme(t *Thread, args *Args) (Value, error) {
	want := "<"
	if t.calling == "max" {
		want = ">"
	}
	name := t.calling
	b, err := args.Bind(name, "*args", "key=", "default=")
	if err != nil {
		return nil, err
	}
	var items []Value
	for _, arg := range b.Rest {
		items = append(items, arg.Value)
	}
	if len(items) == 1 {
		if items, err = t.Iterate(items[0]); err != nil {
			return nil, err
		}
	}
	if len(items) == 0 {
		if v := b.Value("default"); v != nil {
			return v, nil
		}
		return nil, Raise("ValueError", name+"() arg is an empty sequence")
	}
	keyOf := func(v Value) (Value, error) {
		if b.Has("key") {
			return t.Call(b.Value("key"), v)
		}
		return v, nil
	}
	best := items[0]
	bestKey, err := keyOf(best)
	if err != nil {
		return nil, err
	}
	for _, item := range items[1:] {
		if err := t.Spend(1); err != nil {
			return nil, err
		}
		key, err := keyOf(item)
		if err != nil {
			return nil, err
		}
		v, err := t.Binary(want, key, bestKey)
		if err != nil {
			return nil, err
		}
		yes, err := t.Truth(v)
		if err != nil {
			return nil, err
		}
		if yes {
			best, bestKey = item, key
		}
	}
	return best, nil
}

func sum(t *Thread, args *Args) (Value, error) {
	b, err := args.Bind("sum", "iterable", "start=")
	if err != nil {
		return nil, err
	}
	items, err := t.Iterate(b.Value("iterable"))
	if err != nil {
		return nil, err
	}
	var total Value = Int{}
	if v := b.Value("start"); v != nil {
		total = v
	}
	for _, item := range items {
		if err := t.Spend(1); err != nil {
			return nil, err
		}
		if total, err = t.Binary("+", total, item); err != nil {
			return nil, err
		}
	}
	return total, nil
}

func sortedOf(t *Thread, args *Args) (Value, error) {
	b, err := args.Bind("sorted", "iterable", "*", "key=", "reverse=")
	if err != nil {
		return nil, err
	}
	items, err := t.Iterate(b.Value("iterable"))
	if err != nil {
		return nil, err
	}
	sorted, err := t.sorted(items, b.Value("key"), b.Bool("reverse", false))
	if err != nil {
		return nil, err
	}
	return &List{Items: sorted}, t.Alloc(len(sorted))
}

func reversed(t *Thread, args *Args) (Value, error) {
	b, err := args.Bind("reversed", "sequence")
	if err != nil {
		return nil, err
	}
	items, err := t.Iterate(b.Value("sequence"))
	if err != nil {
		return nil, err
	}
	items = slices.Clone(items)
	slices.Reverse(items)
	return &Iterator{items: items}, t.Alloc(len(items))
}

func anyAll(t *Thread, args *Args) (Value, error) {
	name := t.calling
	b, err := args.Bind(name, "iterable")
	if err != nil {
		return nil, err
	}
	items, err := t.Iterate(b.Value("iterable"))
	if err != nil {
		return nil, err
	}
	for _, item := range items {
		yes, err := t.Truth(item)
		if err != nil {
			return nil, err
		}
		if yes == (name == "any") {
			return Bool{V: yes}, nil
		}
	}
	return Bool{V: name == "all"}, nil
}

func isInstance(t *Thread, args *Args) (Value, error) {
	b, err := args.Bind("isinstance", "obj", "class_or_tuple")
	if err != nil {
		return nil, err
	}
	v := b.Value("obj")
	types := []Value{b.Value("class_or_tuple")}
	if tuple, ok := types[0].(*Tuple); ok {
		types = tuple.Items
	}
	for _, want := range types {
		switch want := want.(type) {
		case *Builtin:
			class := v.Class()
			if class == want.Name || class == "bool" && want.Name == "int" || class == "numpy.float64" && want.Name == "float" || strings.HasSuffix(class, "."+want.Name) {
				return Bool{V: true}, nil
			}
		case *ClassOf:
			if i, ok := v.(*Instance); ok && i.Type.derives(want) || want.Name == "object" {
				return Bool{V: true}, nil
			}
		default:
			if want.Class() != "type" {
				return t.Lacks("isinstance"), nil
			}
			text, err := t.Repr(want)
			if err != nil {
				return nil, err
			}
			if strings.Contains(text, "'"+v.Class()+"'") {
				return Bool{V: true}, nil
			}
		}
	}
	return Bool{}, nil
}

// classValue is what type gives of a value of a library.
type classValue string

func (classValue) Class() string { return "type" }

// Repr is <class '…'>.
func (c classValue) Repr(*Thread) (string, error) { return "<class '" + string(c) + "'>", nil }

// Str is its Repr.
func (c classValue) Str(t *Thread) (string, error) { return c.Repr(t) }

// Attr is its name.
func (c classValue) Attr(_ *Thread, name string) (Value, error) {
	if name == "__name__" {
		return Str{V: string(c[strings.LastIndexByte(string(c), '.')+1:])}, nil
	}
	return nil, nil
}

func typeOf(t *Thread, args *Args) (Value, error) {
	b, err := args.Bind("type", "object")
	if err != nil {
		return nil, err
	}
	switch v := b.Value("object").(type) {
	case Unknown:
		return v, nil
	case *Instance:
		return v.Type, nil
	default:
		if own, ok := builtins[v.Class()].(*Builtin); ok && own.IsType {
			return own, nil
		}
		return classValue(v.Class()), nil
	}
}

func super(t *Thread, args *Args) (Value, error) {
	if len(args.List) == 2 {
		if class, ok := args.List[0].Value.(*ClassOf); ok {
			return superOf{class, args.List[1].Value}, nil
		}
	}
	for f := t.frame; f != nil; f = f.outer {
		if f.function != nil && f.function.class != nil {
			return superOf{f.function.class, f.self}, nil
		}
	}
	return nil, Raise("RuntimeError", "super(): no arguments")
}

func reprOf(t *Thread, args *Args) (Value, error) {
	b, err := args.Bind("repr", "obj")
	if err != nil {
		return nil, err
	}
	text, err := t.Repr(b.Value("obj"))
	return Str{V: text}, err
}

func formatOf(t *Thread, args *Args) (Value, error) {
	b, err := args.Bind("format", "value", "format_spec=")
	if err != nil {
		return nil, err
	}
	spec, _ := AsStr(b.Value("format_spec"))
	text, err := t.Format(b.Value("value"), spec)
	return Str{V: text}, err
}

func divmod(t *Thread, args *Args) (Value, error) {
	b, err := args.Bind("divmod", "x", "y")
	if err != nil {
		return nil, err
	}
	q, err := t.Binary("//", b.Value("x"), b.Value("y"))
	if err != nil {
		return nil, err
	}
	r, err := t.Binary("%", b.Value("x"), b.Value("y"))
	return &Tuple{Items: []Value{q, r}}, err
}

func power(t *Thread, args *Args) (Value, error) {
	b, err := args.Bind("pow", "base", "exp", "mod=")
	if err != nil {
		return nil, err
	}
	v, err := t.Binary("**", b.Value("base"), b.Value("exp"))
	if err != nil || !b.Has("mod") {
		return v, err
	}
	return t.Binary("%", v, b.Value("mod"))
}

func iterator(t *Thread, args *Args) (Value, error) {
	b, err := args.Bind("iter", "object")
	if err != nil {
		return nil, err
	}
	if it, ok := b.Value("object").(*Iterator); ok {
		return it, nil
	}
	items, err := t.Iterate(b.Value("object"))
	return &Iterator{items: items}, err
}

func nextOf(t *Thread, args *Args) (Value, error) {
	b, err := args.Bind("next", "iterator", "default=")
	if err != nil {
		return nil, err
	}
	it, ok := b.Value("iterator").(*Iterator)
	switch {
	case !ok:
		return nil, Raise("TypeError", "'"+b.Value("iterator").Class()+"' object is not an iterator")
	case it.next < len(it.items):
		it.next++
		return it.items[it.next-1], nil
	case b.Value("default") != nil:
		return b.Value("default"), nil
	}
	return nil, Raise("StopIteration", "")
}

func hasAttr(t *Thread, args *Args) (Value, error) {
	b, err := args.Bind("hasattr", "obj", "name")
	if err != nil {
		return nil, err
	}
	name, _ := AsStr(b.Value("name"))
	v, err := t.Attr(b.Value("obj"), name)
	if errors.As(err, new(*Exception)) {
		return Bool{}, nil
	}
	if u, unknown := v.(Unknown); unknown {
		return u, err
	}
	return Bool{V: true}, err
}

func getAttr(t *Thread, args *Args) (Value, error) {
	b, err := args.Bind("getattr", "object", "name", "default=")
	if err != nil {
		return nil, err
	}
	name, _ := AsStr(b.Value("name"))
	v, err := t.Attr(b.Value("object"), name)
	if otherwise := b.Value("default"); otherwise != nil && errors.As(err, new(*Exception)) {
		return otherwise, nil
	}
	return v, err
}

func setAttrOf(t *Thread, args *Args) (Value, error) {
	b, err := args.Bind("setattr", "obj", "name", "value")
	if err != nil {
		return nil, err
	}
	name, _ := AsStr(b.Value("name"))
	return None{}, t.setAttr(b.Value("obj"), name, b.Value("value"))
}

func callable(_ *Thread, args *Args) (Value, error) {
	b, err := args.Bind("callable", "obj")
	if err != nil {
		return nil, err
	}
	switch v := b.Value("obj").(type) {
	case *Function, *Builtin, *ClassOf, bound:
		return Bool{V: true}, nil
	case *Instance:
		_, ok := v.Type.Member("__call__")
		return Bool{V: ok}, nil
	default:
		_, ok := v.(Callable)
		return Bool{V: ok}, nil
	}
}

func ord(_ *Thread, args *Args) (Value, error) {
	b, err := args.Bind("ord", "c")
	if err != nil {
		return nil, err
	}
	s, ok := AsStr(b.Value("c"))
	if runes := []rune(s); ok && len(runes) == 1 {
		return Int{V: int64(runes[0])}, nil
	}
	return nil, Raise("TypeError", "ord() expected a character, but string of length "+itoa(len([]rune(s)))+" found")
}

func chr(_ *Thread, args *Args) (Value, error) {
	b, err := args.Bind("chr", "i")
	if err != nil {
		return nil, err
	}
	n, err := b.Int("i", 0)
	if err != nil || n < 0 || n > 0x10ffff {
		return nil, Raise("ValueError", "chr() arg not in range(0x110000)")
	}
	return Str{V: string(rune(n))}, nil
}

func identity(t *Thread, _ *Args) (Value, error) {
	return Unknown{Why: Chance, Text: "id", At: t.at}, nil
}

func inBase(t *Thread, args *Args) (Value, error) {
	name := t.calling
	b, err := args.Bind(name, "number")
	if err != nil {
		return nil, err
	}
	text, err := FormatSpec(b.Value("number"), "#"+map[string]string{"bin": "b", "hex": "x", "oct": "o"}[name])
	return Str{V: text}, err
}

func intType(t *Thread, args *Args) (Value, error) {
	b, err := args.Bind("int", "x=", "base=")
	if err != nil || b.Value("x") == nil {
		return Int{}, err
	}
	switch v := b.Value("x").(type) {
	case Int:
		return v, nil
	case Str:
		base, err := b.Int("base", 10)
		if err != nil {
			return nil, err
		}
		n, parseErr := strconv.ParseInt(strings.ReplaceAll(strings.TrimSpace(v.V), "_", ""), base, 64)
		if parseErr != nil {
			return nil, Raise("ValueError", "invalid literal for int() with base "+itoa(base)+": "+quote(v.V))
		}
		return Int{V: n, From: v.From}, nil
	case *Instance:
		if method, ok := t.method(v, "__int__"); ok {
			return t.callValue(method, &Args{})
		}
	}
	f, _, ok := number(b.Value("x"))
	switch {
	case !ok:
		if _, array := b.Value("x").(Array); array {
			return nil, manyNumbers()
		}
		return nil, Raise("TypeError", "int() argument must be a string, a bytes-like object or a real number, not '"+b.Value("x").Class()+"'")
	case math.IsNaN(f):
		return nil, Raise("ValueError", "cannot convert float NaN to integer")
	case math.IsInf(f, 0):
		return nil, Raise("OverflowError", "cannot convert float infinity to integer")
	case math.Abs(f) >= 1<<62:
		return nil, &Limit{Kind: Large}
	}
	return Int{V: int64(f)}, nil
}

// manyNumbers is NumPy's error of an array that is used as one number.
func manyNumbers() error {
	return Raise("TypeError", "only 0-dimensional arrays can be converted to Python scalars")
}

func floatType(t *Thread, args *Args) (Value, error) {
	b, err := args.Bind("float", "x=")
	if err != nil || b.Value("x") == nil {
		return Float{}, err
	}
	switch v := b.Value("x").(type) {
	case Float:
		return v, nil
	case Int:
		return Float{V: float64(v.V), From: v.From}, nil
	case Str:
		f, parseErr := strconv.ParseFloat(strings.ReplaceAll(strings.TrimSpace(v.V), "_", ""), 64)
		if parseErr != nil && !math.IsInf(f, 0) {
			return nil, Raise("ValueError", "could not convert string to float: "+quote(v.V))
		}
		return Float{V: f, From: v.From}, nil
	case *Instance:
		if method, ok := t.method(v, "__float__"); ok {
			return t.callValue(method, &Args{})
		}
	}
	f, _, ok := number(b.Value("x"))
	if !ok {
		if _, array := b.Value("x").(Array); array {
			return nil, manyNumbers()
		}
		return nil, Raise("TypeError", "float() argument must be a string or a real number, not '"+b.Value("x").Class()+"'")
	}
	return Float{V: f}, nil
}

func boolType(t *Thread, args *Args) (Value, error) {
	b, err := args.Bind("bool", "x=")
	if err != nil || b.Value("x") == nil {
		return Bool{}, err
	}
	yes, err := t.Truth(b.Value("x"))
	return Bool{V: yes}, err
}

func strType(t *Thread, args *Args) (Value, error) {
	b, err := args.Bind("str", "object=", "encoding=", "errors=")
	if err != nil || b.Value("object") == nil {
		return Str{}, err
	}
	text, err := t.Str(b.Value("object"))
	if err != nil {
		return nil, err
	}
	return Str{V: text}, t.Alloc(len(text) / 8)
}

func listType(t *Thread, args *Args) (Value, error) {
	name := t.calling
	b, err := args.Bind(name, "iterable=")
	if err != nil {
		return nil, err
	}
	var items []Value
	if v := b.Value("iterable"); v != nil {
		if items, err = t.Iterate(v); err != nil {
			return nil, err
		}
		if err := t.Alloc(len(items)); err != nil {
			return nil, err
		}
	}
	if name == "tuple" {
		return &Tuple{Items: slices.Clone(items)}, nil
	}
	return &List{Items: slices.Clone(items)}, nil
}

func dictType(t *Thread, args *Args) (Value, error) {
	d := NewDict()
	for _, arg := range args.List {
		if arg.Name != "" {
			d.Put(arg.Name, arg.Value)
			continue
		}
		if other, ok := arg.Value.(*Dict); ok {
			for i, key := range other.keys {
				if err := d.Set(t, key, other.values[i]); err != nil {
					return nil, err
				}
			}
			continue
		}
		pairs, err := t.Iterate(arg.Value)
		if err != nil {
			return nil, err
		}
		for i, pair := range pairs {
			kv, err := t.Iterate(pair)
			if err != nil {
				return nil, err
			}
			if len(kv) != 2 {
				return nil, Raise("ValueError", "dictionary update sequence element #"+itoa(i)+" has length "+itoa(len(kv))+"; 2 is required")
			}
			if err := d.Set(t, kv[0], kv[1]); err != nil {
				return nil, err
			}
		}
	}
	return d, nil
}

func setType(t *Thread, args *Args) (Value, error) {
	b, err := args.Bind("set", "iterable=")
	if err != nil || b.Value("iterable") == nil {
		return &Set{NewDict()}, err
	}
	items, err := t.Iterate(b.Value("iterable"))
	if err != nil {
		return nil, err
	}
	return t.newSet(items)
}
