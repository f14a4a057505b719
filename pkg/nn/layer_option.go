package nn

import (
	"fmt"
	"math"
	"slices"
)

// A layerOption is one field of a layer under the name of Keras's configuration:
// how its value is written, and how it is read.
type layerOption struct {
	name  string
	write func() any
	read  func(c *configReader, value any)
	// required is set where Keras has no default.
	required bool
}

// must says that Keras has no default for the option.
func (o layerOption) must() layerOption {
	o.required = true
	return o
}

// plainOption is the option of a hyperparameter.
func plainOption(h Hyperparameter) layerOption {
	return layerOption{
		name:  h.Name,
		write: func() any { return hyperparameterValue(h) },
		read:  func(c *configReader, value any) { c.set(h, value) },
	}
}

func activationOption(name string, into *Activation) layerOption {
	return layerOption{
		name:  name,
		write: func() any { return (*into).Name() },
		read: func(c *configReader, value any) {
			text, ok := value.(string)
			if !ok {
				c.fail(name, fmt.Sprintf("is %v; give a name", value))
				return
			}
			a, err := ActivationByName(text)
			c.failed(err)
			*into = a
		},
	}
}

func initializerOption(name string, into *Initializer) layerOption {
	return layerOption{
		name: name,
		write: func() any {
			if isNil(*into) {
				return nil
			}
			return kerasObject("keras.initializers", initializers.class((*into).Name()), hyperparameterConfig(*into))
		},
		read: func(c *configReader, value any) { c.initializer(name, value, into) },
	}
}

func regularizerOption(name string, into **Regularizer) layerOption {
	return layerOption{
		name: name,
		write: func() any {
			if *into == nil {
				return nil
			}
			return kerasObject("keras.regularizers", "L1L2", hyperparameterConfig(*into))
		},
		read: func(c *configReader, value any) { c.regularizer(name, value, into) },
	}
}

func constraintOption(name string, into *Constraint) layerOption {
	return layerOption{
		name: name,
		write: func() any {
			if isNil(*into) {
				return nil
			}
			return kerasObject("keras.constraints", (*into).class(), constraintConfig(*into))
		},
		read: func(c *configReader, value any) { c.constraint(name, value, into) },
	}
}

// seedOption is the seed of what a layer draws, which Keras has as None or a number.
func seedOption(into *uint64) layerOption {
	return layerOption{
		name:  "seed",
		write: func() any { return *into },
		read: func(c *configReader, value any) {
			const exact = 1 << 53 // up to which a JSON number names every whole one
			v, ok := value.(float64)
			if !ok || v < 0 || v > exact || v != math.Trunc(v) {
				c.fail("seed", fmt.Sprintf("is %v; give a whole number from 0 to %d", value, exact))
				return
			}
			*into = uint64(v)
		},
	}
}

// onlyOption is an option of which this library has one value alone: it is
// written, and any other is an error. as are other spellings of it.
func onlyOption(name string, value any, as ...any) layerOption {
	texts := []string{fmt.Sprint(value)}
	for _, other := range as {
		texts = append(texts, fmt.Sprint(other))
	}
	return layerOption{
		name:  name,
		write: func() any { return value },
		read: func(c *configReader, got any) {
			if !slices.Contains(texts, fmt.Sprint(got)) {
				c.fail(name, fmt.Sprintf("is %v, which this library does not have; give %s", got, texts[0]))
			}
		},
	}
}
