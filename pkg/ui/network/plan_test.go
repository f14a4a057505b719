package network

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"firstneuron/pkg/experiment/script"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/format"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// fragments are models of every kind that is drawn in its own way.
var fragments = []string{
	"w=10&b=-10", "w=0&b=0", "w=1e12&b=-1e12", "layers=1:tanh&w=-2&b=1", "layers=3:tanh,1", "layers=16:tanh,16:relu,1", "layers=1,1,1,1,1,1,1,1,1,1",
	"layers=64,64,64,64,64,64,64,64,64,1", "layers=64:relu,2,64,1",
}

// sizes are places that the picture may have.
var sizes = [][2]float64{{320, 240}, {220, 150}, {250, 420}, {118, 78}, {250, 160}, {520, 300}, {900, 600}}

// drawn is the picture of a link, as the page draws it.
func drawn(t testing.TB, fragment string, width, height float64) *Panel {
	t.Helper()
	p := New("en", session.New(fragment))
	p.width, p.height = width, height
	p.draw()
	return p
}

// TestEdgesAreTheWeights: each edge drawn has the value that the session, and so
// pkg/nn, has at its place; a model whose units are all drawn has all its edges.
func TestEdgesAreTheWeights(t *testing.T) {
	for _, fragment := range fragments {
		s := session.New(fragment)
		model, err := s.Experiment.Model()
		if err != nil {
			t.Fatal(err)
		}
		params, layout := model.AppendParams(nil), s.Experiment.Layout()
		for _, size := range sizes {
			p := drawn(t, fragment, size[0], size[1])
			seen := map[int]bool{}
			for _, e := range p.plan.Edges {
				if e.Value != float64(params[e.Weight]) {
					t.Errorf("%s: the edge of %s is %v, want %v", fragment, layout.Name(e.Weight), e.Value, params[e.Weight])
				}
				if l := layout.Layer(e.Weight); l+1 != e.Layer || e.Bias != (e.Weight >= layout[l].Bias) {
					t.Errorf("%s: %s leads to layer %d", fragment, layout.Name(e.Weight), e.Layer)
				}
				if seen[e.Weight] {
					t.Errorf("%s: %s is drawn twice", fragment, layout.Name(e.Weight))
				}
				seen[e.Weight] = true
			}
			if p.plan.Drawn == p.plan.All && !p.plan.Narrow && len(seen) != len(params) {
				t.Errorf("%s in %v: %d weights are drawn of %d, and none is folded", fragment, size, len(seen), len(params))
			}
			if folded := p.plan.All - p.plan.Drawn; folded > 0 && !strings.Contains(app.HTMLString(p.value()), strconv.Itoa(folded)+" of "+strconv.Itoa(p.plan.All)+" units are folded") {
				t.Errorf("%s in %v: %d units are folded, and nothing says so", fragment, size, folded)
			}
		}
	}
}

// TestNumbersAreTheCode: what stands on the edges is what set_weights of the
// page's program says.
func TestNumbersAreTheCode(t *testing.T) {
	for _, fragment := range []string{"w=2.5&b=-0.75", "layers=3:tanh,1&seed=5"} {
		s := session.New(fragment)
		p := drawn(t, fragment, 520, 420)
		d := p.draw()
		numbers := map[string]bool{}
		for _, label := range d.Labels {
			if strings.HasPrefix(label.Class, "edge-number") {
				_, number, named := strings.Cut(label.Text, "= ")
				if !named {
					number = label.Text
				}
				numbers[number] = true
			}
		}
		count := 0
		for _, layer := range script.InitialLayers(s.Experiment) {
			values := append([]float64{}, layer.Bias...)
			for j := range layer.Units {
				values = append(values, layer.Column(j)...)
			}
			for _, v := range values {
				count++
				digits := 3
				if p.plan.Neuron {
					digits = 4
				}
				if !numbers[format.Digits(v, digits)] {
					t.Errorf("%s: the code sets %v, and no edge says so: %v", fragment, v, numbers)
				}
			}
		}
		if count != len(p.Model.Params) {
			t.Errorf("%s: the code sets %d weights, want %d", fragment, count, len(p.Model.Params))
		}
	}
}

// TestEverythingIsInThePicture, and no unit lies on another.
func TestEverythingIsInThePicture(t *testing.T) {
	for _, fragment := range fragments {
		for _, size := range sizes {
			p := drawn(t, fragment, size[0], size[1])
			plan := p.plan
			inside := func(what string, at Place, halfWidth, halfHeight float64) {
				if at.X-halfWidth < 0 || at.X+halfWidth > plan.Width || at.Y-halfHeight < 0 || at.Y+halfHeight > plan.Height {
					t.Errorf("%s in %v: %s at %v is not in the picture", fragment, size, what, at)
				}
			}
			for c, column := range plan.Columns {
				width, height := plan.TileWidth/2, plan.TileHeight/2
				if c == 0 {
					width, height = plan.Radius, plan.Radius
				}
				for i, node := range column.Nodes {
					inside("unit "+strconv.Itoa(i+1)+" of column "+strconv.Itoa(c), node, width, height)
					if i > 0 && node.Y-column.Nodes[i-1].Y < plan.TileHeight+1 {
						t.Errorf("%s in %v: units of column %d lie on each other", fragment, size, c)
					}
				}
				if c > 0 && !plan.Neuron && column.X-plan.Columns[c-1].X < plan.TileWidth+2 {
					t.Errorf("%s in %v: columns %d and %d lie on each other", fragment, size, c-1, c)
				}
				if c < len(plan.Columns)-1 {
					inside("the constant of column "+strconv.Itoa(c), column.One, 6, 6)
				}
			}
			for _, label := range p.draw().Labels {
				inside("the text "+label.Text, label.Place, 2, 5)
			}
		}
	}
}

// TestNumbersAreApart: where each edge has its number, none lies on another.
func TestNumbersAreApart(t *testing.T) {
	for _, fragment := range []string{"w=10&b=-10", "layers=2:tanh,1", "layers=3:tanh,1", "layers=4:tanh,1", "set=rings:1:10:60&classes=3&layers=4:tanh,3:softmax&play=0"} {
		for _, size := range [][2]float64{{300, 270}, {300, 400}} {
			p := drawn(t, fragment, size[0], size[1])
			d := p.draw()
			if !p.plan.Numbered {
				continue
			}
			var numbers []Label
			for _, label := range d.Labels {
				if strings.HasPrefix(label.Class, "edge-number") {
					numbers = append(numbers, label)
				}
			}
			for i, a := range numbers {
				for _, b := range numbers[:i] {
					if math.Abs(a.X-b.X) < 24 && math.Abs(a.Y-b.Y) < 11 {
						t.Errorf("%s: %q at %v lies on %q at %v", fragment, a.Text, a.Place, b.Text, b.Place)
					}
				}
			}
		}
	}
}

// TestThickIsMore: a larger weight is a thicker edge, and none is invisible or
// fills the picture.
func TestThickIsMore(t *testing.T) {
	for _, fragment := range fragments {
		p := drawn(t, fragment, 320, 240)
		before := 0.0
		for _, w := range []float64{0, 0.01, 0.1, 0.5, 1, 2, 10, 1e3, 1e12, math.Inf(1)} {
			thick := p.plan.thick(w)
			if thick < before || thick < 0.5 || thick > 16 || thick != p.plan.thick(-w) {
				t.Errorf("%s: a weight of %v is %v thick, after %v", fragment, w, thick, before)
			}
			before = thick
		}
	}
}

// TestEdgesTellAllTheirDigits to a pointer, where the picture has four.
func TestEdgesTellAllTheirDigits(t *testing.T) {
	p := drawn(t, "w=1.234567&b=-0.9876543", 320, 240)
	html := app.HTMLString(p.handles())
	for _, want := range []string{"Weight w 1.23457", "Bias b −0.987654"} {
		if !strings.Contains(html, want) {
			t.Errorf("no edge tells %q: %s", want, html)
		}
	}
}

// TestFoldedUnitsComeIntoSight when the keys reach them, or the pointer has.
func TestFoldedUnitsComeIntoSight(t *testing.T) {
	s := session.New("layers=64,64,1")
	layout := s.Experiment.Layout()
	for _, weight := range []int{0, layout[0].Kernel + 63, layout[0].Bias + 40, layout[1].Kernel + 50*64 + 33, layout[1].Bias + 63, layout[2].Kernel + 63} {
		p := New("en", s)
		p.width, p.height, p.Look.Weight = 320, 240, weight
		p.draw()
		if _, ok := p.plan.Edge(weight); !ok {
			t.Errorf("%s is looked at and not drawn", layout.Name(weight))
		}
	}
	p := New("en", s)
	p.width, p.height, p.Look = 320, 240, Look{Weight: 0, Layer: 2, Unit: 60}
	p.draw()
	if at, ok := p.plan.UnitPlace(2, 60); !ok {
		t.Error("unit 60 of layer 2 is pointed at and not drawn")
	} else if layer, unit := p.plan.UnitAt(at); layer != 2 || unit != 60 {
		t.Errorf("at the place of unit 60 of layer 2 a pointer finds unit %d of layer %d", unit, layer)
	}
}

// TestPointersFindEdges: in the middle of each edge of a neuron that edge is found.
func TestPointersFindEdges(t *testing.T) {
	p := drawn(t, "w=10&b=-10", 320, 200)
	for _, e := range p.plan.Edges {
		if found, ok := p.plan.EdgeAt(e.At(0.5), 7); !ok || found.Weight != e.Weight {
			t.Errorf("a pointer in the middle of weight %d finds %v, %v", e.Weight, found.Weight, ok)
		}
	}
	if _, ok := p.plan.EdgeAt(Place{310, 10}, 7); ok {
		t.Error("a pointer in a corner finds an edge")
	}
}

// BenchmarkDraw works the picture out and renders it, all of which a frame has
// time for: 16 ms.
func BenchmarkDraw(b *testing.B) {
	for _, layers := range []string{"1", "16:tanh,16:tanh,1", "64,64,64,64,64,64,64,64,64,1"} {
		s := session.New("layers=" + layers + "&" + "seed=1")
		b.Run(strings.ReplaceAll(layers, ",", "-"), func(b *testing.B) {
			for b.Loop() {
				p := New("en", s)
				p.width, p.height = 320, 240
				p.Render()
			}
		})
	}
}

// TestAModelWithoutWeightsIsDrawnEmpty: a link can ask for a model that cannot be
// built, and the page shows the rest of it.
func TestAModelWithoutWeightsIsDrawnEmpty(t *testing.T) {
	for _, answer := range []Answer{{}, {Point: 1, X: 4}} {
		drawing := NewPlan(Model{}, Look{}, 320, 240).Draw(Model{}, Look{Layer: 1, Unit: 1}, answer)
		if len(drawing.Labels)+len(drawing.Strokes)+len(drawing.Tiles) > 0 {
			t.Errorf("Draw of no model = %+v, want nothing", drawing)
		}
	}
}
