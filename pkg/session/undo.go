package session

import "slices"

// maxUndo is how many edits Undo remembers.
const maxUndo = 100

// History is what the learner can go back to.
type History struct {
	// Past and Future are what Undo and Redo go to, nearest last.
	Past, Future []Edit
	// drag holds what was there before the chart was edited; nil when nothing is
	// being moved.
	drag *drag
}

// UndoPressed goes back to the edit before, or to the run that was left since.
type UndoPressed struct{}

func (UndoPressed) update(s Session) (Session, []Effect) {
	if s.Run.before != nil {
		return s.back(), nil
	}
	return s.undo()
}

// CanUndo reports whether Undo has anything to go back to.
func (s Session) CanUndo() bool { return len(s.Past) > 0 || s.Run.before != nil }

// RedoPressed takes an undo back.
type RedoPressed struct{}

func (RedoPressed) update(s Session) (Session, []Effect) { return s.redo() }

// undo goes back to the edit before.
func (s Session) undo() (Session, []Effect) {
	var ok bool
	before := s.Edit
	if s.Past, s.Edit, s.Future, ok = stepped(s.Past, s.Edit, s.Future); !ok {
		return s, nil
	}
	return s.revisit(before)
}

// redo takes an undo back.
func (s Session) redo() (Session, []Effect) {
	var ok bool
	before := s.Edit
	if s.Future, s.Edit, s.Past, ok = stepped(s.Future, s.Edit, s.Past); !ok {
		return s, nil
	}
	return s.revisit(before)
}

// stepped takes the nearest edit from one list and leaves the present one on the
// other. It reports false, and changes nothing, where there is none to take.
func stepped(from []Edit, now Edit, onto []Edit) (left []Edit, next Edit, grown []Edit, ok bool) {
	last := len(from) - 1
	if last < 0 {
		return from, now, onto, false
	}
	return from[:last:last], from[last], append(slices.Clone(onto), now), true
}

// revisit follows an edit that Undo or Redo has brought.
func (s Session) revisit(before Edit) (Session, []Effect) {
	s.change, s.drag = "", nil // what is moved is not what was there when the drag started
	return s.follow(before.Experiment)
}
