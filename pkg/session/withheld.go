package session

// Withheld is a file that the learner has asked for and that may not come: the page is
// in a sandbox, which may forbid downloads, and browsers tell nobody. The zero value is
// none.
type Withheld struct{ Name, Text string }

// SaveDoubted says that a file with a name and a text may not come.
type SaveDoubted Withheld

func (m SaveDoubted) update(s Session) (Session, []Effect) {
	s.Withheld, s.Copied = Withheld(m), Copied{}
	return s, nil
}

// SaveDismissed says that the learner has the file, or does not need it.
type SaveDismissed struct{}

func (SaveDismissed) update(s Session) (Session, []Effect) {
	s.Withheld = Withheld{}
	return s, nil
}
