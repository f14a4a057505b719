package ui

import (
	"strconv"

	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/format"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/plane"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// verdict shows what more there is to say of the weights in sight for data with two
// inputs: the loss over the points that are only measured and, where y names classes,
// how many points are in the right one.
type verdict struct {
	app.Compo

	Lang string
	// TestLoss is known where Tests is set; Accuracy where Classes is not 0, and
	// TestAccuracy where both are.
	TestLoss, Accuracy, TestAccuracy float64
	Tests, Known                     bool
	// Labels are those of the classes, and Confusion counts the points of each class by
	// what the model says.
	Labels    []float64
	Confusion [][]int
}

func newVerdict(lang string, s session.Session) *verdict {
	v := &verdict{Lang: lang}
	e, params := s.Experiment, s.Shown().Params
	if e.Inputs < 2 {
		return v
	}
	v.Tests = e.ValidationPoints() > 0
	v.TestLoss, v.Known = s.TestLoss()
	if e.Classes == 0 {
		return v
	}
	for class := range e.Classes {
		v.Labels = append(v.Labels, e.LabelOf(class))
	}
	v.Accuracy, v.TestAccuracy = s.AccuracyOf(params)
	if outputs := s.Observer().Points(e.Points, params); len(outputs) > 0 {
		last := outputs[len(outputs)-1]
		v.Confusion = plane.Judge(plane.PointsOf(e.Points), last.Data, last.Cols, plane.ReadingOf(e)).Confusion
	}
	return v
}

func (v *verdict) Render() app.UI {
	text := i18n.For(v.Lang).Text
	test, more := "–", ""
	if v.Known {
		test = format.Short(v.TestLoss)
	}
	if v.Tests && v.TestAccuracy == v.TestAccuracy {
		more = text("guess.accuracy_test", "percent", percent(v.TestAccuracy))
	}
	return app.Div().Class("verdict").Body(
		app.Div().Body(app.If(v.Tests, func() app.UI { return reading("test-loss", text("guess.test"), test) })),
		app.Div().Body(app.If(len(v.Labels) > 0, func() app.UI {
			return app.Div().Body(
				reading("accuracy", text("guess.accuracy"), percent(v.Accuracy)+" %"),
				app.P().Class("hint").Text(more),
			)
		})),
		app.Div().Body(app.If(len(v.Confusion) > 0, func() app.UI { return v.confusion() })),
	)
}

// confusion counts the points of each class by what the model says.
func (v *verdict) confusion() app.UI {
	text := i18n.For(v.Lang).Text
	return app.Elem("details").Class("confusion").Body(
		app.Elem("summary").Text(text("confusion.title")),
		app.Elem("table").Class("numbers").Aria("label", text("confusion.title")).Body(
			app.Elem("thead").Body(app.Elem("tr").Body(
				app.Elem("th").Attr("scope", "col").Text(text("confusion.class")),
				app.Range(v.Labels).Slice(func(i int) app.UI {
					return app.Elem("th").Attr("scope", "col").Text(text("confusion.answered", "class", format.Plain(v.Labels[i])))
				}),
			)),
			app.Elem("tbody").Body(app.Range(v.Confusion).Slice(func(i int) app.UI {
				row := v.Confusion[i]
				return app.Elem("tr").Body(
					app.Elem("th").Attr("scope", "row").Text(text("confusion.of", "class", format.Plain(v.Labels[i]))),
					app.Range(row).Slice(func(j int) app.UI { return app.Elem("td").Text(strconv.Itoa(row[j])) }),
				)
			})),
		),
	)
}

// percent writes a part in percent, to a tenth, and never rounds what is not all up to
// 100.
func percent(part float64) string {
	if part != part {
		return format.Fixed(part, 1)
	}
	tenths := min(max(1000*part, 0), 1000)
	if tenths < 1000 {
		tenths = min(tenths, 999)
	}
	return format.Plain(float64(int(tenths+0.5)) / 10)
}
