package dom

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// Image is the browser's copy of a square picture, made once and filled again.
// The zero value is ready.
type Image struct{ pixels Value }

// Draw puts a picture of size×size pixels, four bytes each, on a canvas. Where
// the canvas has no context to draw in, it stays empty.
func (i *Image) Draw(canvas Value, size int, rgba []byte) {
	if i.pixels.Missing() {
		i.pixels = window().Get("ImageData").New(size, size)
	}
	data := i.pixels.Get("data")
	if !data.Missing() && attempt(func() { app.CopyBytesToJS(data.v, rgba) }) {
		canvas.Call("getContext", "2d").Call("putImageData", i.pixels, 0, 0)
	}
}

// SetStyle sets a property of an element's style. The page's security policy
// forbids style attributes, and allows this.
func SetStyle(element Value, name, value string) { element.Get("style").Set(name, value) }
