package experiment

import (
	"slices"
	"strconv"

	"firstneuron/pkg/nn"
)

// An option belongs to some optimizers, or to some losses, and to others not.
// Their names, defaults and kinds are those of nn, so that what nn learns the
// page and its links know.

// Option is an option of the optimizer or the loss at hand.
type Option struct {
	// Key is its property, and its name in Keras.
	Key string
	// Flag is set for one that is on or off.
	Flag bool
}

// OptionsOfOptimizer returns the options that the optimizer has, besides the
// learning rate.
func (e Experiment) OptionsOfOptimizer() []Option {
	o, err := nn.OptimizerByName(e.Optimizer.Name)
	if err != nil {
		return nil
	}
	return optionsOf(o.Fields()[1:])
}

// OptionsOfLoss returns the options that the loss has.
func (e Experiment) OptionsOfLoss() []Option {
	l, err := nn.LossByName(e.Loss)
	c, ok := l.(nn.Configurable)
	if err != nil || !ok {
		return nil
	}
	return optionsOf(c.Fields())
}

func optionsOf(fields []nn.Field) []Option {
	var options []Option
	for _, field := range fields {
		if field.Number != nil || field.Flag != nil {
			options = append(options, Option{Key: field.Name, Flag: field.Flag != nil})
		}
	}
	return options
}

// optimizerProperties are the options of all optimizers, each once.
func optimizerProperties() []property {
	var rows []property
	for _, name := range optimizerNames() {
		o, err := nn.OptimizerByName(name)
		if err != nil {
			continue
		}
		for _, field := range o.Fields()[1:] {
			if !slices.ContainsFunc(rows, func(row property) bool { return row.key == field.Name }) {
				rows = append(rows, optionProperty(field, "optimizer", name, optimizerFields,
					func(e *Experiment) *Options { return &e.Optimizer.Options }))
			}
		}
	}
	return rows
}

// lossProperties are the options of all losses.
func lossProperties() []property {
	var rows []property
	for _, name := range lossNames() {
		l, _ := nn.LossByName(name)
		c, ok := l.(nn.Configurable)
		if !ok {
			continue
		}
		for _, field := range c.Fields() {
			if !slices.ContainsFunc(rows, func(row property) bool { return row.key == field.Name }) {
				rows = append(rows, optionProperty(field, "loss", name, lossFields,
					func(e *Experiment) *Options { return &e.LossOptions }))
			}
		}
	}
	return rows
}

// optimizerFields and lossFields return the fields of the thing at hand, with
// Keras's defaults.
func optimizerFields(e Experiment) []nn.Field {
	if o, err := nn.OptimizerByName(e.Optimizer.Name); err == nil {
		return o.Fields()
	}
	return nil
}

func lossFields(e Experiment) []nn.Field {
	if l, err := nn.LossByName(e.Loss); err == nil {
		if c, ok := l.(nn.Configurable); ok {
			return c.Fields()
		}
	}
	return nil
}

// optionLimits are the limits of the options that are not from 0 to 1000.
var optionLimits = map[string]limits{
	"momentum": {0, 1}, "rho": {0, 1}, "beta_1": {0, 0.999999}, "beta_2": {0, 0.999999}, "epsilon": {0, 1},
	"learning_rate_power": {-10, 0}, "label_smoothing": {0, 1},
}

func optionProperty(field nn.Field, kind, owner string, fields func(Experiment) []nn.Field, options func(*Experiment) *Options) property {
	name := field.Name
	l, ok := optionLimits[name]
	if !ok {
		l = limits{0, 1000}
	}
	row := property{
		key: name, example: "0.5", within: kind + "=" + owner, meaning: "option of the " + kind + ", such as `" + owner + "`",
		limits: &l, steps: every(20),
	}
	if field.Flag != nil {
		row.example, row.limits, row.names = "1", nil, func() []string { return []string{"0", "1"} }
	}
	if name == "learning_rate_power" {
		row.example = "-0.5"
	}
	standard := func(e Experiment) (value string, ok bool) {
		for _, field := range fields(e) {
			switch {
			case field.Name != name:
			case field.Flag != nil:
				return yesNoText(*field.Flag), true
			default:
				return strconv.FormatFloat(*field.Number, 'g', -1, 64), true
			}
		}
		return "", false
	}
	row.value = func(e Experiment) string {
		value, has := standard(e)
		if given, ok := options(&e).Get(name); ok && has {
			value = given
		}
		return value
	}
	row.set = func(e *Experiment, in input) *Problem {
		usual, has := standard(*e)
		if !has {
			return problem("no_such_option", "text", name, "kind", *kindName(e, kind))
		}
		value := ""
		if field.Flag != nil {
			on := false
			if p := yesNo("", "", "", func(*Experiment) *bool { return &on }).set(e, in); p != nil {
				return p
			}
			value = yesNoText(on)
		} else {
			v, p := realNumber(in.text, in.grammar, l.minimum, l.maximum)
			if p != nil {
				return p
			}
			value = strconv.FormatFloat(v, 'g', -1, 64)
		}
		if value == usual {
			value = ""
		}
		o := options(e)
		*o = o.with(name, value)
		return nil
	}
	row.differs = func(e, base Experiment) bool { return row.value(e) != row.value(base) && row.value(e) != "" }
	row.check = func(Experiment) *Problem { return nil } // set lets nothing else in
	return row
}

func kindName(e *Experiment, kind string) *string {
	if kind == "loss" {
		return &e.Loss
	}
	return &e.Optimizer.Name
}

func yesNoText(on bool) string {
	if on {
		return "1"
	}
	return "0"
}
