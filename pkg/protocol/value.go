package protocol

import "errors"

// Kind is the type of a value from outside.
type Kind int

// The kinds of values. Other stands for types that no message needs, such as
// functions.
const (
	Other Kind = iota
	Null
	Bool
	Number
	Text
	List
	Object
)

// Value is a value from outside that has not been copied yet. Each method after
// Kind is for some kinds only.
type Value interface {
	Kind() Kind
	Bool() bool
	Number() float64
	Text() string
	// Size is the length of a text or a list.
	Size() int
	// Item is an element of a list.
	Item(i int) Value
	// Keys are the names of an object's fields.
	Keys() []string
	// Field is a field of an object.
	Field(key string) Value
}

var errLimit = errors.New("protocol: the message is too large, too deep or not plain data")

// read copies a value of plain data within the limits. It does not look at
// anything beyond them.
func read(v Value) (any, error) {
	r := reader{bytes: MaxBytes, values: MaxValues}
	return r.value(v, 0)
}

// reader counts down the limits.
type reader struct{ bytes, values int }

func (r *reader) value(v Value, depth int) (any, error) {
	r.values--
	r.bytes -= 8
	kind := v.Kind()
	if kind == Text {
		r.bytes -= v.Size()
	}
	if r.values < 0 || r.bytes < 0 || depth > MaxDepth {
		return nil, errLimit
	}
	switch kind {
	case Null:
		return nil, nil
	case Bool:
		return v.Bool(), nil
	case Number:
		return v.Number(), nil
	case Text:
		return v.Text(), nil
	case List:
		if v.Size() > r.values {
			return nil, errLimit
		}
		list := make([]any, v.Size())
		for i := range list {
			var err error
			if list[i], err = r.value(v.Item(i), depth+1); err != nil {
				return nil, err
			}
		}
		return list, nil
	case Object:
		keys := v.Keys()
		if len(keys) > r.values {
			return nil, errLimit
		}
		object := make(map[string]any, len(keys))
		for _, key := range keys {
			if r.bytes -= len(key); r.bytes < 0 {
				return nil, errLimit
			}
			var err error
			if object[key], err = r.value(v.Field(key), depth+1); err != nil {
				return nil, err
			}
		}
		return object, nil
	}
	return nil, errLimit
}
