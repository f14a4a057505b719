package bundle

import (
	"image/color"
	"math"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/nn"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/palette"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg/draw"
)

// planePreview is the picture of an experiment with two inputs: the plane in the colours
// of what the trained model says, and the points in those of their labels.
func planePreview(p *plot.Plot, e experiment.Experiment, model *nn.Sequential) ([]byte, error) {
	points := make(plotter.XYs, len(e.Points))
	lowest, highest, reach := math.Inf(1), math.Inf(-1), 0.0
	for i, point := range e.Points {
		points[i] = plotter.XY{X: point.X[0], Y: point.X[1]}
		lowest, highest = min(lowest, point.Y), max(highest, point.Y)
		reach = max(reach, math.Abs(point.X[0]), math.Abs(point.X[1]))
	}
	if highest == lowest {
		highest = lowest + 1
	}
	if reach == 0 {
		reach = 1
	}
	f := field{reach: 1.1 * reach}
	var places []experiment.Place
	for row := range fieldSide {
		for column := range fieldSide {
			places = append(places, experiment.Place{f.X(column), f.Y(row)})
		}
	}
	answers, err := model.Predict(e.Matrix(places...))
	if err != nil {
		return nil, err
	}
	for i := range places {
		said := float64(answers.Data[i*answers.Cols])
		f.values[i] = min(max((said-lowest)/(highest-lowest), 0), 1)
	}
	ground := plotter.NewHeatMap(f, between(dataColor, modelColor, 0.45))
	ground.Min, ground.Max = 0, 1
	data, err := plotter.NewScatter(points)
	if err != nil {
		return nil, err
	}
	data.GlyphStyleFunc = func(i int) draw.GlyphStyle {
		style := draw.GlyphStyle{Color: dataColor, Radius: 7, Shape: draw.CircleGlyph{}}
		if e.Points[i].Y > (lowest+highest)/2 {
			style.Color = modelColor
		}
		return style
	}
	p.Add(ground, data)
	p.X.Min, p.X.Max, p.Y.Min, p.Y.Max = -f.reach, f.reach, -f.reach, f.reach
	return picture(p)
}

// fieldSide is how many places of the plane are asked along each side.
const fieldSide = 60

// field is what the model says over the plane, from 0 to 1, row by row.
type field struct {
	reach  float64
	values [fieldSide * fieldSide]float64
}

func (f field) Dims() (columns, rows int) { return fieldSide, fieldSide }
func (f field) Z(column, row int) float64 { return f.values[row*fieldSide+column] }
func (f field) X(column int) float64      { return f.reach * (2*float64(column)/(fieldSide-1) - 1) }
func (f field) Y(row int) float64         { return f.X(row) }

// shades are the colours of the plane.
type shades []color.Color

func (s shades) Colors() []color.Color { return s }

// between are the colours from one to another by way of white, each as strong as a part
// of it, so that points of the same colour stand out.
func between(from, to color.RGBA, strength float64) palette.Palette {
	const count = 40
	var s shades
	for i := range count {
		part, of := 2*float64(i)/(count-1)-1, from
		if part > 0 {
			of = to
		}
		mixed := func(c uint8) uint8 { return uint8(255 - math.Abs(part)*strength*(255-float64(c))) }
		s = append(s, color.RGBA{mixed(of.R), mixed(of.G), mixed(of.B), 255})
	}
	return s
}
