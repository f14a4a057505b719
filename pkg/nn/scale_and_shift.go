package nn

// scaleAndShift are the options of gamma and beta, which the normalizing layers
// learn.
type scaleAndShift struct {
	owner                             string
	scale, center                     bool
	gammaInitializer, betaInitializer Initializer
	gammaRegularizer, betaRegularizer *Regularizer
	gammaConstraint, betaConstraint   Constraint
}

// build makes gamma and beta, nil where they are left out.
func (s scaleAndShift) build(features int) (gamma, beta *variable, err error) {
	if s.scale {
		gamma = perFeature("gamma", features).with(s.gammaRegularizer, s.gammaConstraint).from(s.gammaInitializer)
	}
	if s.center {
		beta = perFeature("beta", features).with(s.betaRegularizer, s.betaConstraint).from(s.betaInitializer)
	}
	return gamma, beta, firstError(
		checkInitializer(s.owner+": gamma_initializer", s.gammaInitializer),
		checkInitializer(s.owner+": beta_initializer", s.betaInitializer),
		s.gammaRegularizer.check(s.owner+": gamma_regularizer"),
		s.betaRegularizer.check(s.owner+": beta_regularizer"),
		checkConstraint(s.owner+": gamma_constraint", s.gammaConstraint, 1),
		checkConstraint(s.owner+": beta_constraint", s.betaConstraint, 1),
	)
}

// addTo adds sums to the gradient of a variable that there is and that is trained.
func addTo(v *variable, sums []float64) {
	if v == nil || v.gradient == nil {
		return
	}
	for j, sum := range sums {
		v.gradient[j] += float32(sum)
	}
}
