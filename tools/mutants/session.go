package main

// session has wrong edits of pkg/session.
var session = []mutant{
	{"a message that the test of Update never plays", "messages_test.go", "\t\t\"CodeRewritten\": func(*rapid.T) Msg { return CodeRewritten{} },\n", ""},
	{"Train goes on from the learned weights", "run.go", "s, effects := s.toEnd().untrained().train(", "s, effects := s.toEnd().train("},
	{"Train more begins from the goal of a paused run", "run.go", "s.Run.Phase == Paused && left > 0", "s.Run.Phase == Paused && left < 0"},
	{"training while the author's question is open", "run.go", "return s, nil, !s.AwaitingAnswer()", "return s, nil, true"},
	{"progress of an earlier run is taken", "progress.go", "p.Run != s.Run.ID || s.Run.Phase", "s.Run.Phase"},
	{"a digit typed is a step of Undo", "edit.go", `change == "" || previous.change != change`, `change == "" || change != ""`},
	{"Redo after another edit", "edit.go", "s.Future = nil\n\tnext.change", "next.change"},
	{"an edit of the model keeps the learned weights", "edit.go", "case !s.Experiment.SameModel(previous):", "case false:"},
	{"the link is not written after an edit", "edit.go", "return s, append(effects, s.writeFragment())", "return s, effects"},
	{"a paused epoch begins again", "trainer.go", "if kept && t.training != nil", "if false && t.training != nil"},
	{"a timeline that later epochs change", "stretch.go", "s.last.Params = slices.Clone(weights)", "s.last.Params = weights"},
	{"the epoch that is farther away is shown", "timeline.go", "epoch-t.epoch(i-1) < t.epoch(i)-epoch", "epoch-t.epoch(i-1) > t.epoch(i)-epoch"},
	{"a timeline without every second epoch", "thinning.go", "epoch += max(1, epoch/keptRatio)", "epoch += max(2, epoch/keptRatio)"},
	{"a goal that is reached too late counts", "challenge.go", "r.Loss < goal.Loss && (goal.Within == 0 || r.Epoch <= goal.Within)", "r.Loss < goal.Loss"},
	{"the answer lies beyond the tolerance", "challenge.go", "math.Abs(ys[0]-goal.Y) <= goal.Tolerance", "ys[0]-goal.Y <= goal.Tolerance"},
	{"playback leaps after a pause of the browser", "cursor.go", "min(max(m.Seconds, 0), 0.1)", "max(m.Seconds, 0)"},
	{"the loss surface with one axis for both weights", "surface.go", "float32(w.job.X.At(at%SurfaceSize, SurfaceSize))", "float32(w.job.Y.At(at%SurfaceSize, SurfaceSize))"},
	{"a surface of earlier weights is taken", "surface.go", "if m.ID != s.Surface.pending {", "if false {"},
	{"the link without the weights that are shown", "share.go", "if s.Share.Weights && s.CanShareWeights() {", "if false {"},
	{"a locked program can be typed", "code.go", "if s.CodeLocked() {", "if false {"},
}
