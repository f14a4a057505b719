package protocol

import (
	"firstneuron/pkg/experiment"
	"firstneuron/pkg/session"
)

// phases are the names of session.Phase.
var phases = [...]string{
	session.Untrained: "untrained", session.Running: "running", session.Paused: "paused",
	session.Finished: "finished", session.Diverged: "diverged",
}

// State returns the session as a parent sees it. Missing values are null, and
// every number is finite.
func State(s session.Session) map[string]any {
	last := s.Run.Timeline.Last()
	state := object(
		"fragment", experiment.Encode(s.Experiment),
		"phase", phases[s.Run.Phase], "epoch", last.Epoch, "goal", s.Run.Goal,
		"loss", nil, "weight", nil, "bias", nil,
		"x", place(s.Experiment), "y", nil,
		"asking", s.AwaitingAnswer(), "answer", nil,
		"score", s.Score(), "completed", s.Completed(),
		"lang", s.Lang(), "theme", s.Theme(),
		"activity", nil, "step", nil, "steps", nil, "answers", nil, "progress", s.Challenge.Way.Progress(),
	)
	if a := s.ActivityNow(); a != nil {
		state["activity"], state["step"], state["steps"], state["answers"] = a.Name, s.StepNumber(), len(a.Steps), answers(s)
	}
	if last.Logged() {
		state["loss"] = number(last.Loss)
	}
	if line, ok := s.Experiment.Layout().Line(last.Params); ok && s.Experiment.IsLine() {
		state["weight"], state["bias"] = number(line.W), number(line.B)
	}
	if ys := s.PredictAt(last.Params, s.Experiment.Predict); len(ys) == 1 {
		state["y"] = number(ys[0])
	}
	if s.Challenge.Answered {
		state["answer"] = s.Challenge.Answer
	}
	return state
}

// answers returns the answers to the steps of the activity, null where there is none.
func answers(s session.Session) []any {
	given, ok := s.Answers()
	list := make([]any, len(given))
	for i := range given {
		if ok[i] {
			list[i] = given[i]
		}
	}
	return list
}

// place is the place to predict: a number, or a list of two inputs.
func place(e experiment.Experiment) any {
	if e.Inputs < 2 {
		return e.Predict[0]
	}
	list := make([]any, e.Inputs)
	for i := range list {
		list[i] = e.Predict[i]
	}
	return list
}

// number returns v, or null where v is not finite.
func number(v float64) any {
	if !finite(v) {
		return nil
	}
	return v
}
