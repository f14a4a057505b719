package nn

import "math"

// Muon moves each kernel along its momentum with all its directions made about
// as long as each other, by NSSteps steps of an iteration towards the nearest
// orthogonal matrix. For a kernel [inputs, units]:
//
//	m ← Momentum·m + g
//	x = g + Momentum·m                     or m, without Nesterov
//	x ← x / (‖x‖ + 1e-7), then NSSteps times, with A = x·xᵀ:
//	x ← MuonA·x + (MuonB·A + MuonC·A²)·x
//	w ← w − LearningRate·√max(inputs, units)·RMSRate·x
//
// where an RMSRate of 0, Keras's None, leaves the last two factors out. Biases
// are moved as by [Adam], at LearningRate·AdamLRRatio. Kernels decay by
// WeightDecay, biases by AdamWeightDecay. Keras's exclude_layers and
// exclude_embeddings are not here: every kernel is moved in this way.
//
// Source: https://keras.io/api/optimizers/muon/; Jordan and others, "Muon: an
// optimizer for hidden layers in neural networks", 2024; Liu and others, "Muon is
// scalable for LLM training", 2025.
type Muon struct {
	Settings
	AdamBeta1       float64 // 0.9 in Keras
	AdamBeta2       float64 // 0.999 in Keras
	AdamWeightDecay float64 // 0.004 in Keras
	Epsilon         float64 // 1e-7 in Keras
	MuonA           float64 // 3.4445 in Keras
	MuonB           float64 // −4.775 in Keras
	MuonC           float64 // 2.0315 in Keras
	AdamLRRatio     float64 // 1 in Keras
	Momentum        float64 // 0.95 in Keras
	NSSteps         int     // 5 in Keras
	Nesterov        bool    // true in Keras
	RMSRate         float64 // 0.2 in Keras
}

// Keras warns against Muon for the output layer, which one neuron is: it suits
// no first course.
var _ = optimizers.add(Entry{Name: "muon", Class: "Muon"}, func() any { return NewMuon(0.001) })

// NewMuon returns the optimizer with Keras's defaults but for the rate, which is
// 0.001 in Keras.
func NewMuon(learningRate float64) *Muon {
	return &Muon{
		Settings:  Settings{LearningRate: learningRate, WeightDecay: 0.004},
		AdamBeta1: 0.9, AdamBeta2: 0.999, AdamWeightDecay: 0.004, Epsilon: 1e-7, MuonA: 3.4445, MuonB: -4.775, MuonC: 2.0315,
		AdamLRRatio: 1, Momentum: 0.95, NSSteps: 5, Nesterov: true, RMSRate: 0.2,
	}
}

// Name is "muon".
func (*Muon) Name() string { return "muon" }

// Hyperparameters returns the options.
func (o *Muon) Hyperparameters() []Hyperparameter {
	adam := betas(&o.AdamBeta1, &o.AdamBeta2, &o.Epsilon)
	adam[0].Name, adam[0].Go = "adam_beta_1", "AdamBeta1"
	adam[1].Name, adam[1].Go = "adam_beta_2", "AdamBeta2"
	return append(o.hyperparameters(adam[0], adam[1], number("adam_weight_decay", "AdamWeightDecay", &o.AdamWeightDecay, 0, unlimited), adam[2]),
		number("muon_a", "MuonA", &o.MuonA, -10, 10), number("muon_b", "MuonB", &o.MuonB, -10, 10), number("muon_c", "MuonC", &o.MuonC, -10, 10),
		number("adam_lr_ratio", "AdamLRRatio", &o.AdamLRRatio, 0, unlimited), number("momentum", "Momentum", &o.Momentum, 0, 1),
		whole("ns_steps", "NSSteps", &o.NSSteps), toggle("nesterov", "Nesterov", &o.Nesterov),
		number("rms_rate", "RMSRate", &o.RMSRate, 0, unlimited),
	)
}

// slotInitials: m, Adam's v, and five arrays to work in.
func (*Muon) slotInitials() []float32 { return make([]float32, 7) }

// stateCount: Keras keeps m, and v of biases.
func (*Muon) stateCount(vars []*variable) int {
	count := sizeOf(vars)
	for _, v := range vars {
		if len(v.shape) != 2 {
			count += v.size()
		}
	}
	return count
}

func (o *Muon) weightDecay(v *variable) float64 {
	if len(v.shape) == 2 {
		return o.WeightDecay
	}
	return o.AdamWeightDecay
}

func (o *Muon) update(s *step) {
	adam := Adam{Beta1: o.AdamBeta1, Beta2: o.AdamBeta2, Epsilon: o.Epsilon}
	for k, v := range s.vars {
		part := s.part(k)
		if len(v.shape) == 2 {
			o.move(part, v.shape[0], v.shape[1])
			continue
		}
		part.rate *= float32(o.AdamLRRatio)
		adam.update(part)
	}
}

// move makes the step of a kernel.
func (o *Muon) move(s *step, rows, cols int) {
	momentum, m, x := float32(o.Momentum), s.state[0], s.state[2]
	for i, g := range s.g {
		m[i] += g + m[i]*(momentum-1)
		x[i] = m[i]
		if o.Nesterov {
			x[i] = g + momentum*m[i]
		}
	}
	if rows > cols { // the products are made over the shorter side
		transpose(s.state[3], x, rows, cols)
		o.orthogonalize(s.state[3], cols, rows, s.state[4:])
		transpose(x, s.state[3], cols, rows)
	} else {
		o.orthogonalize(x, rows, cols, s.state[4:])
	}
	rate := s.rate
	if o.RMSRate != 0 {
		rate *= float32(math.Sqrt(float64(max(rows, cols)))) * float32(o.RMSRate)
	}
	for i, v := range x {
		s.w[i] -= rate * v
	}
}

// orthogonalize brings a matrix towards the nearest one whose directions are all
// of length 1. It has no more rows than columns.
func (o *Muon) orthogonalize(x []float32, rows, cols int, scratch [][]float32) {
	a, b, next := scratch[0][:rows*rows], scratch[1][:rows*rows], scratch[2]
	length := sqrt(dot(x, x)) + 1e-7
	for i := range x {
		x[i] /= length
	}
	for range o.NSSteps {
		for i := range rows {
			for j := range rows {
				a[i*rows+j] = dot(x[i*cols:(i+1)*cols], x[j*cols:(j+1)*cols])
			}
		}
		multiply(b, a, a, nil, rows, rows, rows)
		for i := range b {
			b[i] = float32(o.MuonB)*a[i] + float32(o.MuonC)*b[i]
		}
		multiply(next, b, x, nil, rows, rows, cols)
		for i := range x {
			x[i] = float32(o.MuonA)*x[i] + next[i]
		}
	}
}

// transpose sets t to the matrix x with rows and columns exchanged.
func transpose(t, x []float32, rows, cols int) {
	for i := range rows {
		for j := range cols {
			t[j*rows+i] = x[i*cols+j]
		}
	}
}
