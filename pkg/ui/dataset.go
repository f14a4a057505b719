package ui

import (
	"math"
	"strconv"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/dataset"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/dom"
	"firstneuron/pkg/ui/format"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

const (
	setNoiseID     = "noise-of-set"
	trainingPartID = "training-part"
	// inputsChoice begins the menu's values for points with a number of inputs.
	inputsChoice = "inputs-"
	// usualNoise is the largest noise of the slider, unless a link brings more.
	usualNoise = 50

	regressionTask     = "regression"
	classificationTask = "classification"
)

// dataSet chooses where the points come from, and of two inputs what y is, how much
// noise there is and how many of the points are trained on.
type dataSet struct {
	Lang   string
	Inputs int
	Recipe dataset.Recipe
	// Part is how many percent of the points are trained on, Trained how many those are.
	Part           float64
	Trained, Count int
	// Classification is set where y is a class, or is said to be; Classes is how many.
	Classification bool
	Classes        session.Draft
	// Fixed is set where another set would change something locked, Locked and
	// SetupLocked where the points, or the training, are.
	Fixed, Locked, SetupLocked bool
}

func newDataSet(lang string, s session.Session) dataSet {
	e := s.Experiment
	classes := s.Setting("classes")
	return dataSet{
		Lang: lang, Inputs: max(e.Inputs, 1), Recipe: e.Recipe,
		Part: s.TrainingPart(), Trained: len(e.Points) - e.ValidationPoints(), Count: len(e.Points),
		Classification: e.Classes != 0 || classes.Problem != nil, Classes: classes,
		Fixed: s.ExamplesLocked(), Locked: e.Locks(experiment.DataPart), SetupLocked: e.Locks(experiment.SetupPart),
	}
}

// controls shows the choices.
func (d dataSet) controls() app.UI {
	// What there is of two inputs only stands in a place of its own.
	return app.Div().Class("data-set").Body(
		d.sets(),
		app.Div().Body(app.If(d.Inputs > 1 || d.Classification, d.task)),
		app.Div().Body(app.If(d.Inputs > 1, d.more)),
	)
}

// sets is the menu: own points, the sets, and points with another number of inputs.
func (d dataSet) sets() app.UI {
	text := i18n.For(d.Lang).Text
	choices := []widget.Choice{{Value: ownData, Label: text("set.own")}}
	for _, set := range dataset.Sets() {
		choices = append(choices, widget.Choice{Value: set.Name, Label: text("set." + set.Name)})
	}
	for inputs := 1; inputs <= experiment.MaxInputs; inputs++ {
		if n := strconv.Itoa(inputs); inputs != d.Inputs {
			choices = append(choices, widget.Choice{Value: inputsChoice + n, Label: text("set.inputs_" + n)})
		}
	}
	value := d.Recipe.Set
	if value == "" {
		value = ownData
	}
	return widget.SelectBox("data-set", text("set.title"), value, choices, d.Fixed, func(ctx app.Context, _ app.Event) {
		widget.Send(ctx, chosenSet(dom.ControlText(ctx)))
	})
}

// chosenSet is what a choice of the menu asks for.
func chosenSet(value string) session.Msg {
	if value == ownData {
		return session.OwnPointsChosen{}
	}
	for inputs := 1; inputs <= experiment.MaxInputs; inputs++ {
		if value == inputsChoice+strconv.Itoa(inputs) {
			return session.InputsChosen{Inputs: inputs}
		}
	}
	return session.DataSetChosen{Name: value}
}

// task chooses what y is: a number, or one of so many classes.
func (d dataSet) task() app.UI {
	text := i18n.For(d.Lang).Text
	value := regressionTask
	if d.Classification {
		value = classificationTask
	}
	return app.Div().Class("fields").Body(
		widget.SelectBox(settingID(session.TaskKey), text("set.task"), value, []widget.Choice{
			{Value: regressionTask, Label: text("set.regression")}, {Value: classificationTask, Label: text("set.classification")},
		}, d.Fixed, func(ctx app.Context, _ app.Event) {
			widget.Send(ctx, session.TaskChosen{Classification: dom.ControlText(ctx) == classificationTask})
		}),
		app.Div().Body(app.If(d.Classification, func() app.UI {
			return settingField(d.Lang, "classes", text("set.classes"), d.Classes, d.Fixed)
		})),
	)
}

// more are the noise of a set, the part that is trained on, and other points.
func (d dataSet) more() app.UI {
	text := i18n.For(d.Lang).Text
	own := d.Recipe.Set == ""
	return app.Div().Class("fields").Body(
		slid(setNoiseID, text("set.noise"), &widget.Slider{
			ID: setNoiseID, Target: setNoiseSlid{}, Max: max(usualNoise, math.Ceil(d.Recipe.Noise)), Step: 5, Value: d.Recipe.Noise,
			Text: text("set.percent", "percent", format.Plain(d.Recipe.Noise)), Disabled: d.Locked || own,
		}),
		slid(trainingPartID, text("set.part"), &widget.Slider{
			ID: trainingPartID, Target: partSlid{}, Min: 10, Max: 100, Step: 10, Value: d.Part,
			Text:     text("set.trained", "percent", format.Plain(d.Part), "trained", strconv.Itoa(d.Trained), "count", strconv.Itoa(d.Count)),
			Disabled: d.SetupLocked,
		}),
		app.Button().ID("new-data").Type("button").Disabled(d.Locked || own).Text(text("set.new")).OnClick(widget.Sends(session.NewDataAsked{})),
	)
}

// slid is a slider under its name, with its value in words beside it.
func slid(id, name string, slider *widget.Slider) app.UI {
	return app.Div().Class("field slid").Body(
		app.Elem("label").Attr("for", id).Text(name),
		slider,
		app.Elem("span").Class("hint").Aria("hidden", "true").Text(slider.Text),
	)
}

// setNoiseSlid is the noise of a set, in percent.
type setNoiseSlid struct{}

func (setNoiseSlid) Slid(value float64) session.Msg { return session.NoiseSlid{Noise: value} }

func (setNoiseSlid) Taken() session.Msg { return session.SettingLeft{Key: "set"} }

// partSlid is how many percent of the points are trained on.
type partSlid struct{}

func (partSlid) Slid(value float64) session.Msg { return session.TrainingPartSlid{Percent: value} }

func (partSlid) Taken() session.Msg { return session.SettingLeft{Key: "validation"} }
