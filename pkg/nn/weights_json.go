package nn

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
)

// maxJSON is the number of bytes of JSON that are read: more than the largest model that fits a
// page needs.
const maxJSON = 64 << 20

// variableJSON is one variable of a weights file.
type variableJSON struct {
	Name   string    `json:"name"`
	Shape  []int     `json:"shape"`
	Values []float32 `json:"values"`
}

// WeightsJSON returns the weights as JSON: a list of variables in Keras's order,
// each with its name, its shape and its values, row by row.
//
//	[{"name":"kernel","shape":[1,1],"values":[2]},{"name":"bias","shape":[1],"values":[-1]}]
func (m *Sequential) WeightsJSON() ([]byte, error) {
	if err := m.broken(); err != nil {
		return nil, err
	}
	variables := make([]variableJSON, len(m.vars))
	for i, v := range m.vars {
		if !allFinite(v.values) {
			return nil, fmt.Errorf("nn: WeightsJSON: the %s %d has a value that is infinite or not a number, which JSON cannot hold", v.name, i)
		}
		variables[i] = variableJSON{v.name, v.shape, v.values}
	}
	return json.Marshal(variables)
}

// LoadWeightsJSON sets the weights from what WeightsJSON returned. Errors: it is
// no such JSON, has a field that is not known, or does not fit the model; then
// nothing is changed.
func (m *Sequential) LoadWeightsJSON(text []byte) error {
	if err := m.broken(); err != nil {
		return err
	}
	var variables []variableJSON
	if err := strictJSON("LoadWeightsJSON", text, &variables); err != nil {
		return err
	}
	if len(variables) != len(m.vars) {
		return fmt.Errorf("nn: LoadWeightsJSON: %d variables, the model has %d; give as many", len(variables), len(m.vars))
	}
	weights := make([][]float32, len(variables))
	for i, v := range variables {
		want := m.vars[i]
		if v.Name != want.name || fmt.Sprint(v.Shape) != fmt.Sprint(want.shape) {
			return fmt.Errorf("nn: LoadWeightsJSON: variable %d is the %s %v, the model's is the %s %v", i, v.Name, v.Shape, want.name, want.shape)
		}
		weights[i] = v.Values
	}
	return m.SetWeights(weights)
}

// strictJSON decodes one JSON value without unknown fields.
func strictJSON(call string, text []byte, into any) error {
	if len(text) > maxJSON {
		return fmt.Errorf("nn: %s: %d bytes, more than the %d that are read", call, len(text), maxJSON)
	}
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(into); err != nil {
		return fmt.Errorf("nn: %s: %w", call, err)
	}
	if _, err := decoder.Token(); err != io.EOF {
		return fmt.Errorf("nn: %s: there is more after the JSON value; give one value", call)
	}
	return nil
}
