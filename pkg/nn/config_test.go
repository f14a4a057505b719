package nn_test

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"firstneuron/pkg/nn"
)

func TestKerasConfigsAreRead(t *testing.T) {
	var fixture struct {
		head
		Models []struct {
			Name      string
			GetConfig json.RawMessage `json:"get_config"`
			ToJSON    json.RawMessage `json:"to_json"`
		}
	}
	readFixture(t, "configs.json", &fixture)
	for _, want := range fixture.Models {
		if want.Name == "no input shape" {
			if _, err := nn.FromConfig(want.ToJSON); err == nil || !strings.Contains(err.Error(), "input shape") {
				t.Errorf("%s: error %v, want one about the input shape", want.Name, err)
			}
			continue
		}
		var again []byte
		for _, text := range [][]byte{want.GetConfig, want.ToJSON} {
			model, err := nn.FromConfig(text)
			if err != nil {
				t.Errorf("%s: FromConfig error = %v", want.Name, err)
				continue
			}
			config, err := model.Config()
			if err != nil {
				t.Fatal(err)
			}
			if again != nil && !bytes.Equal(config, again) {
				t.Errorf("%s: to_json and get_config give two models", want.Name)
			}
			again = config
			once, err := nn.FromConfig(config)
			if err != nil {
				t.Fatalf("%s: FromConfig(Config) error = %v", want.Name, err)
			}
			if twice, _ := once.Config(); !bytes.Equal(twice, config) {
				t.Errorf("%s: Config after FromConfig is\n%s, want\n%s", want.Name, twice, config)
			}
			if once.String() != model.String() {
				t.Errorf("%s: %s, want %s", want.Name, once, model)
			}
		}
		checkKept(t, want.Name, again, want.ToJSON)
	}
}

// checkKept compares what this package wrote with what Keras wrote, option by
// option, wherever both have it.
func checkKept(t *testing.T, name string, got, want []byte) {
	t.Helper()
	var a, b struct {
		Config struct {
			Layers []struct {
				ClassName string `json:"class_name"`
				Config    map[string]any
			}
		}
	}
	if err := json.Unmarshal(got, &a); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(want, &b); err != nil {
		t.Fatal(err)
	}
	if len(a.Config.Layers) != len(b.Config.Layers) {
		t.Fatalf("%s: %d layers, want %d", name, len(a.Config.Layers), len(b.Config.Layers))
	}
	for i, layer := range b.Config.Layers {
		mine := a.Config.Layers[i]
		if mine.ClassName != layer.ClassName {
			t.Errorf("%s: layer %d is a %s, want %s", name, i, mine.ClassName, layer.ClassName)
		}
		for _, key := range []string{"units", "activation", "use_bias", "rate"} {
			if mine.Config[key] != layer.Config[key] {
				t.Errorf("%s: layer %d %s = %v, want %v", name, i, key, mine.Config[key], layer.Config[key])
			}
		}
		for _, key := range []string{"kernel_regularizer", "bias_regularizer", "activity_regularizer", "kernel_initializer"} {
			kerasHas, has := layer.Config[key].(map[string]any)
			iHave, have := mine.Config[key].(map[string]any)
			if has != have {
				t.Errorf("%s: layer %d has a %s: %v, want %v", name, i, key, have, has)
				continue
			}
			if !has {
				continue
			}
			if strings.HasSuffix(key, "initializer") && kerasHas["class_name"] != iHave["class_name"] {
				t.Errorf("%s: layer %d %s is a %v, want %v", name, i, key, iHave["class_name"], kerasHas["class_name"])
			}
			for option, value := range kerasHas["config"].(map[string]any) {
				if mine, ok := iHave["config"].(map[string]any)[option]; ok && mine != value {
					t.Errorf("%s: layer %d %s.%s = %v, want %v", name, i, key, option, mine, value)
				}
			}
		}
	}
}

func TestConfigNamesWhatItCannotRead(t *testing.T) {
	dense := func(config string) string {
		return `{"layers":[{"class_name":"InputLayer","config":{"batch_shape":[null,1]}},{"class_name":"Dense","config":` + config + `}]}`
	}
	dropout := func(config string) string {
		return `{"layers":[{"class_name":"InputLayer","config":{"batch_shape":[null,1]}},{"class_name":"Dropout","config":` + config + `}]}`
	}
	for _, c := range []struct{ text, want string }{
		{`{`, "unexpected end"},
		{`{"class_name":"Functional","config":{}}`, `"Functional"`},
		{`{"layers":[],"extra":1}`, `"extra" is not known`},
		{`{}`, "layers is missing"},
		{`{"layers":[]}`, "no layers"},
		{`{"layers":[7]}`, "layers[0] is 7"},
		{`{"layers":[{"class_name":"LSTM","config":{}}]}`, `"LSTM"`},
		{`{"layers":[{"config":{}}]}`, "class_name is missing"},
		{`{"layers":[{"class_name":"Dense"}]}`, "config is missing"},
		{`{"layers":[{"class_name":"InputLayer","config":{"batch_shape":[null,2,2]}}]}`, "batch_shape"},
		{dense(`{"units":1.5}`), "units is 1.5; give a whole number"},
		{dense(`{"units":0}`), "units is 0"},
		{dense(`{"units":1,"unit":2}`), `"unit" is not known`},
		{dense(`{"units":1,"use_bias":"no"}`), "use_bias is no; give true or false"},
		{dense(`{"units":1,"trainable":false}`), "trainable is false"},
		{dense(`{"units":1,"trainable":0}`), "trainable is 0; give true or false"},
		{dense(`{"units":1,"kernel_initializer":{"class_name":"RandomNormal","config":{"stddev":1e300}}}`), "stddev is 1e+300, more than a float32 holds"},
		{dropout(`{}`), "rate is missing"},
		{dropout(`{"rate":"0.5"}`), "rate is missing or no number"},
		{dropout(`{"rate":0.5,"seed":-1}`), "seed is -1"},
		{dropout(`{"rate":0.5,"seed":0.5}`), "seed is 0.5"},
		{dense(`{"units":1,"activation":"rellu"}`), `did you mean "relu"`},
		{dense(`{"units":1,"activation":3}`), "activation is 3"},
		{dense(`{"units":1,"kernel_initializer":"glorot"}`), "no initializer"},
		{dense(`{"units":1,"kernel_initializer":{"class_name":"Glorot","config":{}}}`), "no initializer"},
		{dense(`{"units":1,"kernel_initializer":{"class_name":"Constant","config":{"value":true}}}`), "value is true"},
		{dense(`{"units":1,"kernel_initializer":[]}`), "kernel_initializer"},
		{dense(`{"units":1,"kernel_regularizer":{"class_name":"L3","config":{}}}`), `"L3"`},
		{dense(`{"units":1,"kernel_regularizer":{"class_name":"L1","config":{"l3":1}}}`), `"l3" is not known`},
		{dense(`{"units":1,"kernel_regularizer":7}`), "kernel_regularizer"},
		{dense(`{"units":1,"kernel_constraint":{"class_name":"MaxNorm","config":{}}}`), "kernel_constraint"},
	} {
		if _, err := nn.FromConfig([]byte(c.text)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("FromConfig(%s) error = %v, want one with %q", c.text, err, c.want)
		}
	}
}

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
	broken := nn.NewSequential()
	if _, err := broken.WeightsJSON(); err == nil {
		t.Error("WeightsJSON of a model without layers = nil, want an error")
	}
	if err := broken.LoadWeightsJSON(nil); err == nil {
		t.Error("LoadWeightsJSON into a model without layers = nil, want an error")
	}
	if _, err := broken.Config(); err == nil {
		t.Error("Config of a model without layers = nil, want an error")
	}
}

// FuzzFromConfig: whatever is read, it is a model that gives its configuration
// again, or an error.
func FuzzFromConfig(f *testing.F) {
	model, err := nn.NewSequential(nn.NewDense(2, nn.InputShape(3)), nn.NewActivation(nn.Tanh), nn.NewDropout(0.5)).Config()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(model)
	f.Add([]byte(`{"layers":[{"class_name":"InputLayer","config":{"batch_shape":[null,1]}}]}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		m, err := nn.FromConfig(text)
		if err != nil {
			return
		}
		if _, err := m.Config(); err != nil {
			t.Errorf("Config = %v of the model of %s", err, text)
		}
	})
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
				if field.Number == nil || !near(*field.Number, value, 1e-6, 0) {
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

// TestConfigKeepsALargeSeed of a dropout.
func TestConfigKeepsALargeSeed(t *testing.T) {
	const seed = 1<<53 - 1
	text, err := nn.NewSequential(nn.NewInput(1), &nn.Dropout{Rate: 0.5, Seed: seed}).Config()
	if err != nil {
		t.Fatal(err)
	}
	model, err := nn.FromConfig(text)
	if err != nil {
		t.Fatal(err)
	}
	if again, err := model.Config(); err != nil || !strings.Contains(string(again), `"seed":9007199254740991`) {
		t.Errorf("Config() = %s, %v; want the seed %d", again, err, seed)
	}
}
