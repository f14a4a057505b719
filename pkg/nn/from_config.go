package nn

import (
	"encoding/json"
	"fmt"
	"math"
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
	e, known := layers.Lookup(class)
	if !known || class != e.Class {
		return nil, fmt.Errorf("nn: FromConfig: %s is a %q; there is %s", path, class, strings.Join(layers.classes(), ", "))
	}
	c := configReader{path: path + " " + class, values: config}
	c.ignore("name", "dtype")
	if trainable := c.take("trainable"); trainable != nil && !c.flagOf("trainable", trainable) && e.Name == (*Dense)(nil).Name() {
		c.fail("trainable", "is false, which this library does not have; leave it out")
	}
	layer := e.construct().(Layer)
	switch l := layer.(type) {
	case *Input:
		c.ignore("sparse", "ragged", "optional")
		shape, _ := c.take("batch_shape").([]any)
		if len(shape) != 2 || shape[0] != nil {
			c.fail("batch_shape", "is no [null, features]; give one feature shape")
			break
		}
		l.Features = c.wholeOf("batch_shape", shape[1])
	case *Dense:
		c.ignore("quantization_config")
		c.mustBeNull("kernel_constraint", "bias_constraint", "lora_rank")
		l.Units = c.wholeOf("units", c.take("units"))
		if name, given := c.text("activation"); given {
			l.Activation, err = ActivationByName(name)
			c.failed(err)
		}
		if value := c.take("use_bias"); value != nil {
			l.UseBias = c.flagOf("use_bias", value)
		}
		c.initializer("kernel_initializer", &l.KernelInitializer)
		c.initializer("bias_initializer", &l.BiasInitializer)
		c.regularizer("kernel_regularizer", &l.KernelRegularizer)
		c.regularizer("bias_regularizer", &l.BiasRegularizer)
		c.regularizer("activity_regularizer", &l.ActivityRegularizer)
	case *ActivationLayer:
		if name, given := c.text("activation"); given {
			l.Activation, err = ActivationByName(name)
			c.failed(err)
		}
	case *Dropout:
		c.mustBeNull("noise_shape")
		rate, ok := c.take("rate").(float64)
		if !ok {
			c.fail("rate", "is missing or no number; give one from 0 to below 1")
		}
		l.Rate = rate
		if seed := c.take("seed"); seed != nil {
			const exact = 1 << 53 // up to which a JSON number names every whole one
			v, ok := seed.(float64)
			if !ok || v < 0 || v > exact || v != math.Trunc(v) {
				c.fail("seed", fmt.Sprintf("is %v; give a whole number from 0 to %d", seed, exact))
				break
			}
			l.Seed = uint64(v)
		}
	}
	return layer, c.end()
}
