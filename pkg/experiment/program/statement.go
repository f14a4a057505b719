package program

import (
	"strings"

	"firstneuron/pkg/experiment/python"
	"firstneuron/pkg/experiment/python/eval"
)

// statement is a statement of the program with what it is for: a role of
// [writer], or "".
type statement struct {
	python.Span
	role string
	// assigned is what stands before the value of an assignment, such as
	// "history = ", or "return ".
	assigned string
	// part is set where the role is that of a call which is only a part of its
	// statement: Span is that of the call.
	part bool
	// model is what the program calls the model there, "" for its usual name.
	model string
	// xs and ys are what it calls the data there.
	xs, ys string
	// inner is the name that the statement gives the data.
	inner string
}

// statementAt is the statement that a call stands in, or the call where it is only a
// part of it.
func (r *reader) statementAt(t *eval.Thread, role string, call python.Span) statement {
	s := t.Statement()
	whole := statement{Span: s.Span, role: role}
	if s.Value == nil || s.Value.Start < s.Start {
		return statement{Span: call, role: role, part: true}
	}
	value := s.Value
	if value.Kind == python.Call && value.Base.Kind == python.Name && value.Base.Text == "print" && len(value.Args) == 1 && s.Kind == python.Expression && value.Args[0].Span == call {
		return whole
	}
	switch {
	case value.Span != call || len(s.Body) > 0:
		return statement{Span: call, role: role, part: true}
	case s.Kind == python.Assign || s.Kind == python.Return:
		whole.assigned = r.text[s.Start:value.Start]
	}
	return whole
}

// statementOf is the place in the list of the statement that stands there, -1 for none.
// Those that came since the last question are entered, and not all looked at again: a
// program may have ten thousand.
func (r *reader) statementOf(at python.Span) int {
	for ; r.entered < len(r.statements); r.entered++ {
		if span := r.statements[r.entered].Span; r.placed[span] == 0 {
			r.placed[span] = r.entered + 1
		}
	}
	return r.placed[at] - 1
}

func (r *reader) addStatement(s statement) {
	if r.statementOf(s.Span) < 0 {
		r.statements = append(r.statements, s)
	}
}

func (r *reader) setRole(t *eval.Thread, role string, call python.Span) {
	r.addStatement(r.statementAt(t, role, call))
}

// modelNameOf is what the program calls the model in a call of one of its methods.
func (r *reader) modelNameOf(e *eval.Args) {
	callee := r.text[e.Callee.Start:e.Callee.End]
	if i := strings.LastIndexByte(callee, '.'); i > 0 {
		r.names.Model = callee[:i]
	}
}
