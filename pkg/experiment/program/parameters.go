package program

// parameters is how many weights and biases a model has; ok is false for one of other
// layers than the page's.
func (m *model) parameters() (count int, ok bool) {
	inputs := 1
	for _, layer := range m.layers {
		o, _ := layer.layer.(*object)
		if o == nil || o.word != "Dense" {
			continue
		}
		units := m.r.arguments(o.call).take(0, "units")
		if units.kind != numberValue {
			return 0, false
		}
		count += (inputs + 1) * int(units.number)
		inputs = int(units.number)
	}
	return count, count > 0
}
