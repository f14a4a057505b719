package session

// Msg is something that happened: a key was pressed, a slice of training came
// back. It carries its own update, so that its type, what it means and what it
// does stand in one place, the file of what it is about; a type without an
// update is no Msg. The set is closed: update is unexported.
//
//sumtype:decl
type Msg interface {
	// update returns the session after the message, and what is to be done
	// about it. It changes nothing in place.
	update(Session) (Session, []Effect)
}
