package session

import (
	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/dataset"
	"firstneuron/pkg/nn"
)

// normalization is what an experiment normalizes its inputs by. To find it takes a look at
// all points: a predictor keeps it beside its model, and every view asks for it.
type normalization struct {
	// layer is nil where nothing is normalized.
	layer *nn.Normalization
	scale experiment.Scale
}

func normalizationOf(e experiment.Experiment) normalization {
	return normalization{layer: e.Normalizer(), scale: e.Scale()}
}

// matrix returns places as inputs of the model, as [experiment.Experiment.Matrix] does.
func (p *predictor) matrix(places ...experiment.Place) nn.Matrix {
	m := p.experiment.Columns(places...)
	if p.layer != nil {
		p.layer.Apply(m)
	}
	return m
}

// Scale returns how the model's one input is normalized, as
// [experiment.Experiment.Scale] does.
func (s Session) Scale() experiment.Scale { return s.derived().predictor.scale }

// NormalizedColumn is a column that is normalized before the first layer, and by what.
type NormalizedColumn struct {
	Label           string
	Mean, Deviation float64
}

// NormalizedColumns are those of the model; none where nothing is normalized.
func (s Session) NormalizedColumns() []NormalizedColumn {
	layer := s.derived().predictor.layer
	if layer == nil {
		return nil
	}
	var columns []NormalizedColumn
	for i, label := range s.FeatureLabels() {
		mean, deviation := layer.Moments(i)
		columns = append(columns, NormalizedColumn{label, float64(mean), float64(deviation)})
	}
	return columns
}

// FeatureLabels are the columns that the model is fed with, as learners read them.
func (s Session) FeatureLabels() []string {
	var labels []string
	for _, name := range s.Experiment.FeatureNames() {
		if feature, ok := dataset.FeatureNamed(name); ok {
			name = feature.Label
		}
		labels = append(labels, name)
	}
	return labels
}
