package ui

import (
	"strconv"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/paste"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/dom"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

const (
	importQuestionID = "import-answer-1"
	importXID        = "import-x"
	// previewRows is how many rows of a table are shown.
	previewRows = 6
)

// importStatus says what is read, in a region that a screen reader speaks.
type importStatus struct {
	app.Compo

	Lang    string
	Import  *session.Import
	Loaded  *session.Loaded
	Reading bool
}

func (v *importStatus) Render() app.UI {
	text := i18n.For(v.Lang).Text
	said := ""
	var notes []*experiment.Problem
	switch {
	case v.Reading:
		said = text("import.reading")
	case v.Import != nil && v.Import.Table.Question != nil:
		said = text("import.asks")
	case v.Import != nil:
		said = text("import.choose", "count", strconv.Itoa(len(v.Import.Points)))
		notes = v.Import.Notes()
	case v.Loaded != nil && v.Loaded.X != "" && v.Loaded.Y != "":
		said = text("import.loaded", "count", strconv.Itoa(len(v.Loaded.Points)), "x", v.Loaded.X, "y", v.Loaded.Y)
		notes = v.Loaded.Notes
	case v.Loaded != nil:
		said = text("import.loaded_plain", "count", strconv.Itoa(len(v.Loaded.Points)))
		notes = v.Loaded.Notes
	}
	return app.Div().Class("import-status").Role("status").Aria("label", text("import.status")).Body(
		app.If(said != "", func() app.UI { return paragraph(said) }),
		app.Range(notes).Slice(func(i int) app.UI { return app.P().Class("hint").Text(widget.ProblemText(v.Lang, notes[i])) }),
	)
}

// importView is the table that was read and waits: for the answer to a question about
// its notation, or for the choice of x and y.
type importView struct {
	app.Compo

	Lang   string
	Import *session.Import
}

func (v *importView) Render() app.UI {
	text := i18n.For(v.Lang).Text
	question := v.Import.Table.Question
	return app.Div().Class("import").Role("group").Aria("labelledby", "import-title").Body(
		app.Elem("h3").ID("import-title").Text(text("import.title")),
		app.If(question != nil, func() app.UI { return v.question(*question) }),
		app.If(len(v.Import.Table.Columns) > 0, v.preview),
		app.If(question == nil, v.choice),
		app.Div().Class("buttons").Body(
			app.If(question == nil, v.use),
			app.Button().ID("import-leave").Type("button").Class("quiet").Text(text("import.leave")).OnClick(widget.Sends(session.ImportLeft{})),
		),
	)
}

// name is the name of a column, or its number.
func (v *importView) name(column int) string {
	if name := v.Import.Table.Columns[column].Name; name != "" {
		return experiment.Quote(name)
	}
	return i18n.For(v.Lang).Text("import.column", "number", strconv.Itoa(column+1))
}

func (v *importView) question(q paste.Question) app.UI {
	text := i18n.For(v.Lang).Text
	column := q.Column
	if column == "" {
		column = text("import.title")
	}
	answer := func(i int) app.UI {
		label := q.Readings[i]
		if q.Kind == paste.RowsQuestion || q.Kind == paste.HeadingQuestion {
			label = text("import.answer."+q.Kind+"."+strconv.Itoa(i+1), "reading", label)
		}
		return app.Button().ID("import-answer-" + strconv.Itoa(i+1)).Type("button").Text(label).
			OnClick(widget.Sends(session.ImportAnswered{Answer: i}))
	}
	return app.Div().Class("question").Role("group").Aria("labelledby", "import-question").Body(
		app.P().ID("import-question").Text(text("import.question."+q.Kind, "text", q.Text, "column", column)),
		app.Div().Class("answers").Body(answer(0), answer(1)),
	)
}

// preview shows the first rows as they were written.
func (v *importView) preview() app.UI {
	table := v.Import.Table
	names := make([]string, len(table.Columns))
	for i := range names {
		names[i] = v.name(i)
	}
	rows := make([][]string, min(table.Rows, previewRows))
	for r := range rows {
		rows[r] = make([]string, len(table.Columns))
		for c, column := range table.Columns {
			rows[r][c] = experiment.Quote(column.Cell(r))
		}
	}
	return numberTable(i18n.For(v.Lang).Text("import.rows", "rows", strconv.Itoa(table.Rows)), names, rows)
}

// choice lets the learner choose the columns of x and y.
func (v *importView) choice() app.UI {
	text := i18n.For(v.Lang).Text
	var columns []widget.Choice
	for _, i := range v.Import.Table.Choices() {
		columns = append(columns, widget.Choice{Value: strconv.Itoa(i), Label: v.name(i)})
	}
	var labels []widget.Choice
	for _, i := range v.Import.Table.Labels() {
		labels = append(labels, widget.Choice{Value: strconv.Itoa(i), Label: v.name(i)})
	}
	box := func(id, label string, axis session.Axis, column int, columns []widget.Choice) app.UI {
		return widget.SelectBox(id, label, strconv.Itoa(column), columns, false, func(ctx app.Context, _ app.Event) {
			if column, err := strconv.Atoi(dom.ControlText(ctx)); err == nil {
				widget.Send(ctx, session.ImportChosen{Axis: axis, Column: column})
			}
		})
	}
	first := "import.x"
	if v.Import.Inputs() > 1 {
		first = "import.x1"
	}
	return app.Div().Class("fields").Body(
		box(importXID, text(first), session.X, v.Import.X, columns),
		app.If(len(columns) > 2, func() app.UI {
			none := widget.Choice{Value: "-1", Label: text("import.no_x2")}
			return box("import-x2", text("import.x2"), session.X2, v.Import.X2, append([]widget.Choice{none}, columns...))
		}),
		box("import-y", text("import.y"), session.Y, v.Import.Y, labels),
		app.P().Class("error").Role("alert").Text(widget.ProblemText(v.Lang, v.Import.Problem)),
	)
}

func (v *importView) use() app.UI {
	text := i18n.For(v.Lang).Text
	label := text("import.use", "count", strconv.Itoa(len(v.Import.Points)))
	if len(v.Import.Points) == 0 {
		label = text("import.none")
	}
	return app.Button().ID("import-use").Type("button").Class("primary").Disabled(len(v.Import.Points) == 0).Text(label).
		OnClick(widget.Sends(session.ImportUsed{}))
}
