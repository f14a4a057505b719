package widget

import (
	"strconv"

	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/chart"
	"firstneuron/pkg/ui/format"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// MarkPlace is where the learner's own mark belongs while it is asked for: a strip of a
// chart about the x of the question.
func MarkPlace(area chart.Area, x float64) app.UI {
	return SVG("rect").Class("mark-place").Attr("x", format.Pixels(x-14)).Attr("y", format.Pixels(area.Top)).
		Attr("width", "28").Attr("height", format.Pixels(area.Height))
}

// OwnMark is the learner's own mark, a cross.
func OwnMark(x, y float64) app.UI {
	return SVG("path").Class("mark-own").Attr("d", "M"+format.Pixels(x-7)+" "+format.Pixels(y-7)+"l14 14m0 -14l-14 14")
}

// PutMark answers the question for a mark with a height of a chart.
func PutMark(ctx app.Context, frame chart.Frame, y float64) {
	_, perY := frame.PerPixel()
	Send(ctx, session.AnswerTyped{Text: strconv.FormatFloat(chart.Snap(frame.Y(y), perY), 'g', -1, 64)})
}
