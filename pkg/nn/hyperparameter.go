package nn

import (
	"fmt"
	"math"
	"strconv"
)

// Hyperparameter is one option of an optimizer, a loss, a metric, a
// regularizer, an initializer, a schedule or a callback, under the name that
// Keras's configuration has for it. Exactly one of its pointers is set; it
// points into the thing itself, so that the hyperparameters of a new thing tell
// Keras's defaults.
type Hyperparameter struct {
	// Name is Keras's: "beta_1".
	Name string
	// Go is the field's name in this package: "Beta1".
	Go string

	Number  *float64   // a real number from Min to Max
	Whole   *int       // a whole number from Min to Max
	Flag    *bool      // yes or no
	Text    *string    // a word
	Numbers *[]float64 // a list of real numbers

	// Min and Max are the limits of Number and Whole, both allowed; Max may be
	// infinite, and the value may then be any finite one from Min.
	Min, Max float64
}

// Configurable is a thing with hyperparameters.
type Configurable interface {
	// Hyperparameters returns the options in the order of Keras's arguments.
	// Those of metrics and callbacks that this library lacks are left out, so
	// that there the order is not the place.
	Hyperparameters() []Hyperparameter
}

// unlimited is the Max of a number without a limit.
var unlimited = math.Inf(1)

// number is a hyperparameter that is a real number from low to high.
func number(name, field string, value *float64, low, high float64) Hyperparameter {
	return Hyperparameter{Name: name, Go: field, Number: value, Min: low, Max: high}
}

// whole is a hyperparameter that is a whole number of at least 0.
func whole(name, field string, value *int) Hyperparameter {
	return Hyperparameter{Name: name, Go: field, Whole: value, Max: unlimited}
}

// toggle is a hyperparameter that is on or off.
func toggle(name, field string, value *bool) Hyperparameter {
	return Hyperparameter{Name: name, Go: field, Flag: value}
}

// word is a hyperparameter that is a name.
func word(name, field string, value *string) Hyperparameter {
	return Hyperparameter{Name: name, Go: field, Text: value}
}

// list is a hyperparameter that is several numbers.
func list(name, field string, values *[]float64) Hyperparameter {
	return Hyperparameter{Name: name, Go: field, Numbers: values}
}

// hyperparametersOf returns those of a thing, nil when it has none.
func hyperparametersOf(thing any) []Hyperparameter {
	if c, ok := thing.(Configurable); ok {
		return c.Hyperparameters()
	}
	return nil
}

// check reports a value outside of its limits, infinite or not a number.
func (h Hyperparameter) check(owner string) error {
	switch {
	case h.Number != nil && math.IsInf(h.Max, 1):
		return atLeast(owner, h.Name, *h.Number, h.Min)
	case h.Number != nil:
		return between(owner, h.Name, *h.Number, h.Min, h.Max)
	case h.Whole != nil && float64(*h.Whole) < h.Min:
		return fmt.Errorf("nn: %s: %s is %d; give a whole number of at least %s", owner, h.Name, *h.Whole, shortest(h.Min))
	}
	return nil
}

// checkAll reports the first hyperparameter that cannot be used.
func checkAll(owner string, hyperparameters []Hyperparameter) error {
	for _, h := range hyperparameters {
		if err := h.check(owner); err != nil {
			return err
		}
	}
	return nil
}

// between reports a number outside of [low, high].
func between(owner, name string, v, low, high float64) error {
	if v >= low && v <= high {
		return nil
	}
	return fmt.Errorf("nn: %s: %s is %s; give a number from %s to %s", owner, name, shortest(v), shortest(low), shortest(high))
}

// atLeast reports a number below low, infinite or NaN.
func atLeast(owner, name string, v, low float64) error {
	if v >= low && finite(float32(v)) {
		return nil
	}
	if math.IsInf(low, -1) {
		return fmt.Errorf("nn: %s: %s is %s; give a finite number", owner, name, shortest(v))
	}
	return fmt.Errorf("nn: %s: %s is %s; give a finite number of at least %s", owner, name, shortest(v), shortest(low))
}

// shortest writes a number with the fewest digits that read back as the same.
func shortest(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }

// firstError returns the first error that is one.
func firstError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
