package nn_test

import (
	"bytes"
	"encoding/json"
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
		{dense(`{"units":1,"trainable":0}`), "trainable is 0; give true or false"},
		{dense(`{"units":1,"kernel_initializer":{"class_name":"RandomNormal","config":{"stddev":1e300}}}`), "stddev is 1e+300, more than a float32 holds"},
		{dropout(`{}`), "rate is missing"},
		{dropout(`{"rate":"0.5"}`), "rate is 0.5; give a number"},
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
		{dense(`{"units":1,"kernel_constraint":{"class_name":"MaxNorm","config":{"axis":[1,0]}}}`), "axis is [1 0]; give 0, 1 or [0, 1]"},
		{dense(`{"units":1,"kernel_constraint":{"class_name":"Max","config":{}}}`), "no constraint"},
		{dense(`{"units":1,"lora_rank":4}`), "lora_rank is 4, which this library does not have"},
		{dense(`{}`), "units is missing"},
	} {
		if _, err := nn.FromConfig([]byte(c.text)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("FromConfig(%s) error = %v, want one with %q", c.text, err, c.want)
		}
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

// TestConfigKeepsALargeSeed of a dropout.
// TestConfigHasNoPlaceForArgumentsOfActivations: they would be lost without a
// word.
func TestConfigHasNoPlaceForArgumentsOfActivations(t *testing.T) {
	for _, layer := range []nn.Layer{nn.NewDense(1, nn.WithActivation(nn.NewThreshold(1, 2))), nn.NewActivation(nn.NewThreshold(1, 2))} {
		_, err := nn.NewSequential(nn.NewInput(1), layer).Config()
		if err == nil || !strings.Contains(err.Error(), "the activation threshold has arguments") {
			t.Errorf("Config error = %v, want one about the threshold", err)
		}
	}
}

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
