package session

import (
	"slices"

	"firstneuron/pkg/experiment"
)

// Way is how far the learner is in an activity.
type Way struct {
	// Step is the step that she is at, Furthest the last one that she has entered, both
	// from 0.
	Step, Furthest int
	// Typed is her answer to the step's question, as typed.
	Typed Draft
	// Records are what she has done at each step that she has entered.
	Records []StepRecord
}

// StepRecord is what a learner has answered and reached at a step. What was right or
// reached stays so.
type StepRecord struct {
	// Answer is her last answer, once Answered; of a choice its number, from 1.
	Answer   float64
	Answered bool
	// Right is set once an answer was right, and Tries counts the answers.
	Right bool
	Tries int
	// Reached says which of the step's goals are.
	Reached [experiment.MaxGoals]bool
}

// RecordOf returns what the learner has done at a step, from 0.
func (w Way) RecordOf(step int) StepRecord {
	if step < 0 || step >= len(w.Records) {
		return StepRecord{}
	}
	return w.Records[step]
}

// with returns the way with the record of a step.
func (w Way) with(step int, record StepRecord) Way {
	records := make([]StepRecord, max(len(w.Records), step+1))
	copy(records, w.Records)
	records[step] = record
	w.Records = records
	return w
}

// begun reports whether the learner has done anything on her way.
func (w Way) begun() bool {
	return w.Furthest > 0 || w.Typed.Text != "" || slices.ContainsFunc(w.Records, func(r StepRecord) bool { return r != StepRecord{} })
}
