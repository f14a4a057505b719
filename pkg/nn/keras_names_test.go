package nn_test

import (
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

// snake are the names under which this package knows Keras's classes.
var snake = map[string]string{
	"GlorotUniform": "glorot_uniform", "GlorotNormal": "glorot_normal", "HeUniform": "he_uniform", "HeNormal": "he_normal",
	"LecunUniform": "lecun_uniform", "LecunNormal": "lecun_normal", "RandomNormal": "random_normal",
	"RandomUniform": "random_uniform", "TruncatedNormal": "truncated_normal", "Orthogonal": "orthogonal",
	"Zeros": "zeros", "Ones": "ones", "Constant": "constant",
	"SGD": "sgd", "RMSprop": "rmsprop", "Adam": "adam", "AdamW": "adamw", "Adagrad": "adagrad", "Adadelta": "adadelta",
	"Adamax": "adamax", "Nadam": "nadam", "Lion": "lion", "Ftrl": "ftrl",
	"MeanSquaredError": "mean_squared_error", "MeanAbsoluteError": "mean_absolute_error",
	"MeanAbsolutePercentageError": "mean_absolute_percentage_error", "MeanSquaredLogarithmicError": "mean_squared_logarithmic_error",
	"Huber": "huber", "LogCosh": "log_cosh", "BinaryCrossentropy": "binary_crossentropy",
	"CategoricalCrossentropy": "categorical_crossentropy", "SparseCategoricalCrossentropy": "sparse_categorical_crossentropy",
	"Hinge": "hinge", "SquaredHinge": "squared_hinge", "CategoricalHinge": "categorical_hinge",
	"KLDivergence": "kl_divergence", "Poisson": "poisson", "CosineSimilarity": "cosine_similarity",
	"BinaryAccuracy": "binary_accuracy", "CategoricalAccuracy": "categorical_accuracy",
	"SparseCategoricalAccuracy": "sparse_categorical_accuracy", "RootMeanSquaredError": "root_mean_squared_error",
	"R2Score": "r2_score", "LogCoshError": "log_cosh_error",
	"L1": "l1", "L2": "l2", "L1L2": "l1_l2",
}

// configure sets a thing's fields to the arguments of a spec.
func configure(t testing.TB, thing any, args map[string]any) {
	t.Helper()
	var fields []nn.Field
	if c, ok := thing.(nn.Configurable); ok {
		fields = c.Fields()
	}
	for name, value := range args {
		at := slices.IndexFunc(fields, func(f nn.Field) bool { return f.Name == name })
		if o, ok := thing.(nn.Optimizer); ok && name == "learning_rate" {
			if schedule, ok := value.(map[string]any); ok {
				setSchedule(o, scheduleOf(t, schedule))
				continue
			}
		}
		if at < 0 {
			t.Fatalf("%T has no field %q", thing, name)
		}
		switch field := fields[at]; {
		case field.Number != nil:
			*field.Number = value.(float64)
		case field.Flag != nil:
			*field.Flag = value.(bool)
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

// setSchedule gives any optimizer a schedule.
func setSchedule(o nn.Optimizer, s nn.Schedule) {
	switch o := o.(type) {
	case *nn.SGD:
		o.Schedule = s
	case *nn.Adam:
		o.Schedule = s
	case *nn.AdamW:
		o.Schedule = s
	case *nn.Nadam:
		o.Schedule = s
	default:
		panic("no schedule")
	}
}

// optimizerOf returns the optimizer of a spec.
func optimizerOf(t testing.TB, s spec) nn.Optimizer {
	t.Helper()
	o, err := nn.OptimizerByName(snake[s.Class])
	if err != nil {
		t.Fatal(err)
	}
	configure(t, o, s.Args)
	return o
}

// lossOf returns the loss of a spec.
func lossOf(t testing.TB, s spec) nn.Loss {
	t.Helper()
	l, err := nn.LossByName(snake[s.Class])
	if err != nil {
		t.Fatal(err)
	}
	configure(t, l, s.Args)
	return l
}
