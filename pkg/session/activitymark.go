package session

import "firstneuron/pkg/experiment"

// Mark is the learner's own mark on the chart: her last answer to a question that asked
// for one, or what she is typing. Asking is set while its place is asked.
func (s Session) Mark() (at experiment.Point, known, asking bool) {
	a := s.ActivityNow()
	if a == nil {
		return experiment.Point{}, false, false
	}
	for i := s.stepNumber(); i >= 0; i-- {
		ask, record := a.Steps[i].Ask, s.Challenge.Way.RecordOf(i)
		if ask.Kind != experiment.MarkAsk {
			continue
		}
		at.X[0], at.Y, known = ask.X, record.Answer, record.Answered
		if i == s.stepNumber() {
			asking = true
			if y, problem := experiment.ParseNumber(s.Challenge.Way.Typed.Text); problem == nil {
				at.Y, known = y, true
			}
		}
		return at, known, asking
	}
	return at, false, false
}
