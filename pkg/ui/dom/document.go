package dom

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// The parts of the browser that components ask for. On the server, where the
// page is prerendered, app.Window answers every question with an empty value.

// ByID returns an element of the document, or a value that is not
// truthy.
func ByID(id string) app.Value {
	if app.IsServer {
		return app.Null()
	}
	return app.Window().Get("document").Call("getElementById", id)
}
