package planechart

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"time"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/chart"
	"firstneuron/pkg/ui/plane"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// trained returns the session of a link after its training.
func trained(t testing.TB, link string, messages ...session.Msg) session.Session {
	t.Helper()
	m := session.NewMachine(session.New(link))
	var perform func(session.Effect)
	perform = func(effect session.Effect) {
		if found, _ := m.Work(effect, time.Now().Add(time.Minute)); found != nil {
			m.Send(found, perform)
		}
	}
	for _, message := range append([]session.Msg{session.TrainPressed{}}, messages...) {
		m.Send(message, perform)
	}
	return m.Session
}

const circle = "set=circle:0.97800:0:500&layers=4:tanh,1:tanh&lr=0.1&batch=10&epochs=30&validation=0.5&play=0"

// TestPlaneSaysWhatTheModelAnswers: the field, the marks and the text are those of the
// weights in sight, for every kind of data and model that there is.
func TestPlaneSaysWhatTheModelAnswers(t *testing.T) {
	for link, want := range map[string]string{
		circle: "Class −1 (squares): ", circle + "&test=1&discretize=1": "Class 1 (circles): ",
		"set=rings:1:0:90&layers=6:tanh,3&epochs=20&play=0":                                         "Class 2 (triangles): ",
		"set=plane:1:0:100&layers=1&epochs=20&play=0":                                               "100 points with a number each.",
		"xs=0,1,2&x2=1,2,3&ys=5,9,6&epochs=3&play=0":                                                "3 points with a number each.",
		"xs=0,1,2&x2=1,2,3&ys=0,1,1&classes=2&loss=binary_crossentropy&from_logits=1&play=0":        "Class 1 (circles): ",
		circle + "&lr=900&optimizer=sgd&loss=mean_squared_error&layers=3:relu,1&features=x1x1,x2x2": "Class 1 (circles): ",
	} {
		s := trained(t, link)
		p := New("en", s)
		html := app.HTMLString(p.Render())
		if !strings.Contains(p.told, want) {
			t.Errorf("%s: the text is %q, want %q in it", link, p.told, want)
		}
		if strings.Contains(html, "NaN") || strings.Contains(html, "Inf") {
			t.Errorf("%s: there is no number in %s", link, html)
		}
		for i := range 30 { // places of the field, against a prediction
			x1, x2 := p.scale.X1, p.scale.X2
			place := experiment.Place{x1.Min + (x1.Max-x1.Min)*float64(i)/29, x2.Max - (x2.Max-x2.Min)*float64(i*i%30)/29}
			outputs, at, ok := p.paint.Field.At(place[0], place[1])
			answers := s.OutputsAt(s.Shown().Params, at)
			if !ok || answers.Rows != 1 || fmt.Sprint(outputs) != fmt.Sprint(answers.Row(0)) {
				t.Fatalf("%s: the field has %v at %v, the model answers %v", link, outputs, at, answers.Data)
			}
		}
	}
}

// TestPlaneFollowsTheTraining: at another epoch there is another field, and the canvas
// is told so.
func TestPlaneFollowsTheTraining(t *testing.T) {
	s := trained(t, circle)
	p := New("en", s)
	p.Render()
	last, version := fmt.Sprint(p.paint.Field.Data[:50]), p.version
	s, _ = session.Update(s, session.CursorMoved{Epoch: 3})
	p.Params = New("en", s).Params
	p.Render()
	if first := fmt.Sprint(p.paint.Field.Data[:50]); first == last || p.version == version {
		t.Errorf("epoch 3 has the field of epoch 30, version %d after %d", p.version, version)
	}
}

// TestPlaneShowsAUnit large, without the model's verdict.
func TestPlaneShowsAUnit(t *testing.T) {
	s := trained(t, circle, session.UnitPointed{Layer: 1, Unit: 2})
	p := New("en", s)
	p.Render()
	if !strings.HasPrefix(p.told, "Unit 2 of layer 1.") {
		t.Errorf("the text is %q, want that of the unit", p.told)
	}
	outputs, at, _ := p.paint.Field.At(1, 2)
	params := s.Shown().Params
	sum := float64(params[9]) + at[0]*float64(params[1]) + at[1]*float64(params[5])
	if want := math.Tanh(sum); math.Abs(float64(outputs[0])-want) > 1e-5 {
		t.Errorf("unit 2 gives %v at %v, want %v", outputs[0], at, want)
	}
}

// TestPointsAreDrawnAndFound: those that are tested only when they are shown; where each
// is drawn, it is found.
func TestPointsAreDrawnAndFound(t *testing.T) {
	for _, test := range []struct {
		link  string
		drawn int
	}{{circle, 250}, {circle + "&test=1", 500}} {
		p := New("en", session.New(test.link))
		p.Render()
		drawn := 0
		for _, group := range p.shapes.drawn {
			drawn += strings.Count(group.d, "M")
		}
		if drawn != test.drawn {
			t.Errorf("%s: %d points are drawn, want %d", test.link, drawn, test.drawn)
		}
		for i := range test.drawn {
			x, y := p.scale.Pixel(p.Points[i].X[0], p.Points[i].X[1])
			h := p.grabbedAt(x, y, reachMouse)
			marks := plane.Marks(plane.PointsOf(p.Points), p.Trained, nil, p.Reading, p.scale)
			if found := p.pointOf(h.row); h.on == theQuestion {
				continue
			} else if found < 0 || marks[found].X-x > 1e-9 {
				t.Fatalf("%s: at point %d the pointer finds %d", test.link, i, found)
			}
		}
	}
}

// TestPlaceAtIsTheInverse of where places are drawn.
func TestPlaceAtIsTheInverse(t *testing.T) {
	p := New("en", session.New(circle))
	p.Render()
	for _, place := range []experiment.Place{{0, 0}, {-5.5, 3.25}, {6, -6}} {
		x, y := p.scale.Pixel(place[0], place[1])
		got := p.placeAt(x, y)
		if d := max(math.Abs(got[0]-place[0]), math.Abs(got[1]-place[1])); d > 0.03 {
			t.Errorf("%v is drawn at %v, %v, where a click says %v", place, x, y, got)
		}
	}
	if p.scale.X1 != (chart.Range{Min: -6, Max: 6}) {
		t.Errorf("the window is %v", p.scale.X1)
	}
}
