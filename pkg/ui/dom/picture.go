package dom

import (
	"strconv"

	"firstneuron/pkg/ui/format"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// HeatClass is the class of the canvas under a chart's frame.
const HeatClass = "heat"

const svgNamespace = "http://www.w3.org/2000/svg"

// pictureStyles are what a picture needs to look the same without the page's
// style sheet.
var pictureStyles = []string{
	"fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin", "stroke-linecap", "opacity",
	"font-size", "font-weight", "font-style", "paint-order",
}

// DownloadSVG gives a chart to the learner as an SVG file.
func DownloadSVG(chartID, name string) {
	if chart := ByID(chartID); !chart.Missing() {
		download(name, textBlob(standalone(chart), "image/svg+xml"))
	}
}

// PictureText returns the chart of that file, as text.
func PictureText(chartID string) string {
	chart := ByID(chartID)
	if chart.Missing() {
		return ""
	}
	return standalone(chart)
}

// DownloadPNG gives a chart to the learner as a PNG file, where the browser can
// make one.
func DownloadPNG(ctx app.Context, chartID, name string) {
	chart := ByID(chartID)
	if chart.Missing() {
		return
	}
	width, height := innerSize(chart)
	rasterize(ctx, textBlob(standalone(chart), "image/svg+xml"), width, height, func(png Value) { download(name, png) })
}

// standalone returns a chart as one SVG document with its fonts and colours, as
// it is on the screen.
func standalone(chart Value) string {
	width, height := innerSize(chart)
	root := svgElement("svg", map[string]string{
		"viewBox": "0 0 " + format.Pixels(width) + " " + format.Pixels(height), "width": decimal(width), "height": decimal(height),
		"font-family": computed(chart, "font-family"),
	})
	root.Call("appendChild", svgElement("rect", map[string]string{
		"width": "100%", "height": "100%", "fill": computed(chart.Closest(".panel"), "background-color"),
	}))
	for _, heat := range chart.QueryAll("." + HeatClass) {
		root.Call("appendChild", heatImage(chart, heat))
	}
	for _, layer := range chart.QueryAll(".frame, .marks") {
		clone := layer.Call("cloneNode", true)
		clone.Call("setAttribute", "width", width)
		clone.Call("setAttribute", "height", height)
		elements, copies := layer.QueryAll("*"), clone.QueryAll("*")
		for i := range min(len(elements), len(copies)) {
			inlineStyles(elements[i], copies[i])
		}
		stripPageAttributes(clone)
		root.Call("appendChild", clone)
	}
	// These are only there to be touched.
	for _, touched := range root.QueryAll(".reach, .handle") {
		touched.Call("remove")
	}
	return window().Get("XMLSerializer").New().Call("serializeToString", root).Text()
}

func svgElement(tag string, attributes map[string]string) Value {
	element := document().Call("createElementNS", svgNamespace, tag)
	for name, value := range attributes {
		element.Call("setAttribute", name, value)
	}
	return element
}

// inlineStyles writes the computed style of an element into its copy.
func inlineStyles(element, clone Value) {
	if tag := element.Get("tagName").Text(); tag != "svg" && tag != "g" && tag != "image" {
		style := window().Call("getComputedStyle", element)
		for _, name := range pictureStyles {
			if value := style.Call("getPropertyValue", name).Text(); value != "" {
				clone.Call("setAttribute", name, value)
			}
		}
	}
	stripPageAttributes(clone)
}

// stripPageAttributes takes away the attributes that mean something on the page
// alone.
func stripPageAttributes(clone Value) {
	for _, name := range []string{"id", "tabindex", "role", "aria-label", "aria-pressed", "aria-hidden", "aria-valuenow", "aria-valuetext", "focusable"} {
		clone.Call("removeAttribute", name)
	}
}

// computed returns one property of an element's computed style.
func computed(element Value, name string) string {
	return window().Call("getComputedStyle", element).Call("getPropertyValue", name).Text()
}

// heatImage returns the canvas as a part of an SVG, where it lies on the chart.
// Half a pixel of the canvas at each side lies beyond the chart's area.
func heatImage(chart, canvas Value) Value {
	on, box := chart.Call("getBoundingClientRect"), canvas.Call("getBoundingClientRect")
	number := func(v Value, name string) float64 {
		n, _ := v.Get(name).Number()
		return n
	}
	left, top := number(box, "left")-number(on, "left"), number(box, "top")-number(on, "top")
	width, height := number(box, "width"), number(box, "height")
	image := svgElement("image", at(left, top, width, height))
	image.Call("setAttribute", "preserveAspectRatio", "none")
	image.Call("setAttribute", "href", canvas.Call("toDataURL").Text())

	halfX, halfY := width/(2*max(1, number(canvas, "width"))), height/(2*max(1, number(canvas, "height")))
	left, top, width, height = left+halfX, top+halfY, width-2*halfX, height-2*halfY
	area := svgElement("svg", at(left, top, width, height))
	area.Call("setAttribute", "viewBox",
		format.Pixels(left)+" "+format.Pixels(top)+" "+format.Pixels(width)+" "+format.Pixels(height))
	area.Call("appendChild", image)
	return area
}

// at returns the attributes of a place.
func at(left, top, width, height float64) map[string]string {
	return map[string]string{
		"x": format.Pixels(left), "y": format.Pixels(top), "width": format.Pixels(width), "height": format.Pixels(height),
	}
}

func decimal(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// rasterize draws an SVG at twice its size and hands over the PNG, if the browser
// can make it.
func rasterize(ctx app.Context, svg Value, width, height float64, done func(png Value)) {
	const scale = 2
	urls := window().Get("URL")
	address := urls.Call("createObjectURL", svg)
	picture := window().Get("Image").New()
	var loaded, failed, encoded app.Func
	end := func() {
		loaded.Release()
		failed.Release()
		urls.Call("revokeObjectURL", address)
	}
	encoded = callback(func(png Value) {
		encoded.Release()
		if !png.Missing() {
			Dispatch(ctx, func(app.Context) { done(png) })
		}
	})
	failed = callback(func(Value) {
		end()
		encoded.Release()
	})
	loaded = callback(func(Value) {
		canvas := document().Call("createElement", "canvas")
		canvas.Set("width", width*scale)
		canvas.Set("height", height*scale)
		_, drawn := canvas.Call("getContext", "2d").Try("drawImage", picture, 0, 0, width*scale, height*scale)
		end()
		if drawn {
			_, drawn = canvas.Try("toBlob", encoded, "image/png")
		}
		if !drawn {
			encoded.Release()
		}
	})
	picture.Set("onload", loaded)
	picture.Set("onerror", failed)
	picture.Set("src", address)
}
