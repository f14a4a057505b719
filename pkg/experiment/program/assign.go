package program

import (
	"slices"
	"strings"

	python "firstneuron/pkg/experiment/python/former"
)

// A binding records that a statement, by its place among all, assigned an
// expression to a name.
type binding struct {
	name      string
	value     python.Span
	statement int
}

// assign gives the value of an assignment, which it returns, to its targets.
// What only running would know makes a name unknown: what it was before is not
// what it is now.
func (r *reader) assign(s python.Statement) *value {
	several := func(e *python.Expr) bool { return e.Kind == python.Tuple || e.Kind == python.List }
	var v *value
	var items []*value
	if several(s.Value) && slices.ContainsFunc(s.Targets, several) {
		v = &value{kind: itemsValue, Expr: s.Value}
		for _, item := range s.Value.Args { // all, before any is given away: a, b = b, a
			items = append(items, r.eval(item.Expr))
		}
	} else {
		r.target = s.Target
		v = r.eval(s.Value)
		r.target = ""
	}
	for _, target := range s.Targets {
		r.give(target, v, items)
	}
	if v.kind == modelValue && s.Target != "" {
		r.names.model = s.Target
	}
	return v
}

// give makes one target known as a value, or the names of a tuple as its items.
func (r *reader) give(target *python.Expr, v *value, items []*value) {
	switch target.Kind {
	case python.Name:
		if root, _, part := strings.Cut(target.Text, "."); part {
			r.forgetArray(root) // xs.shape = (3, 1)
			return
		}
		r.values[target.Text] = v
		r.bindings = append(r.bindings, binding{target.Text, v.Span, r.number})
	case python.Tuple, python.List:
		for i, part := range target.Args {
			item := &value{Expr: noExpr}
			if len(items) == len(target.Args) {
				item = items[i]
			}
			r.give(part.Expr, item, nil)
		}
	case python.Index, python.Attribute:
		if target.Base.Kind == python.Name {
			r.forgetArray(target.Base.Text)
		}
	}
}

// forget makes a name unknown that is given a value which only running would
// know.
func (r *reader) forget(name string) {
	if v, ok := r.values[name]; ok {
		r.values[name] = &value{Expr: v.Expr}
	}
}

// forgetArray forgets a name whose numbers were changed in place.
func (r *reader) forgetArray(name string) {
	if v := r.values[name]; v != nil && (v.kind == arrayValue || v.kind == listValue) {
		r.forget(name)
	}
}

// markData finds the statements that give the points their values, by what fit
// was called with.
func (r *reader) markData(statements []statement) {
	for _, axis := range []struct {
		key  string
		data *value
		name *string
	}{{"xs", r.xs, &r.names.xs}, {"ys", r.ys, &r.names.ys}} {
		for _, g := range r.bindings {
			if len(axis.data.numbers) == 0 || g.value != axis.data.Span {
				continue
			}
			s := &statements[g.statement]
			if s.role != "" && s.role != "xs" {
				continue
			}
			if s.role == "" {
				s.role = axis.key // xs, ys = … is that of both
			}
			*axis.name = g.name
			r.places[axis.key] = s.Span
		}
	}
}
