package session

// Playback moves the cursor over the epochs by itself.
type Playback struct {
	// ID changes whenever earlier frames must no longer count.
	ID int
	On bool
	// Speed is how many epochs pass a second; 0 is one record a frame.
	Speed int
	// at is where the playback is, between two epochs.
	at float64
	// First is set while a training is shown for the first time, from its first guess
	// on: see playBack. still is set when it is shown in a few pictures, and passed is
	// for how many seconds it has been.
	First, still bool
	passed       float64
}

// defaultSpeed plays the lesson in five seconds.
const defaultSpeed = 100

// Speeds are the speeds to choose from, the slowest first.
func Speeds() []int { return []int{1, 10, 100, 1000, 0} }

// Shown returns the record that every view shows: the one at the cursor, else
// the latest.
func (s Session) Shown() Record {
	if s.Cursor < 0 {
		return s.changed(s.Run.Timeline.Last())
	}
	return s.changed(s.Run.Timeline.Shown(s.Cursor))
}

// toEnd shows the latest epoch, and whatever comes after it.
func (s Session) toEnd() Session {
	s.Cursor = -1
	return s.leaveChanged().stopped()
}

// stopped ends a playback where it is.
func (s Session) stopped() Session {
	s.Playback.On, s.Playback.First = false, false
	return s
}

// moveTo shows an epoch, and the latest from the last one on.
func (s Session) moveTo(epoch int) Session {
	s.Cursor = max(epoch, 0)
	if epoch >= s.Run.Timeline.Last().Epoch {
		s.Cursor = -1
	}
	return s.leaveChanged()
}

// CursorMoved shows an epoch.
type CursorMoved struct{ Epoch int }

func (m CursorMoved) update(s Session) (Session, []Effect) {
	return s.stopped().moveTo(m.Epoch), nil
}

// SpeedChosen sets how many epochs are played a second; 0 is one a frame.
type SpeedChosen struct{ Speed int }

func (m SpeedChosen) update(s Session) (Session, []Effect) {
	s.Playback.Speed = max(m.Speed, 0)
	return s, nil
}

// PlayPressed plays the training back, or stops that. Still moves on by one
// stride instead, for those who want nothing to move by itself.
type PlayPressed struct{ Still bool }

func (m PlayPressed) update(s Session) (Session, []Effect) { return s.play(m.Still) }

// play begins a playback at the cursor, or from the start when it is at the
// end; it stops one that is on.
func (s Session) play(still bool) (Session, []Effect) {
	if s.Playback.On {
		return s.stopped(), nil
	}
	last := s.Run.Timeline.Last().Epoch
	if last == 0 {
		return s, nil
	}
	if s.Cursor < 0 {
		s.Cursor = 0
		if still {
			return s, nil
		}
	}
	if still {
		next := s.Cursor + max(s.Playback.Speed, 1)
		if r, ok := s.Run.Timeline.Next(s.Cursor); ok {
			next = max(next, r.Epoch)
		}
		return s.moveTo(next), nil
	}
	s.Playback.On, s.Playback.at = true, float64(s.Cursor)
	s.Playback.ID++
	return s, []Effect{NextFrame{Playback: s.Playback.ID}}
}

// FramePassed says that so many seconds of a playback have passed.
type FramePassed struct {
	Playback int
	Seconds  float64
}

// update moves the playback on.
func (m FramePassed) update(s Session) (Session, []Effect) {
	if !s.Playback.On || m.Playback != s.Playback.ID {
		return s, nil
	}
	if s.Playback.First {
		return s.playOn(m.Seconds)
	}
	// A tab that was in the background does not leap.
	s.Playback.at += min(max(m.Seconds, 0), 0.1) * float64(s.Playback.Speed)
	if s.Playback.Speed == 0 {
		if next, ok := s.Run.Timeline.Next(int(s.Playback.at)); ok {
			s.Playback.at = float64(next.Epoch)
		}
	}
	s = s.moveTo(int(s.Playback.at))
	if s.Cursor < 0 {
		return s.stopped(), nil
	}
	return s, []Effect{NextFrame{Playback: s.Playback.ID}}
}
