package nn_test

import (
	"testing"

	"firstneuron/pkg/nn"
)

// TestDefaultsAreKeras compares the name and the default of every option with
// the configuration that Keras writes.
func TestDefaultsAreKeras(t *testing.T) {
	type object struct {
		spec
		Config struct{ Config map[string]any }
	}
	var fixture struct {
		head
		Optimizers, Losses, Schedules []object
	}
	readFixture(t, "configs.json", &fixture)
	compared := 0
	check := func(what object, fields []nn.Hyperparameter) {
		for _, field := range fields {
			want, ok := what.Config.Config[field.Name]
			if !ok && what.Class == "Huber" {
				continue // Keras leaves it out of the configuration
			}
			compared++
			switch value := want.(type) {
			case float64:
				if whole := field.Whole != nil && float64(*field.Whole) == value; !whole && (field.Number == nil || !near(*field.Number, value, 1e-6, 0)) {
					t.Errorf("%s%v: %s is %v in Keras", what.Class, what.Args, field.Name, value)
				}
			case bool:
				if field.Flag == nil || *field.Flag != value {
					t.Errorf("%s%v: %s is %v in Keras", what.Class, what.Args, field.Name, value)
				}
			case []any:
				if field.Numbers == nil || len(*field.Numbers) != len(value) {
					t.Errorf("%s%v: %s is %v in Keras", what.Class, what.Args, field.Name, value)
				}
			case nil:
				if !ok || field.Number == nil || *field.Number != 0 {
					t.Errorf("%s%v: %s is no option that Keras leaves unset", what.Class, what.Args, field.Name)
				}
			}
		}
	}
	for _, want := range fixture.Optimizers {
		if _, scheduled := want.Args["learning_rate"].(map[string]any); !scheduled {
			check(want, optimizerOf(t, want.spec).Hyperparameters())
		}
	}
	for _, want := range fixture.Losses {
		if want.Args["reduction"] == nil {
			if c, ok := lossOf(t, want.spec).(nn.Configurable); ok {
				check(want, c.Hyperparameters())
			}
		}
	}
	for _, want := range fixture.Schedules {
		check(want, scheduleOf(t, map[string]any{"class": want.Class, "args": want.Args}).Hyperparameters())
	}
	if compared < 500 {
		t.Errorf("%d options compared, want hundreds", compared)
	}
}
