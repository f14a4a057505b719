package session

import (
	"maps"
	"slices"

	"firstneuron/pkg/experiment"
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
	X     [experiment.MaxInputs]string
	Y     string
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
		if !row.Known || row.unread() != nil {
			kept := SnapshotRow{At: i, Known: row.Known, Y: row.Y.Text}
			for input, x := range row.X {
				kept.X[input] = x.Text
			}
			snapshot.Rows = append(snapshot.Rows, kept)
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
		next.Code = Code{Text: k.Code, Own: true, of: k.Experiment, waiting: true}
		if reader := s.reads(); reader != nil && len(k.Code) <= longText {
			next = next.withReading(read(reader, k.Code, k.Experiment))
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
	inputs := k.Experiment.Inputs
	rows := rowsOf(k.Experiment)
	for _, typed := range k.Rows {
		switch {
		case typed.Known && typed.At < len(rows):
			rows[typed.At] = typed.in(rows[typed.At], inputs).left(inputs)
		case !typed.Known && typed.At <= len(rows) && len(rows) < experiment.MaxPoints:
			row := typed.in(Row{}, inputs)
			if row.Known {
				continue // it would be a point that the experiment does not have
			}
			rows = slices.Insert(rows, typed.At, row.left(inputs))
		}
	}
	if !slices.Equal(pointsOf(rows), k.Experiment.Points) {
		return rowsOf(k.Experiment) // another hand has written it
	}
	for i := range rows {
		rows[i].ID = i + 1
	}
	return rows
}

// in returns a row, of points with so many inputs, with the texts that are kept.
func (k SnapshotRow) in(row Row, inputs int) Row {
	for axis := range Axis(max(inputs, 1)) {
		row = row.typed(axis, k.X[axis], inputs)
	}
	return row.typed(Y, k.Y, inputs)
}
