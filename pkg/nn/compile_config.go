package nn

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
)

// CompileConfig returns what the model was compiled with as Keras's
// get_compile_config does: the optimizer with its options, the loss and the
// metrics. Errors: the model is not compiled, or a loss or a metric is one of your
// own, which Keras does not know.
//
// Source: keras/src/trainers/trainer.py.
func (m *Sequential) CompileConfig() ([]byte, error) {
	if err := m.compiled("CompileConfig"); err != nil {
		return nil, err
	}
	class := classOfLoss(m.loss)
	if _, own := m.loss.(*customLoss); own || class == "" {
		return nil, fmt.Errorf("nn: CompileConfig: the loss %s is one of your own, which Keras does not know; use another", m.loss.Name())
	}
	options := hyperparameterConfig(m.loss)
	options["name"], options["reduction"] = m.loss.Name(), SumOverBatchSize
	if m.reduction != "" {
		options["reduction"] = m.reduction
	}
	metricConfigs := []any{}
	var weightedConfigs []any // null where there are none, as in Keras
	for _, metric := range m.metrics {
		config, err := metricConfig(unweighted(metric))
		if err != nil {
			return nil, err
		}
		if isWeighted(metric) {
			weightedConfigs = append(weightedConfigs, config)
		} else {
			metricConfigs = append(metricConfigs, config)
		}
	}
	return json.Marshal(map[string]any{
		"optimizer": optimizerConfig(m.optimizerState.optimizer), "loss": kerasObject("keras.losses", class, options),
		"metrics": metricConfigs, "loss_weights": nil, "weighted_metrics": weightedConfigs,
		"run_eagerly": false, "steps_per_execution": 1, "jit_compile": false,
	})
}

func optimizerConfig(o Optimizer) any {
	s, config := o.settings(), hyperparameterConfig(o)
	config["name"] = o.Name()
	if s.Schedule != nil {
		config["learning_rate"] = kerasObject("keras.optimizers.schedules", s.Schedule.Name(), hyperparameterConfig(s.Schedule))
	}
	for _, name := range []string{"weight_decay", "clipnorm", "clipvalue", "global_clipnorm"} {
		if config[name] == 0.0 {
			config[name] = nil
		}
	}
	config["use_ema"], config["ema_momentum"] = s.UseEMA, s.emaMomentum()
	config["ema_overwrite_frequency"] = orNull(s.EMAOverwriteFrequency)
	config["gradient_accumulation_steps"] = orNull(s.GradientAccumulationSteps)
	config["loss_scale_factor"] = nil
	return kerasObject("keras.optimizers", optimizers.class(o.Name()), config)
}

// orNull is a number, or null where it is 0.
func orNull(n int) any {
	if n == 0 {
		return nil
	}
	return n
}

// noneOf are the values that stand for Keras's None.
var noneOf = map[string]any{"top_k": 0, "class_id": -1, "average": "", "threshold": 0.0, "num_labels": 0}

func metricConfig(m Metric) (any, error) {
	key := m.Name()
	if n, ok := m.(named); ok {
		if !n.given {
			return n.name, nil
		}
		m = n.Metric
	}
	e, known := metrics.Lookup(m.Name())
	if !known {
		e, known = FurtherMetrics().Lookup(m.Name())
	}
	if !known || e.Class == "" {
		return nil, fmt.Errorf("nn: CompileConfig: the metric %s is one of your own, which Keras does not know; use another", m.Name())
	}
	config := hyperparameterConfig(m)
	for name, value := range config {
		if numbers, ok := value.([]float64); ok && numbers == nil {
			config[name] = nil
		} else if none, ok := noneOf[name]; ok && value == none && e.Class != "BinaryAccuracy" {
			config[name] = nil
		}
	}
	if k, has := config["top_k"]; has && k != nil { // Keras looks at one of the two
		config["thresholds"] = nil
	}
	config["name"] = key
	return kerasObject("keras.metrics", e.Class, config), nil
}

// CompileFromConfig compiles the model with what [Sequential.CompileConfig] or
// Keras's get_compile_config has written. Errors name what is unknown here; the model
// stays as it was.
//
// Source: keras/src/trainers/trainer.py.
func (m *Sequential) CompileFromConfig(text []byte) error {
	var value map[string]any
	if len(text) > maxJSON {
		return fmt.Errorf("nn: CompileFromConfig: %d bytes, more than the %d that are read", len(text), maxJSON)
	}
	if err := json.Unmarshal(text, &value); err != nil {
		return fmt.Errorf("nn: CompileFromConfig: %w", err)
	}
	optimizer, err := optimizerFromConfig(value["optimizer"])
	if err != nil {
		return err
	}
	loss, err := lossFromConfig(value["loss"])
	if err != nil {
		return err
	}
	var compiled []Metric
	for _, name := range []string{"metrics", "weighted_metrics"} {
		list, isList := value[name].([]any)
		if value[name] != nil && !isList {
			return fmt.Errorf("nn: CompileFromConfig: %s is %v; give a list", name, value[name])
		}
		for _, item := range list {
			metric, err := metricFromConfig(item)
			if err != nil {
				return err
			}
			if name == "weighted_metrics" {
				metric = Weighted(metric)
			}
			compiled = append(compiled, metric)
		}
	}
	if weights := value["loss_weights"]; weights != nil {
		return fmt.Errorf("nn: CompileFromConfig: loss_weights is %v, which this library does not have; leave it out", weights)
	}
	return m.Compile(optimizer, loss, compiled...)
}

// thingFromConfig finds a thing by the name or the object of a configuration; object
// is nil for a name.
func thingFromConfig(path string, value any, catalogues ...*Catalogue) (thing any, name string, object map[string]any, err error) {
	if name, ok := value.(string); ok {
		thing, err := findIn(name, catalogues...)
		return thing, name, nil, err
	}
	if value == nil {
		return nil, "", nil, fmt.Errorf("nn: CompileFromConfig: the %s is missing; give a name or an object", path)
	}
	class, object, err := classOf(path, value)
	if err != nil {
		return nil, "", nil, err
	}
	thing, err = findIn(class, catalogues...)
	return thing, class, object, err
}

func optimizerFromConfig(value any) (Optimizer, error) {
	thing, _, object, err := thingFromConfig("optimizer", value, &optimizers)
	if err != nil || object == nil {
		o, _ := thing.(Optimizer)
		return o, err
	}
	o := thing.(Optimizer)
	c := configReader{path: "optimizer", values: object}
	c.ignore("name")
	if factor := c.take("loss_scale_factor"); factor != nil {
		c.fail("loss_scale_factor", fmt.Sprintf("is %v, which this library does not have; leave it out", factor))
	}
	s := o.settings()
	for _, h := range append(o.Hyperparameters(),
		toggle("use_ema", "UseEMA", &s.UseEMA), Hyperparameter{Name: "ema_momentum", Number: &s.EMAMomentum},
		whole("ema_overwrite_frequency", "EMAOverwriteFrequency", &s.EMAOverwriteFrequency),
		whole("gradient_accumulation_steps", "GradientAccumulationSteps", &s.GradientAccumulationSteps),
	) {
		value := c.take(h.Name)
		if _, isObject := value.(map[string]any); h.Name == "learning_rate" && isObject {
			schedule, err := scheduleFromConfig(value)
			c.failed(err)
			o.SetSchedule(schedule)
		} else if value != nil {
			c.set(h, value)
		} else if _, given := object[h.Name]; given && h.Number != nil {
			*h.Number = 0 // Keras's None
		}
	}
	return o, c.end()
}

func scheduleFromConfig(value any) (Schedule, error) {
	class, config, err := classOf("learning_rate", value)
	if err != nil {
		return nil, err
	}
	schedule, err := ScheduleByName(class)
	if err != nil {
		return nil, err
	}
	return schedule, setHyperparameters("learning_rate "+class, schedule, config, "name")
}

func lossFromConfig(value any) (Loss, error) {
	thing, _, object, err := thingFromConfig("loss", value, &losses, FurtherLosses())
	if err != nil || object == nil {
		l, _ := thing.(Loss)
		return l, err
	}
	loss := thing.(Loss)
	if err := setHyperparameters("loss", loss, object, "name", "reduction", "dtype", "axis"); err != nil {
		return nil, err
	}
	switch reduction, given := object["reduction"]; {
	case given && reduction == nil: // Keras's other way to write it
		loss = WithReduction(loss, NoReduction)
	case given && reduction != SumOverBatchSize:
		loss = WithReduction(loss, fmt.Sprint(reduction))
	}
	return loss, nil
}

// onlyOfMetrics are options of Keras's metrics of which this library has one value.
var onlyOfMetrics = map[string]string{
	"axis": "-1", "from_logits": "false", "label_smoothing": "0", "class_aggregation": "uniform_average", "num_regressors": "0", "beta": "1",
}

func metricFromConfig(value any) (Metric, error) {
	thing, name, object, err := thingFromConfig("metric", value, &metrics, FurtherMetrics())
	if err != nil {
		return nil, err
	}
	metric, ok := thing.(Metric)
	switch {
	case !ok:
		return nil, errors.New("nn: CompileFromConfig: a metric is none")
	case object == nil:
		return named{Metric: metric, name: name}, nil
	}
	if e, found := losses.Lookup(name); found && (object["from_logits"] == true || object["label_smoothing"] != nil && object["label_smoothing"] != 0.0) {
		if l, ok := e.construct().(crossentropy); ok {
			metric = MetricOfLoss(l)
		}
	}
	ignored := []string{"name", "dtype"}
	for option, only := range onlyOfMetrics {
		value, given := object[option]
		own := slices.ContainsFunc(hyperparametersOf(metric), func(h Hyperparameter) bool { return h.Name == option })
		if own || !given {
			continue
		}
		if fmt.Sprint(value) != only {
			return nil, fmt.Errorf("nn: CompileFromConfig: metric %s: %s is %v, which this library does not have; leave it out", name, option, value)
		}
		ignored = append(ignored, option)
	}
	if err := setHyperparameters("metric "+name, metric, object, ignored...); err != nil {
		return nil, err
	}
	if key, ok := object["name"].(string); ok && key != metric.Name() {
		metric = Named(metric, key)
	}
	return metric, nil
}
