package dom

import (
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/format"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

const HeatClass = "heat"

// heatImage is the canvas as a part of an SVG, where it lies on the chart.
func heatImage(chartElement, canvas app.Value) app.Value {
	const namespace = "http://www.w3.org/2000/svg"
	document := app.Window().Get("document")
	on, box := chartElement.Call("getBoundingClientRect"), canvas.Call("getBoundingClientRect")
	left, top := box.Get("left").Float()-on.Get("left").Float(), box.Get("top").Float()-on.Get("top").Float()
	width, height := box.Get("width").Float(), box.Get("height").Float()
	place := func(element app.Value, left, top, width, height float64) {
		for name, v := range map[string]float64{"x": left, "y": top, "width": width, "height": height} {
			element.Call("setAttribute", name, format.Pixels(v))
		}
	}
	image := document.Call("createElementNS", namespace, "image")
	place(image, left, top, width, height)
	image.Call("setAttribute", "preserveAspectRatio", "none")
	image.Call("setAttribute", "href", canvas.Call("toDataURL"))

	halfX, halfY := width/(2*session.SurfaceSize), height/(2*session.SurfaceSize)
	area := document.Call("createElementNS", namespace, "svg")
	left, top, width, height = left+halfX, top+halfY, width-2*halfX, height-2*halfY
	place(area, left, top, width, height)
	area.Call("setAttribute", "viewBox", format.Pixels(left)+" "+format.Pixels(top)+" "+format.Pixels(width)+" "+format.Pixels(height))
	area.Call("appendChild", image)
	return area
}

// What a picture needs to look the same without the page's style sheet.
var pictureStyles = []string{
	"fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin", "stroke-linecap", "opacity",
	"font-size", "font-weight", "paint-order",
}

// Standalone returns a chart as one SVG document with its fonts and colours, as
// it is on the screen.
func Standalone(chart app.Value) string {
	const namespace = "http://www.w3.org/2000/svg"
	document := app.Window().Get("document")
	width, height := chart.Get("clientWidth").Float(), chart.Get("clientHeight").Float()
	root := document.Call("createElementNS", namespace, "svg")
	set := func(element app.Value, name string, value any) { element.Call("setAttribute", name, value) }
	set(root, "viewBox", "0 0 "+format.Pixels(width)+" "+format.Pixels(height))
	set(root, "width", width)
	set(root, "height", height)
	set(root, "font-family", computed(chart, "font-family"))

	ground := document.Call("createElementNS", namespace, "rect")
	set(ground, "width", "100%")
	set(ground, "height", "100%")
	set(ground, "fill", computed(chart.Call("closest", ".panel"), "background-color"))
	root.Call("appendChild", ground)

	if heat := chart.Call("querySelector", "."+HeatClass); heat.Truthy() {
		root.Call("appendChild", heatImage(chart, heat))
	}
	layers := chart.Call("querySelectorAll", ".frame, .marks")
	for i := range layers.Length() {
		layer := layers.Index(i)
		clone := layer.Call("cloneNode", true)
		set(clone, "width", width)
		set(clone, "height", height)
		from, to := layer.Call("querySelectorAll", "*"), clone.Call("querySelectorAll", "*")
		for k := range from.Length() {
			inlineStyles(from.Index(k), to.Index(k))
		}
		stripPageAttributes(clone)
		root.Call("appendChild", clone)
	}
	// What is only there to be touched.
	touched := root.Call("querySelectorAll", ".reach, .handle")
	for i := range touched.Length() {
		touched.Index(i).Call("remove")
	}
	return app.Window().Get("XMLSerializer").New().Call("serializeToString", root).String()
}

// inlineStyles writes the computed style of an element into its copy.
func inlineStyles(element, clone app.Value) {
	if tag := element.Get("tagName").String(); tag != "svg" && tag != "g" && tag != "image" {
		style := app.Window().Call("getComputedStyle", element)
		for _, name := range pictureStyles {
			if value := style.Call("getPropertyValue", name).String(); value != "" {
				clone.Call("setAttribute", name, value)
			}
		}
	}
	stripPageAttributes(clone)
}

// stripPageAttributes takes away what means something on the page alone.
func stripPageAttributes(clone app.Value) {
	for _, name := range []string{"id", "tabindex", "role", "aria-label", "aria-pressed", "aria-hidden", "aria-valuenow", "aria-valuetext", "focusable"} {
		clone.Call("removeAttribute", name)
	}
}

// computed is one property of an element's computed style.
func computed(element app.Value, name string) string {
	return app.Window().Call("getComputedStyle", element).Call("getPropertyValue", name).String()
}

// Rasterize draws an SVG at twice its size and hands over the PNG, if the browser
// can make it.
func Rasterize(ctx app.Context, svg app.Value, width, height float64, done func(png app.Value)) {
	const scale = 2
	address := app.Window().Get("URL").Call("createObjectURL", svg)
	picture := app.Window().Get("Image").New()
	var loaded, failed, encoded app.Func
	encoded = app.FuncOf(func(_ app.Value, args []app.Value) any {
		encoded.Release()
		if png := args[0]; png.Truthy() {
			ctx.Dispatch(func(app.Context) { done(png) })
		}
		return nil
	})
	failed = app.FuncOf(func(app.Value, []app.Value) any {
		loaded.Release()
		failed.Release()
		encoded.Release()
		app.Window().Get("URL").Call("revokeObjectURL", address)
		return nil
	})
	loaded = app.FuncOf(func(app.Value, []app.Value) any {
		loaded.Release()
		failed.Release()
		canvas := app.Window().Get("document").Call("createElement", "canvas")
		canvas.Set("width", width*scale)
		canvas.Set("height", height*scale)
		canvas.Call("getContext", "2d").Call("drawImage", picture, 0, 0, width*scale, height*scale)
		app.Window().Get("URL").Call("revokeObjectURL", address)
		canvas.Call("toBlob", encoded, "image/png")
		return nil
	})
	picture.Set("onload", loaded)
	picture.Set("onerror", failed)
	picture.Set("src", address)
}
