package nn

import (
	"encoding/json"
	"fmt"
	"math"
	"sort"
	"strings"
)

// Config returns the model's configuration as Keras's to_json writes it: its
// layers with their class names and options, under Keras's names, without the
// weights. Keras reads it with model_from_json.
//
// Source: https://keras.io/api/models/model_saving_apis/model_config_serialization/
func (m *Sequential) Config() ([]byte, error) {
	if m.broken != nil {
		return nil, m.broken
	}
	layers := []any{object("InputLayer", map[string]any{"batch_shape": []any{nil, m.inputs}, "dtype": "float32"})}
	for _, layer := range m.layers {
		switch l := layer.(type) {
		case *Dense:
			layers = append(layers, object("Dense", map[string]any{
				"units": l.Units, "activation": l.Activation.Name(), "use_bias": l.UseBias,
				"kernel_initializer":   initializerConfig(l.KernelInitializer),
				"bias_initializer":     initializerConfig(l.BiasInitializer),
				"kernel_regularizer":   regularizerConfig(l.KernelRegularizer),
				"bias_regularizer":     regularizerConfig(l.BiasRegularizer),
				"activity_regularizer": regularizerConfig(l.ActivityRegularizer),
			}))
		case *ActivationLayer:
			layers = append(layers, object("Activation", map[string]any{"activation": l.Activation.Name()}))
		case *Dropout:
			layers = append(layers, object("Dropout", map[string]any{"rate": l.Rate, "seed": l.Seed}))
		}
	}
	return json.Marshal(object("Sequential", map[string]any{"name": "sequential", "layers": layers}))
}

// object is a thing as Keras writes it: its class and its options.
func object(class string, config map[string]any) map[string]any {
	return map[string]any{"class_name": class, "config": config}
}

func initializerConfig(i Initializer) any {
	return object(camel(i.Name()), fieldConfig(i))
}

func regularizerConfig(r *Regularizer) any {
	if r == nil {
		return nil
	}
	return object("L1L2", fieldConfig(r))
}

// fieldConfig returns a thing's fields as a configuration.
func fieldConfig(thing any) map[string]any {
	config := make(map[string]any)
	for _, f := range fieldsOf(thing) {
		switch {
		case f.Number != nil:
			config[f.Name] = *f.Number
		case f.Flag != nil:
			config[f.Name] = *f.Flag
		case f.Numbers != nil:
			config[f.Name] = *f.Numbers
		}
	}
	return config
}

// camel writes "glorot_uniform" as "GlorotUniform", the name of its class.
func camel(name string) string {
	var b strings.Builder
	for part := range strings.SplitSeq(name, "_") {
		b.WriteString(strings.ToUpper(part[:1]) + part[1:])
	}
	return b.String()
}

// uncamel is the way back.
func uncamel(class string) string {
	var b strings.Builder
	for i, r := range class {
		if r >= 'A' && r <= 'Z' {
			if i > 0 {
				b.WriteByte('_')
			}
			r += 'a' - 'A'
		}
		b.WriteRune(r)
	}
	return b.String()
}

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
	c := reader{path: "model", values: value}
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
	return m, m.broken
}

// classOf parts an object into its class and its options.
func classOf(path string, value any) (class string, config map[string]any, err error) {
	outer, ok := value.(map[string]any)
	if !ok {
		return "", nil, fmt.Errorf("nn: FromConfig: %s is %v; give an object with class_name and config", path, value)
	}
	c := reader{path: path, values: outer}
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
	c := reader{path: path + " " + class, values: config}
	c.ignore("name", "dtype")
	if trainable := c.take("trainable"); trainable != nil && !c.flagOf("trainable", trainable) && class == "Dense" {
		c.fail("trainable", "is false, which this library does not have; leave it out")
	}
	var layer Layer
	switch class {
	case "InputLayer":
		c.ignore("sparse", "ragged", "optional")
		shape, _ := c.take("batch_shape").([]any)
		if len(shape) != 2 || shape[0] != nil {
			c.fail("batch_shape", "is no [null, features]; give one feature shape")
			break
		}
		layer = NewInput(c.wholeOf("batch_shape", shape[1]))
	case "Dense":
		c.ignore("quantization_config")
		c.mustBeNull("kernel_constraint", "bias_constraint", "lora_rank")
		d := NewDense(c.wholeOf("units", c.take("units")))
		if name, given := c.text("activation"); given {
			d.Activation, err = ActivationByName(name)
			c.failed(err)
		}
		if value := c.take("use_bias"); value != nil {
			d.UseBias = c.flagOf("use_bias", value)
		}
		c.initializer("kernel_initializer", &d.KernelInitializer)
		c.initializer("bias_initializer", &d.BiasInitializer)
		c.regularizer("kernel_regularizer", &d.KernelRegularizer)
		c.regularizer("bias_regularizer", &d.BiasRegularizer)
		c.regularizer("activity_regularizer", &d.ActivityRegularizer)
		layer = d
	case "Activation":
		l := NewActivation(Linear)
		if name, given := c.text("activation"); given {
			l.Activation, err = ActivationByName(name)
			c.failed(err)
		}
		layer = l
	case "Dropout":
		c.mustBeNull("noise_shape")
		rate, ok := c.take("rate").(float64)
		if !ok {
			c.fail("rate", "is missing or no number; give one from 0 to below 1")
		}
		l := NewDropout(rate)
		if seed := c.take("seed"); seed != nil {
			const exact = 1 << 53 // up to which a JSON number names every whole one
			v, ok := seed.(float64)
			if !ok || v < 0 || v > exact || v != math.Trunc(v) {
				c.fail("seed", fmt.Sprintf("is %v; give a whole number from 0 to %d", seed, exact))
				break
			}
			l.Seed = uint64(v)
		}
		layer = l
	default:
		return nil, fmt.Errorf("nn: FromConfig: %s is a %q; there is InputLayer, Dense, Activation, Dropout", path, class)
	}
	return layer, c.end()
}

// A reader takes the fields of an object one by one and reports those that are
// left over.
type reader struct {
	path   string
	values map[string]any
	taken  map[string]bool
	err    error
}

func (c *reader) take(name string) any {
	if c.taken == nil {
		c.taken = make(map[string]bool)
	}
	c.taken[name] = true
	return c.values[name]
}

func (c *reader) ignore(names ...string) {
	for _, name := range names {
		c.take(name)
	}
}

func (c *reader) mustBeNull(names ...string) {
	for _, name := range names {
		if v := c.take(name); v != nil {
			c.fail(name, fmt.Sprintf("is %v, which this library does not have; leave it out", v))
		}
	}
}

func (c *reader) fail(name, what string) {
	c.failed(fmt.Errorf("nn: FromConfig: %s: %s %s", c.path, name, what))
}

func (c *reader) failed(err error) {
	if c.err == nil {
		c.err = err
	}
}

func (c *reader) text(name string) (string, bool) {
	switch v := c.take(name).(type) {
	case nil:
		return "", false
	case string:
		return v, true
	default:
		c.fail(name, fmt.Sprintf("is %v; give a name", v))
		return "", false
	}
}

func (c *reader) wholeOf(name string, value any) int {
	v, ok := value.(float64)
	if !ok || v != float64(int32(v)) {
		c.fail(name, fmt.Sprintf("is %v; give a whole number", value))
		return 0
	}
	return int(v)
}

func (c *reader) flagOf(name string, value any) bool {
	flag, ok := value.(bool)
	if !ok {
		c.fail(name, fmt.Sprintf("is %v; give true or false", value))
	}
	return flag
}

func (c *reader) initializer(name string, into *Initializer) {
	value := c.take(name)
	if value == nil {
		return
	}
	if short, ok := value.(string); ok {
		i, err := InitializerByName(short)
		c.failed(err)
		*into = i
		return
	}
	class, config, err := classOf(c.path+" "+name, value)
	if err != nil {
		c.failed(err)
		return
	}
	i, err := InitializerByName(uncamel(class))
	if err != nil {
		c.failed(err)
		return
	}
	c.failed(setFields(c.path+" "+name, i, config, "seed", "input_axes", "output_axes"))
	*into = i
}

func (c *reader) regularizer(name string, into **Regularizer) {
	value := c.take(name)
	if value == nil {
		return
	}
	class, config, err := classOf(c.path+" "+name, value)
	if err == nil && class != "L1" && class != "L2" && class != "L1L2" {
		err = fmt.Errorf("nn: FromConfig: %s: %s is a %q; there is L1, L2, L1L2", c.path, name, class)
	}
	if err != nil {
		c.failed(err)
		return
	}
	r := &Regularizer{}
	c.failed(setFields(c.path+" "+name, r, config))
	*into = r
}

// setFields sets a thing's fields from a configuration.
func setFields(path string, thing any, config map[string]any, ignored ...string) error {
	c := reader{path: path, values: config}
	c.ignore(ignored...)
	for _, f := range fieldsOf(thing) {
		value := c.take(f.Name)
		if value == nil {
			continue
		}
		number, isNumber := value.(float64)
		flag, isFlag := value.(bool)
		switch {
		case f.Number != nil && isNumber:
			if !finite(float32(number)) {
				c.fail(f.Name, fmt.Sprintf("is %v, more than a float32 holds", number))
			}
			*f.Number = number
		case f.Flag != nil && isFlag:
			*f.Flag = flag
		default:
			c.fail(f.Name, fmt.Sprintf("is %v, of another type; give what Keras gives", value))
		}
	}
	return c.end()
}

// end reports what was wrong, or a field that nobody took.
func (c *reader) end() error {
	if c.err != nil {
		return c.err
	}
	var unknown []string
	for name := range c.values {
		if !c.taken[name] {
			unknown = append(unknown, name)
		}
	}
	if len(unknown) == 0 {
		return nil
	}
	sort.Strings(unknown)
	return fmt.Errorf("nn: FromConfig: %s: %q is not known", c.path, unknown[0])
}
