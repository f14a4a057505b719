package session

import (
	"slices"
	"testing"

	"firstneuron/pkg/experiment"
)

func TestLayersAreAddedAndRemoved(t *testing.T) {
	p := open("w=0&b=0")
	p.do(t, TrainPressed{}, LayerAdded{})
	if p.Run.Phase != Untrained || len(p.Run.Timeline.Last().Params) != 8+8+8+1 {
		t.Errorf("phase %v with %d weights, want untrained with 25", p.Run.Phase, len(p.Run.Timeline.Last().Params))
	}
	if !slices.Contains(p.asked, Effect(FocusSetting{Key: experiment.UnitsKey(1)})) {
		t.Errorf("focus %v, want the new layer's units", p.asked)
	}
	p.send(SettingTyped{Key: experiment.UnitsKey(1), Text: "many"})
	if p.Setting(experiment.UnitsKey(1)).Text != "many" || len(p.Problems()) != 1 {
		t.Errorf("the field holds %q with %d problems, want what was typed and one", p.Setting(experiment.UnitsKey(1)).Text, len(p.Problems()))
	}
	p.send(LayerRemoved{Layer: 1})
	if len(p.Experiment.Layers) != 1 || len(p.Problems()) != 0 {
		t.Errorf("%d layers with problems %v, want one without", len(p.Experiment.Layers), p.Problems())
	}
	p.send(UndoPressed{})
	if len(p.Experiment.Layers) != 2 {
		t.Errorf("after Undo %d layers, want 2", len(p.Experiment.Layers))
	}
}

func TestAnotherOptimizerForgetsTheOptionsOfTheLast(t *testing.T) {
	p := open("")
	p.send(SettingTyped{Key: "momentum", Text: "0,9"}, SettingTyped{Key: "epochs", Text: "x"}, SettingTyped{Key: "optimizer", Text: "adam"})
	if p.Setting("epochs").Text != "x" {
		t.Errorf("the epochs field holds %q, want what was typed", p.Setting("epochs").Text)
	}
	if got := p.Setting("momentum").Text; got != "" {
		t.Errorf("Adam has a momentum %q, want none", got)
	}
	if got := p.Setting("lr").Text; got != "0.001" {
		t.Errorf("the rate is %s, want Adam's own 0.001", got)
	}
}
