package planechart

import (
	"math"
	"strconv"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/ui/format"
	"firstneuron/pkg/ui/plane"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

const (
	// radius is that of the points.
	radius = 4.5
	// tones is how many colours there are for labels that are numbers.
	tones = 9
)

// marks draw the boundary, the points and the asked place. The inner <svg> cuts them
// off at the area.
func (p *Panel) marks(seen *picture) app.UI {
	a := p.frame.Area
	path := func(class, d string) app.UI { return widget.SVG("path").Class(class).Attr("d", d) }
	marks := []app.UI{path("mark-ghost", seen.ghost)}
	for i, run := range seen.runs {
		marks = append(marks, path(widget.RunClass(i), run))
	}
	marks = append(marks, path("mark-boundary", seen.boundary))
	for _, group := range p.shapes.of(p) {
		marks = append(marks, path(group.class, group.d))
	}
	marks = append(marks, path("mark-wrong", seen.wrong))
	marks = append(marks, p.own()...)
	marks = append(marks, p.queries()...)
	marks = append(marks, p.asked()...)
	if p.Layer > 0 {
		marks = append(marks, p.text(p.unitName(), a.Left+8, a.Top+18, "start"))
	}
	box := format.Pixels(a.Left) + " " + format.Pixels(a.Top) + " " + format.Pixels(a.Width) + " " + format.Pixels(a.Height)
	return p.layer().Aria("hidden", "true").Body(
		widget.SVG("svg").Class("inside").Attr("viewBox", box).Attr("x", format.Pixels(a.Left)).Attr("y", format.Pixels(a.Top)).
			Attr("width", format.Pixels(a.Width)).Attr("height", format.Pixels(a.Height)).Body(marks...))
}

// layer is an SVG over the whole chart.
func (p *Panel) layer() app.HTMLElem {
	return widget.SVG("svg").Class("marks").Attr("viewBox", "0 0 "+format.Pixels(p.frame.Spec.Width)+" "+format.Pixels(p.frame.Spec.Height))
}

func (p *Panel) text(text string, x, y float64, anchor string) app.UI {
	return widget.SVG("text").Class("mark-text").Attr("x", format.Pixels(x)).Attr("y", format.Pixels(y)).Attr("text-anchor", anchor).Text(text)
}

// boundary is where the answer of other weights changes.
func (p *Panel) boundary(params []float32) string {
	if len(params) == 0 || p.Fieldless {
		return ""
	}
	field := p.field(params, runSide)
	return plane.Path(p.tracer.Trace(field, field.Middle()), p.scale)
}

// wrong marks the points that the model answers with another class.
func (p *Panel) wrong(verdict plane.Verdict) string {
	if p.Layer > 0 || p.Reading.Classes == 0 {
		return ""
	}
	var d []byte
	number := func(v float64) { d = strconv.AppendFloat(d, math.Round(10*v)/10, 'f', -1, 64) }
	for i, point := range p.Points {
		if i >= len(verdict.Answers) || i >= p.Trained && !p.ShowTest || verdict.Answers[i] == p.Reading.ClassOf(point.Y) {
			continue
		}
		x, y := p.scale.Pixel(point.X[0], point.X[1])
		d = append(d, 'M')
		number(x - 3)
		d = append(d, ' ')
		number(y - 3)
		d = append(d, "l6 6m0 -6l-6 6"...)
	}
	return string(d)
}

// queries are the further places that are asked: small diamonds, with their numbers in
// the table beside them. What lies beyond the plane is left to the table.
func (p *Panel) queries() []app.UI {
	if p.Answerless || len(p.Queries) == 0 {
		return nil
	}
	var d []byte
	var marks []app.UI
	for i, query := range p.Queries {
		x, y := p.scale.Pixel(query.X[0], query.X[1])
		if _, _, inside := p.scale.Place(x, y); !inside {
			continue
		}
		d = append(d, "M"+format.Pixels(x-5)+" "+format.Pixels(y)+"l5 -5l5 5l-5 5z"...)
		marks = append(marks, p.beside(strconv.Itoa(i+1), x, y))
	}
	return append([]app.UI{widget.SVG("path").Class("mark-query").Attr("d", string(d))}, marks...)
}

// asked is the asked place, with the answer there; beyond the plane it lies at its rim.
func (p *Panel) asked() []app.UI {
	if p.Answerless {
		return nil
	}
	x, y := p.askedAt()
	const r = 7
	diamond := "M" + format.Pixels(x-r) + " " + format.Pixels(y) + "l7 -7l7 7l-7 7z"
	marks := []app.UI{widget.SVG("path").Class("mark-predict").Attr("d", diamond)}
	if len(p.Answer) == 0 {
		return marks
	}
	if len(p.Starts) > 0 && !p.Fieldless {
		return append(marks, p.beside(p.votesAt(), x, y))
	}
	label := format.Short(float64(p.Answer[0]))
	if len(p.Answer) > 1 {
		class, _ := p.Reading.Answer(p.Answer)
		label = format.Plain(float64(class))
	}
	return append(marks, p.beside(label, x, y))
}

// beside is a text beside a mark, on the side that has more room.
func (p *Panel) beside(text string, x, y float64) app.UI {
	a := p.frame.Area
	anchor, gap := "start", 12.0
	if x > a.Left+a.Width/2 {
		anchor, gap = "end", -12
	}
	return p.text(text, x+gap, min(max(y+5, a.Top+14), a.Top+a.Height-6), anchor)
}

// askedAt is where the asked place is drawn.
func (p *Panel) askedAt() (x, y float64) {
	a := p.frame.Area
	x, y = p.scale.Pixel(p.Asked[0], p.Asked[1])
	return min(max(x, a.Left+7), a.Left+a.Width-7), min(max(y, a.Top+7), a.Top+a.Height-7)
}

// shapes are the points as paths, those of one look as one: five hundred points move
// as fast as one. They are kept as long as points and axes are the same.
type shapes struct {
	first   *experiment.Point
	count   int
	trained int
	test    bool
	scale   plane.Scale
	reading plane.Reading
	drawn   []group
}

// group is the points of one class of the style sheet.
type group struct{ class, d string }

// of returns the groups of a panel's points.
func (s *shapes) of(p *Panel) []group {
	var first *experiment.Point
	if len(p.Points) > 0 {
		first = &p.Points[0]
	}
	now := shapes{first, len(p.Points), p.Trained, p.ShowTest, p.scale, p.Reading, nil}
	if s.drawn != nil && s.first == first && s.count == now.count && s.trained == now.trained && s.test == now.test && s.scale == now.scale && s.reading == now.reading {
		return s.drawn
	}
	now.drawn = groups(plane.Marks(p.placed.of(p.Points), p.Trained, nil, p.Reading, p.scale), p.Reading, p.ShowTest)
	*s = now
	return s.drawn
}

// groups draws marks, those of one look as one path; test points only where they are
// shown.
func groups(marks []plane.Mark, r plane.Reading, test bool) []group {
	kinds := r.Classes
	if kinds == 0 {
		kinds = tones
	}
	paths := make([][]byte, 2*kinds)
	for _, mark := range marks {
		if mark.Test && !test || mark.X-mark.X != 0 || mark.Y-mark.Y != 0 {
			continue
		}
		kind := mark.Class
		if r.Classes == 0 {
			kind = int(math.Round((mark.Shade + 1) / 2 * (tones - 1)))
		}
		if kind < 0 || kind >= kinds {
			continue
		}
		if mark.Test {
			kind += kinds
		}
		paths[kind] = plane.AppendShape(paths[kind], mark.Class, radius, mark.X, mark.Y)
	}
	drawn := make([]group, 0, len(paths))
	for kind, d := range paths {
		class := "plane-point class-" + strconv.Itoa(kind%kinds)
		if r.Classes == 0 {
			class = "plane-point tone-" + strconv.Itoa(kind%kinds)
		}
		if kind >= kinds {
			class += " test"
		}
		drawn = append(drawn, group{class, string(d)})
	}
	return drawn
}
