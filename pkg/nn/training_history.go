package nn

// Keys returns the names of what each epoch logs, "loss" first, without those that
// callbacks add.
func (t *Training) Keys() []string { return append([]string(nil), t.names...) }

// History returns what has been logged so far.
func (t *Training) History() *History {
	h := &History{Epoch: make([]int, len(t.logged[0])), Metrics: make(map[string][]float64)}
	for i := range h.Epoch {
		h.Epoch[i] = t.config.InitialEpoch + i
	}
	for i, key := range t.names {
		if t.config.Validation == nil || len(t.logged[i]) > 0 { // where no epoch was measured Keras has no key
			h.Metrics[key] = append([]float64(nil), t.logged[i]...)
		}
	}
	for key, values := range t.added {
		h.Metrics[key] = append([]float64(nil), values...)
	}
	return h
}

// Warnings returns what Keras would have warned of so far, in its words, each
// once.
func (t *Training) Warnings() []string { return append([]string(nil), t.warnings...) }
