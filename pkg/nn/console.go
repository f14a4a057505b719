package nn

import (
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"time"
)

// FormatMetric writes a logged number as Keras's progress bar does: four
// decimals above 1e-3, else four decimals and an exponent.
//
// Source: keras/src/utils/progbar.py.
func FormatMetric(v float64) string {
	switch {
	case math.IsNaN(v):
		return "nan"
	case math.IsInf(v, 1):
		return "inf"
	case math.IsInf(v, -1):
		return "-inf"
	case math.Abs(v) > 1e-3:
		return fmt.Sprintf("%.4f", v)
	}
	return fmt.Sprintf("%.4e", v)
}

// ProgressLine returns what Keras's bar shows at the end of an epoch of so many
// steps that took so long:
//
//	1/1 ━━━━━━━━━━━━━━━━━━━━ 0s 24ms/step - loss: 1.2345
func ProgressLine(steps int, took time.Duration, logs Logs) string {
	return progressLine(" "+strings.Repeat("━", 20)+" ", " ", steps, took, logs, FormatMetric)
}

// BriefLine returns what Keras shows in its place with verbose=2:
//
//	1/1 - 0s - 24ms/step - loss: 1.2345
func BriefLine(steps int, took time.Duration, logs Logs) string {
	return progressLine(" - ", " - ", steps, took, logs, formatBrief)
}

// formatBrief is [FormatMetric] as verbose=2 has it: negative numbers have an
// exponent, too.
func formatBrief(v float64) string {
	if v <= 0 && !math.IsInf(v, 0) {
		return fmt.Sprintf("%.4e", v)
	}
	return FormatMetric(v)
}

// progressLine has something between the count and the time, and between the
// time and that of a step.
func progressLine(first, second string, steps int, took time.Duration, logs Logs, format func(float64) string) string {
	var b strings.Builder
	each := took.Seconds() / float64(max(steps, 1))
	fmt.Fprintf(&b, "%d/%d%s%.0fs%s%s/step", steps, steps, first, took.Seconds(), second, stepTime(each))
	for i, key := range logs.keys {
		b.WriteString(" - " + key + ": " + format(logs.values[i]))
	}
	return b.String()
}

func stepTime(seconds float64) string {
	switch {
	case seconds >= 1 || seconds == 0:
		return fmt.Sprintf("%.0fs", seconds)
	case seconds >= 1e-3:
		return fmt.Sprintf("%.0fms", seconds*1e3)
	}
	return fmt.Sprintf("%.0fus", seconds*1e6)
}

// Console is a [Callback] that writes each epoch as Keras's fit does with
// verbose=1, the bar once the epoch is over. Give it as the last of the callbacks, so
// that it shows what others have logged.
//
// Source: keras/src/utils/progbar.py.
type Console struct {
	base
	w        io.Writer
	training *Training
	start    time.Time
}

// NewConsole returns a callback that writes to w.
func NewConsole(w io.Writer) *Console { return &Console{w: w} }

// TrainBegin remembers the training.
func (c *Console) TrainBegin(t *Training) error {
	c.training = t
	return nil
}

// EpochBegin starts the clock and writes the epoch's number where there are more
// than one. Error: it cannot be written.
func (c *Console) EpochBegin(epoch int) error {
	c.start = time.Now()
	if c.training.epochs < 2 {
		return nil
	}
	return say(c.w, "Epoch %d/%d", epoch+1, c.training.epochs)
}

// EpochEnd writes the bar. Error: it cannot be written.
func (c *Console) EpochEnd(_ int, logs Logs) error {
	t := c.training
	steps := (t.x.Rows + t.batch() - 1) / t.batch()
	return say(c.w, "%s", ProgressLine(steps, time.Since(c.start), logs.InConsoleOrder()))
}

// pythonFloat writes a number as Python prints it.
func pythonFloat(v float64) string {
	switch {
	case math.IsNaN(v):
		return "nan"
	case math.IsInf(v, 0):
		return strings.ToLower(strings.TrimPrefix(strconv.FormatFloat(v, 'g', -1, 64), "+"))
	}
	if size := math.Abs(v); v != 0 && (size < 1e-4 || size >= 1e16) {
		return strconv.FormatFloat(v, 'e', -1, 64)
	}
	text := strconv.FormatFloat(v, 'f', -1, 64)
	if !strings.Contains(text, ".") {
		text += ".0"
	}
	return text
}
