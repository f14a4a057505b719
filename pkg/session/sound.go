package session

import (
	"firstneuron/pkg/experiment"
	"firstneuron/pkg/session/sound"
)

// Hearing is how far the browser is with the sound of the training, once the link or
// the learner has asked for it.
type Hearing string

// The states of Hearing; "" is that nobody has asked.
const (
	// HearingWaits for a touch or a key, before which no page may sound.
	HearingWaits Hearing = "waits"
	// HearingPlays is what plays.
	HearingPlays Hearing = "plays"
	// HearingMissing is a browser that has no sound.
	HearingMissing Hearing = "missing"
)

// SoundChosen switches the sound on or off, in the link as well.
type SoundChosen struct{ On bool }

func (m SoundChosen) update(s Session) (Session, []Effect) {
	s = s.inEveryEdit(func(e experiment.Experiment) experiment.Experiment { e.Sound = m.On; return e })
	return s, []Effect{s.writeFragment()}
}

// SoundOpened says what came of [OpenSound].
type SoundOpened struct{ Plays, Missing bool }

func (m SoundOpened) update(s Session) (Session, []Effect) {
	switch {
	case !s.Experiment.Sound: // it was switched off meanwhile
	case m.Missing:
		s.Hearing = HearingMissing
	case m.Plays:
		s.Hearing = HearingPlays
	default:
		s.Hearing = HearingWaits
	}
	return s, nil
}

// switched asks for the sound, or ends it, where that has changed since before.
func (s Session) switched(before Session) (Session, []Effect) {
	if s.Experiment.Sound == before.Experiment.Sound {
		return s, nil
	}
	s.Hearing, s.ticks = "", sound.Ticks{}
	if s.Experiment.Sound {
		s.SoundAsked = true
		return s, []Effect{OpenSound{}}
	}
	return s, []Effect{CloseSound{}}
}

// aFrame is how long what is told once a frame takes, in seconds.
const aFrame = 1.0 / 60

// sounds plays the epochs that a message has brought: while a training runs, and while
// its record is played. A learner who drags the cursor hears nothing.
func (s Session) sounds(before Session, m Msg) (Session, []Effect) {
	moved := before.Playback.On || before.Run.Phase == Running
	if s.Hearing != HearingPlays || !moved || s.Run.ID != before.Run.ID {
		return s, nil
	}
	seconds := aFrame
	if frame, ok := m.(FramePassed); ok {
		seconds = frame.Seconds
	}
	from, shown := before.Shown().Epoch, s.Shown()
	ticks, heard := s.ticks.Pass(shown.Epoch-from, seconds)
	s.ticks = ticks
	var notes []sound.Note
	if shown.Epoch != from && shown.Logged() {
		notes = append(notes, sound.Note{Kind: sound.Tone, Frequency: sound.Pitch(shown.Loss, s.firstLoss())})
	}
	if heard {
		notes = append(notes, sound.Note{Kind: sound.Tick})
	}
	if s.restsAtEnd() && s.converged() {
		notes = append(notes, sound.Note{Kind: sound.Chord})
	}
	if len(notes) == 0 {
		return s, nil
	}
	return s, []Effect{PlaySound{Notes: notes}}
}

// restsAtEnd reports whether a training is over and its last epoch is shown.
func (s Session) restsAtEnd() bool {
	return s.Run.Phase == Finished && !s.Playback.On && s.Cursor < 0
}

// firstLoss is that of the first epoch of the record.
func (s Session) firstLoss() float64 {
	if s.Run.Timeline.Len() < 2 {
		return 0
	}
	return s.Run.Timeline.Record(1).Loss
}

func (s Session) converged() bool {
	const late = 0.9 // of the epochs
	t := s.Run.Timeline
	last := t.Last()
	return sound.Converged(s.firstLoss(), t.Shown(int(late*float64(last.Epoch))).Loss, last.Loss)
}
