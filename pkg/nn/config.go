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
	if m.buildErr != nil {
		return nil, m.buildErr
	}
	for _, layer := range m.layers {
		a := activationOf(layer)
		if a != nil && len(hyperparametersOf(a)) > 0 {
			return nil, fmt.Errorf("nn: Config: the activation %s has arguments, which the configuration of a layer has no place for; use another activation", a.Name())
		}
	}
	configs := []any{layerObject(&Input{}, map[string]any{"batch_shape": []any{nil, m.inputs}, "dtype": "float32"})}
	for _, layer := range m.layers {
		switch l := layer.(type) {
		case *Dense:
			configs = append(configs, layerObject(l, map[string]any{
				"units": l.Units, "activation": l.Activation.Name(), "use_bias": l.UseBias,
				"kernel_initializer":   initializerConfig(l.KernelInitializer),
				"bias_initializer":     initializerConfig(l.BiasInitializer),
				"kernel_regularizer":   regularizerConfig(l.KernelRegularizer),
				"bias_regularizer":     regularizerConfig(l.BiasRegularizer),
				"activity_regularizer": regularizerConfig(l.ActivityRegularizer),
			}))
		case *ActivationLayer:
			configs = append(configs, layerObject(l, map[string]any{"activation": l.Activation.Name()}))
		case *Dropout:
			configs = append(configs, layerObject(l, map[string]any{"rate": l.Rate, "seed": l.Seed}))
		}
	}
	model := object("Sequential", map[string]any{"name": "sequential", "layers": configs})
	model["module"], model["registered_name"] = "keras", nil // without which Keras finds no class
	return json.Marshal(model)
}

// object is a thing as Keras writes it: its class and its options.
func object(class string, config map[string]any) map[string]any {
	return map[string]any{"class_name": class, "config": config}
}

// activationOf returns the activation of a layer, nil where it has none.
func activationOf(layer Layer) Activation {
	switch l := layer.(type) {
	case *Dense:
		return l.Activation
	case *ActivationLayer:
		return l.Activation
	}
	return nil
}

func layerObject(l Layer, config map[string]any) map[string]any {
	return object(layers.class(l.Name()), config)
}

func initializerConfig(i Initializer) any {
	return object(initializers.class(i.Name()), hyperparameterConfig(i))
}

func regularizerConfig(r *Regularizer) any {
	if r == nil {
		return nil
	}
	return object(regularizers.class("l1l2"), hyperparameterConfig(r))
}

// hyperparameterConfig returns a thing's hyperparameters as a configuration.
func hyperparameterConfig(thing any) map[string]any {
	config := make(map[string]any)
	for _, h := range hyperparametersOf(thing) {
		switch {
		case h.Number != nil:
			config[h.Name] = *h.Number
		case h.Whole != nil:
			config[h.Name] = *h.Whole
		case h.Flag != nil:
			config[h.Name] = *h.Flag
		case h.Text != nil:
			config[h.Name] = *h.Text
		case h.Numbers != nil:
			config[h.Name] = *h.Numbers
		}
	}
	return config
}
