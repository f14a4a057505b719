package ui

import (
	"math"
	"strconv"
	"strings"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/format"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// The pictures of the explanation have a size of their own, which the page scales.
const pictureWidth, pictureHeight, pictureMargin = 280.0, 150.0, 12.0

// figure is a picture with its title and its one sentence; what follows is below.
func figure(title, sentence string, marks []app.UI, below ...app.UI) app.UI {
	picture := widget.SVG("svg").Class("why-picture").Aria("hidden", "true").
		Attr("viewBox", "0 0 "+format.Pixels(pictureWidth)+" "+format.Pixels(pictureHeight)).Body(marks...)
	return app.Elem("figure").Class("why-figure").Body(
		app.Elem("h3").Text(title), picture, app.Elem("figcaption").Text(sentence), app.Div().Class("below").Body(below...),
	)
}

// scale maps values to pixels of a picture, y upwards.
type scale struct{ left, right, low, high float64 }

func (s scale) at(x, y float64) (px, py float64) {
	w, h := pictureWidth-2*pictureMargin, pictureHeight-2*pictureMargin
	px = pictureMargin + (x-s.left)/max(s.right-s.left, math.SmallestNonzeroFloat64)*w
	py = pictureHeight - pictureMargin - (y-s.low)/max(s.high-s.low, math.SmallestNonzeroFloat64)*h
	// Browsers fail on very large coordinates.
	return min(max(px, -1e3), 1e3), min(max(py, -1e3), 1e3)
}

func (s scale) point(x, y float64) string {
	px, py := s.at(x, y)
	return format.Pixels(px) + " " + format.Pixels(py)
}

func pathMark(class, d string) app.UI { return widget.SVG("path").Class(class).Attr("d", d) }

func textMark(x, y float64, anchor, text string) app.UI {
	return widget.SVG("text").Class("mark-text why-text").Attr("x", format.Pixels(x)).Attr("y", format.Pixels(y)).Attr("text-anchor", anchor).Text(text)
}

// unfinished is the first picture: the error over the epochs, on a scale in which
// each digit is as high as the next, and how it goes on.
func (v *whyView) unfinished() app.UI {
	text := i18n.For(v.Lang).Text
	e := v.Explanation
	digit, known := e.Digit()
	pairs := []string{
		"trained", format.Significant(e.Trained.Answer, 6), "exact", shortNumber(e.ExactAnswer),
		"difference", v.told(math.Abs(e.Difference()), 3), "digit", strconv.Itoa(digit),
	}
	switch {
	case e.Finished():
		return figure(text("why.finished"), text("why.finished_text", pairs...), v.wayMarks(0))
	case !known:
		return figure(text("why.unfinished"), text("why.unfinished_text", pairs...), v.wayMarks(0))
	}
	return figure(text("why.unfinished"), text("why.unfinished_digit", pairs...), v.wayMarks(digit),
		app.Button().Type("button").Disabled(v.Running).Text(text("why.train", "digit", strconv.Itoa(digit))).OnClick(widget.Sends(session.DigitTrained{})))
}

// wayMarks draw the error from the first guess to now, and dashed how it goes on
// while each so many epochs bring a digit; 0 for as long as is not known.
func (v *whyView) wayMarks(digit int) []app.UI {
	e := v.Explanation
	least := math.Log10(e.Grain())
	height := func(by float64) float64 { return math.Log10(max(math.Abs(by), e.Grain())) }
	s := scale{right: float64(max(v.Epoch+2*digit, 1)), low: math.Inf(1), high: math.Inf(-1)}
	for _, off := range e.Way {
		s.low, s.high = min(s.low, height(off.By)), max(s.high, height(off.By))
	}
	if len(e.Way) == 0 || math.IsInf(s.low, 0) || math.IsInf(s.high, 0) {
		return nil
	}
	now := e.Way[len(e.Way)-1]
	if digit > 0 {
		s.low = min(s.low, height(now.By)-2)
	}
	s.low, s.high = math.Floor(max(s.low, least)), math.Ceil(s.high+0.01)
	marks := []app.UI{}
	for power := s.low; power <= s.high; power++ {
		_, y := s.at(0, power)
		marks = append(marks, widget.SVGLine("chart-grid", pictureMargin, y, pictureWidth-pictureMargin, y))
		if s.high-s.low <= 6 || int(power)%2 == 0 {
			marks = append(marks, textMark(pictureWidth-pictureMargin, y-2, "end", format.Plain(math.Pow10(int(power)))))
		}
	}
	var way strings.Builder
	command := "M"
	for _, off := range e.Way {
		way.WriteString(command + s.point(float64(off.Epoch), height(off.By)))
		command = "L"
	}
	marks = append(marks, pathMark("mark-line", way.String()))
	x, y := s.at(float64(now.Epoch), height(now.By))
	if digit > 0 {
		marks = append(marks, pathMark("mark-next", "M"+s.point(float64(now.Epoch), height(now.By))+
			"L"+s.point(float64(now.Epoch+2*digit), max(height(now.By)-2, least))))
	}
	return append(marks, widget.SVG("circle").Class("mark-predict").Attr("cx", format.Pixels(x)).Attr("cy", format.Pixels(y)).Attr("r", "5"))
}

// fan is the second picture: the lines that would do as well if the ys were a little
// uncertain, with the slider that says how much.
func (v *whyView) fan() app.UI {
	text := i18n.For(v.Lang).Text
	e := v.Explanation
	s := v.overData(e.Spread)
	marks := v.pointMarks(s)
	var d strings.Builder
	for _, line := range e.Lines {
		d.WriteString("M" + s.point(s.left, line.W*s.left+line.B) + "L" + s.point(s.right, line.W*s.right+line.B))
	}
	bar := "M" + s.point(e.X, e.ExactAnswer-e.Spread) + "L" + s.point(e.X, e.ExactAnswer+e.Spread)
	marks = append([]app.UI{pathMark("mark-noise", d.String())}, append(marks, pathMark("why-spread", bar))...)
	return figure(text("why.fan", "count", strconv.Itoa(e.Points), "x", format.Plain(e.X)),
		text("why.fan_text", "noise", format.Plain(e.Noise), "x", format.Plain(e.X), "spread", format.Digits(e.Spread, 3)), marks, v.noise())
}

// untold is the third picture: another rule that fits the points just as well.
func (v *whyView) untold() app.UI {
	text := i18n.For(v.Lang).Text
	e := v.Explanation
	s := v.overData(0.5 * e.Range)
	marks := v.pointMarks(s)
	var d strings.Builder
	const pieces = 80
	command := "M"
	for i := range pieces + 1 {
		x := s.left + (s.right-s.left)*float64(i)/pieces
		d.WriteString(command + s.point(x, v.otherRule(x)))
		command = "L"
	}
	line := "M" + s.point(s.left, e.Exact.W*s.left+e.Exact.B) + "L" + s.point(s.right, e.Exact.W*s.right+e.Exact.B)
	marks = append([]app.UI{pathMark("mark-line", line), pathMark("mark-second", d.String())}, marks...)
	return figure(text("why.untold"), text("why.untold_text", "x", format.Plain(e.X)), marks)
}

// otherRule is a rule that is the line at every point of the data and another one at
// the x to predict: it bends beyond the data, or between the two points around x.
func (v *whyView) otherRule(x float64) float64 {
	e := v.Explanation
	y, bend := e.Exact.W*x+e.Exact.B, 0.5*max(e.Range, 1e-9)
	if e.Exact.W > 0 {
		bend = -bend
	}
	switch {
	case e.X > e.To && x > e.To:
		part := (x - e.To) / (e.X - e.To)
		return y + bend*part*part
	case e.X < e.From && x < e.From:
		part := (e.From - x) / (e.From - e.X)
		return y - bend*part*part
	}
	before, after := e.From, e.To
	for _, p := range v.Points {
		if p.X[0] <= e.X {
			before = max(before, p.X[0])
		}
		if p.X[0] > e.X {
			after = min(after, p.X[0])
		}
	}
	if e.X <= e.From || e.X >= e.To || x <= before || x >= after {
		return y
	}
	wave := math.Sin(math.Pi * (x - before) / (after - before))
	return y + bend*wave*wave
}

// overData is the scale over the points and the x to predict, with some room for the
// answer.
func (v *whyView) overData(room float64) scale {
	e := v.Explanation
	s := scale{left: min(e.From, e.X), right: max(e.To, e.X)}
	s.low, s.high = e.ExactAnswer-room, e.ExactAnswer+room
	for _, p := range v.Points {
		s.low, s.high = min(s.low, p.Y), max(s.high, p.Y)
	}
	beside := 0.05 * (s.right - s.left)
	s.left, s.right = s.left-beside, s.right+beside
	return s
}

// pointMarks draw the data, and where the x is that is asked.
func (v *whyView) pointMarks(s scale) []app.UI {
	var d strings.Builder
	for _, p := range v.Points {
		d.WriteString("M" + s.point(p.X[0], p.Y) + "h0")
	}
	x, _ := s.at(v.Explanation.X, 0)
	asked := "M" + format.Pixels(x) + " " + format.Pixels(pictureHeight-4) + "V4"
	return []app.UI{pathMark("mark-guide", asked), pathMark("mark-points", d.String())}
}

// mostDrawn is how many points the pictures show.
const mostDrawn = 200

// drawnPoints are the points that a model is trained on, the first ones of many.
func drawnPoints(e experiment.Experiment) []experiment.Point {
	points := e.Points[:len(e.Points)-e.ValidationPoints()]
	return points[:min(len(points), mostDrawn)]
}
