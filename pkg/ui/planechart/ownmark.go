package planechart

import (
	"strconv"

	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/chart"
	"firstneuron/pkg/ui/format"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// own is the learner's own mark, an x2 at the x1 of the question, and, while it is asked
// for, the line that it belongs on.
func (p *Panel) own() []app.UI {
	if !p.Marked && !p.MarkAsked {
		return nil
	}
	a := p.frame.Area
	x, y := p.scale.Pixel(p.Mark.X[0], p.Mark.Y)
	if x < a.Left || x > a.Left+a.Width {
		return nil
	}
	var marks []app.UI
	if p.MarkAsked {
		marks = append(marks, widget.SVG("rect").Class("mark-place").Attr("x", format.Pixels(x-14)).Attr("y", format.Pixels(a.Top)).
			Attr("width", "28").Attr("height", format.Pixels(a.Height)))
		if !p.Marked {
			return append(marks, p.text("?", x, a.Top+a.Height/2, "middle"))
		}
	}
	y = min(max(y, a.Top+8), a.Top+a.Height-8)
	d := "M" + format.Pixels(x-7) + " " + format.Pixels(y-7) + "l14 14m0 -14l-14 14"
	return append(marks, widget.SVG("path").Class("mark-own").Attr("d", d),
		p.beside(i18n.For(p.Lang).Text("fit.you", "y", format.Short(p.Mark.Y)), x, y))
}

// putMark answers with a height of the plane.
func (p *Panel) putMark(ctx app.Context, y float64) {
	_, perY := p.frame.PerPixel()
	widget.Send(ctx, session.AnswerTyped{Text: strconv.FormatFloat(chart.Snap(p.frame.Y(y), perY), 'g', -1, 64)})
}
