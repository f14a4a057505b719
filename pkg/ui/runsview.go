package ui

import (
	"strconv"
	"strings"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/dom"
	"firstneuron/pkg/ui/format"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// runsView is the table that compares the current run with the saved ones.
type runsView struct {
	app.Compo

	Lang string
	Runs []raceRun
}

// raceRun is one line of the table, as texts.
type raceRun struct {
	// ID is 0 for the current run.
	ID int
	// Plain is the name of a run that the learner has not named.
	Name, Plain                    string
	Optimizer, Rate, Batch, Epochs string
	Epoch, Loss, Predicted         string
	State                          string
}

func newRunsView(lang string, s session.Session) *runsView {
	v := &runsView{Lang: lang}
	text := i18n.For(lang).Text
	add := func(id int, name string, e experiment.Experiment, shown session.Record, state string) {
		run := raceRun{
			ID: id, Name: name, Optimizer: optimizerLabel(e.Optimizer.Name), Rate: e.Value("lr"), Batch: e.Value("batch"), Epochs: e.Value("epochs"),
			Epoch: strconv.Itoa(shown.Epoch), Loss: "–", Predicted: "–", State: state,
		}
		if shown.Logged() {
			run.Loss = format.Loss(shown.Loss)
		}
		if ys := s.PredictAt(shown.Params, s.Experiment.Predict); len(ys) == 1 {
			run.Predicted = predicted(s.Experiment, ys[0])
		}
		v.Runs = append(v.Runs, run)
	}
	state := ""
	switch s.Run.Phase {
	case session.Diverged:
		state = text("runs.diverged")
	case session.Running:
		state = text("runs.running")
	}
	add(0, text("runs.now"), s.Experiment, s.Shown(), state)
	for _, k := range s.SavedRuns {
		state := ""
		switch {
		case k.Running:
			state = text("runs.running")
		case k.Diverged:
			state = text("runs.diverged")
		}
		add(k.ID, k.Name, k.Experiment, k.Shown(s.Cursor), state)
		v.Runs[len(v.Runs)-1].Plain = k.PlainName()
	}
	return v
}

func (v *runsView) Render() app.UI {
	text := i18n.For(v.Lang).Text
	names := []string{
		text("runs.name"), text("setup.optimizer"), text("setup.rate"), text("setup.batch"),
		text("timeline.epoch"), text("loss.axis"), text("prediction.output"),
	}
	return app.Div().Class("numbers scrolls").TabIndex(0).Role("group").Aria("label", text("runs.title")).Body(
		app.Elem("table").Aria("label", text("runs.title")).Body(
			app.Elem("thead").Body(app.Elem("tr").Body(
				app.Range(names).Slice(func(i int) app.UI { return app.Elem("th").Attr("scope", "col").Text(names[i]) }),
			)),
			app.Elem("tbody").Body(app.Range(v.Runs).Slice(func(i int) app.UI { return v.row(i, v.Runs[i]) })),
		),
	)
}

func (v *runsView) row(i int, run raceRun) app.UI {
	text := i18n.For(v.Lang).Text
	number := strconv.Itoa(i)
	class, name := "mark-line", app.UI(app.Elem("span").Text(run.Name))
	remove := app.UI(app.Elem("span"))
	if run.ID != 0 {
		class = widget.RunClass(i - 1)
		name = app.Input().Type("text").Aria("label", text("runs.name_of", "number", number)).Value(run.Name).
			OnChange(widget.Scoped(run.onRename, run.ID, run.Plain))
		remove = app.Button().ID(removeRunID(i)).Type("button").Class("icon").Text("×").
			Aria("label", text("runs.remove_of", "number", number)).
			OnClick(widget.Scoped(func(ctx app.Context, _ app.Event) {
				widget.Send(ctx, session.RunRemoved{ID: run.ID})
				widget.Refocus(ctx, removeRunID(i-1), keepRunID, trainID)
			}, run.ID, i))
	}
	loss := run.Loss
	if run.State != "" {
		loss += " " + run.State
	}
	swatch := widget.SVG("svg").Class("swatch").Attr("viewBox", "0 0 22 12").Aria("hidden", "true").Body(
		widget.SVG("line").Class(class).Attr("x1", "1").Attr("y1", "6").Attr("x2", "21").Attr("y2", "6"))
	epoch := text("runs.epoch", "epoch", run.Epoch, "epochs", run.Epochs)
	cells := []string{run.Optimizer, run.Rate, run.Batch, epoch, loss, run.Predicted}
	return app.Elem("tr").Body(
		app.Elem("td").Class("name").Body(swatch, name, remove),
		app.Range(cells).Slice(func(i int) app.UI { return app.Elem("td").Text(cells[i]) }),
	)
}

// onRename gives the run the name that the learner typed. If it is empty, the plain
// name is written into the box here: go-app sees no change when it was the plain
// name before.
func (r raceRun) onRename(ctx app.Context, _ app.Event) {
	name := dom.ControlText(ctx)
	if strings.TrimSpace(name) == "" {
		dom.SetControlText(ctx, r.Plain)
	}
	widget.Send(ctx, session.RunRenamed{ID: r.ID, Name: name})
}

// removeRunID is the element ID of the button that removes the i-th kept run.
func removeRunID(i int) string { return "remove-run-" + strconv.Itoa(i) }
