package eval

import (
	"slices"

	"firstneuron/pkg/experiment/python"
)

func (t *Thread) statement(f *frame, s *python.Statement) (control, error) {
	if err := t.Spend(1); err != nil {
		return next, err
	}
	switch s.Kind {
	case python.Expression:
		v, err := t.expr(f, s.Value)
		if err == nil {
			t.dropped(v, s)
		}
		return next, err
	case python.Assign:
		v, err := t.expr(f, s.Value)
		if err != nil {
			return next, err
		}
		t.dropped(v, s)
		for _, target := range s.Targets {
			t.at = s.Span
			if err := t.assign(f, target, v, s.Value.Span); err != nil {
				return next, err
			}
		}
	case python.Augmented:
		return next, t.augmented(f, s)
	case python.Import, python.FromImport:
		return next, t.imports(f, s)
	case python.If:
		yes, unknown, err := t.condition(f, s.Value)
		switch {
		case err != nil:
			return next, err
		case unknown != nil:
			t.skip(f, s, *unknown)
			return next, nil
		case yes:
			return t.block(f, s.Body)
		}
		return t.block(f, s.Else)
	case python.For:
		return t.forLoop(f, s)
	case python.While:
		return t.whileLoop(f, s)
	case python.Def:
		return next, t.define(f, s)
	case python.ClassDef:
		return next, t.class(f, s)
	case python.Return:
		f.result = None{}
		if s.Value != nil {
			v, err := t.expr(f, s.Value)
			if err != nil {
				return next, err
			}
			f.result = v
		}
		return returns, nil
	case python.Break:
		return breaks, nil
	case python.Continue:
		return continues, nil
	case python.Del:
		return next, t.del(f, s.Targets)
	case python.Global:
		for _, name := range s.Names {
			f.global = append(f.global, name.Path)
		}
	case python.Assert:
		return next, t.assert(f, s)
	case python.Raise:
		return next, t.raise(f, s)
	case python.Try:
		return t.try(f, s)
	case python.With:
		return t.with(f, s)
	case python.Match:
		return t.match(f, s)
	}
	return next, nil
}

func (t *Thread) forLoop(f *frame, s *python.Statement) (control, error) {
	over, err := t.expr(f, s.Value)
	if err != nil {
		return next, err
	}
	if u, unknown := over.(Unknown); unknown {
		t.skip(f, s, u)
		return next, nil
	}
	ended := next
	broken := false
	err = t.each(over, func(v Value) (bool, error) {
		if err := t.Spend(1); err != nil {
			return false, err
		}
		if err := t.assign(f, s.Targets[0], v, python.Span{}); err != nil {
			return false, err
		}
		c, err := t.block(f, s.Body)
		if c == returns {
			ended = returns
		}
		broken = c == breaks
		return c != breaks && c != returns, err
	})
	if err != nil || ended == returns || broken {
		return ended, err
	}
	return t.block(f, s.Else)
}

func (t *Thread) whileLoop(f *frame, s *python.Statement) (control, error) {
	for {
		if err := t.Spend(1); err != nil {
			return next, err
		}
		yes, unknown, err := t.condition(f, s.Value)
		switch {
		case err != nil:
			return next, err
		case unknown != nil:
			t.skip(f, s, *unknown)
			return next, nil
		case !yes:
			return t.block(f, s.Else)
		}
		switch c, err := t.block(f, s.Body); {
		case err != nil || c == returns:
			return c, err
		case c == breaks:
			return next, nil
		}
	}
}

func (t *Thread) with(f *frame, s *python.Statement) (control, error) {
	var entered []Value
	for i, item := range s.Args {
		v, err := t.expr(f, item.Expr)
		if err != nil {
			return next, err
		}
		entered = append(entered, v)
		if method, ok := t.method(v, "__enter__"); ok {
			if v, err = t.callValue(method, &Args{Span: item.Span}); err != nil {
				return next, err
			}
		}
		if target := s.Targets[i]; target != nil {
			if err := t.assign(f, target, v, item.Span); err != nil {
				return next, err
			}
		}
	}
	c, err := t.block(f, s.Body)
	for _, v := range slices.Backward(entered) {
		if method, ok := t.method(v, "__exit__"); ok && err == nil {
			if _, err := t.callValue(method, Positional(None{}, None{}, None{})); err != nil {
				return next, err
			}
		}
	}
	return c, err
}

func (t *Thread) assert(f *frame, s *python.Statement) error {
	yes, unknown, err := t.condition(f, s.Value)
	if err != nil || yes || unknown != nil {
		return err
	}
	message := ""
	if s.Other != nil {
		v, err := t.expr(f, s.Other)
		if err != nil {
			return err
		}
		if message, err = t.Str(v); err != nil {
			return err
		}
	}
	return Raise("AssertionError", message)
}
