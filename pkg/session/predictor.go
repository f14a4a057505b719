package session

import (
	"math"
	"sync"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/script"
	"firstneuron/pkg/nn"
)

// Predict returns what the model answers for some xs of one input, with the weights
// that are shown; nil when there is no such model. Further inputs are 0.
func (s Session) Predict(xs ...float64) []float64 {
	return s.PredictWith(s.Shown().Params, xs...)
}

// PredictWith returns what the model answers with other weights.
func (s Session) PredictWith(params []float32, xs ...float64) []float64 {
	return s.PredictAt(params, experiment.Places(xs...)...)
}

// PredictAt returns what the model answers at some places: its output or, where it has
// one for each class, the number of the class. It is nil when there is no such model.
func (s Session) PredictAt(params []float32, places ...experiment.Place) []float64 {
	return s.derived().predictor.predict(params, places)
}

// OutputsAt returns what each unit of the last layer gives at some places, a matrix
// [places, units], with no rows when there is no such model.
func (s Session) OutputsAt(params []float32, places ...experiment.Place) nn.Matrix {
	return s.derived().predictor.outputsAt(params, places)
}

// outputsList returns what each unit of the last layer gives at some places, one place
// after another; nil when there is no such model.
func (s Session) outputsList(params []float32, places []experiment.Place) []float64 {
	outputs := s.OutputsAt(params, places...)
	if outputs.Rows != len(places) || outputs.Rows == 0 {
		return nil
	}
	list := make([]float64, len(outputs.Data))
	for i, v := range outputs.Data {
		list[i] = float64(v)
	}
	return list
}

// AccuracyOf returns the share of the points that are in the right class with some
// weights: of those that are trained on and of those that are only measured. It is
// NaN of no points, and when y names no class.
func (s Session) AccuracyOf(params []float32) (training, validation float64) {
	e := s.Experiment
	training, validation = math.NaN(), math.NaN()
	if e.Classes == 0 || len(params) == 0 {
		return training, validation
	}
	layers := s.Observer().Points(e.Points, params)
	if len(layers) == 0 {
		return training, validation
	}
	answers := e.ClassesOf(layers[len(layers)-1])
	part := func(from, to int) float64 {
		right := 0
		for i := from; i < to; i++ {
			if answers[i] == e.ClassOfLabel(e.Points[i].Y) {
				right++
			}
		}
		return float64(right) / float64(to-from)
	}
	train := len(e.Points) - e.ValidationPoints()
	return part(0, train), part(train, len(e.Points))
}

// predictor holds one compiled model of an experiment, which answers with
// whatever weights it is given. To build one takes longer than to ask it.
type predictor struct {
	experiment experiment.Experiment
	normalization
	// initial are the weights before training; problem says why there are none.
	initial []float32
	problem *experiment.Problem

	mu    sync.Mutex // sessions are values, and may be read side by side
	model *nn.Sequential
	// observer asks the model for what its layers give.
	observer *Observer

	// outputs are what the program printedText prints with the weights printedOf.
	printing    sync.Mutex
	printedOf   *float32
	printedText string
	outputs     []script.Output
}

func newPredictor(e experiment.Experiment) *predictor {
	model, err := e.Model()
	if err != nil {
		return &predictor{experiment: e, normalization: normalizationOf(e), problem: experiment.AsProblem(err)}
	}
	p := &predictor{experiment: e, normalization: normalizationOf(e), initial: model.AppendParams(nil), model: model}
	p.observer = &Observer{predictor: p}
	return p
}

// predict returns what the model answers with some weights; nil when there is no
// such model.
func (p *predictor) predict(params []float32, places []experiment.Place) []float64 {
	outputs := p.outputsAt(params, places)
	if outputs.Rows != len(places) || outputs.Rows == 0 {
		return nil
	}
	return p.experiment.AnswersOf(outputs)
}

// outputsAt returns what the model gives with some weights.
func (p *predictor) outputsAt(params []float32, places []experiment.Place) (outputs nn.Matrix) {
	p.with(params, func(model *nn.Sequential) {
		if all, err := model.Predict(p.matrix(places...)); err == nil {
			outputs = all
		}
	})
	return outputs
}

// evaluate returns the loss and the metrics of the model with some weights; ok
// is false when there is no such model.
func (p *predictor) evaluate(params []float32, places []experiment.Place, ys []float64) (logs nn.Logs, ok bool) {
	p.with(params, func(model *nn.Sequential) {
		var err error
		logs, err = model.Evaluate(p.matrix(places...), column(ys))
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
