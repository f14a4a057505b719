package dom

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// PointerXY returns where a pointer event happened, in pixels from the upper left
// corner of the element that listens.
func PointerXY(ctx app.Context, e app.Event) (x, y float64) {
	box := ctx.JSSrc().Call("getBoundingClientRect")
	return e.Get("clientX").Float() - box.Get("left").Float(),
		e.Get("clientY").Float() - box.Get("top").Float()
}
