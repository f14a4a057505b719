package session

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/script"
)

// EncodeSnapshot writes a snapshot, a line for each thing. What stands in the paste
// box is left out where it would make the text too long.
func EncodeSnapshot(k Snapshot) (text string, problem *experiment.Problem) {
	var b strings.Builder
	write := func(key string, values ...string) {
		b.WriteString(key + "=")
		for i, value := range values {
			if i > 0 {
				b.WriteByte(',')
			}
			b.WriteString(snapshotEscapes.Replace(value))
		}
		b.WriteByte('\n')
	}
	b.WriteString(snapshotFirstLine + "\n")
	write("link", k.Link)
	write("experiment", experiment.EncodeFile(k.Experiment))
	for _, row := range k.Rows {
		values := append([]string{strconv.Itoa(row.At), strconv.FormatBool(row.Known)}, row.X[:max(k.Experiment.Inputs, 1)]...)
		write("row", append(values, row.Y)...)
	}
	for _, setting := range k.Settings {
		write("setting", setting.Key, setting.Text)
	}
	if k.Code != "" {
		write("code", k.Code)
	}
	if k.Guessed {
		write("guess", strconv.FormatFloat(k.Best, 'g', -1, 64))
	}
	for _, run := range k.Runs {
		write("run", run.Name, experiment.Encode(run.Experiment))
	}
	c := k.Challenge
	write("task", c.Guess.Text, strconv.FormatFloat(c.Answer, 'g', -1, 64), strconv.FormatBool(c.Answered), strconv.FormatBool(c.Trained))
	for _, goal := range c.Reached {
		if i := slices.Index(k.Experiment.Goals, goal); i >= 0 {
			write("reached", strconv.Itoa(i))
		}
	}
	if c.Way.begun() {
		write("way", strconv.Itoa(c.Way.Step), strconv.Itoa(c.Way.Furthest), c.Way.Typed.Text)
		for _, r := range c.Way.Records {
			write("did", strconv.FormatBool(r.Answered), strconv.FormatFloat(r.Answer, 'g', -1, 64), strconv.FormatBool(r.Right),
				strconv.Itoa(r.Tries), reachedText(r.Reached))
		}
	}
	if paste := snapshotEscapes.Replace(k.Paste); paste != "" && b.Len()+len(paste) < MaxSnapshot-100 {
		b.WriteString("paste=" + paste + "\n")
	}
	if b.Len() > MaxSnapshot {
		return "", experiment.NewProblem(CodeSnapshotTooLarge, "size", strconv.Itoa(b.Len()), "limit", strconv.Itoa(MaxSnapshot))
	}
	return b.String(), nil
}

// snapshotEscapes are what a value of a line cannot hold.
var snapshotEscapes = strings.NewReplacer("%", "%25", "\n", "%0A", "\r", "%0D", ",", "%2C")

var snapshotUnescapes = strings.NewReplacer("%25", "%", "%0A", "\n", "%0D", "\r", "%2C", ",")

// DecodeSnapshot reads what [EncodeSnapshot] writes. Other pages of the same site
// can write the text, so that it is read as any other that comes from outside: with
// limits, and with what cannot be read left out. ok is false for a text that is no
// snapshot at all.
func DecodeSnapshot(text string) (k Snapshot, ok bool) {
	first, rest, _ := strings.Cut(text, "\n")
	if len(text) > MaxSnapshot || first != snapshotFirstLine {
		return Snapshot{}, false
	}
	var reached []int
	for line := range strings.SplitSeq(strings.ToValidUTF8(rest, "\ufffd"), "\n") {
		key, value, _ := strings.Cut(line, "=")
		// A comma more than any line has stays in its last value.
		values := strings.SplitN(value, ",", max(5, 3+experiment.MaxInputs))
		for i := range values {
			values[i] = snapshotUnescapes.Replace(values[i])
		}
		one := len(values) == 1
		switch {
		case key == "link" && one:
			k.Link = values[0]
		case key == "experiment" && one:
			k.Experiment, _, ok = experiment.DecodeFile(values[0])
		case key == "row" && 4 <= len(values) && len(values) <= 3+experiment.MaxInputs && len(k.Rows) < experiment.MaxPoints:
			at, err := strconv.Atoi(values[0])
			if err == nil && at >= 0 {
				row := SnapshotRow{At: at, Known: values[1] == "true", Y: values[len(values)-1]}
				copy(row.X[:], values[2:len(values)-1])
				k.Rows = append(k.Rows, row)
			}
		case key == "setting" && len(values) == 2 && len(k.Settings) < maxSnapshotSettings:
			k.Settings = append(k.Settings, SnapshotSetting{values[0], values[1]})
		case key == "code" && one && len(values[0]) <= script.MaxSize:
			k.Code = values[0]
		case key == "guess" && one:
			loss, err := strconv.ParseFloat(values[0], 64)
			if k.Guessed = err == nil && !math.IsNaN(loss) && !math.IsInf(loss, 0); k.Guessed {
				k.Best = loss
			}
		case key == "run" && len(values) == 2 && len(k.Runs) < MaxSavedRuns:
			e, problems := experiment.Decode(values[1])
			if name := []rune(values[0]); len(problems) == 0 && len(name) > 0 && len(name) <= maxName {
				k.Runs = append(k.Runs, SnapshotRun{values[0], e})
			}
		case key == "task" && len(values) == 4:
			k.Challenge.Guess.Text, k.Challenge.Answered, k.Challenge.Trained = values[0], values[2] == "true", values[3] == "true"
			answer, err := strconv.ParseFloat(values[1], 64)
			if err != nil || math.IsNaN(answer) || math.IsInf(answer, 0) {
				k.Challenge = Challenge{Guess: k.Challenge.Guess, Way: k.Challenge.Way}
				break
			}
			k.Challenge.Answer = answer
		case key == "way" && len(values) == 3:
			step, err1 := strconv.Atoi(values[0])
			furthest, err2 := strconv.Atoi(values[1])
			if err1 == nil && err2 == nil && 0 <= step && step <= furthest && furthest < experiment.MaxSteps {
				k.Challenge.Way.Step, k.Challenge.Way.Furthest, k.Challenge.Way.Typed.Text = step, furthest, values[2]
			}
		case key == "did" && len(values) == 5 && len(k.Challenge.Way.Records) < experiment.MaxSteps:
			k.Challenge.Way.Records = append(k.Challenge.Way.Records, recordOf(values))
		case key == "reached" && one:
			if i, err := strconv.Atoi(values[0]); err == nil {
				reached = append(reached, i)
			}
		case key == "paste" && one && len(values[0]) <= experiment.MaxPaste:
			k.Paste = values[0]
		}
	}
	if !ok {
		return Snapshot{}, false
	}
	for i, goal := range k.Experiment.Goals {
		if slices.Contains(reached, i) {
			k.Challenge.Reached = append(k.Challenge.Reached, goal)
		}
	}
	return k, true
}
