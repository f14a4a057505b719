package session

import (
	"sync"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/script"
	"firstneuron/pkg/nn"
)

// Predict returns what the model answers for some xs, with the weights that are
// shown; nil when there is no such model.
func (s Session) Predict(xs ...float64) []float64 {
	return s.PredictWith(s.Shown().Params, xs...)
}

// PredictWith returns what the model answers with other weights.
func (s Session) PredictWith(params []float32, xs ...float64) []float64 {
	return s.derived().predictor.predict(params, xs)
}

// predictor holds one compiled model of an experiment, which answers with
// whatever weights it is given. To build one takes longer than to ask it.
type predictor struct {
	// initial are the weights before training; problem says why there are none.
	initial []float32
	problem *experiment.Problem

	mu    sync.Mutex // sessions are values, and may be read side by side
	model *nn.Sequential

	// outputs are what the program printedText prints with the weights printedOf.
	printing    sync.Mutex
	printedOf   *float32
	printedText string
	outputs     []script.Output
}

func newPredictor(e experiment.Experiment) *predictor {
	model, err := e.Model()
	if err != nil {
		return &predictor{problem: experiment.AsProblem(err)}
	}
	return &predictor{initial: model.AppendParams(nil), model: model}
}

// predict returns what the model answers with some weights; nil when there is no
// such model.
func (p *predictor) predict(params []float32, xs []float64) []float64 {
	var ys []float64
	p.with(params, func(model *nn.Sequential) {
		outputs, err := model.Predict(column(xs))
		if err != nil {
			return
		}
		ys = make([]float64, len(xs))
		for i := range ys {
			ys[i] = float64(outputs.Data[i])
		}
	})
	return ys
}

// evaluate returns the loss and the metrics of the model with some weights; ok
// is false when there is no such model.
func (p *predictor) evaluate(params []float32, xs, ys []float64) (logs nn.Logs, ok bool) {
	p.with(params, func(model *nn.Sequential) {
		var err error
		logs, err = model.Evaluate(column(xs), column(ys))
		ok = err == nil
	})
	return logs, ok
}

// with asks the model while it has some weights, if it can have them.
func (p *predictor) with(params []float32, ask func(*nn.Sequential)) {
	if p.model == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.model.SetParams(params) == nil {
		ask(p.model)
	}
}

// column returns numbers as a matrix of one column.
func column(values []float64) nn.Matrix {
	m := nn.NewMatrix(len(values), 1)
	for i, v := range values {
		m.Data[i] = float32(v)
	}
	return m
}
