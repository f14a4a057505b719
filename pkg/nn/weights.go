package nn

import "fmt"

// Weights returns a copy of every variable in Keras's order: for each Dense its
// kernel [features, units], row by row, then its bias [units]; for other layers as
// their documentation lists them.
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
	if err := m.broken(); err != nil {
		return err
	}
	return setAll("SetWeights", "model", m.vars, weights)
}

// setAll sets variables, all or none.
func setAll(call, owner string, vars []*variable, weights [][]float32) error {
	if len(weights) != len(vars) {
		return fmt.Errorf("nn: %s: %d arrays, the %s has %d variables; give one array a variable", call, len(weights), owner, len(vars))
	}
	for i, v := range vars {
		if len(weights[i]) != v.size() {
			return fmt.Errorf("nn: %s: array %d has %d values, the %s it is for has shape %v; give %d", call, i, len(weights[i]), v.name, v.shape, v.size())
		}
		if !allFinite(weights[i]) {
			return fmt.Errorf("nn: %s: array %d has a value that is infinite or not a number; give finite numbers", call, i)
		}
	}
	for i, v := range vars {
		copy(v.values, weights[i])
	}
	return nil
}

// AppendParams appends every weight to dst, the variables of Weights one after
// the other, and returns the extended slice. Variables that no training changes come
// after the others.
func (m *Sequential) AppendParams(dst []float32) []float32 { return append(dst, m.params...) }

// SetParams sets every weight, in the order of [Sequential.AppendParams]. When
// anything does not fit, it is an error and nothing is changed.
func (m *Sequential) SetParams(params []float32) error {
	switch {
	case m.broken() != nil:
		return m.broken()
	case len(params) != len(m.params):
		return fmt.Errorf("nn: SetParams: %d values, the model has %d parameters; give as many", len(params), len(m.params))
	case !allFinite(params):
		return fmt.Errorf("nn: SetParams: a value is infinite or not a number; give finite numbers")
	}
	copy(m.params, params)
	return nil
}

// Variable is one array of a layer's weights.
type Variable struct {
	// Name is Keras's: "kernel", "bias", "moving_mean".
	Name string
	// Shape is [features, units], [units], or empty for a single number.
	Shape []int
	// Values are the weights, row by row.
	Values []float32
	// Whole says that Keras keeps a whole number, as the count of [Normalization].
	Whole bool
}

// LayerVariables returns copies of the variables of a layer, by the layer's name, in
// Keras's order: layer.weights. Errors: no layer has the name.
func (m *Sequential) LayerVariables(name string) ([]Variable, error) {
	layer, err := m.Layer(name)
	if err != nil {
		return nil, err
	}
	var variables []Variable
	for _, v := range layer.variables() {
		variables = append(variables, Variable{v.name, append([]int{}, v.shape...), append([]float32(nil), v.values...), v.whole})
	}
	return variables, nil
}

// LayerWeights returns copies of the arrays of a layer, by the layer's name, in
// Keras's order: layer.get_weights(). Errors: no layer has the name.
func (m *Sequential) LayerWeights(name string) ([][]float32, error) {
	variables, err := m.LayerVariables(name)
	if err != nil {
		return nil, err
	}
	weights := make([][]float32, len(variables))
	for i, v := range variables {
		weights[i] = v.Values
	}
	return weights, nil
}

// SetLayerWeights sets the arrays of a layer, by the layer's name, in the order of
// [Sequential.LayerWeights]: layer.set_weights(). When anything does not fit, it is an
// error and nothing is changed.
func (m *Sequential) SetLayerWeights(name string, weights [][]float32) error {
	if err := m.broken(); err != nil {
		return err
	}
	layer, err := m.Layer(name)
	if err != nil {
		return err
	}
	return setAll("SetLayerWeights", "layer "+name, layer.variables(), weights)
}
