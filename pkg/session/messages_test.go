package session

import (
	"maps"
	"slices"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/program"
	"firstneuron/pkg/experiment/script"
	"firstneuron/pkg/nn"

	"pgregory.net/rapid"
)

// generators draw anything that can happen, sensible or not: one for each type
// of message, by its name.
func generators() map[string]func(t *rapid.T) Msg {
	text := rapid.SampledFrom([]string{
		"", " ", "0", "-1", "2,5", "1e3", "1e400", "nan", "x", "−3", "10", "0.5", "１２", "4\n5", "tanh", "16:tanh,1", "adam", "huber",
	})
	row := rapid.IntRange(-1, 9)
	axis := rapid.SampledFrom([]Axis{X, X2, Y, -1, 7})
	key := rapid.SampledFrom([]string{
		"", "epochs", "lr", "batch", "w", "b", "predict", "seed", "layers", "optimizer", "loss", "xs", "units.1", "activation.2", "momentum", "validation", "patience", "l2", "classes", "features", "set", "predict.1", "no-such-key",
	})
	paste := rapid.SampledFrom([]string{"", "1,2", "1;2\n3;4", "xs=[1,2]\nys=[3,4]", "a,b,c\n1,2,3\n4,5,6\n7,8,9", "1;1.200\n2;950", "1,2,x", "(((", "\x00"})
	fragment := rapid.SampledFrom([]string{
		"", "w=0&b=0", "activity=first-neuron", "activity=own&w=3", "epochs=3&auto=1", "xs=1,2&ys=3", "example=houses", "lr=0.5", "%zz", "layers=4:tanh,1", "set=xor:1:0:20&layers=3:tanh,1:tanh", "ask=what&goal=loss:9,predict:1:1:1,diverge&auto=1", "validation=0.5&patience=2&metric=mae", "set=circle:1:0:20&epochs=3", "set=blobs:1:0:20:4&features=x1,sinx2&also=1;2", "xs=0,1&x2=2,3&ys=0,1&classes=2",
	})
	id, on, number := rapid.IntRange(-1, 9), rapid.Bool(), rapid.Float64()
	return map[string]func(t *rapid.T) Msg{
		"Navigated":       func(t *rapid.T) Msg { return Navigated{fragment.Draw(t, "fragment")} },
		"PreferencesRead": func(*rapid.T) Msg { return PreferencesRead{"ko", "dark", "en", "", "", ""} },
		"LangChosen":      func(t *rapid.T) Msg { return LangChosen{text.Draw(t, "lang")} },
		"ThemeChosen":     func(*rapid.T) Msg { return ThemeChosen{"light"} },
		"SoundChosen":     func(t *rapid.T) Msg { return SoundChosen{rapid.Bool().Draw(t, "sounds")} },
		"SoundOpened": func(t *rapid.T) Msg {
			return SoundOpened{rapid.Bool().Draw(t, "plays"), rapid.IntRange(0, 9).Draw(t, "missing") == 0}
		},
		"PointTyped": func(t *rapid.T) Msg {
			return PointTyped{row.Draw(t, "row"), axis.Draw(t, "axis"), text.Draw(t, "text")}
		},
		"PointPlaced": func(t *rapid.T) Msg {
			return PointPlaced{row.Draw(t, "row"), experiment.Place{number.Draw(t, "x1"), number.Draw(t, "x2")}}
		},
		"PlaneClicked": func(t *rapid.T) Msg {
			return PlaneClicked{experiment.Place{number.Draw(t, "x1"), number.Draw(t, "x2")}}
		},
		"LabelChosen":      func(t *rapid.T) Msg { return LabelChosen{number.Draw(t, "label")} },
		"LayerSightOpened": func(t *rapid.T) Msg { return LayerSightOpened{rapid.Bool().Draw(t, "open")} },
		"LayerSightChosen": func(t *rapid.T) Msg {
			n := func(of string) int { return rapid.IntRange(-1, 9).Draw(t, of) }
			return LayerSightChosen{n("layer"), n("a"), n("b")}
		},
		"PointLeft":        func(t *rapid.T) Msg { return PointLeft{row.Draw(t, "row")} },
		"PointAdded":       func(*rapid.T) Msg { return PointAdded{} },
		"PointDeleted":     func(t *rapid.T) Msg { return PointDeleted{row.Draw(t, "row"), on.Draw(t, "onChart")} },
		"PasteTyped":       func(t *rapid.T) Msg { return PasteTyped{paste.Draw(t, "text")} },
		"PasteRefused":     func(t *rapid.T) Msg { return PasteRefused{rapid.IntRange(0, 2<<20).Draw(t, "size"), 30_000} },
		"CodePasteRefused": func(t *rapid.T) Msg { return CodePasteRefused{rapid.IntRange(0, 2<<20).Draw(t, "size"), 30_000} },
		"FileRefused":      func(*rapid.T) Msg { return FileRefused{10 << 20} },
		"PasteUsed":        func(*rapid.T) Msg { return PasteUsed{} },
		"ImportAnswered":   func(t *rapid.T) Msg { return ImportAnswered{rapid.IntRange(-1, 2).Draw(t, "answer")} },
		"ImportChosen": func(t *rapid.T) Msg {
			return ImportChosen{axis.Draw(t, "axis"), rapid.IntRange(-1, 4).Draw(t, "column")}
		},
		"ImportUsed": func(*rapid.T) Msg { return ImportUsed{} },
		"ImportLeft": func(*rapid.T) Msg { return ImportLeft{} },
		"DataFileOpened": func(t *rapid.T) Msg {
			return DataFileOpened{rapid.SampledFrom([]string{"data.csv", "lesson.py", "cells.ipynb"}).Draw(t, "name"), paste.Draw(t, "text")}
		},
		"DataFileRefused": func(t *rapid.T) Msg { return DataFileRefused{"data.csv", rapid.IntRange(0, 99<<20).Draw(t, "size")} },
		"ExampleChosen": func(t *rapid.T) Msg {
			return ExampleChosen{rapid.SampledFrom([]string{"lesson", "celsius", "nothing"}).Draw(t, "name")}
		},
		"DataSetChosen": func(t *rapid.T) Msg {
			return DataSetChosen{rapid.SampledFrom([]string{"circle", "plane", "blobs", "rings", "nothing"}).Draw(t, "set")}
		},
		"InputsChosen":     func(t *rapid.T) Msg { return InputsChosen{rapid.IntRange(-1, 3).Draw(t, "inputs")} },
		"NoiseSlid":        func(t *rapid.T) Msg { return NoiseSlid{rapid.Float64Range(-10, 90).Draw(t, "noise")} },
		"OwnPointsChosen":  func(*rapid.T) Msg { return OwnPointsChosen{} },
		"LinkTyped":        func(t *rapid.T) Msg { return LinkTyped{fragment.Draw(t, "link")} },
		"LinkOpened":       func(*rapid.T) Msg { return LinkOpened{} },
		"NewDataAsked":     func(*rapid.T) Msg { return NewDataAsked{} },
		"TrainingPartSlid": func(t *rapid.T) Msg { return TrainingPartSlid{rapid.Float64Range(-10, 190).Draw(t, "percent")} },
		"TaskChosen":       func(t *rapid.T) Msg { return TaskChosen{on.Draw(t, "classification")} },
		"FeatureSwitched": func(t *rapid.T) Msg {
			return FeatureSwitched{rapid.SampledFrom([]string{"x1", "x2", "x1x2", "cosx2", "no"}).Draw(t, "feature"), on.Draw(t, "on")}
		},
		"SettingTyped": func(t *rapid.T) Msg { return SettingTyped{key.Draw(t, "key"), text.Draw(t, "text")} },
		"SettingSlid":  func(t *rapid.T) Msg { return SettingSlid{key.Draw(t, "key"), text.Draw(t, "text")} },
		"SettingLeft":  func(t *rapid.T) Msg { return SettingLeft{key.Draw(t, "key")} },
		"SettingStepped": func(t *rapid.T) Msg {
			return SettingStepped{key.Draw(t, "key"), rapid.IntRange(-20, 20).Draw(t, "steps")}
		},
		"InitialWeightsDrawn": func(*rapid.T) Msg { return InitialWeightsDrawn{} },
		"LayerAdded":          func(*rapid.T) Msg { return LayerAdded{} },
		"LayerRemoved":        func(t *rapid.T) Msg { return LayerRemoved{rapid.IntRange(-1, 3).Draw(t, "layer")} },
		"QueryAdded":          func(*rapid.T) Msg { return QueryAdded{} },
		"QueryRemoved":        func(t *rapid.T) Msg { return QueryRemoved{rapid.IntRange(-1, 3).Draw(t, "number")} },
		"WordsArrived": func(t *rapid.T) Msg {
			return WordsArrived{text.Draw(t, "lang"), rapid.SampledFrom([]Lexicon{nil, lexicon("ko")}).Draw(t, "words")}
		},
		"WordsFailed":  func(t *rapid.T) Msg { return WordsFailed{text.Draw(t, "lang")} },
		"ReaderWanted": func(*rapid.T) Msg { return ReaderWanted{} },
		"ReaderFailed": func(*rapid.T) Msg { return ReaderFailed{} },
		"ReaderArrived": func(t *rapid.T) Msg {
			return ReaderArrived{rapid.SampledFrom([]script.Reader{program.Direct{}, &mortal{calls: 2}, &mortal{}}).Draw(t, "reader")}
		},
		"UndoPressed":      func(*rapid.T) Msg { return UndoPressed{} },
		"RedoPressed":      func(*rapid.T) Msg { return RedoPressed{} },
		"TrainPressed":     func(t *rapid.T) Msg { return TrainPressed{on.Draw(t, "still"), on.Draw(t, "at once")} },
		"TrainMorePressed": func(*rapid.T) Msg { return TrainMorePressed{} },
		"ContinuePressed":  func(*rapid.T) Msg { return ContinuePressed{} },
		"PausePressed":     func(*rapid.T) Msg { return PausePressed{} },
		"StepPressed":      func(*rapid.T) Msg { return StepPressed{} },
		"ResetPressed":     func(*rapid.T) Msg { return ResetPressed{} },
		"EngineReported": func(t *rapid.T) Msg {
			return EngineReported{rapid.SampledFrom([]string{"", nn.PureGo, "SIMD kernel"}).Draw(t, "engine")}
		},
		"AutoTrainChosen":     func(t *rapid.T) Msg { return AutoTrainChosen{on.Draw(t, "on")} },
		"LossScaleChosen":     func(t *rapid.T) Msg { return LossScaleChosen{on.Draw(t, "log")} },
		"LossPointed":         func(t *rapid.T) Msg { return LossPointed{rapid.IntRange(-5, 2000).Draw(t, "epoch")} },
		"PointPicked":         func(t *rapid.T) Msg { return PointPicked{row.Draw(t, "row")} },
		"PointHighlighted":    func(t *rapid.T) Msg { return PointHighlighted{row.Draw(t, "row")} },
		"PropertyHighlighted": func(t *rapid.T) Msg { return PropertyHighlighted{key.Draw(t, "key")} },
		"LineHighlighted":     func(t *rapid.T) Msg { return LineHighlighted{rapid.IntRange(-1, 40).Draw(t, "line")} },
		"PlaceClicked":        func(t *rapid.T) Msg { return PlaceClicked{number.Draw(t, "x"), number.Draw(t, "y")} },
		"PointMoved":          func(t *rapid.T) Msg { return PointMoved{row.Draw(t, "row"), number.Draw(t, "x"), number.Draw(t, "y")} },
		"LineMoved":           func(t *rapid.T) Msg { return LineMoved{experiment.Line{W: number.Draw(t, "w"), B: 1}} },
		"LineDrawn":           func(t *rapid.T) Msg { return LineDrawn{experiment.Line{W: number.Draw(t, "w"), B: 1}} },
		"WeightMoved": func(t *rapid.T) Msg {
			return WeightMoved{rapid.IntRange(-1, 20).Draw(t, "place"), number.Draw(t, "value")}
		},
		"WeightChosen": func(t *rapid.T) Msg {
			return WeightChosen{rapid.IntRange(-1, 20).Draw(t, "place"), on.Draw(t, "typing"), text.Draw(t, "text")}
		},
		"WeightTyped":    func(t *rapid.T) Msg { return WeightTyped{text.Draw(t, "text")} },
		"WeightTypedOut": func(t *rapid.T) Msg { return WeightTypedOut{on.Draw(t, "back")} },
		"UnitPointed": func(t *rapid.T) Msg {
			return UnitPointed{rapid.IntRange(-1, 3).Draw(t, "layer"), rapid.IntRange(-1, 9).Draw(t, "unit")}
		},
		"HandlePicked":  func(t *rapid.T) Msg { return HandlePicked{Handle(rapid.IntRange(0, 3).Draw(t, "handle"))} },
		"DragStarted":   func(t *rapid.T) Msg { return DragStarted{on.Draw(t, "dragged")} },
		"DragEnded":     func(*rapid.T) Msg { return DragEnded{} },
		"DragCancelled": func(*rapid.T) Msg { return DragCancelled{} },
		"CursorMoved":   func(t *rapid.T) Msg { return CursorMoved{rapid.IntRange(-5, 2000).Draw(t, "epoch")} },
		"PlayPressed":   func(t *rapid.T) Msg { return PlayPressed{on.Draw(t, "still")} },
		"SpeedChosen":   func(t *rapid.T) Msg { return SpeedChosen{rapid.IntRange(-1, 2000).Draw(t, "speed")} },
		"FramePassed": func(t *rapid.T) Msg {
			return FramePassed{rapid.IntRange(0, 3).Draw(t, "playback"), number.Draw(t, "seconds")}
		},
		"CodeTyped":     func(t *rapid.T) Msg { return CodeTyped{programs().Draw(t, "program")} },
		"CodeFixed":     func(t *rapid.T) Msg { return CodeFixed{rapid.IntRange(-1, 3).Draw(t, "problem")} },
		"CodeRewritten": func(*rapid.T) Msg { return CodeRewritten{} },
		"CodeTabChosen": func(t *rapid.T) Msg { return CodeTabChosen{CodeTab(rapid.IntRange(-1, CodeTabs).Draw(t, "tab"))} },
		"SliceChosen": func(t *rapid.T) Msg {
			return SliceChosen{rapid.IntRange(-1, 20).Draw(t, "i"), rapid.IntRange(-1, 20).Draw(t, "j")}
		},
		"SurfaceComputed": func(t *rapid.T) Msg {
			return SurfaceComputed{id.Draw(t, "id"), make([]float64, SurfaceSize*SurfaceSize)}
		},
		"StepTraceOpened":  func(t *rapid.T) Msg { return StepTraceOpened{on.Draw(t, "open")} },
		"StepPhaseChosen":  func(t *rapid.T) Msg { return StepPhaseChosen{rapid.IntRange(-1, 9).Draw(t, "phase")} },
		"StepPhaseMoved":   func(t *rapid.T) Msg { return StepPhaseMoved{on.Draw(t, "forward")} },
		"StepTraced":       func(t *rapid.T) Msg { return StepTraced{ID: id.Draw(t, "id"), Fresh: on.Draw(t, "fresh")} },
		"DigitTrained":     func(*rapid.T) Msg { return DigitTrained{} },
		"WhyOpened":        func(t *rapid.T) Msg { return WhyOpened{on.Draw(t, "open")} },
		"NoiseChosen":      func(t *rapid.T) Msg { return NoiseChosen{number.Draw(t, "deviation")} },
		"MultiStartOpened": func(t *rapid.T) Msg { return MultiStartOpened{on.Draw(t, "open")} },
		"MultiStartTried": func(t *rapid.T) Msg {
			return MultiStartTried{id.Draw(t, "id"), make([]MultiStartRun, 3), 1, on.Draw(t, "done")}
		},
		"RunSaved":   func(*rapid.T) Msg { return RunSaved{} },
		"RunRenamed": func(t *rapid.T) Msg { return RunRenamed{id.Draw(t, "id"), text.Draw(t, "name")} },
		"RunRemoved": func(t *rapid.T) Msg { return RunRemoved{id.Draw(t, "id")} },
		"SavedRetrained": func(t *rapid.T) Msg {
			run := Retraining{Saved: id.Draw(t, "kept"), Timeline: newTimeline([]float32{1, 2}), Done: on.Draw(t, "done")}
			return SavedRetrained{id.Draw(t, "id"), []Retraining{run}}
		},
		"FixChosen": func(t *rapid.T) Msg {
			return FixChosen{rapid.SampledFrom([]Fix{LowerRate, StandardizeX, UndoLast}).Draw(t, "remedy")}
		},
		"GuessTyped":        func(t *rapid.T) Msg { return GuessTyped{text.Draw(t, "text")} },
		"GuessGiven":        func(*rapid.T) Msg { return GuessGiven{} },
		"AnswerTyped":       func(t *rapid.T) Msg { return AnswerTyped{text.Draw(t, "text")} },
		"AnswerGiven":       func(*rapid.T) Msg { return AnswerGiven{} },
		"ChoiceMade":        func(t *rapid.T) Msg { return ChoiceMade{rapid.IntRange(-1, 4).Draw(t, "number")} },
		"StepEntered":       func(t *rapid.T) Msg { return StepEntered{on.Draw(t, "back")} },
		"StepButtonPressed": func(*rapid.T) Msg { return StepButtonPressed{} },
		"Resumed": func(t *rapid.T) Msg {
			return Resumed{rapid.SampledFrom([]string{"", "2,3;1:19:1:1:10000", "9,9", "x", "1,1;1:nan:1:1:1"}).Draw(t, "progress")}
		},
		"TourLeft": func(*rapid.T) Msg { return TourLeft{} },
		"DraftFound": func(t *rapid.T) Msg {
			return DraftFound{text.Draw(t, "text"), "First Neuron activity 1\nstep\ntext=One\nask=choice\nchoice"}
		},
		"MakerOpened":      func(t *rapid.T) Msg { return MakerOpened{on.Draw(t, "open")} },
		"ClassTyped":       func(t *rapid.T) Msg { return ClassTyped{text.Draw(t, "guesses")} },
		"MakerBegan":       func(t *rapid.T) Msg { return MakerBegan{on.Draw(t, "activity")} },
		"MakerBroughtBack": func(*rapid.T) Msg { return MakerBroughtBack{} },
		"MakerFileOpened": func(t *rapid.T) Msg {
			return MakerFileOpened{rapid.SampledFrom([]string{"", "First Neuron activity 1\nstep\ntext=Two\nstep\ngoal=loss"}).Draw(t, "text")}
		},
		"MakerFileRefused":   func(t *rapid.T) Msg { return MakerFileRefused{row.Draw(t, "size")} },
		"MakerStepChosen":    func(t *rapid.T) Msg { return MakerStepChosen{rapid.IntRange(-1, 4).Draw(t, "step")} },
		"MakerStepAdded":     func(t *rapid.T) Msg { return MakerStepAdded{on.Draw(t, "double")} },
		"MakerStepMoved":     func(t *rapid.T) Msg { return MakerStepMoved{on.Draw(t, "later")} },
		"MakerStepRemoved":   func(*rapid.T) Msg { return MakerStepRemoved{} },
		"MakerPageTaken":     func(t *rapid.T) Msg { return MakerPageTaken{on.Draw(t, "press"), on.Draw(t, "drop")} },
		"MakerTyped":         func(t *rapid.T) Msg { return makerTyped().Draw(t, "typed") },
		"MakerChoiceAdded":   func(*rapid.T) Msg { return MakerChoiceAdded{} },
		"MakerChoiceRemoved": func(t *rapid.T) Msg { return MakerChoiceRemoved{rapid.IntRange(-1, 6).Draw(t, "choice")} },
		"MakerLangChosen": func(t *rapid.T) Msg {
			return MakerLangChosen{rapid.SampledFrom([]string{"", "en", "ko"}).Draw(t, "lang")}
		},
		"MakerGoalAdded": func(t *rapid.T) Msg {
			return MakerGoalAdded{rapid.SampledFrom(append(MakerGoals(), "colour")).Draw(t, "kind")}
		},
		"MakerGoalTaken":    func(t *rapid.T) Msg { return MakerGoalTaken{rapid.IntRange(-1, 5).Draw(t, "goal")} },
		"MakerGoalRemoved":  func(t *rapid.T) Msg { return MakerGoalRemoved{rapid.IntRange(-1, 5).Draw(t, "goal")} },
		"MakerLayoutChosen": func(t *rapid.T) Msg { return MakerLayoutChosen{rapid.SampledFrom(Layouts).Draw(t, "layout").Name} },
		"MakerPartChosen": func(t *rapid.T) Msg {
			return MakerPartChosen{rapid.SampledFrom(Shown()).Draw(t, "part"), on.Draw(t, "lock"), on.Draw(t, "on")}
		},
		"ActivityFetched": func(t *rapid.T) Msg {
			return ActivityFetched{"own", "First Neuron activity 1\nstep\ntext=One\nset=w=1&b=2", on.Draw(t, "ok")}
		},
		"ShareOpened": func(t *rapid.T) Msg { return ShareOpened{on.Draw(t, "open")} },
		"ShareTyped": func(t *rapid.T) Msg {
			return ShareTyped{rapid.SampledFrom([]string{"title", "goal", "lang", "epochs"}).Draw(t, "key"), text.Draw(t, "text")}
		},
		"SharePartChosen": func(t *rapid.T) Msg {
			return SharePartChosen{rapid.SampledFrom([]string{"hide", "lock", "title"}).Draw(t, "key"), text.Draw(t, "part"), on.Draw(t, "on")}
		},
		"ShareWeightsChosen": func(t *rapid.T) Msg { return ShareWeightsChosen{on.Draw(t, "on")} },
		"PanelChosen": func(t *rapid.T) Msg {
			return PanelChosen{rapid.SampledFrom(append(experiment.PanelKeys(), "", experiment.AllPanels, "none")).Draw(t, "panel")}
		},
		"UnitsGiven":  func(*rapid.T) Msg { return UnitsGiven{} },
		"SkipPressed": func(*rapid.T) Msg { return SkipPressed{} },
		"LinkSettled": func(t *rapid.T) Msg {
			return LinkSettled{experiment.Default(), rapid.SampledFrom([]*experiment.Problem{nil, {Code: "link_too_long"}}).Draw(t, "problem"), on.Draw(t, "unwritten")}
		},
		"SnapshotFound": func(t *rapid.T) Msg {
			found, _ := EncodeSnapshot(Snapshot{
				Link: fragment.Draw(t, "link"), Experiment: experiment.Default(), Code: text.Draw(t, "code"), Paste: text.Draw(t, "paste"),
				Rows:     []SnapshotRow{{id.Draw(t, "at"), on.Draw(t, "known"), [experiment.MaxInputs]string{text.Draw(t, "x"), text.Draw(t, "x2")}, text.Draw(t, "y")}},
				Settings: []SnapshotSetting{{key.Draw(t, "key"), text.Draw(t, "text")}},
				Runs:     []SnapshotRun{{"a", experiment.Default()}},
			})
			return SnapshotFound{Text: found, Link: fragment.Draw(t, "fragment"), Wanted: on.Draw(t, "wanted")}
		},
		"ProgramRead":   func(t *rapid.T) Msg { return ProgramRead{ID: id.Draw(t, "id")} },
		"PasteRead":     func(t *rapid.T) Msg { return PasteRead{ID: id.Draw(t, "id")} },
		"SaveDoubted":   func(t *rapid.T) Msg { return SaveDoubted{"fit.svg", text.Draw(t, "text")} },
		"SaveDismissed": func(*rapid.T) Msg { return SaveDismissed{} },
		"SnapshotTaken": func(*rapid.T) Msg { return SnapshotTaken{} },
		"SnapshotLeft":  func(*rapid.T) Msg { return SnapshotLeft{} },
		"SnapshotKept": func(t *rapid.T) Msg {
			return SnapshotKept{rapid.SampledFrom([]*experiment.Problem{nil, {Code: CodeStorageFull}}).Draw(t, "problem")}
		},
		"FileOpened": func(t *rapid.T) Msg {
			return FileOpened{rapid.SampledFrom([]string{"", "First Neuron experiment 1\nepochs=7"}).Draw(t, "text")}
		},
		"HostOpened": func(t *rapid.T) Msg { return HostOpened{fragment.Draw(t, "fragment"), on.Draw(t, "keep")} },
		"HostChose":  func(t *rapid.T) Msg { return HostChose{key.Draw(t, "key"), text.Draw(t, "text")} },
		"SavePressed": func(t *rapid.T) Msg {
			return SavePressed{FileKind(rapid.IntRange(-1, 6).Draw(t, "kind")), "fit", text.Draw(t, "name")}
		},
		"CodeSavePressed": func(t *rapid.T) Msg {
			return CodeSavePressed{CodeTab(rapid.IntRange(-1, CodeTabs).Draw(t, "tab")), ".py", on.Draw(t, "notebook")}
		},
		"CopyPressed":     func(t *rapid.T) Msg { return CopyPressed{"box", text.Draw(t, "text")} },
		"TextCopied":      func(t *rapid.T) Msg { return TextCopied{"box", text.Draw(t, "text"), on.Draw(t, "ok")} },
		"ControlVanishes": func(*rapid.T) Msg { return ControlVanishes{[]string{"one", "another"}} },
		// Of a run that is over: the first has the number 1.
		"Progress": func(t *rapid.T) Msg {
			return Progress{Run: rapid.IntRange(-9, 0).Draw(t, "run"), Timeline: newTimeline(nil)}
		},
	}
}

// message draws a message of any type.
func message() *rapid.Generator[Msg] {
	drawn := generators()
	names := slices.Sorted(maps.Keys(drawn))
	return rapid.Custom(func(t *rapid.T) Msg { return drawn[rapid.SampledFrom(names).Draw(t, "type")](t) })
}
