package fitchart

import (
	"strconv"

	"firstneuron/pkg/ui/format"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// class are the guesses of a class: a ring for each, the larger the more have made it, and
// its number beside it. One beyond the axis is left out.
func (p *Panel) class() []app.UI {
	f, a := p.frame, p.frame.Area
	var marks []app.UI
	for _, guess := range p.Class {
		px, py := f.Px(p.ClassX, guess.Y)
		if px < a.Left || px > a.Left+a.Width || py < a.Top || py > a.Top+a.Height {
			continue
		}
		said := format.Short(guess.Y)
		if guess.Count > 1 {
			said += " × " + strconv.Itoa(guess.Count)
		}
		marks = append(marks,
			widget.SVG("circle").Class("mark-class").Attr("cx", format.Pixels(px)).Attr("cy", format.Pixels(py)).Attr("r", format.Pixels(4+2*float64(min(guess.Count, 6)))),
			widget.SVG("text").Class("mark-text").Class("mark-small").Attr("x", format.Pixels(px-18)).Attr("y", format.Pixels(py+4)).Attr("text-anchor", "end").Text(said))
	}
	return marks
}
