package ui

import (
	"firstneuron/pkg/experiment/program"
	"firstneuron/pkg/session"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// codeFileAction is the name under which requests for programs travel to the
// root.
const codeFileAction = "code-file"

// codeFile asks for the program as a file.
type codeFile struct {
	Tab      session.CodeTab
	Ending   string
	Notebook bool
}

// onCodeFile makes the file that was asked for.
func (p *Playground) onCodeFile(_ app.Context, a app.Action) {
	asked, ok := a.Value.(codeFile)
	if !ok {
		return
	}
	text := p.session.CodeFile(asked.Tab)
	if asked.Notebook {
		text = program.Notebook(text)
	}
	download("first-neuron"+asked.Ending, textBlob(text, "text/plain"))
}

// copyText puts a text on the clipboard and tells done whether it is there. A
// sandboxed frame may not use the clipboard itself: there a selection is copied,
// which browsers allow on a click.
func copyText(ctx app.Context, text string, done func(ok bool)) {
	clipboard := app.Window().Get("navigator").Get("clipboard")
	if !clipboard.Truthy() {
		done(copySelection(text))
		return
	}
	var copied, refused app.Func
	release := func() {
		copied.Release()
		refused.Release()
	}
	copied = app.FuncOf(func(app.Value, []app.Value) any {
		release()
		ctx.Dispatch(func(app.Context) { done(true) })
		return nil
	})
	refused = app.FuncOf(func(app.Value, []app.Value) any {
		release()
		ok := copySelection(text)
		ctx.Dispatch(func(app.Context) { done(ok) })
		return nil
	})
	clipboard.Call("writeText", text).Call("then", copied, refused)
}

// copySelection copies by way of a box that is only there for a moment, and
// reports whether the browser has.
func copySelection(text string) (ok bool) {
	document := app.Window().Get("document")
	before := document.Get("activeElement")
	box := document.Call("createElement", "textarea")
	box.Set("value", text)
	box.Set("className", "unseen")
	document.Get("body").Call("appendChild", box)
	box.Call("select")
	ok = document.Call("execCommand", "copy").Bool()
	box.Call("remove")
	if before.Truthy() {
		before.Call("focus", map[string]any{"preventScroll": true})
	}
	return ok
}
