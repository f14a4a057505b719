package eval

import (
	"errors"

	"firstneuron/pkg/experiment/python"
)

// exceptions are Python's own.
var exceptions = func() map[string]*ClassOf {
	all := map[string]*ClassOf{}
	add := func(base string, names ...string) {
		for _, name := range names {
			c := NewClass(name)
			if base != "" {
				c.Bases = []*ClassOf{all[base]}
			}
			c.Members["__module__"] = Str{V: "builtins"}
			all[name] = c
		}
	}
	add("", "BaseException")
	add("BaseException", "Exception", "KeyboardInterrupt", "SystemExit")
	add("Exception", "ArithmeticError", "LookupError", "ValueError", "TypeError", "NameError", "AttributeError", "ImportError", "OSError",
		"RuntimeError", "AssertionError", "StopIteration", "Warning", "EOFError", "MemoryError", "SyntaxError")
	add("ArithmeticError", "ZeroDivisionError", "OverflowError", "FloatingPointError")
	add("LookupError", "IndexError", "KeyError")
	add("NameError", "UnboundLocalError")
	add("ImportError", "ModuleNotFoundError")
	add("OSError", "FileNotFoundError")
	add("RuntimeError", "NotImplementedError", "RecursionError")
	add("Warning", "UserWarning", "DeprecationWarning", "FutureWarning")
	add("SyntaxError", "IndentationError")
	return all
}()

func (t *Thread) raise(f *frame, s *python.Statement) error {
	if s.Value == nil {
		if t.handling != nil {
			return t.handling
		}
		return Raise("RuntimeError", "No active exception to reraise")
	}
	v, err := t.expr(f, s.Value)
	if err != nil {
		return err
	}
	if class, ok := v.(*ClassOf); ok {
		if v, err = t.callValue(class, &Args{Span: s.Value.Span}); err != nil {
			return err
		}
	}
	switch v := v.(type) {
	case *Instance:
		message, err := t.Str(v)
		if err != nil {
			return err
		}
		return &Exception{Type: v.Type.Name, Message: message, value: v}
	case Unknown:
		return nil
	}
	return Raise("TypeError", "exceptions must derive from BaseException")
}

func (t *Thread) try(f *frame, s *python.Statement) (c control, err error) {
	c, err = t.block(f, s.Body)
	var raised *Exception
	if err != nil && errors.As(err, &raised) {
		for _, h := range s.Handlers {
			yes, matchErr := t.handles(f, h, raised)
			if matchErr != nil {
				return next, matchErr
			}
			if !yes {
				continue
			}
			if h.Name != "" {
				f.names[h.Name] = t.exceptionValue(raised)
			}
			before := t.handling
			t.handling = raised
			c, err = t.block(f, h.Body)
			t.handling = before
			break
		}
	} else if err == nil && c == next {
		c, err = t.block(f, s.Else)
	}
	if len(s.Finally) > 0 {
		if last, finalErr := t.block(f, s.Finally); finalErr != nil || last != next {
			return last, finalErr
		}
	}
	return c, err
}

// handles reports whether an except clause is for an exception.
func (t *Thread) handles(f *frame, h python.Handler, raised *Exception) (bool, error) {
	if h.Type == nil {
		return true, nil
	}
	types, err := t.expr(f, h.Type)
	if err != nil {
		return false, err
	}
	list := []Value{types}
	if tuple, ok := types.(*Tuple); ok {
		list = tuple.Items
	}
	v := t.exceptionValue(raised)
	for _, want := range list {
		if class, ok := want.(*ClassOf); ok && v.Type.derives(class) {
			return true, nil
		}
	}
	return false, nil
}

// exceptionValue is the object of an exception.
func (t *Thread) exceptionValue(raised *Exception) *Instance {
	if v, ok := raised.value.(*Instance); ok {
		return v
	}
	class, ok := exceptions[raised.Type]
	if !ok {
		class = exceptions["Exception"]
	}
	v := &Instance{Type: class, Attrs: map[string]Value{"args": &Tuple{Items: []Value{Str{V: raised.Message}}}}}
	raised.value = v
	return v
}
