package dom

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// TextBlob is a file of text.
func TextBlob(text, kind string) app.Value {
	if strings.HasPrefix(kind, "text/") {
		kind += ";charset=utf-8"
	}
	return app.Window().Get("Blob").New([]any{text}, map[string]any{"type": kind})
}

// Download gives a file to the learner.
func Download(name string, blob app.Value) {
	address := app.Window().Get("URL").Call("createObjectURL", blob)
	link := app.Window().Get("document").Call("createElement", "a")
	link.Set("href", address)
	link.Set("download", name)
	link.Call("click")
	var revoke app.Func
	revoke = app.FuncOf(func(app.Value, []app.Value) any {
		app.Window().Get("URL").Call("revokeObjectURL", address)
		revoke.Release()
		return nil
	})
	app.Window().Call("setTimeout", revoke, 10_000)
}
