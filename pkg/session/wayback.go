package session

import (
	"strconv"
	"strings"

	"firstneuron/pkg/experiment"
)

// maxProgress is more than the text of any progress has.
const maxProgress = 4 << 10

// Progress is how far the learner is in an activity as a text, for a page around this
// one to keep: "2,3;1:19:1:1:10000;…", the step and the furthest, then for each step
// whether it is answered, the answer, whether one was right, how many there were, and
// which goals are reached. It is "" where nothing is done yet.
func (w Way) Progress() string {
	if !w.begun() {
		return ""
	}
	fields := []string{strconv.Itoa(w.Step) + "," + strconv.Itoa(w.Furthest)}
	for _, r := range w.Records {
		fields = append(fields, strings.Join([]string{
			bit(r.Answered), experiment.FormatNumber(r.Answer), bit(r.Right), strconv.Itoa(r.Tries), reachedText(r.Reached),
		}, ":"))
	}
	return strings.Join(fields, ";")
}

func bit(on bool) string {
	if on {
		return "1"
	}
	return "0"
}

// ReadProgress reads what [Way.Progress] writes.
func ReadProgress(text string) (w Way, ok bool) {
	if len(text) > maxProgress {
		return Way{}, false
	}
	head, rest, more := strings.Cut(text, ";")
	at, furthest, _ := strings.Cut(head, ",")
	step, err1 := strconv.Atoi(at)
	most, err2 := strconv.Atoi(furthest)
	if err1 != nil || err2 != nil || step < 0 || step > most || most >= experiment.MaxSteps {
		return Way{}, false
	}
	w.Step, w.Furthest = step, most
	for record := range strings.SplitSeq(rest, ";") {
		values := strings.Split(record, ":")
		if !more {
			break
		}
		if len(values) != 5 || len(w.Records) == experiment.MaxSteps {
			return Way{}, false
		}
		values[0], values[2] = strconv.FormatBool(values[0] == "1"), strconv.FormatBool(values[2] == "1")
		w.Records = append(w.Records, recordOf(values))
	}
	return w, true
}

// Resumed says that the learner has been so far in the activity before: a text of
// [Way.Progress].
type Resumed struct{ Progress string }

func (m Resumed) update(s Session) (Session, []Effect) {
	way, ok := ReadProgress(m.Progress)
	if !ok || s.Experiment.Activity == nil {
		return s, nil
	}
	if record := way.RecordOf(way.Step); record.Answered {
		way.Typed.Text = experiment.FormatNumber(record.Answer)
	}
	s.Challenge.Way = way
	if s = s.staged(); s.Run.Phase == Untrained && s.trainedBefore() {
		return s.train(s.Experiment.Epochs) // the step may speak of what came of it
	}
	return s, nil
}

// trainedBefore reports whether a goal of a training was reached on the way.
func (s Session) trainedBefore() bool {
	a := s.ActivityNow()
	if a == nil {
		return false
	}
	for i, step := range a.Steps {
		for g, goal := range step.Goals {
			if goal.Kind != experiment.GuessGoal && s.Challenge.Way.RecordOf(i).Reached[g] {
				return true
			}
		}
	}
	return false
}

// Answers are what the learner has answered at each step of the activity; ok is false
// for a step without an answer.
func (s Session) Answers() (answers []float64, ok []bool) {
	a := s.ActivityNow()
	if a == nil {
		return nil, nil
	}
	for i := range a.Steps {
		record := s.Challenge.Way.RecordOf(i)
		answers, ok = append(answers, record.Answer), append(ok, record.Answered)
	}
	return answers, ok
}
