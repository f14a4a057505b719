//go:build simd

package nn

import "firstneuron/pkg/nn/internal/kernel"

// optimize describes the optimizer, as its options are now. An option that wants
// an array of state which it did not have when the model was compiled is none.
func (p *kernelPlan) optimize(s *optimizerState) {
	p.Optimizer, p.Flag, p.Options, p.State = kernel.None, 0, [3]float32{}, [3]kernel.Address{}
	for i, slot := range s.step.state {
		if i < len(p.State) {
			p.State[i] = kernel.Of(slot)
		}
	}
	switch o := s.optimizer.(type) {
	case *SGD:
		p.Optimizer = kernel.SGD
		if len(s.step.state) > 0 {
			p.Optimizer, p.Options[0], p.Flag = kernel.Momentum, float32(o.Momentum), flag(o.Nesterov)
		}
	case *Adam:
		p.adam(o, s)
	case *AdamW:
		p.adam(&o.Adam, s)
	case *RMSprop:
		p.Optimizer, p.Flag = kernel.RMSprop, flag(o.Centered)
		p.Options = [3]float32{float32(o.Rho), float32(o.Momentum), float32(o.Epsilon)}
	case *Adagrad:
		p.Optimizer, p.Options[2] = kernel.Adagrad, float32(o.Epsilon)
	}
	settings := *s.optimizer.settings()
	p.Decay = float32(settings.WeightDecay)
	settings.WeightDecay = 0
	if p.updates = p.Optimizer != kernel.None && settings.plain(); !p.updates {
		p.Optimizer, p.Decay = kernel.None, 0
	}
}

func (p *kernelPlan) adam(o *Adam, s *optimizerState) {
	p.Optimizer, p.Flag = kernel.Adam, flag(o.AMSGrad && len(s.step.state) > 2)
	p.Options = [3]float32{float32(1 - o.Beta1), float32(1 - o.Beta2), float32(o.Epsilon)}
	if beta := [2]float64{float64(float32(o.Beta1)), float64(float32(o.Beta2))}; p.Beta != beta {
		p.Beta, p.steps = beta, -1 // whose powers are not known yet
	}
}

func flag(set bool) uint32 {
	if set {
		return 1
	}
	return 0
}
