package session

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

// UndoPressed goes back to the edit before.
type UndoPressed struct{}

func (UndoPressed) update(s Session) (Session, []Effect) { return s.undo() }

// RedoPressed takes an undo back.
type RedoPressed struct{}

func (RedoPressed) update(s Session) (Session, []Effect) { return s.redo() }

// undo goes back to the edit before.
func (s Session) undo() (Session, []Effect) {
	if len(s.Past) == 0 {
		return s, nil
	}
	previous := s.Edit
	s.Future = append(append([]Edit(nil), s.Future...), previous)
	s.Edit = s.Past[len(s.Past)-1]
	s.Past = s.Past[: len(s.Past)-1 : len(s.Past)-1]
	s.change, s.drag = "", nil // what is moved is not what was there when the drag started
	return s.follow(previous.Experiment)
}

// redo takes an undo back.
func (s Session) redo() (Session, []Effect) {
	if len(s.Future) == 0 {
		return s, nil
	}
	previous := s.Edit
	s.Past = append(append([]Edit(nil), s.Past...), previous)
	s.Edit = s.Future[len(s.Future)-1]
	s.Future = s.Future[: len(s.Future)-1 : len(s.Future)-1]
	s.change, s.drag = "", nil // what is moved is not what was there when the drag started
	return s.follow(previous.Experiment)
}
