package nn

// carried is the mean gradient of rows that wait for the next update: those that fill
// no batch where FitConfig.CarryRows is set.
type carried struct {
	gradient []float32
	rows     int
}

// join makes the mean gradient g of so many rows that of the waiting ones too.
func (c *carried) join(g []float32, rows int) {
	if c.rows == 0 {
		return
	}
	own, waiting := float32(rows), float32(c.rows)
	for i := range g {
		g[i] = (own*g[i] + waiting*c.gradient[i]) / (own + waiting)
	}
}

// keep lets so many rows wait, whose mean gradient is g.
func (c *carried) keep(g []float32, rows int) {
	if c.gradient == nil {
		c.gradient = floats(len(g))
	}
	copy(c.gradient, g)
	c.rows = rows
}

// ownRules reports whether the training keeps a rule that the fused paths do not have:
// rows wait, or will at the end of an epoch, or a weight may die.
func (t *Training) ownRules() bool {
	s := t.optimizerState
	return t.config.CarryRows && (s.carried.rows > 0 || t.x.Rows%t.config.BatchSize != 0) || s.dying != nil
}

// learn makes the update of so many rows, whose gradients are known. Rows that fill no
// batch may be told to wait for the next epoch: then no update is made.
func (t *Training) learn(rows int) {
	s := t.optimizerState
	if !t.config.CarryRows {
		s.update()
		return
	}
	s.carried.join(s.step.g, rows)
	if rows < t.config.BatchSize {
		s.carried.keep(s.step.g, s.carried.rows+rows)
		t.steps-- // which stepped counts
		return
	}
	s.carried.rows = 0
	s.update()
}
