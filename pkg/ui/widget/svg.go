package widget

import (
	"strconv"

	"firstneuron/pkg/ui/format"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// SVGLine returns a straight line between two places in pixels.
func SVGLine(class string, x1, y1, x2, y2 float64) app.UI {
	return SVG("line").Class(class).
		Attr("x1", format.Pixels(x1)).Attr("y1", format.Pixels(y1)).Attr("x2", format.Pixels(x2)).Attr("y2", format.Pixels(y2))
}

// RunClass returns the class of the lines of the i-th saved run.
func RunClass(i int) string { return "mark-run run-" + strconv.Itoa(i+1) }

// SVG returns an SVG element; go-app makes HTML elements unless told otherwise.
func SVG(tag string) app.HTMLElem {
	return app.Elem(tag).XMLNS("http://www.w3.org/2000/svg")
}
