package nn

import (
	"encoding/json"
	"fmt"
)

// Config returns the model's configuration as Keras's to_json writes it: its
// layers with their class names and options, under Keras's names, without the
// weights. Keras reads it with model_from_json. Errors: the layers do not fit
// together, or an activation has arguments, as a [Threshold] has.
//
// Source: https://keras.io/api/models/model_saving_apis/model_config_serialization/
func (m *Sequential) Config() ([]byte, error) {
	if err := m.broken(); err != nil {
		return nil, err
	}
	names := m.names()
	var configs []any
	if _, isInput := m.layers[0].(*Input); !isInput {
		input := NewInput(m.inputs)
		input.LayerName = "input_layer"
		configs = append(configs, layerConfig(input, "input_layer"))
	}
	for i, layer := range m.layers {
		if err := hasPlace(layer); err != nil {
			return nil, err
		}
		configs = append(configs, layerConfig(layer, names[i]))
	}
	model := kerasObject("keras", "Sequential", map[string]any{"name": "sequential", "layers": configs})
	return json.Marshal(model)
}

// kerasObject is a thing as Keras writes it: its class, the module that it is in,
// without which Keras finds no class, and its options.
func kerasObject(module, class string, config map[string]any) map[string]any {
	for name, value := range config {
		switch v := value.(type) {
		case float64:
			config[name] = decimal(v)
		case []float64:
			list := make([]any, len(v))
			for i := range v {
				list[i] = decimal(v[i])
			}
			config[name] = list
		}
	}
	return map[string]any{"module": module, "class_name": class, "config": config, "registered_name": nil}
}

// decimal is a number that is written with a point, as Python writes it: some of Keras's
// classes refuse a whole number.
type decimal float64

// MarshalJSON writes the number.
func (r decimal) MarshalJSON() ([]byte, error) {
	if !finite(float32(r)) {
		return nil, fmt.Errorf("nn: Config: %v is no number that JSON holds; give a finite one", float64(r))
	}
	return []byte(pythonFloat(float64(r))), nil
}

// hasPlace reports what the configuration of a layer has no place for.
func hasPlace(layer Layer) error {
	if c, ok := layer.(*customLayer); ok {
		return fmt.Errorf("nn: Config: the layer %s is one of your own, which Keras does not know; use the package's layers", c.Name())
	}
	var a Activation
	switch l := layer.(type) {
	case *Dense:
		a = l.Activation
	case *ActivationLayer:
		a = l.Activation
	default:
		return nil
	}
	if isNil(a) {
		return fmt.Errorf("nn: Config: the activation of a layer %s is nil; give one, such as Linear", layer.Name())
	}
	if _, known := activations.Lookup(a.Name()); !known {
		return fmt.Errorf("nn: Config: the activation %s is one of your own, which Keras does not know; use another activation", a.Name())
	}
	if len(hyperparametersOf(a)) > 0 {
		return fmt.Errorf("nn: Config: the activation %s has arguments, which the configuration of a layer has no place for; use another activation", a.Name())
	}
	return nil
}

// layerConfig is a layer as Keras writes it.
func layerConfig(l Layer, name string) map[string]any {
	config := map[string]any{"name": name, "dtype": "float32"}
	if _, isInput := l.(*Input); !isInput {
		config["trainable"] = l.common().Trainable
	}
	for _, o := range l.options() {
		if value := o.write(); value != nil {
			config[o.name] = value
		}
	}
	return kerasObject("keras.layers", l.class(), config)
}

// hyperparameterConfig returns a thing's hyperparameters as a configuration.
func hyperparameterConfig(thing any) map[string]any {
	config := make(map[string]any)
	for _, h := range hyperparametersOf(thing) {
		config[h.Name] = hyperparameterValue(h)
	}
	return config
}

// hyperparameterValue returns the value of one.
func hyperparameterValue(h Hyperparameter) any {
	switch {
	case h.Number != nil:
		return *h.Number
	case h.Whole != nil:
		return *h.Whole
	case h.Flag != nil:
		return *h.Flag
	case h.Text != nil:
		return *h.Text
	}
	return *h.Numbers
}

// constraintConfig returns a constraint's options.
func constraintConfig(c Constraint) map[string]any {
	config := hyperparameterConfig(c)
	if a, ok := c.(axial); ok {
		config["axis"] = axes[*a.axisOf()]
	}
	return config
}
