package nn

import "fmt"

// Weights returns a copy of every variable in Keras's order: for each Dense its
// kernel [features, units], row by row, then its bias [units].
//
// Source: https://keras.io/api/models/model_saving_apis/weights_saving_and_loading/
func (m *Sequential) Weights() [][]float32 {
	weights := make([][]float32, len(m.vars))
	for i, v := range m.vars {
		weights[i] = append([]float32(nil), v.values...)
	}
	return weights
}

// SetWeights sets every variable, in the order of [Sequential.Weights]. When
// anything does not fit, it is an error and nothing is changed.
func (m *Sequential) SetWeights(weights [][]float32) error {
	if m.buildErr != nil {
		return m.buildErr
	}
	if len(weights) != len(m.vars) {
		return fmt.Errorf("nn: SetWeights: %d arrays, the model has %d variables; give one array a variable", len(weights), len(m.vars))
	}
	for i, v := range m.vars {
		if len(weights[i]) != v.size() {
			return fmt.Errorf("nn: SetWeights: array %d has %d values, the %s it is for has shape %v; give %d", i, len(weights[i]), v.name, v.shape, v.size())
		}
		if !allFinite(weights[i]) {
			return fmt.Errorf("nn: SetWeights: array %d has a value that is infinite or not a number; give finite numbers", i)
		}
	}
	for i, v := range m.vars {
		copy(v.values, weights[i])
	}
	return nil
}

// AppendParams appends every weight to dst, the variables of Weights one after
// the other, and returns the extended slice.
func (m *Sequential) AppendParams(dst []float32) []float32 { return append(dst, m.params...) }

// SetParams sets every weight, in the order of [Sequential.AppendParams]. When
// anything does not fit, it is an error and nothing is changed.
func (m *Sequential) SetParams(params []float32) error {
	switch {
	case m.buildErr != nil:
		return m.buildErr
	case len(params) != len(m.params):
		return fmt.Errorf("nn: SetParams: %d values, the model has %d parameters; give as many", len(params), len(m.params))
	case !allFinite(params):
		return fmt.Errorf("nn: SetParams: a value is infinite or not a number; give finite numbers")
	}
	copy(m.params, params)
	return nil
}
