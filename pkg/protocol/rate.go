package protocol

import "time"

// Allowance lets [PerSecond] messages a second through.
type Allowance struct {
	left float64
	at   time.Time
}

// Take counts one message and reports whether it may be read now.
func (a *Allowance) Take(now time.Time) bool {
	if a.at.IsZero() {
		a.left = PerSecond
	} else if passed := now.Sub(a.at).Seconds(); passed > 0 {
		a.left = min(PerSecond, a.left+passed*PerSecond)
	}
	a.at = now
	if a.left < 1 {
		return false
	}
	a.left--
	return true
}

// The least time between two events of a kind.
const (
	stateEvery = 250 * time.Millisecond
	eventEvery = 100 * time.Millisecond
)

// slot holds the newest event of a kind until it may be sent.
type slot struct {
	every  time.Duration
	sent   time.Time
	waits  map[string]any
	events int // how many were sent
}

// due returns the waiting event when its time has come, and otherwise how long to
// wait for it.
func (s *slot) due(now time.Time) (event map[string]any, wait time.Duration) {
	if s.waits == nil {
		return nil, -1
	}
	if rest := s.every - now.Sub(s.sent); s.events > 0 && rest > 0 {
		return nil, rest
	}
	event, s.waits, s.sent = s.waits, nil, now
	s.events++
	return event, -1
}
