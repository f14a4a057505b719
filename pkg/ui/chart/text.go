package chart

import (
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// anchored is a text handler that leaves the alignment to the browser, which
// alone knows how wide its font is; plot's font only reserves the space.
type anchored struct{ text.Handler }

// handler is the only one: plot's own cache of fonts behind it is read-only.
var handler = anchored{plot.DefaultTextHandler}

// Draw draws one line of text.
func (h anchored) Draw(c vg.Canvas, txt string, sty text.Style, pt vg.Point) {
	on, ok := svgUnder(c)
	if !ok {
		h.Handler.Draw(c, txt, sty, pt)
		return
	}
	anchor := "start"
	switch sty.XAlign {
	case draw.XCenter:
		anchor = "middle"
	case draw.XRight:
		anchor = "end"
	}
	on.SetColor(sty.Color)
	on.Push()
	on.Translate(pt)
	on.Rotate(sty.Rotation)
	// As plot's own handler places a line.
	baseline := sty.Height(txt)*vg.Length(sty.YAlign) - h.Extents(sty.Font).Ascent + sty.Font.Size
	on.text(vg.Point{Y: baseline}, float64(sty.Font.Size), anchor, txt)
	on.Pop()
}

// svgUnder returns the canvas that plot has wrapped into its own, once for each
// part of the picture that it is in.
func svgUnder(c vg.Canvas) (*canvas, bool) {
	for {
		switch wrapped := c.(type) {
		case *draw.Canvas:
			c = wrapped.Canvas
		case draw.Canvas:
			c = wrapped.Canvas
		default:
			on, ok := c.(*canvas)
			return on, ok
		}
	}
}

// style returns a text style of the given size and ink.
func style(size float64, i ink, x text.XAlignment, y text.YAlignment) text.Style {
	return text.Style{
		Color: i, Font: font.From(plot.DefaultFont, font.Length(size)), XAlign: x, YAlign: y, Handler: handler,
	}
}
