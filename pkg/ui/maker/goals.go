package maker

import (
	"strconv"
	"strings"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// goals are what is to be reached in the step, as sentences with boxes.
func (d *Dialog) goals() app.UI {
	text := i18n.For(d.Lang).Text
	step := d.Draft.Steps[d.Step]
	return app.Elem("fieldset").Body(
		app.Elem("legend").Text(text("maker.reaches")),
		app.Elem("ul").Class("goal-list").Aria("label", text("maker.goals")).Body(
			app.Range(step.Goals).Slice(func(i int) app.UI { return d.goal(i, step.Goals[i]) }),
		),
		app.Div().Class("buttons").Role("group").Aria("label", text("maker.goal_add")).Body(
			app.P().Class("hint").Text(text("maker.goal_add")),
			app.Range(d.Goals).Slice(func(i int) app.UI {
				kind := d.Goals[i]
				name := text("maker.add_" + string(kind))
				return app.Button().Type("button").Disabled(len(step.Goals) >= experiment.MaxGoals).Aria("label", text("maker.add_goal", "goal", name)).Text(name).
					OnClick(widget.Sends(session.MakerGoalAdded{Kind: kind}))
			}),
		),
		d.flag(session.FreeField, text("maker.free"), step.Next == experiment.WhenPressed),
	)
}

// goal is one goal: its sentence, a button that takes its numbers from the page, and one
// that removes it.
func (d *Dialog) goal(i int, goal experiment.Goal) app.UI {
	text, number := i18n.For(d.Lang).Text, strconv.Itoa(i+1)
	values := map[string]string{}
	for name, value := range session.GoalNumbers(&goal) {
		values[name] = experiment.FormatNumber(*value)
	}
	values[session.WithinNumber] = ""
	if goal.Within > 0 {
		values[session.WithinNumber] = strconv.Itoa(goal.Within)
	}
	var problem *experiment.Problem
	box := func(name string) app.UI {
		field := session.GoalField + "." + strconv.Itoa(i) + "." + name
		if draft, ok := d.Drafts[field]; ok {
			problem = draft.Problem
		}
		return d.numberBox(field, text("maker.number_"+name, "number", number), values[name])
	}
	key := "maker.goal_" + string(goal.Kind)
	if goal.Kind == experiment.PredictGoal && d.Inputs > 1 {
		key = "maker.goal_predict_plane"
	}
	said := sentence(text(key), box)
	return app.Elem("li").Body(
		app.Div().Class("sentence").Body(said...),
		app.Div().Class("buttons").Body(
			app.Div().Body(app.If(goal.Kind != experiment.DivergeGoal, func() app.UI {
				return app.Button().Type("button").Class("quiet").Aria("label", text("maker.goal_take", "number", number)).Text(text("maker.from_page")).
					OnClick(widget.Sends(session.MakerGoalTaken{Goal: i}))
			})),
			app.Button().Type("button").Class("icon").Aria("label", text("maker.goal_remove", "number", number)).Text("×").
				OnClick(widget.Sends(session.MakerGoalRemoved{Goal: i})),
		),
		app.P().Class("error").Text(widget.ProblemText(d.Lang, problem)),
	)
}

// sentence lays a message out with a box in the place of each of its placeholders.
func sentence(message string, box func(name string) app.UI) []app.UI {
	var drawn []app.UI
	for message != "" {
		before, rest, opened := strings.Cut(message, "{")
		if before != "" {
			drawn = append(drawn, app.Span().Text(strings.TrimSpace(before)))
		}
		name, after, closed := strings.Cut(rest, "}")
		if !opened || !closed {
			break
		}
		drawn = append(drawn, box(name))
		message = after
	}
	return drawn
}
