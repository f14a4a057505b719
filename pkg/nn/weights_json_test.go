package nn_test

import (
	"slices"
	"strings"
	"testing"

	"firstneuron/pkg/nn"
)

func TestWeightsJSONGoesBothWays(t *testing.T) {
	model := net(t)
	text, err := model.WeightsJSON()
	if err != nil {
		t.Fatal(err)
	}
	before := model.AppendParams(nil)
	model.Initialize(9)
	if err := model.LoadWeightsJSON(text); err != nil || !slices.Equal(model.AppendParams(nil), before) {
		t.Errorf("LoadWeightsJSON(WeightsJSON) = %v, weights %v; want %v", err, model.AppendParams(nil), before)
	}
	one := neuron(t, 2, -1)
	if got, err := one.WeightsJSON(); err != nil || string(got) != `[{"name":"kernel","shape":[1,1],"values":[2]},{"name":"bias","shape":[1],"values":[-1]}]` {
		t.Errorf("WeightsJSON = %s, %v", got, err)
	}
	for _, c := range []struct{ text, want string }{
		{`[`, "unexpected EOF"},
		{`[] []`, "more after"},
		{`[{"name":"kernel","shape":[1,1],"value":[2]}]`, `unknown field "value"`},
		{`[]`, "0 variables, the model has 2"},
		{`[{"name":"bias","shape":[1],"values":[2]},{"name":"bias","shape":[1],"values":[2]}]`, "variable 0 is the bias [1], the model's is the kernel [1 1]"},
		{`[{"name":"kernel","shape":[1,1],"values":[1,2]},{"name":"bias","shape":[1],"values":[2]}]`, "array 0 has 2 values"},
		{`[{"name":"kernel","shape":[1,1],"values":[1e99]},{"name":"bias","shape":[1],"values":[2]}]`, "1e99"},
	} {
		if err := one.LoadWeightsJSON([]byte(c.text)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("LoadWeightsJSON(%s) error = %v, want one with %q", c.text, err, c.want)
		}
	}
	if got := one.AppendParams(nil); !slices.Equal(got, []float32{2, -1}) {
		t.Errorf("after all these errors the weights are %v, want [2 -1]", got)
	}
	buildErr := nn.NewSequential()
	if _, err := buildErr.WeightsJSON(); err == nil {
		t.Error("WeightsJSON of a model without layers = nil, want an error")
	}
	if err := buildErr.LoadWeightsJSON(nil); err == nil {
		t.Error("LoadWeightsJSON into a model without layers = nil, want an error")
	}
	if _, err := buildErr.Config(); err == nil {
		t.Error("Config of a model without layers = nil, want an error")
	}
}

// FuzzWeightsJSON: whatever is read, the weights stay finite.
func FuzzWeightsJSON(f *testing.F) {
	f.Add([]byte(`[{"name":"kernel","shape":[1,1],"values":[2]},{"name":"bias","shape":[1],"values":[-1]}]`))
	f.Fuzz(func(t *testing.T, text []byte) {
		model := neuron(t, 1, 1)
		if err := model.LoadWeightsJSON(text); err != nil && !slices.Equal(model.AppendParams(nil), []float32{1, 1}) {
			t.Errorf("LoadWeightsJSON(%s) = %v and has changed the weights", text, err)
		}
	})
}
