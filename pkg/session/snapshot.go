package session

import (
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/program"
	"firstneuron/pkg/experiment/python"
)

// Snapshot is everything that a learner has made on the page, as a reload or a
// program that has ended would lose it: the browser keeps its text until the tab
// is closed. What was trained is not in it, since it is trained again.
type Snapshot struct {
	// Link is the fragment of the address as the page left it. A page with another
	// address is about something else.
	Link       string
	Experiment experiment.Experiment
	// Rows are the rows of the table that cannot be read, Settings the texts of
	// settings that cannot.
	Rows     []SnapshotRow
	Settings []SnapshotSetting
	// Code is her own program, "" for none, and Paste what stands in the paste box.
	Code, Paste string
	// Challenge is how far she is with the author's task.
	Challenge Challenge
	// Best is the least loss of a first guess of her own, where Guessed is set.
	Best    float64
	Guessed bool
	// Runs are the runs that she compares with the current one.
	Runs []SnapshotRun
}

// SnapshotRow is a row of the table as typed, by its place from 0. Known is set
// where it stands for a point all the same.
type SnapshotRow struct {
	At    int
	Known bool
	X, Y  string
}

// SnapshotSetting is the text of a setting, by property key.
type SnapshotSetting struct{ Key, Text string }

// SnapshotRun is a saved run. Of its experiment the optimizer, the batch size and
// the epochs are its own.
type SnapshotRun struct {
	Name       string
	Experiment experiment.Experiment
}

// MaxSnapshot is how many bytes the text of a snapshot may have: less than half of
// what browsers keep for a site.
const MaxSnapshot = 2 << 20

const (
	snapshotFirstLine = "First Neuron page 1"
	// maxSnapshotSettings is more than there are settings.
	maxSnapshotSettings = 200
)

// Snapshot returns what the page has, and whether that is more than its link says.
func (s Session) Snapshot(link string) (snapshot Snapshot, more bool) {
	e := s.Experiment
	snapshot = Snapshot{Link: link, Experiment: e, Paste: s.Paste.Text}
	if s.Code.Own {
		snapshot.Code = s.Code.Text
	}
	snapshot.Best, snapshot.Guessed = s.OwnBest()
	typed := false
	for i, row := range s.Rows {
		if !row.Known || row.X.Problem != nil || row.Y.Problem != nil {
			snapshot.Rows = append(snapshot.Rows, SnapshotRow{At: i, Known: row.Known, X: row.X.Text, Y: row.Y.Text})
			typed = typed || !row.blank()
		}
	}
	for _, key := range slices.Sorted(maps.Keys(s.Drafts)) {
		if draft := s.Drafts[key]; draft.Problem != nil {
			snapshot.Settings = append(snapshot.Settings, SnapshotSetting{key, draft.Text})
		}
	}
	for _, run := range s.SavedRuns {
		snapshot.Runs = append(snapshot.Runs, SnapshotRun{run.Name, run.comparable(experiment.Default())})
	}
	if hasTask(e) {
		snapshot.Challenge = s.Challenge
	}
	c := snapshot.Challenge
	tried := c.Way.begun() || c.Answered || c.Guess.Text != "" || len(c.Reached) > 0
	more = snapshot.Code != "" || snapshot.Paste != "" || typed || len(snapshot.Settings) > 0 ||
		len(snapshot.Runs) > 0 || tried || s.Unlinked != nil || s.Unwritten
	return snapshot, more
}

// hasTask reports whether the author asks the learner for something.
func hasTask(e experiment.Experiment) bool {
	return e.Question != "" || len(e.Goals) > 0 || e.Activity != nil
}

// restored returns the session with everything that a snapshot has. Undo goes back
// to what was there before.
func (s Session) restored(k Snapshot) (Session, []Effect) {
	next := newEdit(k.Experiment)
	next.Rows = k.rows()
	for _, setting := range k.Settings {
		if _, problem := k.Experiment.With(setting.Key, setting.Text); problem != nil && problem.Code != "unknown_key" {
			next = next.withDraft(setting.Key, Draft{Text: setting.Text, Problem: problem})
		}
	}
	if k.Code != "" && !k.Experiment.HidesCode() {
		next.Code = Code{Text: k.Code, Own: true, of: k.Experiment, waiting: len(k.Code) > longText}
		if !next.Code.waiting {
			next = next.withReading(program.Read(k.Code, k.Experiment))
		}
	}
	if hasTask(next.Experiment) {
		s.Challenge = k.Challenge
	}
	s.Guess = BestGuess{Loss: k.Best, Known: k.Guessed, of: k.Experiment}
	s.Selected, s.Paste, s.SavedRuns = 0, Draft{Text: k.Paste}, nil
	s, effects := s.edited(next, "")
	s = s.staged().toEnd()
	if s.ActivityNow() != nil && s.Challenge.Trained && s.Run.Phase == Untrained {
		var training []Effect
		s, training = s.train(s.Experiment.Epochs) // the step may speak of what came of it
		effects = append(effects, training...)
	}
	for i, run := range k.Runs {
		e := SavedRun{Experiment: run.Experiment}.comparable(s.Experiment)
		s.SavedRuns = append(s.SavedRuns, SavedRun{
			ID: i + 1, Name: run.Name, Experiment: e, Timeline: newTimeline(s.Run.Timeline.First().Params), stale: true,
		})
	}
	return s, effects
}

// rows returns the data table. The rows of the snapshot that stand for no point are
// beside those of the points.
func (k Snapshot) rows() []Row {
	rows := rowsOf(k.Experiment.Points)
	for _, typed := range k.Rows {
		switch {
		case typed.Known && typed.At < len(rows):
			rows[typed.At] = rows[typed.At].typed(X, typed.X).typed(Y, typed.Y).left()
		case !typed.Known && typed.At <= len(rows) && len(rows) < experiment.MaxPoints:
			row := Row{}.typed(X, typed.X).typed(Y, typed.Y)
			if row.Known {
				continue // it would be a point that the experiment does not have
			}
			rows = slices.Insert(rows, typed.At, row.left())
		}
	}
	if !slices.Equal(pointsOf(rows), k.Experiment.Points) {
		return rowsOf(k.Experiment.Points) // another hand has written it
	}
	for i := range rows {
		rows[i].ID = i + 1
	}
	return rows
}

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
		write("row", strconv.Itoa(row.At), strconv.FormatBool(row.Known), row.X, row.Y)
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
		values := strings.SplitN(value, ",", 5)
		for i := range values {
			values[i] = snapshotUnescapes.Replace(values[i])
		}
		one := len(values) == 1
		switch {
		case key == "link" && one:
			k.Link = values[0]
		case key == "experiment" && one:
			k.Experiment, _, ok = experiment.DecodeFile(values[0])
		case key == "row" && len(values) == 4 && len(k.Rows) < experiment.MaxPoints:
			at, err := strconv.Atoi(values[0])
			if err == nil && at >= 0 {
				k.Rows = append(k.Rows, SnapshotRow{At: at, Known: values[1] == "true", X: values[2], Y: values[3]})
			}
		case key == "setting" && len(values) == 2 && len(k.Settings) < maxSnapshotSettings:
			k.Settings = append(k.Settings, SnapshotSetting{values[0], values[1]})
		case key == "code" && one && len(values[0]) <= python.MaxSize:
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

// reachedText writes which goals of a step are reached: "101".
func reachedText(reached [experiment.MaxGoals]bool) string {
	text := make([]byte, len(reached))
	for i, r := range reached {
		text[i] = '0'
		if r {
			text[i] = '1'
		}
	}
	return string(text)
}

// recordOf reads what a learner has done at a step.
func recordOf(values []string) StepRecord {
	r := StepRecord{Answered: values[0] == "true", Right: values[2] == "true"}
	answer, err := strconv.ParseFloat(values[1], 64)
	tries, _ := strconv.Atoi(values[3])
	if err != nil || math.IsNaN(answer) || math.IsInf(answer, 0) || tries < 0 {
		return StepRecord{}
	}
	r.Answer, r.Tries = answer, tries
	for i := range r.Reached {
		r.Reached[i] = i < len(values[4]) && values[4][i] == '1'
	}
	return r
}
