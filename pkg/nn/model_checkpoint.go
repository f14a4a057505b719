package nn

import (
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// ModelCheckpoint saves the model after every epoch, or after those that are the
// best so far.
//
// Source: https://keras.io/api/callbacks/model_checkpoint/
type ModelCheckpoint struct {
	base
	// FilePath is where. {epoch} and the keys of the logs stand for their values,
	// written as Python does: "{epoch:02d}-{val_loss:.2f}.keras".
	FilePath string
	// Save writes a model to a path: kerasfile.Save for ".keras". nil saves the
	// weights alone, as [Sequential.WeightsJSON], to a path that ends in
	// ".weights.json".
	Save func(m *Sequential, path string) error
	// Monitor is the key to look at; "val_loss" in Keras.
	Monitor string
	// Mode is as in [EarlyStopping].
	Mode string
	// SaveBestOnly saves only where the value is the best so far; false in Keras.
	SaveBestOnly bool
	// SaveFreq saves after every so many batches; 0, "epoch" in Keras, after epochs.
	SaveFreq int
	// InitialValueThreshold, where it is not nil, is the best value before the first
	// epoch; nil, None in Keras.
	InitialValueThreshold *float64
	// Verbose is where it writes what Keras prints with verbose=1; nil is nowhere.
	Verbose io.Writer

	training *Training
	monitor  monitor
	epoch    int
	batches  int // since the latest saving
}

var _ BatchCallback = (*ModelCheckpoint)(nil)

var modelCheckpointEntry = Entry{Name: "ModelCheckpoint", Class: "ModelCheckpoint", construct: func() any { return NewModelCheckpoint("") }}

// NewModelCheckpoint returns the callback with Keras's defaults.
func NewModelCheckpoint(path string) *ModelCheckpoint {
	return &ModelCheckpoint{FilePath: path, Monitor: "val_loss", Mode: "auto"}
}

// TrainBegin prepares the monitor. The best value stays from training to training,
// as in Keras. Errors: there is no way to save to such a path, the path names what
// is not known to be logged, or the mode has to be said.
func (c *ModelCheckpoint) TrainBegin(t *Training) error {
	best := c.monitor.best
	if best == nil {
		best = c.InitialValueThreshold
	}
	c.training, c.batches = t, 0
	switch {
	case c.FilePath == "":
		return errors.New("nn: ModelCheckpoint: the file path is empty; give one")
	case c.Save == nil && !strings.HasSuffix(c.FilePath, ".weights.json"):
		return fmt.Errorf("nn: ModelCheckpoint: the file path is %q; give one that ends in .weights.json, or a Save", c.FilePath)
	case c.InitialValueThreshold != nil && math.IsNaN(*c.InitialValueThreshold):
		return errors.New("nn: ModelCheckpoint: the initial value threshold is NaN; give a number, or leave it out")
	case c.SaveFreq < 0:
		return fmt.Errorf("nn: ModelCheckpoint: save_freq is %d; give at least 1, or 0 for every epoch", c.SaveFreq)
	}
	monitor, err := t.newMonitor("ModelCheckpoint", c.Monitor, c.Mode, 0)
	if c.SaveBestOnly && err != nil {
		return err
	}
	c.monitor = monitor
	c.monitor.best = best
	_, err = formatted(c.FilePath, func(key string) (float64, bool) {
		return 0, true // what callbacks log is not known yet
	})
	return err
}

// EpochBegin remembers the epoch.
func (c *ModelCheckpoint) EpochBegin(epoch int) error {
	c.epoch = epoch
	return nil
}

func (c *ModelCheckpoint) watchesBatches() bool { return c.SaveFreq > 0 }
func (*ModelCheckpoint) watchesTests() bool     { return false }

// BatchBegin does nothing.
func (*ModelCheckpoint) BatchBegin(int) error { return nil }

// BatchEnd saves after every SaveFreq batches.
func (c *ModelCheckpoint) BatchEnd(batch int, logs Logs) error {
	if c.batches++; c.batches < c.SaveFreq {
		return nil
	}
	c.batches = 0
	return c.save(batch, logs)
}

// EpochEnd saves, unless batches are counted. Errors: the path names what is not
// logged, or the file cannot be written.
func (c *ModelCheckpoint) EpochEnd(_ int, logs Logs) error {
	if c.SaveFreq > 0 {
		return nil
	}
	return c.save(-1, logs)
}

func (c *ModelCheckpoint) save(batch int, logs Logs) error {
	path, err := formatted(c.FilePath, func(key string) (float64, bool) {
		switch {
		case key == "epoch":
			return float64(c.epoch + 1), true
		case key == "batch" && batch >= 0:
			return float64(batch + 1), true
		}
		return logs.Lookup(key)
	})
	if err != nil {
		return err
	}
	wanted, err := c.wants(path, logs)
	if err != nil || !wanted {
		return err
	}
	if folder := filepath.Dir(path); folder != "." {
		if err := os.MkdirAll(folder, 0o777); err != nil {
			return fmt.Errorf("nn: ModelCheckpoint: %w", err)
		}
	}
	save := c.Save
	if save == nil {
		save = saveWeights
	}
	if err := save(c.training.model, path); err != nil {
		return fmt.Errorf("nn: ModelCheckpoint: %w", err)
	}
	return say(c.Verbose, "\nEpoch %d: finished saving model to %s", c.epoch+1, path)
}

// wants reports whether the model is to be saved now.
func (c *ModelCheckpoint) wants(path string, logs Logs) (bool, error) {
	if !c.SaveBestOnly {
		return true, say(c.Verbose, "\nEpoch %d: saving model to %s", c.epoch+1, path)
	}
	current, ok := logs.Lookup(c.Monitor)
	if !ok {
		c.training.warn("Can save best model only with " + c.Monitor + " available.")
		return true, nil
	}
	before := "None"
	if c.monitor.best != nil {
		before = fixed5(*c.monitor.best)
	}
	if !c.monitor.look(current) {
		return false, say(c.Verbose, "\nEpoch %d: %s did not improve from %s", c.epoch+1, c.Monitor, before)
	}
	return true, say(c.Verbose, "\nEpoch %d: %s improved from %s to %s, saving model to %s", c.epoch+1, c.Monitor, before, fixed5(current), path)
}

func fixed5(v float64) string {
	if v-v != 0 {
		return FormatMetric(v)
	}
	return strconv.FormatFloat(v, 'f', 5, 64)
}

// saveWeights writes the weights as JSON.
func saveWeights(m *Sequential, path string) error {
	text, err := m.WeightsJSON()
	if err != nil {
		return err
	}
	return os.WriteFile(path, text, 0o666)
}

// formatted fills the places {key} and {key:format} of a path; a format is Python's,
// such as 02d or .2f.
func formatted(path string, value func(key string) (float64, bool)) (string, error) {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(path, "{")
		b.WriteString(before)
		if !found {
			return b.String(), nil
		}
		place, after, closed := strings.Cut(rest, "}")
		key, format, _ := strings.Cut(place, ":")
		v, known := value(key)
		if !closed || !known {
			return "", fmt.Errorf("nn: ModelCheckpoint: the path has {%s}, which is not logged; give epoch or a key of the logs", place)
		}
		text, err := pythonFormat(format, v)
		if err != nil {
			return "", err
		}
		b.WriteString(text)
		path = after
	}
}

// pythonFormat writes a number by one of Python's formats of digits.
func pythonFormat(format string, v float64) (string, error) {
	wrong := fmt.Errorf("nn: ModelCheckpoint: the path has the format %q; give one such as 02d or .2f", format)
	if format == "" {
		if v == float64(int64(v)) {
			return strconv.FormatInt(int64(v), 10), nil
		}
		return pythonFloat(v), nil
	}
	verb := format[len(format)-1]
	width, digits, precise := strings.Cut(format[:len(format)-1], ".")
	n, err := 0, error(nil)
	if width != "" {
		n, err = strconv.Atoi(width)
	}
	precision := 6
	if precise && err == nil {
		precision, err = strconv.Atoi(digits)
	}
	if err != nil || n < 0 || n > 100 || precision < 0 || precision > 100 {
		return "", wrong
	}
	var text string
	switch verb {
	case 'd':
		text = strconv.FormatInt(int64(v), 10)
	case 'f', 'e':
		text = strconv.FormatFloat(v, verb, precision, 64)
	default:
		return "", wrong
	}
	fill := " "
	if strings.HasPrefix(width, "0") {
		fill = "0"
	}
	return strings.Repeat(fill, max(0, n-len(text))) + text, nil
}
