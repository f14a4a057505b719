package nn_test

import (
	"maps"
	"slices"
	"testing"

	"firstneuron/pkg/nn"
)

// spec is a Keras object in a fixture: its class and the arguments that are not
// default.
type spec struct {
	Class string
	Args  map[string]any
}

// configure sets a thing's fields to the arguments of a spec.
func configure(t testing.TB, thing any, args map[string]any) {
	t.Helper()
	var fields []nn.Hyperparameter
	if c, ok := thing.(nn.Configurable); ok {
		fields = c.Hyperparameters()
	}
	for name, value := range args {
		at := slices.IndexFunc(fields, func(f nn.Hyperparameter) bool { return f.Name == name })
		if o, ok := thing.(nn.Optimizer); ok && name == "learning_rate" {
			if schedule, ok := value.(map[string]any); ok {
				o.SetSchedule(scheduleOf(t, schedule))
				continue
			}
		}
		if at < 0 {
			if o, ok := thing.(nn.Optimizer); ok && nn.SetApart(o, name, value) {
				continue
			}
			t.Fatalf("%T has no field %q", thing, name)
		}
		switch field := fields[at]; {
		case field.Number != nil:
			*field.Number = value.(float64)
		case field.Whole != nil:
			*field.Whole = int(value.(float64))
		case field.Flag != nil:
			*field.Flag = value.(bool)
		case field.Text != nil:
			*field.Text = value.(string)
		default:
			*field.Numbers = nil
			for _, v := range value.([]any) {
				*field.Numbers = append(*field.Numbers, v.(float64))
			}
		}
	}
}

func scheduleOf(t testing.TB, s map[string]any) nn.Schedule {
	t.Helper()
	schedule, err := nn.ScheduleByName(s["class"].(string))
	if err != nil {
		t.Fatal(err)
	}
	configure(t, schedule, s["args"].(map[string]any))
	return schedule
}

// optimizerOf returns the optimizer of a spec.
func optimizerOf(t testing.TB, s spec) nn.Optimizer {
	t.Helper()
	o, err := nn.OptimizerByName(s.Class)
	if err != nil {
		t.Fatal(err)
	}
	configure(t, o, s.Args)
	return o
}

// lossOf returns the loss of a spec.
func lossOf(t testing.TB, s spec) nn.Loss {
	t.Helper()
	l, err := nn.LossByName(s.Class)
	if err != nil {
		t.Fatal(err)
	}
	args := maps.Clone(s.Args)
	reduction, reduced := args["reduction"].(string)
	delete(args, "reduction")
	configure(t, l, args)
	if reduced {
		l = nn.WithReduction(l, reduction)
	}
	return l
}

// metricOf returns the metric of a name or a spec.
func metricOf(t testing.TB, what any) nn.Metric {
	t.Helper()
	name, isName := what.(string)
	if !isName {
		name = what.(map[string]any)["class"].(string)
	}
	e, ok := nn.Metrics().Lookup(name)
	if !ok {
		e, _ = nn.FurtherMetrics().Lookup(name)
	}
	if l, err := nn.LossByName(name); err == nil && !isName {
		if args := what.(map[string]any)["args"].(map[string]any); len(args) > 0 {
			configure(t, l, args)
			return nn.MetricOfLoss(l)
		}
	}
	if isName || e.Name == "" {
		m, err := nn.MetricByName(name)
		if err != nil {
			t.Fatal(err)
		}
		return m
	}
	m := nn.Construct(e).(nn.Metric)
	configure(t, m, what.(map[string]any)["args"].(map[string]any))
	return m
}
