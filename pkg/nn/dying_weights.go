package nn

// dying are the weights that an L1 penalty may take away for good: see
// [Regularizer.Dies].
type dying struct {
	// before are the weights before an update, dead those that are 0 from now on.
	before []float32
	dead   []bool
}

// newDying returns nil where no variable has such a penalty.
func newDying(vars []*variable, weights int) *dying {
	for _, v := range vars {
		if v.regularizer.kills() {
			return &dying{floats(weights), make([]bool, weights)}
		}
	}
	return nil
}

// watch remembers the weights before an update.
func (d *dying) watch(s *step) {
	if d != nil {
		copy(d.before, s.w)
	}
}

// bury sets those to 0, for good, that the penalty's part of the update has taken
// across 0.
func (d *dying) bury(s *step) {
	if d == nil {
		return
	}
	from := 0
	for _, v := range s.vars {
		to := from + v.size()
		if r := v.regularizer; r.kills() {
			for i := from; i < to; i++ {
				without := s.w[i] + s.rate*r.slope(d.before[i])
				d.dead[i] = d.dead[i] || without*s.w[i] < 0
				if d.dead[i] {
					s.w[i] = 0
				}
			}
		}
		from = to
	}
}

// restart forgets which weights are dead.
func (d *dying) restart() {
	if d != nil {
		clear(d.dead)
	}
}
