package nn

import (
	"fmt"
	"math"
	"strings"
)

// monitor looks at one logged value and knows which one is better: what
// [EarlyStopping], [ReduceLROnPlateau] and [ModelCheckpoint] share.
//
// Source: keras/src/callbacks/monitor_callback.py.
type monitor struct {
	up    bool // more is better
	delta float64
	best  *float64 // nil before the first value
}

// newMonitor returns the monitor of a key. Errors: the mode is none, or has to be
// said because it is not known of the key whether high or low is good. A loss or a
// metric that is not logged, "val_loss" without validation, is no error in Keras but
// a warning after the first epoch.
func (t *Training) newMonitor(owner, key, mode string, delta float64) (monitor, error) {
	m := monitor{delta: math.Abs(delta)}
	switch mode {
	case "min":
	case "max":
		m.up = true
	case "", "auto":
		up, known := t.model.direction(strings.TrimPrefix(key, "val_"))
		if !known {
			return m, fmt.Errorf("nn: %s: monitor is %q, of which is not known whether it should be high or low; monitor one of %s, or set the mode to max or min",
				owner, key, strings.Join(t.keys, ", "))
		}
		m.up = up
	default:
		return m, fmt.Errorf("nn: %s: the mode is %q; give min, max or auto", owner, mode)
	}
	return m, nil
}

// direction reports whether more is better of what is logged under a key.
func (m *Sequential) direction(key string) (up, known bool) {
	if key == "loss" {
		return false, true
	}
	for i, name := range m.keys("")[1:] {
		if name == key {
			d, ok := unnamed(m.metrics[i]).(directed)
			return ok && d.rises(), ok
		}
	}
	return false, false
}

// improves reports whether a value is better than another by more than delta.
// The first one is, whatever it is; nothing is better than NaN.
func (m *monitor) improves(current float64, than *float64) bool {
	if than == nil {
		return true
	}
	if m.up {
		return current-m.delta > *than
	}
	return current+m.delta < *than
}

// look takes a value as the best so far where it is, and reports it.
func (m *monitor) look(current float64) bool {
	if !m.improves(current, m.best) {
		return false
	}
	m.best = &current
	return true
}
