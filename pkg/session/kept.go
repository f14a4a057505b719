package session

import "firstneuron/pkg/experiment"

// Kept is what the browser keeps of the page for when it is loaded again.
type Kept struct {
	// Offer is what an earlier page at this address had, until the learner has
	// chosen; nil for none.
	Offer *Snapshot
	// Unkept says why the browser keeps nothing, so that a reload would lose what
	// the link cannot hold; nil when it does, or when nothing would be lost.
	Unkept *experiment.Problem
}

// The codes of why the browser keeps nothing. That of a snapshot that is too large
// has the arguments size and limit.
const (
	CodeSnapshotTooLarge = "snapshot_too_large"
	CodeStorageFull      = "storage_full"
	CodeStorageForbidden = "storage_forbidden"
)

// SnapshotFound brings the text that the browser has kept of an earlier page, and
// the fragment of this one's address. With Wanted the learner has asked for it
// already.
type SnapshotFound struct {
	Text, Link string
	Wanted     bool
}

func (m SnapshotFound) update(s Session) (Session, []Effect) {
	found, ok := DecodeSnapshot(m.Text)
	if !ok || found.Link != m.Link {
		return s, nil
	}
	if m.Wanted || s.Experiment.Activity != nil && found.Challenge.Way.begun() {
		return s.restored(found) // an activity goes on where it was left
	}
	s.Offer = &found
	return s, nil
}

// SnapshotTaken goes on with what the earlier page had. Undo takes it back.
type SnapshotTaken struct{}

func (SnapshotTaken) update(s Session) (Session, []Effect) {
	if s.Offer == nil {
		return s, nil
	}
	taken := *s.Offer
	s.Offer = nil
	return s.restored(taken)
}

// SnapshotLeft leaves it.
type SnapshotLeft struct{}

func (SnapshotLeft) update(s Session) (Session, []Effect) {
	s.Offer = nil
	return s, []Effect{KeepSnapshot{}}
}

// SnapshotKept says that the browser has kept a snapshot, or why it has not.
type SnapshotKept struct{ Problem *experiment.Problem }

func (m SnapshotKept) update(s Session) (Session, []Effect) {
	s.Unkept = m.Problem
	return s, nil
}

// Told returns what a learner has to know of the page as a whole: what of its link
// could not be read, that a reload would lose something, and that its language could not
// be had.
func (s Session) Told() []*experiment.Problem {
	told := s.Notices[:len(s.Notices):len(s.Notices)]
	for _, problem := range []*experiment.Problem{s.Unkept, s.lackingWords()} {
		if problem != nil {
			told = append(told, problem)
		}
	}
	return told
}

// madeSince returns that the browser is to keep a snapshot, if something that the
// link does not say is other than in the session before. What the link says comes
// with LinkSettled.
func (s Session) madeSince(before Session) []Effect {
	way, past := s.Challenge.Way, before.Challenge.Way
	if s.drag != nil || before.drag != nil {
		if !sameList(way.Records, past.Records) {
			return []Effect{KeepSnapshot{}} // a goal is reached, and keys end no drag
		}
		return nil // the link settles when the drag ends
	}
	own := s.Code.Own != before.Code.Own || s.Code.Own && s.Code.Text != before.Code.Text
	same := !own && s.Paste.Text == before.Paste.Text && sameList(s.Rows, before.Rows) && len(s.Drafts) == len(before.Drafts) &&
		sameList(s.SavedRuns, before.SavedRuns) && sameList(s.Challenge.Reached, before.Challenge.Reached) &&
		s.Challenge.Guess.Text == before.Challenge.Guess.Text && s.Challenge.Answered == before.Challenge.Answered
	same = same && way.Step == past.Step && way.Typed.Text == past.Typed.Text && sameList(way.Records, past.Records)
	for key, draft := range s.Drafts {
		same = same && before.Drafts[key].Text == draft.Text
	}
	if same {
		return nil
	}
	return []Effect{KeepSnapshot{}}
}

// sameList reports whether two lists, which nothing changes in place, are one. It
// is a quick look: equal lists may be two.
func sameList[T any](a, b []T) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0])
}
