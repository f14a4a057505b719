package session

import (
	"math"
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
