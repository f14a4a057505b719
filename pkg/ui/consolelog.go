package ui

import (
	"slices"

	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/dom"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

const consoleID = "console"

// consoleLog shows the output of the program. The line of an epoch is a button that
// shows this epoch in every view.
type consoleLog struct {
	app.Compo

	Lang    string
	Entries []session.ConsoleEntry
	// Shown is the epoch that every view shows, -1 for the latest.
	Shown int
}

func newConsoleLog(lang string, s session.Session) *consoleLog {
	return &consoleLog{Lang: lang, Entries: s.Console(), Shown: s.Cursor}
}

func (c *consoleLog) Render() app.UI {
	text := i18n.For(c.Lang).Text
	lit := c.nearest()
	return app.Elem("section").Class("panel console").Aria("labelledby", "console-title").Body(
		app.Elem("h2").ID("console-title").Text(text("console.title")),
		// Not live: a screen reader would read every line. The training status is.
		app.Div().ID(consoleID).Class("log").Role("log").Aria("labelledby", "console-title").Aria("live", "off").
			TabIndex(0).OnKeyDown(c.onKey).Body(app.Div().Body(
			app.Range(c.Entries).Slice(func(i int) app.UI {
				entry := c.Entries[i]
				if entry.Epoch < 0 {
					return app.Div().Class("entry").Lang(i18n.English).Attr("translate", "no").Text(entry.Text)
				}
				button := app.Button().Type("button").Class("entry").Lang(i18n.English).Attr("translate", "no").TabIndex(-1).
					Text(entry.Text).OnClick(widget.Sends(session.CursorMoved{Epoch: entry.Epoch}))
				if i == lit {
					return button.Aria("current", "true")
				}
				return button
			}),
		)),
		app.P().Class("hint").Text(c.hint()),
	)
}

func (c *consoleLog) hint() string {
	if len(c.Entries) == 0 {
		return i18n.For(c.Lang).Text("console.none")
	}
	return i18n.For(c.Lang).Text("console.hint")
}

// nearest is the entry of the epoch that is shown, or the last one before it;
// -1 for none.
func (c *consoleLog) nearest() int {
	lit := -1
	for i, entry := range c.Entries {
		if c.Shown >= 0 && entry.Epoch >= 0 && entry.Epoch <= c.Shown {
			lit = i
		}
	}
	return lit
}

// onKey goes from one epoch's line to the next.
func (c *consoleLog) onKey(ctx app.Context, e app.Event) {
	step := map[string]int{"ArrowUp": -1, "ArrowDown": 1}[dom.Key(e).Name]
	epochs := make([]int, 0, len(c.Entries))
	for _, entry := range c.Entries {
		if entry.Epoch >= 0 {
			epochs = append(epochs, entry.Epoch)
		}
	}
	if step == 0 || len(epochs) == 0 {
		return
	}
	e.PreventDefault()
	widget.Send(ctx, session.CursorMoved{Epoch: beside(epochs, c.Shown, step)})
}

// beside returns the epoch of the line one step from the epoch shown, -1 for the
// latest. An epoch without a line of its own lies between two lines.
func beside(epochs []int, shown, step int) int {
	at := len(epochs) - 1
	if shown >= 0 {
		var found bool
		if at, found = slices.BinarySearch(epochs, shown); !found && step > 0 {
			at--
		}
	}
	return epochs[min(max(at+step, 0), len(epochs)-1)]
}
