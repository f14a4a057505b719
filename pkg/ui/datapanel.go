package ui

import (
	"strconv"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/dom"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

const (
	addPointID = "add-point"
	// rowsAtFirst is how many rows are drawn before "Show more"; rowsMore is
	// how many that adds. Thousands of boxes at once would freeze a phone.
	rowsAtFirst = 250
	rowsMore    = 500
	// ownData stands for "none of the examples" in the menu.
	ownData = "own"
)

// dataPanel is the learner's data: examples, the table of points, the paste box, the
// table that was read and waits for a choice.
type dataPanel struct {
	app.Compo

	Lang string
	// Set is where the points come from.
	Set  dataSet
	Rows []session.Row
	// Inputs is how many numbers describe the place of a point.
	Inputs  int
	Example string
	// Headings are the names of the columns of the table.
	Headings []string
	Columns  columnNames
	// Normalizer is whether the model normalizes the inputs.
	Normalizer normalizer
	Paste      session.Draft
	File       session.Draft
	Problem    *experiment.Problem
	// Import is the table that waits, nil for none; Loaded what was read last, Reading
	// whether a long text is being read.
	Import  *session.Import
	Loaded  *session.Loaded
	Reading bool
	// Locked is set when the points are, ExampleLocked when the example is.
	Locked, ExampleLocked bool
	// Highlighted and Selected are rows, as on the chart; 0 is none.
	Highlighted, Selected int

	shown int // rows drawn, once more than rowsAtFirst
}

func newDataPanel(lang string, s session.Session) *dataPanel {
	return &dataPanel{
		Lang: lang, Set: newDataSet(lang, s), Rows: s.Rows, Inputs: max(s.Experiment.Inputs, 1), Example: s.Experiment.Example, Headings: s.Experiment.ColumnNames(), Columns: columnNamesOf(s), Normalizer: normalizerOf(s),
		Paste: s.Paste, File: s.DataFile, Problem: s.DataProblem(),
		Import: s.Import, Loaded: s.LoadedNow(), Reading: s.ReadsData(),
		Highlighted: s.Highlighted, Selected: s.Selected,
		Locked: s.Experiment.Locks(experiment.DataPart), ExampleLocked: s.ExamplesLocked(),
	}
}

func (d *dataPanel) Render() app.UI {
	text := i18n.For(d.Lang).Text
	section := app.Elem("section").Class("panel data").Aria("labelledby", "data-title")
	if !d.Locked {
		section = section.On("dragover", onDragOver).On("drop", onDrop)
	}
	return section.Body(
		app.Elem("h2").ID("data-title").Text(text("data.title")),
		d.examples(),
		d.Set.controls(),
		d.table(),
		d.Columns.fields(d.Lang, d.Locked),
		d.Normalizer.controls(d.Lang, d.Locked),
		app.P().Class("error").Role("alert").Text(widget.ProblemText(d.Lang, d.Problem)),
		app.Div().Class("buttons").Body(
			app.Button().ID(addPointID).Type("button").Disabled(d.Locked).Text(text("data.add")).
				OnClick(widget.Sends(session.PointAdded{})),
		),
		app.If(!d.Locked, func() app.UI {
			return app.Div().Class("incoming").Body(
				&pasteBox{Lang: d.Lang, Text: d.Paste.Text, Problem: d.Paste.Problem},
				dataFile(d.Lang, d.File),
				&importStatus{Lang: d.Lang, Import: d.Import, Loaded: d.Loaded, Reading: d.Reading},
				app.If(d.Import != nil, func() app.UI { return &importView{Lang: d.Lang, Import: d.Import} }),
			)
		}),
	)
}

func (d *dataPanel) examples() app.UI {
	text := i18n.For(d.Lang).Text
	choices := make([]widget.Choice, 0, len(experiment.Examples())+1)
	value := ownData
	for _, example := range experiment.Examples() {
		choices = append(choices, widget.Choice{Value: example.Name, Label: text("example." + example.Name)})
		if example.Name == d.Example {
			value = example.Name
		}
	}
	if value == ownData {
		choices = append(choices, widget.Choice{Value: ownData, Label: text("example.own")})
	}
	return widget.SelectBox("example", text("data.example"), value, choices, d.ExampleLocked, func(ctx app.Context, _ app.Event) {
		widget.Send(ctx, session.ExampleChosen{Name: dom.ControlText(ctx)})
	})
}

func (d *dataPanel) table() app.UI {
	text := i18n.For(d.Lang).Text
	shown := min(len(d.Rows), max(d.shown, rowsAtFirst))
	return app.Div().Class("points").Body(
		app.Elem("table").Aria("label", text("data.table")).Body(
			app.Elem("thead").Body(app.Elem("tr").Body(
				app.Elem("th").Attr("scope", "col").Class("number").Text("#"),
				app.Range(d.Headings).Slice(func(i int) app.UI { return app.Elem("th").Attr("scope", "col").Text(d.Headings[i]) }),
				app.Elem("th").Attr("scope", "col").Body(app.Elem("span").Class("visually-hidden").Text(text("data.actions"))),
			)),
			app.Elem("tbody").Body(
				app.Range(d.Rows[:shown]).Slice(func(i int) app.UI {
					return &pointRow{
						Lang: d.Lang, Number: i + 1, Row: d.Rows[i], Inputs: d.Inputs, Locked: d.Locked,
						Highlighted: d.Rows[i].ID == d.Highlighted, Selected: d.Rows[i].ID == d.Selected,
					}
				}),
			),
		),
		app.If(shown < len(d.Rows), func() app.UI {
			return app.Button().Type("button").Class("quiet").OnClick(d.showMore).
				Text(text("data.more", "left", strconv.Itoa(len(d.Rows)-shown)))
		}),
	)
}

func (d *dataPanel) showMore(ctx app.Context, _ app.Event) {
	before := max(d.shown, rowsAtFirst)
	d.shown = before + rowsMore
	if before < len(d.Rows) {
		widget.Refocus(ctx, rowBoxID(d.Rows[before].ID, session.X))
	}
}

// pointRow is one point of the table.
type pointRow struct {
	app.Compo

	Lang   string
	Number int
	Row    session.Row
	Inputs int
	Locked bool

	Highlighted, Selected bool
}

var _ app.DismountEnforcer = (*pointRow)(nil)

// CompoID keeps the boxes with their point when rows above it go.
func (r *pointRow) CompoID() string { return strconv.Itoa(r.Row.ID) }

func (r *pointRow) Render() app.UI {
	text := i18n.For(r.Lang).Text
	number, axes := strconv.Itoa(r.Number), session.Columns(r.Inputs)
	class := "row"
	if r.Highlighted {
		class += " lit"
	}
	if r.Selected {
		class += " selected"
	}
	return app.Elem("tr").Class(class).
		On("pointerenter", r.onHighlight).On("pointerleave", onUnhighlight).On("focusin", r.onHighlight).On("focusout", onUnhighlight).Body(
		app.Elem("td").Class("number").Text(number),
		app.Range(axes).Slice(func(i int) app.UI { return r.box(axes[i]) }),
		app.Elem("td").Body(
			app.Button().ID("delete-"+strconv.Itoa(r.Row.ID)).Type("button").Class("icon").Disabled(r.Locked).
				Aria("label", text("data.delete", "number", number)).
				OnClick(r.onDelete).Text("×"),
		),
	)
}

func (r *pointRow) box(axis session.Axis) app.UI {
	id, draft := rowBoxID(r.Row.ID, axis), r.Row.At(axis)
	message := widget.ProblemText(r.Lang, draft.Problem)
	return app.Elem("td").Body(
		&widget.TextBox{
			ID: id, Target: pointTarget{Row: r.Row.ID, Axis: axis},
			Name: i18n.For(r.Lang).Text("data.value_of", "name", axis.Letter(r.Inputs), "number", strconv.Itoa(r.Number)), Text: draft.Text, Error: message, Locked: r.Locked,
		},
		widget.ErrorText(id, message),
	)
}

func (r *pointRow) onHighlight(ctx app.Context, _ app.Event) {
	widget.Send(ctx, session.PointHighlighted{Row: r.Row.ID})
}

func onUnhighlight(ctx app.Context, _ app.Event) { widget.Send(ctx, session.PointHighlighted{}) }

func (r *pointRow) onDelete(ctx app.Context, _ app.Event) {
	widget.Send(ctx, session.PointDeleted{Row: r.Row.ID})
}

// pointTarget is a coordinate of a row.
type pointTarget struct {
	Row  int
	Axis session.Axis
}

func (t pointTarget) Typed(text string) session.Msg {
	return session.PointTyped{Row: t.Row, Axis: t.Axis, Text: text}
}

func (t pointTarget) Left() session.Msg { return session.PointLeft{Row: t.Row} }

// rowBoxID is the element ID of one box of the table.
func rowBoxID(row int, axis session.Axis) string {
	number := strconv.Itoa(row)
	switch axis {
	case session.X:
		return "x-" + number
	case session.Y:
		return "y-" + number
	}
	return "x" + strconv.Itoa(int(axis)+1) + "-" + number
}
