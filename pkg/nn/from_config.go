package nn

import (
	"encoding/json"
	"fmt"
	"strings"
)

// FromConfig returns the model of a configuration, this package's or one that
// Keras wrote: what to_json or get_config gave. Weights are drawn as
// [NewSequential] does. Errors name the field that is unknown, is missing or
// cannot be used here.
func FromConfig(text []byte) (*Sequential, error) {
	var value map[string]any
	if len(text) > maxJSON {
		return nil, fmt.Errorf("nn: FromConfig: %d bytes, more than the %d that are read", len(text), maxJSON)
	}
	if err := json.Unmarshal(text, &value); err != nil {
		return nil, fmt.Errorf("nn: FromConfig: %w", err)
	}
	if _, whole := value["class_name"]; whole {
		class, config, err := classOf("the model", value)
		if err != nil {
			return nil, err
		}
		if class != "Sequential" {
			return nil, fmt.Errorf("nn: FromConfig: the model is a %q; give a Sequential", class)
		}
		value = config
	}
	c := configReader{path: "model", values: value}
	c.ignore("name", "trainable", "dtype", "build_input_shape")
	list, _ := c.take("layers").([]any)
	if c.err == nil && list == nil {
		c.fail("layers", "is missing; give a list of layers")
	}
	if err := c.end(); err != nil {
		return nil, err
	}
	var layers []Layer
	for i, item := range list {
		layer, err := layerFromConfig(fmt.Sprintf("layers[%d]", i), item)
		if err != nil {
			return nil, err
		}
		layers = append(layers, layer)
	}
	m := NewSequential(layers...)
	return m, m.buildErr
}

// classOf parts an object into its class and its options.
func classOf(path string, value any) (class string, config map[string]any, err error) {
	outer, ok := value.(map[string]any)
	if !ok {
		return "", nil, fmt.Errorf("nn: FromConfig: %s is %v; give an object with class_name and config", path, value)
	}
	c := configReader{path: path, values: outer}
	c.ignore("module", "registered_name", "build_config", "compile_config", "keras_version", "backend")
	class, _ = c.take("class_name").(string)
	config, ok = c.take("config").(map[string]any)
	if class == "" {
		c.fail("class_name", "is missing; give the name of a class")
	} else if !ok {
		c.fail("config", "is missing; give the options")
	}
	return class, config, c.end()
}

func layerFromConfig(path string, value any) (Layer, error) {
	class, config, err := classOf(path, value)
	if err != nil {
		return nil, err
	}
	e, known := Layers().Lookup(class)
	if !known || class != e.Class {
		return nil, fmt.Errorf("nn: FromConfig: %s is a %q; there is %s", path, class, strings.Join(Layers().classes(), ", "))
	}
	c := configReader{path: path + " " + class, values: config}
	c.ignore("dtype")
	layer := e.construct().(Layer)
	s := layer.common()
	if name := c.take("name"); name != nil {
		s.LayerName, _ = name.(string)
	}
	if trainable := c.take("trainable"); trainable != nil {
		s.Trainable = c.flagOf("trainable", trainable)
	}
	for _, o := range layer.options() {
		switch value := c.take(o.name); {
		case value != nil:
			o.read(&c, value)
		case o.required:
			c.fail(o.name, "is missing; Keras has no default for it")
		}
	}
	return layer, c.end()
}
