package ui

import (
	"strings"
	"unicode/utf16"

	"firstneuron/pkg/experiment/script"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/dom"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

const (
	codeID         = "code"
	codeProblemsID = "code-problems"

	// maxListed is how many lines there may be for a listing behind the letters:
	// each is an element, which is looked at again at every key. So is each word and
	// each number, of which maxListedSize bounds how many there are.
	maxListed     = 1000
	maxListedSize = 32 << 10
	// plainRows is how high the textarea is that stands without a listing. Were
	// it as high as its text, the browser would lay all of it out at every key.
	plainRows = 20
)

// listed reports whether a program has a listing behind its letters. A longer
// one is shown in plain letters.
func listed(text string) bool {
	return len(text) <= maxListedSize && strings.Count(text, "\n") < maxListed
}

// codeEditor shows the program in a plain textarea with transparent letters; the
// letters that one sees belong to the coloured listing behind it. The Tab key
// leaves the textarea, and browsers and screen readers treat it as any other.
type codeEditor struct {
	app.Compo

	Lang        string
	Text        string
	First, Last int
	Wrong       []int
	// Invalid is set when the program cannot be used, Explained when there is
	// something to say about it.
	Invalid, Explained bool
	Locked             bool
	// Dragging leaves the textarea as it is, under a listing that follows: each
	// text of its own would make the browser lay the page out once more.
	Dragging bool

	sync  widget.InputSync
	first string // the text it is made with, which go-app writes
}

var _ app.Updater = (*codeEditor)(nil)

// OnUpdate writes the text into the element itself: go-app would write it over
// a letter whose event is on its way.
func (e *codeEditor) OnUpdate(ctx app.Context) {
	if e.Dragging {
		return
	}
	ctx.Defer(func(app.Context) { e.sync.Write(dom.ByID(codeID), e.Text) })
}

func (e *codeEditor) Render() app.UI {
	text := i18n.For(e.Lang).Text
	if e.first == "" {
		e.first = e.Text
		e.sync.Begin(e.Text)
	}
	class, rows, behind := "letters", strings.Count(e.Text, "\n")+1, listed(e.Text)
	if !behind {
		class, rows = "letters plain", plainRows
	}
	box := app.Textarea().ID(codeID).Class(class).Lang(i18n.English).Attr("translate", "no").
		Spellcheck(false).Attr("autocapitalize", "off").Attr("autocomplete", "off").Attr("wrap", "off").
		Rows(rows).
		MaxLength(script.MaxSize+1). // one more, so that a longer text is told and not cut in silence
		Aria("label", text("code.editor")).
		Text(e.first).
		OnInput(e.onInput).On("paste", e.onPaste).OnKeyUp(e.onCaret).OnClick(e.onCaret).OnFocus(e.onCaret).OnBlur(widget.Sends(session.LineHighlighted{}))
	if e.Locked {
		box = box.ReadOnly(true)
	}
	if e.Invalid {
		box = box.Aria("invalid", "true")
	}
	if e.Explained {
		box = box.Aria("describedby", codeProblemsID)
	}
	return app.Div().Class("editor").Body(
		app.Div().Class("behind").Aria("hidden", "true").Body(app.If(behind, func() app.UI {
			return &codeListing{Code: e.Text, Comment: "#", First: e.First, Last: e.Last, Wrong: e.Wrong}
		})),
		box,
	)
}

func (e *codeEditor) onInput(ctx app.Context, _ app.Event) {
	e.sync.Tell(ctx, func(text string) session.Msg { return session.CodeTyped{Text: text} })
}

// onPaste refuses a text that is too long before the browser lays it out.
func (e *codeEditor) onPaste(ctx app.Context, event app.Event) {
	if size, lines := dom.Pasted(event, script.MaxSize); size > script.MaxSize || lines > session.MaxPastedLines {
		event.PreventDefault()
		widget.Send(ctx, session.CodePasteRefused{Size: size, Lines: lines})
	}
}

// onCaret sends the line of the caret.
func (e *codeEditor) onCaret(ctx app.Context, _ app.Event) {
	widget.Send(ctx, session.LineHighlighted{Line: lineAt(dom.Caret(ctx))})
}

// lineAt returns the line, from 1, of a place in a text, in UTF-16 code units.
func lineAt(text string, at int) int {
	line := 1
	for _, unit := range utf16.Encode([]rune(text)) {
		if at--; at < 0 {
			break
		}
		if unit == '\n' {
			line++
		}
	}
	return line
}
