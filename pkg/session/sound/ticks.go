package sound

// MostTicks is how many ticks there are in a second at most: more of them are a noise,
// in which no epoch can be told from the next.
const MostTicks = 12

// Ticks counts the epochs that are ticked. Its zero value is the beginning.
type Ticks struct {
	// since is how many seconds ago the last tick was; begun is set once there was one.
	since float64
	begun bool
}

// Pass says that so many epochs have passed in so many seconds. heard is whether they
// are ticked, all of them by one: they came within a frame.
func (t Ticks) Pass(epochs int, seconds float64) (next Ticks, heard bool) {
	t.since += max(seconds, 0)
	if epochs <= 0 || t.begun && t.since < 1.0/MostTicks {
		return t, false
	}
	return Ticks{begun: true}, true
}
