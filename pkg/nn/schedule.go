package nn

import "fmt"

// Schedule changes the learning rate from step to step. The set is closed:
// unexported methods keep it to this package.
//
// Source: https://keras.io/api/optimizers/learning_rate_schedules/
type Schedule interface {
	Configurable
	// Name is Keras's name of the schedule's class: "ExponentialDecay".
	Name() string
	// Rate returns the learning rate of the step after so many.
	Rate(steps int) float64

	check() error
}

// ScheduleByName returns a schedule with Keras's defaults by the name of its
// class, such as "CosineDecay"; its arguments without a default are 0. Errors:
// none has the name.
func ScheduleByName(name string) (Schedule, error) {
	thing, err := schedules.find(name)
	if err != nil {
		return nil, err
	}
	return thing.(Schedule), nil
}

// checkSchedule reports an argument that cannot be used, steps among them,
// which the schedule divides by.
func checkSchedule(s Schedule, steps float64) error {
	if !(steps > 0) {
		return fmt.Errorf("nn: %s: decay_steps is %s; give a number above 0", s.Name(), shortest(steps))
	}
	return checkAll(s.Name(), s.Hyperparameters())
}
