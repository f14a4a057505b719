package fitchart

import (
	"math"
	"slices"
	"strconv"

	"firstneuron/pkg/ui/format"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// markReach is how far beside its x a mark can be put, where points can be added, too.
const markReach = 48

// marksYs are the heights that the axis must have room for: those of the line, and,
// while a mark is asked, so much that the room does not tell where it belongs.
func (p *Panel) marksYs(ys []float64) []float64 {
	if !p.MarkAsked && !p.Marked && p.Class == nil || len(ys) == 0 {
		return p.LineYs
	}
	low, high := slices.Min(ys), slices.Max(ys)
	span := max(high-low, 1)
	low, high = low-0.5*span, high+2*span
	room := slices.Clone(p.LineYs)
	if p.MarkAsked {
		room = append(room, low, high)
	}
	if p.Marked && p.Mark.Y >= low && p.Mark.Y <= high {
		room = append(room, p.Mark.Y)
	}
	for _, guess := range p.Class {
		if guess.Y >= low && guess.Y <= high {
			room = append(room, guess.Y)
		}
	}
	return room
}

// own is the learner's own mark, and, while it is asked, the place where it belongs.
func (p *Panel) own() []app.UI {
	f, a := p.frame, p.frame.Area
	px, py := f.Px(p.Mark.X[0], p.Mark.Y)
	if !p.Marked && !p.MarkAsked || px < a.Left || px > a.Left+a.Width {
		return nil
	}
	var marks []app.UI
	if p.MarkAsked {
		marks = append(marks, widget.MarkPlace(a, px))
		if !p.Marked {
			return append(marks, p.label("?", px, a.Top+a.Height/2, 0))
		}
	}
	label := i18n.For(p.Lang).Text("fit.you", "y", format.Short(p.Mark.Y))
	if py < a.Top || py > a.Top+a.Height {
		edge, tip := a.Top+3, -1.0
		if py > a.Top {
			edge, tip = a.Top+a.Height-3, 1
		}
		arrow := "M" + format.Pixels(px-6) + " " + format.Pixels(edge-tip*9) + "h12l-6 " + format.Pixels(tip*9) + "z"
		return append(marks, widget.SVG("path").Class("mark-own").Attr("d", arrow), p.label(label, px, edge-tip*30, 12))
	}
	at := py + 24
	if _, answer := f.Px(p.X, p.Y); at > a.Top+a.Height-4 || p.ownAbove(px, answer) && !p.Answerless {
		at = py - 13
	}
	return append(marks, widget.OwnMark(px, py), p.label(label, px, at, 12))
}

// ownAbove reports whether the learner's own mark is just above a place.
func (p *Panel) ownAbove(px, py float64) bool {
	mx, my := p.frame.Px(p.Mark.X[0], p.Mark.Y)
	return p.Marked && math.Abs(mx-px) < 12 && my <= py && py-my < 48
}

// pointsSummary describes a picture of nothing but points.
func (p *Panel) pointsSummary() string {
	text := i18n.For(p.Lang).Text("fit.summary_points", "count", strconv.Itoa(len(p.Points)))
	if p.Marked {
		text += " " + i18n.For(p.Lang).Text("fit.you", "y", format.Short(p.Mark.Y)) + "."
	}
	return text
}
