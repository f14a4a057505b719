package chart

import (
	"fmt"
	"html"
	"image"
	"image/color"
	"math"
	"strings"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// canvas is a vg.Canvas that writes SVG with classes and presentation
// attributes only: a content security policy blocks style attributes. One vg
// point is one CSS pixel.
type canvas struct {
	body          strings.Builder
	width, height float64
	state         state
	stack         []state
}

// state is what Push saves. The transform is a, b, c, d, e, f as in SVG:
// x' = a·x + c·y + e, y' = b·x + d·y + f.
type state struct {
	lineWidth vg.Length
	dash      []vg.Length
	class     ink
	transform [6]float64
}

var _ vg.CanvasSizer = (*canvas)(nil)

// newCanvas returns an empty canvas. Its transform turns vg's upward y into
// SVG's downward one.
func newCanvas(width, height float64) *canvas {
	return &canvas{width: width, height: height, state: state{
		lineWidth: 1, class: axisInk, transform: [6]float64{1, 0, 0, -1, 0, height},
	}}
}

// svg returns the picture. It is hidden from assistive technology: the text
// alternative is its surroundings' business.
func (c *canvas) svg() string {
	size := number(c.width) + " " + number(c.height)
	return `<svg xmlns="http://www.w3.org/2000/svg" class="frame" viewBox="0 0 ` + size +
		`" aria-hidden="true" focusable="false">` + c.body.String() + `</svg>`
}

// Size returns the size in pixels.
func (c *canvas) Size() (x, y vg.Length) { return vg.Length(c.width), vg.Length(c.height) }

// SetLineWidth sets the width of strokes.
func (c *canvas) SetLineWidth(width vg.Length) { c.state.lineWidth = width }

// SetLineDash sets the dashes of strokes.
func (c *canvas) SetLineDash(pattern []vg.Length, _ vg.Length) { c.state.dash = pattern }

// SetColor sets the ink; any colour that is none is drawn as an axis.
func (c *canvas) SetColor(col color.Color) {
	c.state.class = axisInk
	if i, ok := col.(ink); ok {
		c.state.class = i
	}
}

// Rotate turns what follows.
func (c *canvas) Rotate(rad float64) {
	sin, cos := math.Sincos(rad)
	c.concat(cos, sin, -sin, cos, 0, 0)
}

// Translate moves what follows.
func (c *canvas) Translate(pt vg.Point) { c.concat(1, 0, 0, 1, float64(pt.X), float64(pt.Y)) }

// Scale scales what follows.
func (c *canvas) Scale(x, y float64) { c.concat(x, 0, 0, y, 0, 0) }

// concat makes the transform work after the given one.
func (c *canvas) concat(a, b, cc, d, e, f float64) {
	t := c.state.transform
	c.state.transform = [6]float64{
		t[0]*a + t[2]*b, t[1]*a + t[3]*b,
		t[0]*cc + t[2]*d, t[1]*cc + t[3]*d,
		t[0]*e + t[2]*f + t[4], t[1]*e + t[3]*f + t[5],
	}
}

// Push saves the state.
func (c *canvas) Push() { c.stack = append(c.stack, c.state) }

// Pop restores it.
func (c *canvas) Pop() {
	c.state = c.stack[len(c.stack)-1]
	c.stack = c.stack[:len(c.stack)-1]
}

// Stroke draws the outline of a path.
func (c *canvas) Stroke(path vg.Path) {
	if c.state.lineWidth <= 0 {
		return
	}
	dash := ""
	if len(c.state.dash) > 0 {
		lengths := make([]string, len(c.state.dash))
		for i, d := range c.state.dash {
			lengths[i] = number(float64(d))
		}
		dash = ` stroke-dasharray="` + strings.Join(lengths, " ") + `"`
	}
	fmt.Fprintf(&c.body, `<path class="%s" d="%s" fill="none" stroke="currentColor" stroke-width="%s"%s/>`,
		c.state.class, c.data(path), number(float64(c.state.lineWidth)), dash)
}

// Fill draws the inside of a path.
func (c *canvas) Fill(path vg.Path) {
	fmt.Fprintf(&c.body, `<path class="%s" d="%s" fill="currentColor"/>`, c.state.class, c.data(path))
}

// FillString draws text from its left end.
func (c *canvas) FillString(f font.Face, pt vg.Point, text string) {
	c.text(pt, float64(f.Font.Size), "start", text)
}

// text draws text so that pt is its start, middle or end on the baseline.
func (c *canvas) text(pt vg.Point, size float64, anchor, text string) {
	if size == 0 || text == "" {
		return
	}
	x, y := c.at(pt)
	place := fmt.Sprintf(`x="%s" y="%s"`, number(x), number(y))
	if t := c.state.transform; math.Abs(t[1]) > 1e-9 { // turned
		place += fmt.Sprintf(` transform="rotate(%s %s %s)"`, number(math.Atan2(t[1], t[0])*180/math.Pi), number(x), number(y))
	}
	fmt.Fprintf(&c.body, `<text class="%s" %s font-size="%s" text-anchor="%s" fill="currentColor">%s</text>`,
		c.state.class, place, number(size), anchor, html.EscapeString(text))
}

// DrawImage draws nothing: plot has no image of its own, and an image inside the
// SVG would be another one for the browser to keep with every change.
func (c *canvas) DrawImage(vg.Rectangle, image.Image) {}

// data returns a path's d attribute.
func (c *canvas) data(path vg.Path) string {
	return string(c.appendData(make([]byte, 0, 16*len(path)), path))
}

// appendData appends it.
func (c *canvas) appendData(d []byte, path vg.Path) []byte {
	point := func(command string, points ...vg.Point) {
		d = append(d, command...)
		for i, pt := range points {
			if i > 0 {
				d = append(d, ' ')
			}
			x, y := c.at(pt)
			d = appendNumber(append(appendNumber(d, x), ' '), y)
		}
	}
	for _, part := range path {
		switch part.Type {
		case vg.MoveComp:
			point("M", part.Pos)
		case vg.LineComp:
			point("L", part.Pos)
		case vg.ArcComp:
			// Chords of at most 5°: the difference is below a tenth of a pixel.
			chords := max(1, int(math.Ceil(math.Abs(part.Angle)*36/math.Pi)))
			for i := range chords + 1 {
				sin, cos := math.Sincos(part.Start + part.Angle*float64(i)/float64(chords))
				point("L", part.Pos.Add(vg.Point{X: part.Radius * vg.Length(cos), Y: part.Radius * vg.Length(sin)}))
			}
		case vg.CurveComp:
			point(map[int]string{1: "Q", 2: "C"}[len(part.Control)], append(part.Control, part.Pos)...)
		case vg.CloseComp:
			d = append(d, 'Z')
		}
	}
	return d
}

// at returns where a point comes to lie in the picture.
func (c *canvas) at(pt vg.Point) (x, y float64) {
	t, px, py := c.state.transform, float64(pt.X), float64(pt.Y)
	return t[0]*px + t[2]*py + t[4], t[1]*px + t[3]*py + t[5]
}
