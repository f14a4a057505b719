package eval

import (
	"errors"
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
		var instead *Instead
		if errors.As(err, &instead) {
			if u, unknown := instead.Value.(Unknown); unknown {
				p.Unknown = &u
				continue
			}
		}
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

func identity(t *Thread, _ *Args) (Value, error) {
	return Unknown{Why: Chance, Text: "id", At: t.at}, nil
}
