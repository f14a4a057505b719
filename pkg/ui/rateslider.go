package ui

import (
	"math"
	"strconv"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/format"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

const rateSliderID = "rate-slider"

// rateSlider sets the learning rate on a logarithmic scale. Marks show the largest
// rate that converges and the fastest.
type rateSlider struct {
	app.Compo

	Lang string
	Rate float64
	// Limit is the learning rate's limit, where it is known; Above is set when
	// the rate is above it.
	Limit  experiment.RateLimit
	Known  bool
	Above  bool
	Locked bool
}

// ends are the powers of ten at the slider's ends.
func (r *rateSlider) ends() (low, high float64) {
	low, high = -5, 1
	if r.Known {
		low = min(low, math.Floor(math.Log10(r.Limit.Stable))-2)
		high = max(high, math.Ceil(math.Log10(r.Limit.Stable)))
	}
	if r.Rate > 0 {
		low, high = min(low, math.Floor(math.Log10(r.Rate))), max(high, math.Ceil(math.Log10(r.Rate)))
	}
	return low, high
}

func (r *rateSlider) Render() app.UI {
	text := i18n.For(r.Lang).Text
	low, high := r.ends()
	return app.Div().Class("rate").Body(
		app.Div().Class("track").Body(
			app.Elem("label").Class("visually-hidden").Attr("for", rateSliderID).Text(text("rate.slider")),
			r.marks(low, high),
			&widget.Slider{
				ID: rateSliderID, Target: rateSlid{}, Min: low, Max: high, Step: 0.05, Value: math.Log10(max(r.Rate, 1e-300)),
				Text: format.Plain(r.Rate), Disabled: r.Locked,
			},
		),
		app.Div().Class("limit").Body(app.If(r.Known, r.limit)),
	)
}

// marks draws the limit and the fastest rate over the slider, and shades the rates
// above the limit.
func (r *rateSlider) marks(low, high float64) app.UI {
	at := func(rate float64) string { return format.Pixels((math.Log10(rate) - low) / (high - low) * 1000) }
	marks := []app.UI{widget.SVG("rect").Class("rate-scale").Attr("x", "0").Attr("y", "3").Attr("width", "1000").Attr("height", "4")}
	if r.Known {
		stable, fastest := at(r.Limit.Stable), at(r.Limit.Fastest)
		rest := format.Pixels(1000 - (math.Log10(r.Limit.Stable)-low)/(high-low)*1000)
		marks = append(marks,
			widget.SVG("rect").Class("rate-above").Attr("x", stable).Attr("y", "3").Attr("width", rest).Attr("height", "4"),
			widget.SVG("line").Class("rate-fastest").Attr("x1", fastest).Attr("x2", fastest).Attr("y1", "0").Attr("y2", "10"),
			widget.SVG("line").Class("rate-stable").Attr("x1", stable).Attr("x2", stable).Attr("y1", "0").Attr("y2", "10"),
		)
	}
	return widget.SVG("svg").Class("rate-marks").Attr("viewBox", "0 0 1000 10").Attr("preserveAspectRatio", "none").
		Aria("hidden", "true").Body(marks...)
}

// limit says how large the learning rate may be, and warns above it.
func (r *rateSlider) limit() app.UI {
	text := i18n.For(r.Lang).Text
	return app.Div().Body(
		app.Elem("span").ID("limit-name").Text(text("limit.title")),
		app.Elem("span").Role("note").Aria("labelledby", "limit-name").Text(text("limit.rates",
			"stable", format.Significant(r.Limit.Stable, 6), "fastest", format.Significant(r.Limit.Fastest, 5))),
		app.If(r.Above, func() app.UI {
			return app.Elem("span").Class("warning").Text(text("limit.above"))
		}),
	)
}

// rateSlid is the learning rate as a power of ten.
type rateSlid struct{}

// slid writes two digits: the slider is for finding a size.
func (rateSlid) Slid(value float64) session.Msg {
	return session.SettingSlid{Key: "lr", Text: strconv.FormatFloat(math.Pow(10, value), 'g', 2, 64)}
}

func (rateSlid) Taken() session.Msg { return session.SettingLeft{Key: "lr"} }
