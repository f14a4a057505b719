package ui

import (
	"math"
	"strings"

	"firstneuron/pkg/ui/chart"
	"firstneuron/pkg/ui/format"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

func (p *surfacePanel) marks() app.UI {
	f, a := p.frame, p.frame.Area
	marks := []app.UI{}
	if len(p.Surface.Loss) > 0 {
		marks = append(marks, widget.SVG("path").Class("chart-contour").Attr("d", p.lines))
		for i := 0; i < len(p.Paths); {
			var d strings.Builder
			class := p.Paths[i].Class
			for ; i < len(p.Paths) && p.Paths[i].Class == class; i++ {
				d.WriteString(trail(f, p.Paths[i].Places))
			}
			marks = append(marks, widget.SVG("path").Class(class).Attr("d", d.String()))
		}
		marks = append(marks, widget.SVG("path").Class("mark-trail").Attr("d", trail(f, p.Path)))
		if p.Minimum {
			x, y := f.Px(p.Least.X, p.Least.Y)
			marks = append(marks, widget.SVG("path").Class("mark-least").
				Attr("d", "M"+format.Pixels(x-6)+" "+format.Pixels(y)+"h12M"+format.Pixels(x)+" "+format.Pixels(y-6)+"v12"),
				p.label("surface.best", x, y))
		}
		marks = append(marks, p.stepMarks()...)
		x, y := f.Px(p.Now.X, p.Now.Y)
		marks = append(marks, p.losses(x, y)...)
		marks = append(marks, widget.SVG("circle").Class("mark-predict").Attr("cx", format.Pixels(x)).Attr("cy", format.Pixels(y)).Attr("r", "5"))
		if best, height := f.Px(p.Least.X, p.Least.Y); p.Step.Phase < 3 && (!p.Minimum || math.Abs(best-x) > 60 || math.Abs(height-y) > 18) { // where an arrow begins
			marks = append(marks, p.label("surface.here", x, y))
		}
	}
	box := format.Pixels(a.Left) + " " + format.Pixels(a.Top) + " " + format.Pixels(a.Width) + " " + format.Pixels(a.Height)
	return widget.SVG("svg").Class("marks").Attr("viewBox", "0 0 "+format.Pixels(f.Spec.Width)+" "+format.Pixels(f.Spec.Height)).
		Aria("hidden", "true").Body(
		widget.SVG("svg").Class("inside").Attr("viewBox", box).Attr("x", format.Pixels(a.Left)).Attr("y", format.Pixels(a.Top)).
			Attr("width", format.Pixels(a.Width)).Attr("height", format.Pixels(a.Height)).Body(marks...))
}

// losses are those of some of the lines, without the one that the guess covers.
func (p *surfacePanel) losses(x, y float64) []app.UI {
	if p.Step.Phase > 0 || len(p.Paths) > 0 {
		return nil
	}
	var labels []app.UI
	for _, label := range p.labels {
		if label.Covers(x, y) {
			continue
		}
		labels = append(labels, widget.SVG("text").Class("mark-text contour-loss").Attr("x", format.Pixels(label.X)).Attr("y", format.Pixels(label.Y+3.5)).
			Attr("text-anchor", "middle").Text(format.Plain(label.Value)))
	}
	return labels
}

// label names a place of the surface, beside it where there is room.
func (p *surfacePanel) label(key string, x, y float64) app.UI {
	anchor, gap := "start", 9.0
	if x > p.frame.Area.Left+p.frame.Area.Width/2 {
		anchor, gap = "end", -9
	}
	return widget.SVG("text").Class("mark-text mark-small").Attr("x", format.Pixels(x+gap)).Attr("y", format.Pixels(y-5)).
		Attr("text-anchor", anchor).Text(i18n.For(p.Lang).Text(key))
}

// trail returns the d attribute of a path through some places.
func trail(f chart.Frame, places []weightPair) string {
	if len(places) < 2 {
		return ""
	}
	xs, ys := make([]float64, len(places)), make([]float64, len(places))
	for i, at := range places {
		xs[i], ys[i] = at.X, at.Y
	}
	return "M" + strings.ReplaceAll(f.Polyline(xs, ys), " ", "L")
}
