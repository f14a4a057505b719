package bundle

import (
	"bytes"
	"context"
	"fmt"
	"image/color"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/site"
	"firstneuron/pkg/ui/chart"

	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgimg"
)

// The page's colours in the light.
var (
	inkColor   = color.RGBA{0x17, 0x20, 0x2a, 0xff}
	gridColor  = color.RGBA{0xe8, 0xec, 0xf0, 0xff}
	modelColor = color.RGBA{0x00, 0x65, 0xa8, 0xff}
	dataColor  = color.RGBA{0xb8, 0x4a, 0x00, 0xff}
)

// preview is the picture of an experiment as PNG: its points, and the line as
// it is trained, drawn by gonum/plot.
func preview(title string, e experiment.Experiment) ([]byte, error) {
	model, err := e.Model()
	if err != nil {
		return nil, err
	}
	x, y := e.Data()
	if _, err := model.Fit(context.Background(), x, y, e.FitConfig()); err != nil {
		return nil, err
	}
	p, err := previewPlot(title)
	if err != nil {
		return nil, err
	}
	if e.Inputs == 2 {
		return planePreview(p, e, model)
	}
	points := make(plotter.XYs, len(e.Points))
	xs, ys := make([]float64, len(e.Points)), make([]float64, len(e.Points))
	for i, point := range e.Points {
		points[i] = plotter.XY{X: point.X[0], Y: point.Y}
		xs[i], ys[i] = point.X[0], point.Y
	}
	rangeX, rangeY := chart.FitRange(xs, ys, e.Predict[0])
	data, err := plotter.NewScatter(points)
	if err != nil {
		return nil, err
	}
	data.GlyphStyle = draw.GlyphStyle{Color: dataColor, Radius: 8, Shape: draw.CircleGlyph{}}

	const steps = 100
	learned := make(plotter.XYs, steps+1)
	for i := range learned {
		at := rangeX.Min + (rangeX.Max-rangeX.Min)*float64(i)/steps
		answer, err := model.Predict(e.Matrix(experiment.Place{at}))
		if err != nil {
			return nil, err
		}
		learned[i] = plotter.XY{X: at, Y: float64(answer.Data[0])}
	}
	line, err := plotter.NewLine(learned)
	if err != nil {
		return nil, err
	}
	line.LineStyle = draw.LineStyle{Color: modelColor, Width: 5}
	grid := plotter.NewGrid()
	grid.Vertical.Color, grid.Horizontal.Color = gridColor, gridColor
	grid.Vertical.Width, grid.Horizontal.Width = 1.5, 1.5
	p.Add(grid, line, data)
	p.X.Min, p.X.Max, p.Y.Min, p.Y.Max = rangeX.Min, rangeX.Max, rangeY.Min, rangeY.Max
	return picture(p)
}

// previewPlot is an empty plot in large letters. plot's own font is a stub that
// knows widths only (see third_party/liberation), so the letters are Go's.
func previewPlot(title string) (*plot.Plot, error) {
	letters, err := opentype.Parse(goregular.TTF)
	if err != nil {
		return nil, fmt.Errorf("the preview's font: %w", err)
	}
	name := font.Font{Typeface: "Go"}
	fonts := font.NewCache(font.Collection{{Font: name, Face: letters}})
	style := func(size vg.Length) text.Style {
		return text.Style{Color: inkColor, Font: font.From(name, size), Handler: text.Plain{Fonts: fonts}}
	}
	p := plot.New()
	p.BackgroundColor = color.White
	p.Title.Text, p.Title.TextStyle, p.Title.Padding = title, style(44), 24
	p.Title.TextStyle.XAlign, p.Title.TextStyle.YAlign = draw.XCenter, draw.YTop
	for _, axis := range []*plot.Axis{&p.X, &p.Y} {
		axis.Tick.Label = style(24)
		axis.Tick.Marker, axis.Padding = chart.LinearTicks(8), 0
		axis.Color, axis.Tick.Color = inkColor, inkColor
		axis.Width, axis.Tick.Width, axis.Tick.Length = 2, 2, 8
	}
	p.X.Tick.Label.XAlign, p.X.Tick.Label.YAlign = draw.XCenter, draw.YTop
	p.Y.Tick.Label.XAlign, p.Y.Tick.Label.YAlign = draw.XRight, draw.YCenter
	return p, nil
}

// picture draws a plot with a margin around it.
func picture(p *plot.Plot) ([]byte, error) {
	const margin = 32
	canvas := vgimg.NewWith(vgimg.UseWH(site.PictureWidth, site.PictureHeight), vgimg.UseDPI(72), vgimg.UseBackgroundColor(color.White))
	p.Draw(draw.Crop(draw.New(canvas), margin, -margin, margin, -margin))
	var out bytes.Buffer
	if _, err := (vgimg.PngCanvas{Canvas: canvas}).WriteTo(&out); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
