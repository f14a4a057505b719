package eval

import (
	"errors"

	"firstneuron/pkg/experiment/python"
)

// Exception is an exception of Python that a program raises, or that Python would.
type Exception struct {
	// Type is its class, such as "ValueError".
	Type string
	// Message is what Python says, without the class.
	Message string
	// At is the place in the text.
	At python.Span
	// value is the exception of a program's own class.
	value Value
}

func (e *Exception) Error() string {
	if e.Message == "" {
		return e.Type
	}
	return e.Type + ": " + e.Message
}

// Raise returns an exception; its place is that of the expression which is being
// evaluated.
func Raise(class, message string) error { return &Exception{Type: class, Message: message} }

// raisedAs returns the exception of a class that an error is, nil for any other.
func raisedAs(err error, class string) *Exception {
	var raised *Exception
	if errors.As(err, &raised) && raised.Type == class {
		return raised
	}
	return nil
}

// Limit says that a run does more than it may.
type Limit struct {
	Kind LimitKind
	At   python.Span
}

// LimitKind is one of the limits.
type LimitKind int

const (
	// Steps are more than MaxSteps.
	Steps LimitKind = iota
	// Depth is more than MaxDepth.
	Depth
	// Elements are more than MaxElements.
	Elements
	// Printed is more than MaxPrinted.
	Printed
	// Large is a whole number of more than 64 bits.
	Large
)

func (l *Limit) Error() string {
	return "eval: " + [...]string{"too many steps", "calls too deep", "too many elements", "too much printed", "a whole number too large"}[l.Kind]
}

// Instead is the error by which a step of a library's function says what the whole
// function answers: that the page lacks what it needs. It never leaves the library:
// where a program calls one, [answered] makes it the answer.
type Instead struct{ Value Value }

func (i *Instead) Error() string { return "eval: an answer in place of a result" }

// Lacking is what [Thread.Lacks] says, as the error of a step.
func (t *Thread) Lacking(text string) error { return &Instead{t.Lacks(text)} }

// answered is what a library answered, where a step of it may have answered instead.
func answered(v Value, err error) (Value, error) {
	if err == nil { // as at nearly every expression
		return v, nil
	}
	var instead *Instead
	if errors.As(err, &instead) {
		return instead.Value, nil
	}
	return v, err
}

// Lacks returns the value of what Python's own library has and the page has not.
func (t *Thread) Lacks(text string) Value { return Unknown{Why: Lacking, Text: text, At: t.at} }

// Note is something to tell the learner.
type Note struct {
	// Code is one that the page has a text for, Args its arguments: name, value, ….
	Code string
	Args []string
	At   python.Span
}
