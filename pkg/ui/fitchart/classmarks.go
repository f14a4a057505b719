package fitchart

import (
	"slices"
	"strconv"

	"firstneuron/pkg/ui/format"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// labelGap is how many pixels lie between the numbers of two guesses at least.
const labelGap = 20

// class are the guesses of a class: a ring for each, the larger the more have made it, and
// its number beside it. One beyond the axis is left out.
func (p *Panel) class() []app.UI {
	f, a := p.frame, p.frame.Area
	var marks []app.UI
	var labels []float64
	var said []string
	for _, guess := range slices.Backward(p.Class) { // from the highest down
		px, py := f.Px(p.ClassX, guess.Y)
		if px < a.Left || px > a.Left+a.Width || py < a.Top || py > a.Top+a.Height {
			continue
		}
		text := format.Short(guess.Y)
		if guess.Count > 1 {
			text += " × " + strconv.Itoa(guess.Count)
		}
		labels, said = append(labels, py), append(said, text)
		marks = append(marks, widget.SVG("circle").Class("mark-class").Attr("cx", format.Pixels(px)).Attr("cy", format.Pixels(py)).Attr("r", format.Pixels(4+2*float64(min(guess.Count, 6)))))
	}
	px, _ := f.Px(p.ClassX, 0)
	for i, y := range spread(labels, labelGap) {
		marks = append(marks, widget.SVG("text").Class("mark-text").Class("mark-small").Attr("x", format.Pixels(px-18)).Attr("y", format.Pixels(y+4)).Attr("text-anchor", "end").Text(said[i]))
	}
	return marks
}

// spread moves heights that increase so far apart that each two lie gap apart, those
// that would touch about the middle of them all.
func spread(heights []float64, gap float64) []float64 {
	type group struct{ count, sum float64 } // sum is of where their first one would lie
	var groups []group
	for _, y := range heights {
		groups = append(groups, group{1, y})
		for len(groups) > 1 {
			last, before := groups[len(groups)-1], groups[len(groups)-2]
			if last.sum/last.count >= before.sum/before.count+gap*before.count {
				break
			}
			groups = append(groups[:len(groups)-2], group{before.count + last.count, before.sum + last.sum - last.count*gap*before.count})
		}
	}
	apart := make([]float64, 0, len(heights))
	for _, g := range groups {
		for i := range int(g.count) {
			apart = append(apart, g.sum/g.count+gap*float64(i))
		}
	}
	return apart
}
