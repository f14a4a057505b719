package ui

import (
	"math"
	"strconv"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/chart"
	"firstneuron/pkg/ui/format"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// whyView explains why the model's answer differs from the exact one.
type whyView struct {
	app.Compo

	Lang        string
	Explanation session.Explanation
	// Known is set when there is an explanation, Undecided when there is none
	// because the points decide no line.
	Known, Undecided bool
	Epoch            int
	// Points are the data, Running is set while a training is under way.
	Points  []experiment.Point
	Running bool
}

const noiseID = "noise"

func (v *whyView) Render() app.UI {
	text := i18n.For(v.Lang).Text
	region := app.Elem("section").Class("why").Aria("label", text("why.title"))
	if v.Undecided {
		return region.Body(paragraph(text("why.undecided")))
	}
	if !v.Known {
		return region.Body(paragraph(text("why.unknown")))
	}
	e := v.Explanation
	x := format.Plain(e.X)
	parts := []app.UI{
		v.unfinished(), v.fan(), v.untold(),
		app.Elem("details").Class("why-mathematics").Body(
			app.Elem("summary").Text(text("why.mathematics")),
			paragraph(text("why.exact", "formula", format.Line(e.Exact.W, e.Exact.B), "x", x, "exact", shortNumber(e.ExactAnswer),
				"trained", format.Significant(e.Trained.Answer, 6), "difference", v.told(e.Difference(), 4))),
			v.directions(),
			app.Div().Body(app.If(e.Descent, func() app.UI { return paragraph(v.epochs()) }).
				Else(func() app.UI { return paragraph(text("why.not_plain")) })),
			paragraph(v.reach()),
			paragraph(text("why.noise_text", "noise", format.Plain(e.Noise), "x", x, "spread", format.Significant(e.Spread, 3),
				"middle", shortNumber(chart.Snap(e.Middle, 1e-4)), "spread_middle", format.Significant(e.SpreadMiddle, 3))),
		),
	}
	return region.Body(parts...)
}

// told writes a difference of answers; what is less than the distance of two
// float32 numbers is said to be that.
func (v *whyView) told(difference float64, digits int) string {
	if math.Abs(difference) < v.Explanation.Grain() {
		return i18n.For(v.Lang).Text("why.below_grain")
	}
	return format.Significant(difference, digits)
}

// directions lists the error along the two principal directions of the loss.
func (v *whyView) directions() app.UI {
	text := i18n.For(v.Lang).Text
	e := v.Explanation
	names := []string{text("why.direction"), text("why.curvature")}
	if e.Descent {
		names = append(names, text("why.factor"))
	}
	names = append(names, text("why.left"), text("why.share", "x", format.Plain(e.X)))
	var rows [][]string
	for i, d := range e.Directions {
		cells := []string{text([]string{"why.fast", "why.slow"}[i]), format.Significant(d.Curvature, 5)}
		if e.Descent {
			cells = append(cells, format.Significant(d.Factor, 5))
		}
		rows = append(rows, append(cells, format.Significant(d.Left, 4), v.told(d.Share, 4)))
	}
	return numberTable(text("why.table"), names, rows)
}

// epochs writes how many epochs the slow direction needs.
func (v *whyView) epochs() string {
	text := i18n.For(v.Lang).Text
	slow := v.Explanation.Directions[1]
	if fast := v.Explanation.Directions[0]; math.IsInf(fast.PerDigit, 0) || math.IsInf(slow.PerDigit, 0) {
		return text("why.never")
	}
	return text("why.epochs", "percent", strconv.Itoa(int(math.Ceil(slow.ToPercent))), "digit", strconv.Itoa(int(math.Ceil(slow.PerDigit))),
		"epoch", strconv.Itoa(v.Epoch))
}

// reach says how far the x to predict is from the data.
func (v *whyView) reach() string {
	text := i18n.For(v.Lang).Text
	e := v.Explanation
	beyond := max(e.X-e.To, e.From-e.X)
	pairs := []string{
		"x", format.Plain(e.X), "from", format.Plain(e.From), "to", format.Plain(e.To),
		"beyond", format.Plain(chart.Snap(beyond, 1e-6)),
	}
	if beyond > 0 {
		return text("why.beyond", pairs...)
	}
	return text("why.within", pairs...)
}

// noise sets how much noise there is.
func (v *whyView) noise() app.UI {
	text := i18n.For(v.Lang).Text
	e := v.Explanation
	value := format.Plain(e.Noise)
	most := chart.Snap(max(e.Noise, 10*session.StandardNoise(e.Range)/2), 1e-9)
	return app.Div().Class("scrubber").Body(
		app.Elem("label").Attr("for", noiseID).Text(text("why.noise")),
		&widget.Slider{ID: noiseID, Target: noiseSlid{}, Max: most, Step: most / 50, Value: e.Noise, Text: value},
		app.Elem("output").Class("numbers").Text(value),
	)
}

// noiseSlid is how much noise the points have.
type noiseSlid struct{}

func (noiseSlid) Slid(value float64) session.Msg { return session.NoiseChosen{Deviation: value} }

func (noiseSlid) Taken() session.Msg { return nil }
