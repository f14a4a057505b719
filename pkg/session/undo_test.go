package session

import "testing"

// TestOneVisitIsOneStepOfUndo edits something twice, and undoes that once.
func TestOneVisitIsOneStepOfUndo(t *testing.T) {
	lr := func(text string) []Msg {
		return []Msg{SettingTyped{Key: "lr", Text: "0.0"}, SettingTyped{Key: "lr", Text: text}, SettingLeft{Key: "lr"}}
	}
	for name, test := range map[string]struct {
		first, second []Msg
		key, want     string
	}{
		"a field left":         {lr("0.1"), lr("0.2"), "lr", "0.1"},
		"a row left":           {[]Msg{PointTyped{6, Y, "8"}, PointLeft{6}}, []Msg{PointTyped{6, Y, "9"}, PointLeft{6}}, "ys", "-3,-1,1,3,5,8"},
		"a menu":               {[]Msg{SettingTyped{"optimizer", "adam"}}, []Msg{SettingTyped{"optimizer", "rmsprop"}}, "optimizer", "adam"},
		"a box ticked":         {[]Msg{SettingTyped{"nesterov", "1"}}, []Msg{SettingTyped{"nesterov", "0"}}, "nesterov", "1"},
		"an activation":        {[]Msg{SettingTyped{"activation.1", "relu"}}, []Msg{SettingTyped{"activation.1", "tanh"}}, "activation.1", "relu"},
		"a slider taken twice": {[]Msg{SettingLeft{"lr"}, SettingSlid{"lr", "0.1"}, SettingSlid{"lr", "0.2"}}, []Msg{SettingLeft{"lr"}, SettingSlid{"lr", "0.3"}, SettingSlid{"lr", "0.4"}}, "lr", "0.2"},
		"a point selected twice": {
			[]Msg{PointPicked{6}, PointMoved{6, 4, 8}, PointMoved{6, 4, 9}, PointPicked{6}},
			[]Msg{PointPicked{6}, PointMoved{6, 4, 10}, PointMoved{6, 4, 11}, PointPicked{6}},
			"ys", "-3,-1,1,3,5,9",
		},
	} {
		p := openLive("w=0&b=0")
		start := p.Experiment
		p.do(t, test.first...)
		p.do(t, test.second...)
		p.do(t, UndoPressed{})
		if got := p.Experiment.Value(test.key); got != test.want {
			t.Errorf("%s: Undo leaves %s %s, want %s", name, test.key, got, test.want)
		}
		if p.do(t, UndoPressed{}); !p.Experiment.Equal(start) || len(p.Past) != 0 {
			t.Errorf("%s: a second Undo leaves %s %s and %d edits, want it as it was", name, test.key, p.Experiment.Value(test.key), len(p.Past))
		}
	}
}

func TestASlidersTextIsThePlainOne(t *testing.T) {
	p := openLive("")
	p.do(t, SettingTyped{"lr", "x"}, SettingSlid{"lr", "1e-05"})
	if got := p.Setting("lr"); got != (Draft{Text: p.Experiment.Value("lr")}) || p.Experiment.Optimizer.LearningRate != 1e-5 {
		t.Errorf("the slider leaves %+v in the field, want the plain form of 1e-05", got)
	}
	p.do(t, SettingSlid{"lr", "1e9"})
	if got := p.Setting("lr"); got.Text != "1e9" || got.Problem == nil {
		t.Errorf("a rate that there is not leaves %+v, want it with its problem", got)
	}
}

func TestFixesAreStepsOfUndo(t *testing.T) {
	p := openLive("w=0&b=0")
	p.do(t, SettingTyped{"lr", "0.2"}, FixChosen{LowerRate}, UndoPressed{})
	if got := p.Experiment.Optimizer.LearningRate; got != 0.2 {
		t.Errorf("Undo of a remedy leaves the rate %v, want 0.2", got)
	}
	p = openLive("w=0&b=0")
	p.do(t, SettingTyped{"lr", "0.1"}, SettingLeft{"lr"}, SettingTyped{"lr", "0.2"}, SettingLeft{"lr"}, FixChosen{UndoLast})
	if got := p.Experiment.Optimizer.LearningRate; got != 0.1 {
		t.Errorf("undoing the last edit as a remedy leaves the rate %v, want 0.1", got)
	}
}

func TestAnotherEditEndsRedo(t *testing.T) {
	p := open("")
	p.send(SettingTyped{Key: "epochs", Text: "10"}, UndoPressed{}, SettingTyped{Key: "epochs", Text: "20"}, RedoPressed{})
	if got := p.Experiment.Epochs; got != 20 {
		t.Errorf("Redo after another edit sets %d epochs, want the edit's 20", got)
	}
}
