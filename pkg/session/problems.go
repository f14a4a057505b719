package session

import (
	"maps"
	"slices"

	"firstneuron/pkg/experiment"
)

// Problems returns what keeps the session from training: every field that
// cannot be read, the table's first, then the experiment's own limits.
func (s Session) Problems() []*experiment.Problem {
	var problems []*experiment.Problem
	for i := range s.Rows {
		for _, box := range append(s.Rows[i].X[:], s.Rows[i].Y) {
			if box.Problem != nil {
				problems = append(problems, box.Problem)
			}
		}
	}
	for _, key := range slices.Sorted(maps.Keys(s.Drafts)) {
		if problem := s.Drafts[key].Problem; problem != nil {
			problems = append(problems, problem)
		}
	}
	if problem := s.CodeProblem(); problem != nil {
		problems = append(problems, problem)
	}
	return append(problems, s.limits()...)
}

// limits returns what breaks the experiment's own limits.
func (s Session) limits() []*experiment.Problem { return s.derived().problems }

// DataProblem returns what is wrong with the points as a whole, such as being
// too few, or too many for a link; nil when nothing is. A box that cannot be
// read says so itself.
func (s Session) DataProblem() *experiment.Problem {
	if problem := s.pointsProblem(); problem != nil {
		return problem
	}
	return s.Unlinked
}

// pointsProblem returns what keeps the points as a whole from being trained on.
func (s Session) pointsProblem() *experiment.Problem {
	for _, problem := range s.limits() {
		if problem.Key == "xs" || problem.Key == classesKey {
			return problem
		}
	}
	return nil
}
