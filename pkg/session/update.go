package session

import "slices"

// Update returns the session after a message, and what is to be done about it.
// It changes nothing in place: the session passed in stays valid, which is
// what Undo, tests and replays rely on.
func Update(s Session, m Msg) (Session, []Effect) {
	next, effects := m.update(s)
	if s.Code.waiting && s.reads() != nil && (!next.Experiment.Equal(s.Experiment) || next.Run.Phase == Running && next.Run.ID != s.Run.ID) && next.Code.waiting {
		// An edit, or a training, counts from what the program says.
		read, reading := s.readNow()
		next, effects = m.update(read)
		effects = slices.Concat(reading, effects)
	}
	if isGuess(m) && !sameLine(next.Experiment.Initial, s.Experiment.Initial) {
		next = next.withGuess()
	}
	next, begun := next.begun(m)
	effects = slices.Concat(effects, begun)
	next = next.staged().hideAnswers().withCode()
	next, switched := next.switched(s)
	next, notes := next.sounds(s, m)
	effects = slices.Concat(effects, switched, notes)
	next, reader := next.wantToRead()
	next, words := next.wantWords()
	effects = slices.Concat(effects, reader, words)
	return next.beginJobs(slices.Concat(effects, next.shownSince(s), next.madeSince(s), next.droppedJobs(s)))
}
