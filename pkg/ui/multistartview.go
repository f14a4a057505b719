package ui

import (
	"cmp"
	"math"
	"strconv"
	"strings"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/chart"
	"firstneuron/pkg/ui/format"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

const (
	startsChartID = "starts-chart"
	// bins is how many bars the histogram has.
	bins = 20
)

// multiStartView is the histogram of the predictions from many initial weights.
type multiStartView struct {
	app.Compo

	Lang            string
	Tried, Diverged int
	Done            bool
	// Predictions are sorted. Finite weights can give an infinite prediction; the
	// histogram and the summary leave those out, see answers.
	Predictions []float64
	// Place is the place to predict.
	Place string
	// Classes is how many classes the predictions name, 0 where they are quantities.
	Classes int

	box   widget.ChartBox
	frame chart.Frame
}

var (
	_ app.Mounter    = (*multiStartView)(nil)
	_ app.Dismounter = (*multiStartView)(nil)
)

// OnMount starts measuring the chart's place.
func (v *multiStartView) OnMount(ctx app.Context) { v.box.Watch(ctx, startsChartID) }

// OnDismount stops it.
func (v *multiStartView) OnDismount() { v.box.Leave() }

func (v *multiStartView) Render() app.UI {
	text := i18n.For(v.Lang).Text
	title := text("starts.title")
	counts, span := v.histogram()
	most := 1
	for _, n := range counts {
		most = max(most, n)
	}
	v.frame = v.box.Frame(chart.FrameSpec{
		Width: 560, Height: 180, X: span, Y: chart.Range{Max: float64(most) * 1.08}, XLabel: text("starts.prediction"), YLabel: text("starts.count"),
	})
	return app.Elem("section").Class("starts").Aria("label", title).Body(
		app.Div().Class("head").Body(
			app.P().Class("numbers").Role("status").Aria("live", "polite").Text(v.progress()),
			&widget.SaveMenu{Lang: v.Lang, Chart: startsChartID, Name: title},
		),
		app.Div().Class("chart").ID(startsChartID).Body(
			app.Div().Class("picture").Role("img").Aria("label", title).Aria("describedby", "starts-summary").Body(
				app.Raw(v.frame.SVG),
				v.bars(counts, span),
			),
		),
		app.P().ID("starts-summary").Class("summary").Text(v.summary()),
	)
}

// answers returns the finite predictions.
func (v *multiStartView) answers() []float64 {
	var answers []float64
	for _, y := range v.Predictions {
		if !math.IsNaN(y) && !math.IsInf(y, 0) {
			answers = append(answers, y)
		}
	}
	return answers
}

// histogram counts the answers in bins.
func (v *multiStartView) histogram() (counts []int, span chart.Range) {
	answers := v.answers()
	if v.Classes > 0 {
		return v.votes(), chart.Range{Min: -0.5, Max: float64(v.Classes) - 0.5}
	}
	counts = make([]int, bins)
	if len(answers) == 0 {
		return counts, chart.Range{Min: 0, Max: 1}
	}
	span = chart.Range{Min: answers[0], Max: answers[len(answers)-1]}
	// Not finer than the six digits in which a prediction is written.
	if room := max(5e-5*math.Abs(span.Max), 1e-9); span.Max-span.Min < room {
		span = chart.Range{Min: span.Min - room, Max: span.Max + room}
	}
	for _, y := range answers {
		counts[min(int(float64(bins)*(y-span.Min)/(span.Max-span.Min)), bins-1)]++
	}
	return counts, span
}

// votes counts the answers for each class.
func (v *multiStartView) votes() []int {
	counts := make([]int, v.Classes)
	for _, y := range v.answers() {
		counts[min(max(int(y), 0), v.Classes-1)]++
	}
	return counts
}

func (v *multiStartView) bars(counts []int, span chart.Range) app.UI {
	f := v.frame
	marks := make([]app.UI, 0, len(counts))
	width := (span.Max - span.Min) / float64(len(counts))
	for i, n := range counts {
		left, top := f.Px(span.Min+float64(i)*width, float64(n))
		right, bottom := f.Px(span.Min+float64(i+1)*width, 0)
		if n > 0 {
			marks = append(marks, widget.SVG("rect").Class("mark-bar").Attr("x", format.Pixels(left+0.5)).Attr("y", format.Pixels(top)).
				Attr("width", format.Pixels(max(right-left-1, 1))).Attr("height", format.Pixels(bottom-top)))
		}
	}
	return widget.SVG("svg").Class("marks").Attr("viewBox", "0 0 "+format.Pixels(f.Spec.Width)+" "+format.Pixels(f.Spec.Height)).
		Aria("hidden", "true").Body(marks...)
}

func (v *multiStartView) progress() string {
	text := i18n.For(v.Lang).Text
	done := text("starts.progress", "tried", strconv.Itoa(v.Tried+v.Diverged), "goal", strconv.Itoa(session.MultiStartGoal))
	if v.Done && v.Diverged > 0 {
		done += " " + text("starts.diverged", "count", strconv.Itoa(v.Diverged))
	}
	return done
}

// summary describes the picture in words.
func (v *multiStartView) summary() string {
	text := i18n.For(v.Lang).Text
	answers := v.answers()
	n := len(answers)
	beyond := ""
	if more := len(v.Predictions) - n; more > 0 {
		beyond = text("starts.beyond", "count", strconv.Itoa(more), "x", v.Place)
	}
	if n == 0 {
		return cmp.Or(beyond, text("starts.none"))
	}
	if v.Classes > 0 {
		var says []string
		for class, count := range v.votes() {
			says = append(says, text("plane.starts_say", "count", strconv.Itoa(count), "all", strconv.Itoa(n), "class", strconv.Itoa(class)))
		}
		return text("starts.classes", "x", v.Place, "says", strings.Join(says, ", "))
	}
	return strings.TrimSpace(text("starts.summary", "count", strconv.Itoa(n), "x", v.Place,
		"min", format.Significant(answers[0], 6), "max", format.Significant(answers[n-1], 6),
		"median", format.Significant((answers[(n-1)/2]+answers[n/2])/2, 6)) + " " + beyond)
}

// askedPlace writes the place that is asked: a number or, of two inputs, a pair.
func askedPlace(e experiment.Experiment) string {
	if e.Inputs < 2 {
		return format.Plain(e.Predict[0])
	}
	return "(" + format.Plain(e.Predict[0]) + "; " + format.Plain(e.Predict[1]) + ")"
}
