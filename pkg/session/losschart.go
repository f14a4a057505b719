package session

// LossScaleChosen says whether the loss axis is logarithmic.
type LossScaleChosen struct{ Log bool }

func (m LossScaleChosen) update(s Session) (Session, []Effect) {
	s.LogLoss = m.Log
	return s, nil
}

// LossPointed says which epoch of the loss chart the pointer is over, -1 for
// none.
type LossPointed struct{ Epoch int }

func (m LossPointed) update(s Session) (Session, []Effect) {
	s.PointedEpoch = m.Epoch
	return s, nil
}
