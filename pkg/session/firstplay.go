package session

import (
	"math"
	"time"
)

const (
	// playable is how long a training may take whose end is not shown at once: of
	// one that takes longer the learner has seen enough.
	playable = time.Second
	// firstPlayTime is for how many seconds a training is shown.
	firstPlayTime = 4
	// stills are in how many pictures it is shown where nothing is to move.
	stills = 6
	// farOff is how many times its first loss a diverging training is followed to:
	// beyond that its line has long left the chart.
	farOff = 200
	// swingRate is how many epochs of a diverging training are shown a second.
	swingRate = 2.5
)

// playBack shows a training that is over from its first guess on, as if it had taken
// as long as the learner needs to see it. The record is complete: only the cursor
// travels. A training that diverged is followed for as long as its line is in sight,
// and stays there.
func (s Session) playBack() (Session, []Effect) {
	s.Cursor = 0
	s.Playback.On, s.Playback.First, s.Playback.still = true, true, s.Run.still
	s.Playback.at, s.Playback.passed = 0, 0
	s.Playback.ID++
	return s, []Effect{NextFrame{Playback: s.Playback.ID}}
}

// playOn shows where the training was some seconds later.
func (s Session) playOn(seconds float64) (Session, []Effect) {
	s.Playback.passed += min(max(seconds, 0), 0.1) // a tab that was in the background does not leap
	last, time := s.playTo()
	part := s.Playback.passed / time
	if part >= 1 {
		return s.stopped().moveTo(last), nil
	}
	if s.Playback.still {
		part = math.Floor(part*stills) / stills
	}
	if s.Run.Phase == Diverged {
		s = s.moveTo(int(part * float64(last)))
	} else {
		s = s.moveTo(int(math.Expm1(part * math.Log1p(float64(last)))))
	}
	return s, []Effect{NextFrame{Playback: s.Playback.ID}}
}

// playTo returns the epoch at which the training is shown to its end, and how many
// seconds that takes: epochs pass by the logarithm, since the first ones move most,
// but those of a divergence one by one.
func (s Session) playTo() (last int, seconds float64) {
	last = s.Run.Timeline.Last().Epoch
	if s.Run.Phase != Diverged {
		return last, firstPlayTime
	}
	last = s.LastInSight()
	return last, min(max(float64(last)/swingRate, 1), 2*firstPlayTime)
}

// LastInSight returns the last epoch of a diverging training whose line the chart
// still shows.
func (s Session) LastInSight() int {
	before, first := 0, math.Inf(1)
	for i, r := range s.Run.Timeline.All() {
		if i == 1 {
			first = math.Max(math.Abs(r.Loss), 1e-3)
		}
		if math.Abs(r.Loss) > farOff*first {
			break
		}
		before = r.Epoch
	}
	return before
}

// SkipPressed ends the showing of a training at once.
type SkipPressed struct{}

func (SkipPressed) update(s Session) (Session, []Effect) {
	if !s.Playback.First {
		return s, nil
	}
	last, _ := s.playTo()
	return s.stopped().moveTo(last), nil
}
