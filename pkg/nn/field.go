package nn

import (
	"fmt"
	"strconv"
)

// Field is one option of an optimizer, a loss, a regularizer, an initializer
// or a schedule, under the name that Keras's configuration has for it. Exactly
// one of its pointers is set; it points into the thing itself.
type Field struct {
	Name    string
	Number  *float64
	Whole   *int
	Flag    *bool
	Numbers *[]float64
}

// Configurable is what has fields.
type Configurable interface {
	// Fields returns the options, in the order of Keras's arguments.
	Fields() []Field
}

// fieldsOf returns the fields of a thing, none when it has none.
func fieldsOf(thing any) []Field {
	if c, ok := thing.(Configurable); ok {
		return c.Fields()
	}
	return nil
}

// between reports a number outside of [low, high].
func between(owner, name string, v, low, high float64) error {
	if v >= low && v <= high {
		return nil
	}
	return fmt.Errorf("nn: %s: %s is %s; give a number from %s to %s", owner, name, plain(v), plain(low), plain(high))
}

// atLeast reports a number below low, infinite or NaN.
func atLeast(owner, name string, v, low float64) error {
	if v >= low && finite(float32(v)) {
		return nil
	}
	return fmt.Errorf("nn: %s: %s is %s; give a finite number of at least %s", owner, name, plain(v), plain(low))
}

func plain(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }

// firstError returns the first error that is one.
func firstError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
