package planechart

import (
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
		marks = append(marks, widget.MarkPlace(a, x))
		if !p.Marked {
			return append(marks, p.text("?", x, a.Top+a.Height/2, "middle"))
		}
	}
	y = min(max(y, a.Top+8), a.Top+a.Height-8)
	return append(marks, widget.OwnMark(x, y), p.beside(i18n.For(p.Lang).Text("fit.you", "y", format.Short(p.Mark.Y)), x, y))
}
