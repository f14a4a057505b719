package playground_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/dataset"
	"firstneuron/pkg/experiment/playground"
)

// TestLimitsAreThoseOfAnExperiment: what the terms keep within is what an experiment
// takes, and no less.
func TestLimitsAreThoseOfAnExperiment(t *testing.T) {
	takes := func(key string, v float64) bool {
		_, problem := experiment.Default().With(key, strconv.FormatFloat(v, 'g', -1, 64))
		return problem == nil
	}
	for key, limits := range map[string][2]float64{
		"lr": {playground.MinRate, playground.MaxRate}, "l1": {0, playground.MaxPenalty}, "l2": {0, playground.MaxPenalty}, "validation": {0, playground.MaxValidation},
	} {
		least, most := limits[0], limits[1]
		if !takes(key, least) || !takes(key, most) || takes(key, least-1e-9) || takes(key, most*1.001) {
			t.Errorf("%s is not from %v to %v in an experiment", key, least, most)
		}
	}
	if playground.MaxLayers+1 != experiment.MaxLayers || playground.MaxUnits != experiment.MaxUnits || playground.MaxFragment != experiment.MaxFragment || dataset.MaxCount != experiment.MaxPoints || dataset.MinCount != experiment.MinPoints {
		t.Errorf("the limits are %d layers, %d units, %d bytes, %d to %d points, not those of an experiment", playground.MaxLayers, playground.MaxUnits, playground.MaxFragment, dataset.MinCount, dataset.MaxCount)
	}
	for control, part := range playground.Locks {
		if !slices.ContainsFunc(experiment.Parts, func(p experiment.Part) bool { return p.Key == part && p.Lockable }) {
			t.Errorf("%s locks %q, which no part of the page is", control, part)
		}
	}
}

// TestNoKeyOfAnExperimentIsThePlaygrounds: a link of this page is never taken for one
// of the Playground.
func TestNoKeyOfAnExperimentIsThePlaygrounds(t *testing.T) {
	keys := 0
	for row := range strings.SplitSeq(experiment.PropertyTable(), "\n") {
		_, cell, found := strings.Cut(row, "| `")
		key, _, closed := strings.Cut(cell, "`")
		if !found || !closed {
			continue
		}
		keys++
		if fragment, ok := playground.Recognized(key + "=1"); ok {
			t.Errorf("the key %q of an experiment is taken for the Playground's: %q", key, fragment)
		}
	}
	if keys < 30 {
		t.Errorf("%d keys are read from the table of properties, want 30", keys)
	}
}
