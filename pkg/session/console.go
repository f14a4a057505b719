package session

import (
	"strconv"
	"strings"
	"time"

	"firstneuron/pkg/experiment/program"
	"firstneuron/pkg/nn"
)

// ConsoleEntry is a piece of what the program prints.
type ConsoleEntry struct {
	// Text is one line or several.
	Text string
	// Epoch is the epoch it tells of, -1 for none.
	Epoch int
}

// maxConsoleEpochs is how many epochs the console shows: the first, the last,
// and some of those between.
const maxConsoleEpochs = 30

// Console returns what the program prints in Keras, as far as the run has
// come. The times are those of this machine.
func (s Session) Console() []ConsoleEntry {
	c := console{session: s}
	for _, output := range s.Code.Reading.Outputs {
		switch output.Kind {
		case program.Summary:
			c.summary()
		case program.Fit:
			if s.Run.Phase == Untrained {
				return c.entries
			}
			if !output.Quiet {
				c.fit(output)
			}
			c.fitted = true
			if s.Run.Phase != Finished && s.Run.Phase != Diverged {
				return c.entries
			}
		case program.Predict:
			c.predict(output)
		case program.Evaluate:
			c.evaluate(output)
		}
	}
	return c.entries
}

// console writes the entries one after the other.
type console struct {
	session Session
	entries []ConsoleEntry
	fitted  bool
}

func (c *console) print(text string) {
	c.entries = append(c.entries, ConsoleEntry{Text: text, Epoch: -1})
}

// summary prints the model's table. Once the model is trained the optimizer has
// numbers of its own, which Keras counts.
func (c *console) summary() {
	model, err := c.session.Experiment.Model()
	if err != nil {
		return
	}
	if c.fitted {
		if _, err := model.TrainOnBatch(c.session.Experiment.Matrix(0), nn.Column(0)); err != nil {
			return
		}
	}
	c.print(strings.TrimRight(model.Summary(), "\n"))
}

// fit prints the epochs.
func (c *console) fit(output program.Output) {
	s := c.session
	e := s.Run.trained
	steps := batches(len(e.Points)-e.ValidationPoints(), e.Batch)
	epoch := s.Run.perEpoch()
	before := s.Run.Timeline.First().Epoch
	for _, r := range thinned(s.Run.Timeline) {
		if r.Epoch > before+1 {
			c.print("⋮")
		}
		before = r.Epoch
		c.entries = append(c.entries, ConsoleEntry{
			Text:  "Epoch " + strconv.Itoa(r.Epoch) + "/" + strconv.Itoa(max(s.Run.Goal, r.Epoch)) + "\n" + line(output, steps, epoch, r.logs(e.Metric).InConsoleOrder()),
			Epoch: r.Epoch,
		})
	}
}

// thinned returns the records that the console shows. Which they are changes
// seldom as a run grows: every so many epochs, in steps of 1, 2, 5, 10, ….
func thinned(t Timeline) []Record {
	last := t.Last().Epoch
	stride := 1
	for factor := 0; last/stride > maxConsoleEpochs; factor++ {
		stride = []int{1, 2, 5}[factor%3]
		for range factor / 3 {
			stride *= 10
		}
	}
	var shown []Record
	for i, r := range t.All() {
		if i == 0 {
			continue // the state before training
		}
		if i == 1 || i == t.Len()-1 || r.Epoch/stride > shown[len(shown)-1].Epoch/stride {
			shown = append(shown, r)
		}
	}
	return shown
}

// logs are what Keras logs of the epoch.
func (r Record) logs(metric string) nn.Logs {
	keys, values := []string{"loss"}, []float64{r.Loss}
	add := func(has bool, key string, v float64) {
		if has {
			keys, values = append(keys, key), append(values, v)
		}
	}
	add(r.Measured, metric, r.Metric)
	add(r.Validated, "val_loss", r.Validation)
	add(r.Validated && r.Measured, "val_"+metric, r.ValidationMetric)
	return nn.LogsOf(keys, values)
}

// batches is how many batches so many rows make.
func batches(rows, batch int) int { return (rows + batch - 1) / max(batch, 1) }

// predictBatch is how many rows predict and evaluate look at at once in Keras.
const predictBatch = 32

func (c *console) predict(output program.Output) {
	s := c.session
	ys := s.PredictWith(s.Run.Timeline.Last().Params, output.Xs...)
	if !c.fitted {
		ys = s.PredictWith(s.Run.Timeline.First().Params, output.Xs...)
	}
	if len(ys) == 0 {
		return
	}
	if !output.Quiet {
		c.print(c.bar(output, nn.Logs{}))
	}
	if output.Printed {
		values := make([]float32, len(ys))
		for i, y := range ys {
			values[i] = float32(y)
		}
		if text, ok := program.NumPyPicked(values, output.Index); ok {
			c.print(output.Before + text + output.After)
		}
	}
}

func (c *console) evaluate(output program.Output) {
	if !c.fitted {
		return
	}
	logs, ok := c.session.derived().predictor.evaluate(c.session.Run.Timeline.Last().Params, output.Xs, output.Ys)
	if !ok {
		return
	}
	if !output.Quiet {
		c.print(c.bar(output, logs.InConsoleOrder()))
	}
	if output.Printed && len(output.Index) == 0 {
		texts := make([]string, 0, 2)
		for _, key := range logs.Keys() {
			// Python writes a float32 with the digits of the float64 that it is.
			texts = append(texts, program.PythonFloat(float64(float32(logs.Get(key))), 64))
		}
		text := texts[0]
		if len(texts) > 1 {
			text = "[" + strings.Join(texts, ", ") + "]"
		}
		c.print(output.Before + text + output.After)
	}
}

// bar is the progress line of what is asked, in the time that asking took.
func (c *console) bar(output program.Output, logs nn.Logs) string {
	steps := batches(len(output.Xs), predictBatch)
	return line(output, steps, c.session.Run.predictTook*time.Duration(steps), logs)
}

// line is a progress line, as the call asks for it.
func line(output program.Output, steps int, took time.Duration, logs nn.Logs) string {
	if output.Brief {
		return nn.BriefLine(steps, took, logs)
	}
	return nn.ProgressLine(steps, took, logs)
}
