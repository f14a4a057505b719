package experiment

import (
	"slices"
	"strconv"

	"firstneuron/pkg/nn"
)

// An option belongs to some optimizers, or to some losses, and to others not.
// Their names, defaults and kinds are those of nn, so that what nn learns the
// page and its links know.

// Option is an option of the optimizer or the loss.
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
	return optionsOf(o.Hyperparameters()[1:])
}

// OptionsOfLoss returns the options that the loss has.
func (e Experiment) OptionsOfLoss() []Option {
	l, err := nn.Losses().Loss(e.Loss)
	c, ok := l.(nn.Configurable)
	if err != nil || !ok {
		return nil
	}
	return optionsOf(c.Hyperparameters())
}

func optionsOf(hyperparameters []nn.Hyperparameter) []Option {
	var options []Option
	for _, h := range hyperparameters {
		if h.Number != nil || h.Flag != nil {
			options = append(options, Option{Key: h.Name, Flag: h.Flag != nil})
		}
	}
	return options
}

// optimizerProperties are the options of all optimizers, each once.
func optimizerProperties() []property {
	var rows []property
	for _, name := range optimizerNames() {
		entry, _ := nn.Optimizers().Lookup(name)
		rows = addOptions(rows, entry.Hyperparameters()[1:], "optimizer", name, ofOptimizer,
			func(e *Experiment) *Options { return &e.Optimizer.Options })
	}
	return rows
}

// lossProperties are the options of all losses.
func lossProperties() []property {
	var rows []property
	for _, name := range allLossNames() {
		entry, _ := nn.Losses().Lookup(name)
		rows = addOptions(rows, entry.Hyperparameters(), "loss", name, ofLoss,
			func(e *Experiment) *Options { return &e.LossOptions })
	}
	return rows
}

// addOptions adds a row for each hyperparameter of an owner that has none yet.
func addOptions(rows []property, hyperparameters []nn.Hyperparameter, kind, owner string,
	all func(Experiment) []nn.Hyperparameter, options func(*Experiment) *Options,
) []property {
	for _, h := range hyperparameters {
		if !slices.ContainsFunc(rows, func(row property) bool { return row.key == h.Name }) {
			rows = append(rows, optionProperty(h, kind, owner, all, options))
		}
	}
	return rows
}

// ofOptimizer and ofLoss return the hyperparameters of the experiment's
// optimizer and loss, with Keras's defaults.
func ofOptimizer(e Experiment) []nn.Hyperparameter {
	if entry, ok := nn.Optimizers().Lookup(e.Optimizer.Name); ok {
		return entry.Hyperparameters()
	}
	return nil
}

func ofLoss(e Experiment) []nn.Hyperparameter {
	if entry, ok := nn.Losses().Lookup(e.Loss); ok {
		return entry.Hyperparameters()
	}
	return nil
}

// optionLimits are the limits that are narrower here than in nn: a beta that a
// text of six digits tells from 1, and an epsilon that is small.
var optionLimits = map[string]limits{"beta_1": {0, 0.999999}, "beta_2": {0, 0.999999}, "epsilon": {0, 1}}

// maxOption is the limit of an option that has none in nn.
const maxOption = 1000

func optionProperty(field nn.Hyperparameter, kind, owner string, all func(Experiment) []nn.Hyperparameter, options func(*Experiment) *Options) property {
	name := field.Name
	l, ok := optionLimits[name]
	if !ok {
		l = limits{field.Min, min(field.Max, maxOption)}
	}
	row := property{
		key: name, example: "0.5", within: kind + "=" + owner, meaning: "option of the " + kind + ", such as `" + owner + "`",
		limits: &l, steps: every(20),
	}
	if field.Flag != nil {
		row.example, row.limits, row.names = "1", nil, func() []string { return []string{"0", "1"} }
	}
	if field.Number != nil && l.maximum < 0.5 {
		row.example = "-0.5"
	}
	standard := func(e Experiment) (value string, ok bool) {
		for _, field := range all(e) {
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
			return NewProblem("no_such_option", "text", name, "kind", *kindName(e, kind))
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
