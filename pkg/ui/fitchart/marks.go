package fitchart

import (
	"math"
	"strings"

	"firstneuron/pkg/ui/chart"
	"firstneuron/pkg/ui/format"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// model draws the marks that move while the model learns: its line, its answer, and
// the lines of comparison. The inner <svg> cuts them off at the area.
func (p *Panel) model() app.UI {
	f, a := p.frame, p.frame.Area
	marks := []app.UI{}
	for _, path := range p.paths() {
		marks = append(marks, widget.SVG("path").Class(path.class).Attr("d", path.d))
	}
	if p.Neuron && p.Epoch > 0 && !p.Lineless {
		if x1, y1, x2, y2, ok := f.Line(p.Guess.W, p.Guess.B); ok {
			marks = append(marks, widget.SVGLine("mark-guess", x1, y1, x2, y2))
		}
	}
	marks = append(marks, p.residuals()...)
	marks = append(marks, p.unitMarks()...)
	marks = append(marks, p.stepMarks()...)
	if !p.Lineless {
		marks = append(marks, widget.SVG("path").Class(p.Model.Class).Attr("d", p.path(p.Model)))
	}
	if !p.Answerless {
		marks = append(marks, p.asked()...)
		marks = append(marks, p.prediction()...)
	}
	if !p.Lineless {
		marks = append(marks, p.formula()...)
	}
	marks = append(marks, p.class()...)
	marks = append(marks, p.own()...)
	box := format.Pixels(a.Left) + " " + format.Pixels(a.Top) + " " + format.Pixels(a.Width) + " " + format.Pixels(a.Height)
	return widget.SVG("svg").Class("marks").Attr("viewBox", "0 0 "+format.Pixels(f.Spec.Width)+" "+format.Pixels(f.Spec.Height)).
		Aria("hidden", "true").Body(
		widget.SVG("svg").Class("inside").Attr("viewBox", box).
			Attr("x", format.Pixels(a.Left)).Attr("y", format.Pixels(a.Top)).
			Attr("width", format.Pixels(a.Width)).Attr("height", format.Pixels(a.Height)).Body(marks...),
	)
}

// classedPath is a path element.
type classedPath struct{ class, d string }

// paths are the lines that the model is compared with, those of one class as
// one element: two hundred lines are drawn as fast as one.
func (p *Panel) paths() []classedPath {
	var paths []classedPath
	var d strings.Builder
	for i, line := range p.Others {
		d.WriteString(p.path(line))
		if i == len(p.Others)-1 || p.Others[i+1].Class != line.Class {
			paths = append(paths, classedPath{line.Class, d.String()})
			d.Reset()
		}
	}
	return paths
}

// path is a line or a curve as the d of a path.
func (p *Panel) path(line Line) string {
	f := p.frame
	if p.Neuron {
		x1, y1, x2, y2, ok := f.Line(line.W, line.B)
		if !ok {
			return ""
		}
		return "M" + format.Pixels(x1) + " " + format.Pixels(y1) + "L" + format.Pixels(x2) + " " + format.Pixels(y2)
	}
	if len(line.Ys) != len(line.Xs) {
		return ""
	}
	points := f.Polyline(line.Xs, line.Ys)
	if points == "" {
		return ""
	}
	return "M" + strings.ReplaceAll(points, " ", "L")
}

// residuals are the errors at the points of a batch, as lines and as squares
// whose sides are the errors.
func (p *Panel) residuals() []app.UI {
	f := p.frame
	marks := make([]app.UI, 0, 2*len(p.Residuals))
	lines, squares := p.Step.errorsInSight()
	for i, r := range p.Residuals {
		if i == maxFocusable || !lines {
			break
		}
		x, y := f.Px(r.X, r.Y)
		_, answer := f.Px(r.X, r.Answer)
		top, side := min(y, answer), max(y-answer, answer-y)
		left := x
		if left+side > f.Area.Left+f.Area.Width {
			left = x - side
		}
		if squares && p.Squares {
			marks = append(marks, widget.SVG("rect").Class("mark-square").Attr("x", format.Pixels(left)).Attr("y", format.Pixels(top)).
				Attr("width", format.Pixels(side)).Attr("height", format.Pixels(side)))
		}
		marks = append(marks, widget.SVGLine("mark-residual", x, y, x, answer))
	}
	return marks
}

// prediction is the answer to the x to predict: on the line, or, where it is beyond the
// axis, an arrow at the edge that says how far.
func (p *Panel) prediction() []app.UI {
	f, a := p.frame, p.frame.Area
	px, py := f.Px(p.X, p.Y)
	if px < a.Left || px > a.Left+a.Width || math.IsNaN(py) {
		return nil
	}
	bottom := a.Top + a.Height
	label := format.Significant(p.Y, 6)
	guide := func(to float64) app.UI {
		return widget.SVG("path").Class("mark-guide").Attr("d", "M"+format.Pixels(px)+" "+format.Pixels(bottom)+"V"+format.Pixels(to))
	}
	if !f.Contains(p.X, p.Y) {
		edge, tip, at := a.Top+3, -1.0, a.Top+16
		if py > bottom {
			edge, tip, at = bottom-3, 1, bottom-8
		}
		d := "M" + format.Pixels(px-6) + " " + format.Pixels(edge-tip*9) + "h12l-6 " + format.Pixels(tip*9) + "z"
		arrow := widget.SVG("path").Class("mark-edge").Attr("d", d)
		return []app.UI{guide(edge), arrow, p.label(label, px, at, 12)}
	}
	at := py - 12
	if at < a.Top+14 || p.ownAbove(px, py) {
		at = py + 22
	}
	return []app.UI{guide(py), widget.SVG("path").Class("mark-predict").Attr("d", diamond(px, py, 6)), p.label(label, px, at, 10)}
}

// label is a text beside a place, on the side where there is room.
func (p *Panel) label(text string, x, y, gap float64) app.UI {
	anchor := "start"
	if x > p.frame.Area.Left+p.frame.Area.Width/2 {
		anchor, gap = "end", -gap
	}
	return widget.SVG("text").Class("mark-text").Attr("x", format.Pixels(x+gap)).Attr("y", format.Pixels(y)).
		Attr("text-anchor", anchor).Text(text)
}

// asked are the answers to the other xs.
func (p *Panel) asked() []app.UI {
	var marks []app.UI
	for _, at := range p.Asked {
		if x, y := p.frame.Px(at.X[0], at.Y); p.frame.Contains(at.X[0], at.Y) {
			marks = append(marks, widget.SVG("path").Class("mark-asked").Attr("d", diamond(x, y, 5)))
		}
	}
	return marks
}

// formulaRoom is how wide a chart must be that names its line.
const formulaRoom = 420

// formula names the line of the neuron, beside it.
func (p *Panel) formula() []app.UI {
	if !p.Neuron || p.frame.Spec.Width < formulaRoom {
		return nil
	}
	x1, y1, x2, y2, ok := p.frame.Line(p.Model.W, p.Model.B)
	if !ok {
		return nil
	}
	const part, gap = 0.62, 14
	x, y := x1+part*(x2-x1)-gap, max(y1+part*(y2-y1)-gap/2, p.frame.Area.Top+14)
	anchor := "end"
	const room = 110                           // about what the text takes
	if y2 > y1 || x-room < p.frame.Area.Left { // it falls, or begins at the edge: the room is on its right
		x, anchor = x+2*gap, "start"
	}
	return []app.UI{widget.SVG("text").Class("mark-text mark-formula").Attr("x", format.Pixels(x)).Attr("y", format.Pixels(y)).
		Attr("text-anchor", anchor).Text(format.ShortLine(p.Model.W, p.Model.B))}
}

// diamond is the path of a square on its corner.
func diamond(x, y, r float64) string {
	return "M" + format.Pixels(x) + " " + format.Pixels(y-r) + "L" + format.Pixels(x+r) + " " + format.Pixels(y) +
		"L" + format.Pixels(x) + " " + format.Pixels(y+r) + "L" + format.Pixels(x-r) + " " + format.Pixels(y) + "Z"
}

// inside moves a pixel into the area of a frame.
func inside(f chart.Frame, x, y float64) (px, py float64) {
	a := f.Area
	return min(max(x, a.Left), a.Left+a.Width), min(max(y, a.Top), a.Top+a.Height)
}
