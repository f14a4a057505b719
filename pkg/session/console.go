package session

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/script"
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
	entries := s.console()
	for i := range entries {
		entries[i].Text = strings.TrimSuffix(entries[i].Text, "\n") // which ends the last print
	}
	return entries
}

func (s Session) console() []ConsoleEntry {
	c := console{session: s}
	trained := s.Run.Phase == Finished || s.Run.Phase == Diverged
	outputs := s.Code.Reading.Outputs
	if trained {
		outputs = s.printed()
	}
	for _, output := range outputs {
		switch output.Kind {
		case script.Summary:
			c.summary(output)
		case script.Fit:
			if s.Run.Phase == Untrained {
				return c.entries
			}
			if !output.Quiet {
				c.fit(output)
			}
			if !trained {
				return c.entries
			}
		case script.Predict:
			c.predict(output)
		case script.Evaluate:
			c.evaluate(output)
		case script.Print:
			if output.Epoch > 0 && !trained {
				return c.entries
			}
			c.printed(output.Text)
		case script.Pending: // which only a training can say
			if !trained {
				return c.entries
			}
		}
	}
	return c.entries
}

// printed returns the outputs of the program with what the training gave. They are run
// again only after another training, since every view asks for them.
func (s Session) printed() []script.Output {
	reading := s.Code.Reading
	if !slices.ContainsFunc(reading.Outputs, func(o script.Output) bool { return o.Kind == script.Pending }) {
		return reading.Outputs
	}
	last := s.Run.Timeline.Last()
	p := s.derived().predictor
	p.printing.Lock()
	defer p.printing.Unlock()
	if len(last.Params) > 0 && p.printedOf == &last.Params[0] && p.printedText == reading.Text() {
		return p.outputs
	}
	trained := script.Trained{
		Predict: func(epoch int, places []experiment.Place) []float64 { return s.outputsList(s.paramsAt(epoch), places) },
		Weights: s.paramsAt,
		Epochs:  last.Epoch,
		Evaluate: func(epoch int, places []experiment.Place, ys []float64) []float64 {
			logs, ok := p.evaluate(s.paramsAt(epoch), places, ys)
			if !ok {
				return nil
			}
			var values []float64
			for _, key := range logs.Keys() {
				values = append(values, logs.Get(key))
			}
			return values
		},
		Logged: func(epoch int) (names []string, values []float64) {
			r := s.Run.Timeline.At(epoch)
			if r.Epoch != epoch || !r.Logged() {
				return nil, nil
			}
			logs := r.logs(s.Run.trained.Metric)
			for _, key := range logs.Keys() {
				names, values = append(names, key), append(values, logs.Get(key))
			}
			return names, values
		},
	}
	if e := s.Experiment; e.StopLoss > 0 {
		trained.Last = trained.LastEpoch(e)
	}
	var outputs []script.Output
	if reader := s.reads(); !s.Code.Own {
		outputs = script.RunWritten(reading, trained)
	} else if reader != nil {
		outputs, _ = reader.Run(reading, trained) // nothing, where it ends
	}
	if len(last.Params) > 0 {
		p.printedOf, p.printedText, p.outputs = &last.Params[0], reading.Text(), outputs
	}
	return outputs
}

// paramsAt are the weights after so many epochs of the program; nil where they were not
// kept. Training more goes on after the program's last.
func (s Session) paramsAt(epoch int) []float32 {
	t := s.Run.Timeline
	if epoch >= s.Experiment.Epochs {
		return t.Last().Params
	}
	if r := t.At(epoch); r.Epoch == epoch {
		return r.Params
	}
	return nil
}

// console writes the entries one after the other.
type console struct {
	session Session
	entries []ConsoleEntry
	// prints is set while the last entry is of prints, which the next goes on with.
	prints bool
}

func (c *console) print(text string) {
	c.prints = false
	c.entries = append(c.entries, ConsoleEntry{Text: text, Epoch: -1})
}

// printed takes what a print prints, with its end.
func (c *console) printed(text string) {
	if !c.prints {
		c.print("")
		c.prints = true
	}
	c.entries[len(c.entries)-1].Text += text
}

// summary prints the model's table. Once the model is trained the optimizer has
// numbers of its own, which Keras counts.
func (c *console) summary(output script.Output) {
	model, err := c.session.Experiment.Whole()
	if err != nil {
		return
	}
	if output.Epoch > 0 {
		if _, err := model.TrainOnBatch(c.session.Experiment.Columns(experiment.Place{}), nn.Column(0)); err != nil {
			return
		}
	}
	c.print(strings.TrimRight(model.Summary(), "\n"))
}

// fit prints the epochs.
func (c *console) fit(output script.Output) {
	c.prints = false
	s := c.session
	e := s.Run.trained
	steps := batches(len(e.Points)-e.ValidationPoints(), e.Batch)
	epoch := s.Run.perEpoch()
	before := output.From
	last := output.To >= s.Experiment.Epochs // with which training more goes on
	for _, r := range thinned(s.Run.Timeline) {
		if r.Epoch <= output.From || r.Epoch > output.To && !last {
			continue
		}
		if r.Epoch > before+1 {
			c.print("⋮")
		}
		before = r.Epoch
		goal := output.Of
		if last {
			goal = max(s.Run.Goal, r.Epoch) - output.Start
		}
		c.entries = append(c.entries, ConsoleEntry{
			Text:  "Epoch " + strconv.Itoa(r.Epoch-output.Start) + "/" + strconv.Itoa(goal) + "\n" + line(output, steps, epoch, r.logs(cmp.Or(output.Metric, e.Metric)).InConsoleOrder()),
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

func (c *console) predict(output script.Output) {
	if len(c.session.PredictAt(c.session.paramsAt(output.Epoch), output.Places...)) > 0 && !output.Quiet {
		c.print(c.bar(output, nn.Logs{}))
	}
}

func (c *console) evaluate(output script.Output) {
	if output.Quiet {
		return
	}
	logs, ok := c.session.derived().predictor.evaluate(c.session.paramsAt(output.Epoch), output.Places, output.Ys)
	if ok {
		if keys := logs.Keys(); output.Metric != "" && len(keys) == 2 { // the loss, and the metric by the program's name for it
			logs = nn.LogsOf([]string{keys[0], output.Metric}, []float64{logs.Get(keys[0]), logs.Get(keys[1])})
		}
		c.print(c.bar(output, logs.InConsoleOrder()))
	}
}

// bar is the progress line of what is asked, in the time that asking took.
func (c *console) bar(output script.Output, logs nn.Logs) string {
	steps := batches(len(output.Places), predictBatch)
	return line(output, steps, c.session.Run.predictTook*time.Duration(steps), logs)
}

// line is a progress line, as the call asks for it.
func line(output script.Output, steps int, took time.Duration, logs nn.Logs) string {
	if output.Brief {
		return nn.BriefLine(steps, took, logs)
	}
	return nn.ProgressLine(steps, took, logs)
}
