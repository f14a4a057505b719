package nn

// lineRun is what fitLine is given.
type lineRun struct {
	x, y, params, lastFinite []float32
	// step is rate times 2/rows; l1 and l2 are the penalty on the weight.
	step, rate float32
	l1, l2     float64
	losses     []float64
	// The weights after each epoch of keep, counted from 1, of which epoch are done,
	// are written to weights one after the other.
	epoch   int
	keep    []int
	weights []float32
}

// fitLine makes an epoch for each of the losses and returns how many it made. With
// lastFinite it stops before one whose loss is not finite, and leaves the weights
// of the last epoch that it made there.
func fitLine(r *lineRun) int {
	x, y, rate, losses := r.x, r.y[:len(r.x)], r.step, r.losses
	w, b, biased := r.params[0], float32(0), len(r.params) > 1
	if biased {
		b = r.params[1]
	}
	n := float64(len(x))
	made := 0
	lastW, lastB := w, b
	penalty := Regularizer{L1: r.l1, L2: r.l2}
	penalized := penalty != Regularizer{}
	next, kept, to := 0, 0, 0 // the next epoch to keep, its place, and that of its weights
	if len(r.keep) > 0 {
		next = r.keep[0]
	}
	for at := range losses {
		var squares, dw, db float32
		i := 0
		for ; i+3 <= len(x); i += 3 {
			u, v := (*[3]float32)(x[i:]), (*[3]float32)(y[i:])
			e := w*u[0] + b - v[0]
			squares += e * e
			dw += e * u[0]
			db += e
			e = w*u[1] + b - v[1]
			squares += e * e
			dw += e * u[1]
			db += e
			e = w*u[2] + b - v[2]
			squares += e * e
			dw += e * u[2]
			db += e
		}
		for ; i < len(x); i++ {
			e := w*x[i] + b - y[i]
			squares += e * e
			dw += e * x[i]
			db += e
		}
		if r.lastFinite != nil && !finite(squares) {
			break
		}
		losses[at] = float64(squares) / n
		lastW, lastB = w, b
		w -= rate * dw
		if penalized {
			losses[at] += penalty.of(lastW)
			w -= r.rate * penalty.slope(lastW)
		}
		if biased {
			b -= rate * db
		}
		made++
		if r.epoch+made == next {
			r.weights[to] = w
			if to++; biased {
				r.weights[to] = b
				to++
			}
			next, kept = 0, kept+1
			if kept < len(r.keep) {
				next = r.keep[kept]
			}
		}
	}
	r.params[0] = w
	if biased {
		r.params[1] = b
	}
	if made > 0 && r.lastFinite != nil {
		r.lastFinite[0] = lastW
		if biased {
			r.lastFinite[1] = lastB
		}
	}
	return made
}
