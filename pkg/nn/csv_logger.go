package nn

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
)

// CSVLogger writes what each epoch logs as a row of a CSV file, as Keras does: the
// epoch, counted from 0, then the values in alphabetical order of their keys. Without
// validation there are columns for it, with NA. Lines end in CR LF.
//
// Source: https://keras.io/api/callbacks/csv_logger/
type CSVLogger struct {
	base
	// Filename is the file's path.
	Filename string
	// Separator stands between two values; "," in Keras.
	Separator string
	// Append writes behind what the file holds; false, as in Keras, begins anew.
	Append bool

	file   *os.File
	keys   []string
	headed bool
}

var csvLoggerEntry = Entry{Name: "CSVLogger", Class: "CSVLogger", construct: func() any { return NewCSVLogger("") }}

// NewCSVLogger returns the callback with Keras's defaults.
func NewCSVLogger(filename string) *CSVLogger {
	return &CSVLogger{Filename: filename, Separator: ","}
}

// TrainBegin opens the file. Errors: it cannot be written, or the separator is not
// one letter.
func (c *CSVLogger) TrainBegin(*Training) error {
	if len([]rune(c.Separator)) != 1 || strings.ContainsAny(c.Separator, "\"\r\n") {
		return fmt.Errorf("nn: CSVLogger: the separator is %q; give one letter, such as a comma", c.Separator)
	}
	if c.Filename == "" {
		return errors.New("nn: CSVLogger: the filename is empty; give a path")
	}
	flags := os.O_CREATE | os.O_WRONLY | os.O_TRUNC
	c.keys, c.headed = nil, false
	if c.Append {
		flags = os.O_CREATE | os.O_WRONLY | os.O_APPEND
		if held, err := os.Stat(c.Filename); err == nil {
			c.headed = held.Size() > 0
		}
	}
	if c.file != nil {
		_ = c.file.Close() // that of a training that did not end
	}
	file, err := os.OpenFile(c.Filename, flags, 0o666)
	if err != nil {
		return fmt.Errorf("nn: CSVLogger: %w", err)
	}
	c.file = file
	return nil
}

// EpochEnd writes a row. Error: it cannot be written.
func (c *CSVLogger) EpochEnd(epoch int, logs Logs) error {
	w := bufio.NewWriter(c.file)
	if c.keys == nil {
		c.keys = logs.Keys()
		slices.Sort(c.keys)
		if !slices.ContainsFunc(c.keys, func(key string) bool { return strings.HasPrefix(key, "val_") }) {
			for _, key := range slices.Clone(c.keys) {
				c.keys = append(c.keys, "val_"+key)
			}
		}
		if !c.headed {
			c.line(w, append([]string{"epoch"}, c.keys...))
		}
	}
	row := []string{strconv.Itoa(epoch)}
	for _, key := range c.keys {
		value, ok := logs.Lookup(key)
		if !ok {
			row = append(row, "NA")
			continue
		}
		row = append(row, pythonFloat(float64(float32(value))))
	}
	c.line(w, row)
	if err := w.Flush(); err != nil {
		return fmt.Errorf("nn: CSVLogger: %w", err)
	}
	return nil
}

// line writes the fields of a line; those that hold a separator or a quotation mark
// are quoted.
func (c *CSVLogger) line(w *bufio.Writer, fields []string) {
	for i, field := range fields {
		if strings.ContainsAny(field, c.Separator+"\"\r\n") {
			field = `"` + strings.ReplaceAll(field, `"`, `""`) + `"`
		}
		if i > 0 {
			field = c.Separator + field
		}
		_, _ = w.WriteString(field) // Flush says what goes wrong
	}
	_, _ = w.WriteString("\r\n")
}

// TrainEnd closes the file.
func (c *CSVLogger) TrainEnd() error {
	file := c.file
	c.file = nil
	if err := file.Close(); err != nil {
		return fmt.Errorf("nn: CSVLogger: %w", err)
	}
	return nil
}
