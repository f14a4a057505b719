package session

import "slices"

// Update returns the session after a message, and what is to be done about it.
// It changes nothing in place: the session passed in stays valid, which is
// what Undo, tests and replays rely on.
func Update(s Session, m Msg) (Session, []Effect) {
	next, effects := m.update(s)
	next = next.hideAnswers().withCode()
	return next.beginJobs(slices.Concat(effects, next.shownSince(s), next.madeSince(s), next.droppedJobs(s)))
}
