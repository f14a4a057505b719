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
		"x", s.Experiment.Predict, "y", nil,
		"asking", s.AwaitingAnswer(), "answer", nil,
		"score", s.Score(), "completed", s.Completed(),
		"lang", s.Lang(), "theme", s.Theme(),
	)
	if last.Logged() {
		state["loss"] = number(last.Loss)
	}
	if line, ok := s.Experiment.Layout().Line(last.Params); ok {
		state["weight"], state["bias"] = number(line.W), number(line.B)
	}
	if ys := s.PredictWith(last.Params, s.Experiment.Predict); len(ys) == 1 {
		state["y"] = number(ys[0])
	}
	if s.Challenge.Answered {
		state["answer"] = s.Challenge.Answer
	}
	return state
}

// number returns v, or null where v is not finite.
func number(v float64) any {
	if !finite(v) {
		return nil
	}
	return v
}
