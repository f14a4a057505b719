package nn

import (
	"fmt"
	"math/rand/v2"
)

// Renormalization is how a [BatchNormalization] trains with batch renormalization, where
// On is set: what a batch gives is brought near to what Predict would give, by factors
// that are no part of the gradient,
//
//	y = gamma·(x̂·r + d) + beta,  r = deviation/renorm_stddev,  d = (mean − renorm_mean)/renorm_stddev
//
// with the batch's mean and deviation √(variance + Epsilon), which renorm_mean and
// renorm_stddev follow with Momentum. The layer has those two and moving_stddev as
// further variables; its moving variance is moving_stddev² − Epsilon.
//
// Source: https://keras.io/api/layers/normalization_layers/batch_normalization/; Ioffe,
// "Batch renormalization", 2017.
type Renormalization struct {
	On       bool    // false in Keras
	Momentum float64 // 0.99 in Keras
	// RMax and RMin are the limits of r, DMax of d and −d; nil, as in Keras, is none.
	RMax, RMin, DMax *float64
}

// limits are the places of renorm_clipping.
func (r *Renormalization) limits() map[string]**float64 {
	return map[string]**float64{"rmax": &r.RMax, "rmin": &r.RMin, "dmax": &r.DMax}
}

func (r *Renormalization) clippingOption() layerOption {
	return layerOption{
		name: "renorm_clipping",
		write: func() any {
			if !r.On {
				return nil
			}
			clipping := make(map[string]any)
			for name, limit := range r.limits() {
				if *limit != nil {
					clipping[name] = decimal(**limit)
				}
			}
			return clipping
		},
		read: func(c *configReader, value any) {
			clipping, ok := value.(map[string]any)
			if !ok {
				c.fail("renorm_clipping", fmt.Sprintf("is %v; give rmax, rmin and dmax", value))
			}
			limits := r.limits()
			for name, value := range clipping {
				limit, known := limits[name]
				switch v, ok := value.(float64); {
				case !known:
					c.fail("renorm_clipping", fmt.Sprintf("has %q; give rmax, rmin and dmax", name))
				case value == nil:
				case !ok:
					c.fail("renorm_clipping", fmt.Sprintf("has %v for %s; give a number", value, name))
				default:
					*limit = &v
				}
			}
		},
	}
}

// check reports a limit or a momentum that cannot be used.
func (r *Renormalization) check(owner string) error {
	if !r.On {
		return nil
	}
	for _, name := range []string{"rmax", "rmin", "dmax"} {
		limit, low := *r.limits()[name], -unlimited
		if name == "dmax" {
			low = 0
		}
		if limit == nil {
			continue
		}
		if err := atLeast(owner, name, *limit, low); err != nil {
			return err
		}
	}
	if r.RMax != nil && r.RMin != nil && *r.RMax < *r.RMin {
		return fmt.Errorf("nn: %s: rmax is %s, rmin is %s; give an rmax that is not below rmin", owner, shortest(*r.RMax), shortest(*r.RMin))
	}
	return between(owner, "renorm_momentum", r.Momentum, 0, 1)
}

// startRenorm sets the first values: deviations are roots of first variances.
func (l *BatchNormalization) startRenorm(r *rand.Rand) {
	l.renormMean.fill(r)
	for _, v := range []*variable{l.stddev, l.renormStddev} {
		v.fill(r)
		for i, variance := range v.values {
			v.values[i] = sqrt(variance)
		}
	}
}

// renorms reports whether the batch that went forward last is renormalized.
func (p *batchNormalizationPass) renorms() bool { return p.learns && p.r != nil }

// renorm finds r and d of a feature, and lets what it keeps follow the batch.
func (p *batchNormalizationPass) renorm(j int, mean, variance float32) {
	l, o := p.layer, &p.layer.Renorm
	deviation, before := sqrt(variance+float32(l.Epsilon)), max(l.renormStddev.values[j], sqrt(float32(l.Epsilon)))
	r, d := deviation/before, (mean-l.renormMean.values[j])/before
	if o.RMin != nil {
		r = max(r, float32(*o.RMin))
	}
	if o.RMax != nil {
		r = min(r, float32(*o.RMax))
	}
	if o.DMax != nil {
		d = min(max(d, -float32(*o.DMax)), float32(*o.DMax))
	}
	p.r[j], p.d[j] = r, d
	follow(l.renormMean, j, mean, o.Momentum)
	follow(l.renormStddev, j, deviation, o.Momentum)
	follow(l.stddev, j, deviation, l.Momentum)
	moving := l.stddev.values[j]
	l.variance.values[j] = max(moving*moving-float32(l.Epsilon), 0)
}

// addRenormed adds the gradient of gamma, Σ dy·(x̂·r + d).
func (p *batchNormalizationPass) addRenormed() {
	if g := p.layer.gamma; g != nil && g.gradient != nil {
		for j, product := range p.products {
			g.gradient[j] += float32(product*float64(p.r[j]) + p.sums[j]*float64(p.d[j]))
		}
	}
}
