package nn

import (
	"fmt"
	"slices"
	"sort"
	"strings"
)

// A configReader takes the fields of an object one by one and reports those that are
// left over.
type configReader struct {
	path   string
	values map[string]any
	taken  map[string]bool
	err    error
}

func (c *configReader) take(name string) any {
	if c.taken == nil {
		c.taken = make(map[string]bool)
	}
	c.taken[name] = true
	return c.values[name]
}

func (c *configReader) ignore(names ...string) {
	for _, name := range names {
		c.take(name)
	}
}

func (c *configReader) fail(name, what string) {
	c.failed(fmt.Errorf("nn: FromConfig: %s: %s %s", c.path, name, what))
}

func (c *configReader) failed(err error) {
	if c.err == nil {
		c.err = err
	}
}

func (c *configReader) wholeOf(name string, value any) int {
	v, ok := value.(float64)
	if !ok || v != float64(int32(v)) {
		c.fail(name, fmt.Sprintf("is %v; give a whole number", value))
		return 0
	}
	return int(v)
}

func (c *configReader) flagOf(name string, value any) bool {
	flag, ok := value.(bool)
	if !ok {
		c.fail(name, fmt.Sprintf("is %v; give true or false", value))
	}
	return flag
}

func (c *configReader) initializer(name string, value any, into *Initializer) {
	if short, ok := value.(string); ok {
		i, err := InitializerByName(short)
		c.failed(err)
		*into = i
		return
	}
	class, config, err := classOf(c.path+" "+name, value)
	if err != nil {
		c.failed(err)
		return
	}
	i, err := InitializerByName(class)
	if err != nil {
		c.failed(err)
		return
	}
	c.failed(setHyperparameters(c.path+" "+name, i, config, "seed", "input_axes", "output_axes"))
	*into = i
}

func (c *configReader) constraint(name string, value any, into *Constraint) {
	class, config, err := classOf(c.path+" "+name, value)
	if err != nil {
		c.failed(err)
		return
	}
	found, err := ConstraintByName(class)
	if err != nil {
		c.failed(err)
		return
	}
	if axis, given := config["axis"]; given {
		// Keras takes 1 and [1] for the same. fmt writes numbers of JSON as it writes axes.
		at := slices.IndexFunc(axes, func(known any) bool {
			return fmt.Sprint(known) == fmt.Sprint(axis) || fmt.Sprint([]any{known}) == fmt.Sprint(axis)
		})
		if a, ok := found.(axial); ok && at >= 0 {
			*a.axisOf() = Axis(at)
		} else {
			c.failed(fmt.Errorf("nn: FromConfig: %s %s: axis is %v; give 0, 1 or [0, 1]", c.path, name, axis))
		}
	}
	c.failed(setHyperparameters(c.path+" "+name, found, config, "axis"))
	*into = found
}

func (c *configReader) regularizer(name string, value any, into **Regularizer) {
	class, config, err := classOf(c.path+" "+name, value)
	if e, ok := regularizers.Lookup(class); err == nil && (!ok || class != e.Class) {
		err = fmt.Errorf("nn: FromConfig: %s: %s is a %q; there is %s", c.path, name, class, strings.Join(regularizers.classes(), ", "))
	}
	if err != nil {
		c.failed(err)
		return
	}
	r := &Regularizer{}
	c.failed(setHyperparameters(c.path+" "+name, r, config))
	*into = r
}

// setHyperparameters sets those of a thing from a configuration.
func setHyperparameters(path string, thing any, config map[string]any, ignored ...string) error {
	c := configReader{path: path, values: config}
	c.ignore(ignored...)
	for _, h := range hyperparametersOf(thing) {
		if value := c.take(h.Name); value != nil {
			c.set(h, value)
		}
	}
	return c.end()
}

// set sets one hyperparameter to a value of JSON.
func (c *configReader) set(h Hyperparameter, value any) {
	switch {
	case h.Number != nil:
		if v, ok := c.numberOf(h.Name, value); ok {
			*h.Number = v
		}
	case h.Whole != nil:
		*h.Whole = c.wholeOf(h.Name, value)
	case h.Flag != nil:
		*h.Flag = c.flagOf(h.Name, value)
	case h.Text != nil:
		if v, ok := value.(string); ok {
			*h.Text = v
			return
		}
		c.fail(h.Name, fmt.Sprintf("is %v; give a text", value))
	case h.Numbers != nil:
		values, ok := value.([]any)
		if !ok {
			c.fail(h.Name, fmt.Sprintf("is %v; give a list of numbers", value))
		}
		*h.Numbers = nil
		for _, value := range values {
			v, _ := c.numberOf(h.Name, value)
			*h.Numbers = append(*h.Numbers, v)
		}
	}
}

// numberOf reads a number that a float32 can hold.
func (c *configReader) numberOf(name string, value any) (v float64, ok bool) {
	v, ok = value.(float64)
	switch {
	case !ok:
		c.fail(name, fmt.Sprintf("is %v; give a number", value))
	case !finite(float32(v)):
		c.fail(name, fmt.Sprintf("is %v, more than a float32 holds", value))
		return 0, false
	}
	return v, ok
}

// end returns the first error, or one about a field that no call took.
func (c *configReader) end() error {
	if c.err != nil {
		return c.err
	}
	var unknown []string
	for name := range c.values {
		if !c.taken[name] {
			unknown = append(unknown, name)
		}
	}
	if len(unknown) == 0 {
		return nil
	}
	sort.Strings(unknown)
	return fmt.Errorf("nn: FromConfig: %s: %q is not known", c.path, unknown[0])
}
