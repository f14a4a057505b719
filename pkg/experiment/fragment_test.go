package experiment

import (
	"bytes"
	"compress/flate"
	"encoding/base64"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// edit returns the lesson with a change.
func edit(change func(*Experiment)) Experiment {
	e := Default()
	change(&e)
	return e
}

func preset(t *testing.T, name string) Experiment {
	t.Helper()
	e, ok := exampleNamed(name)
	if !ok {
		t.Fatalf("no example %q", name)
	}
	return e
}

func TestEncode(t *testing.T) {
	for _, test := range []struct {
		experiment Experiment
		want       string
	}{
		{Default(), ""},
		{preset(t, "celsius"), "example=celsius"},
		{preset(t, "guess"), "example=guess"},
		{edit(func(e *Experiment) { e.Epochs = 1000 }), "epochs=1000"},
		{edit(func(e *Experiment) { e.Initial = &Line{} }), "w=0&b=0"},
		{edit(func(e *Experiment) { e.Seed, e.Initial = 7, &Line{W: 0.5, B: -2} }), "seed=7&w=0.5&b=-2"},
		{edit(func(e *Experiment) { e.Example = "" }), "xs=-1,0,1,2,3,4&ys=-3,-1,1,3,5,7"},
		{edit(func(e *Experiment) { e.Points, e.Example = []Point{{X: Place{1}, Y: 2}, {X: Place{0.5}, Y: -1}}, "" }), "xs=1,0.5&ys=2,-1"},
		{edit(func(e *Experiment) { e.Layers = []Layer{{16, "linear"}, {1, "linear"}} }), "layers=16,1"},
		{edit(func(e *Experiment) { e.Shuffle, e.Auto, e.Hide = false, true, []string{"loss", "model"} }), "shuffle=0&auto=1&hide=loss,model"},
		{preset(t, "celsius").NewStart(), "example=celsius&seed=2"},
		{func() Experiment { e := preset(t, "guess"); e.Initial = nil; return e }(), "example=guess&seed=1"},
	} {
		if got := Encode(test.experiment); got != test.want {
			t.Errorf("Encode = %q, want %q", got, test.want)
		}
	}
}

func TestDecode(t *testing.T) {
	for _, test := range []struct {
		fragment string
		want     Experiment
	}{
		{"", Default()},
		{"#", Default()},
		{"example=lesson", Default()},
		{"utm_source=1&&=&gclid=%", Default()},
		{"#epochs=1000", edit(func(e *Experiment) { e.Epochs = 1000 })},
		{"epochs=5&epochs=1e3", edit(func(e *Experiment) { e.Epochs = 1000 })},
		{"w=10", edit(func(e *Experiment) { e.Initial = &Line{W: 10} })},
		{"b=-10&w=10", edit(func(e *Experiment) { e.Initial = &Line{W: 10, B: -10} })},
		{"w=1e+1&b=%2D10", edit(func(e *Experiment) { e.Initial = &Line{W: 10, B: -10} })},
		{"xs=1%2C%202&ys=3,4", edit(func(e *Experiment) { e.Points, e.Example = []Point{{X: Place{1}, Y: 3}, {X: Place{2}, Y: 4}}, "" })},
		{"auto&embed=true&shuffle=FALSE", edit(func(e *Experiment) { e.Auto, e.Embed, e.Shuffle = true, true, false })},
		{"hide=loss,,loss,model&lock=data", edit(func(e *Experiment) { e.Hide, e.Lock = []string{"loss", "model"}, []string{"data"} })},
		{"lang=ko&theme=DARK", edit(func(e *Experiment) { e.Lang, e.Theme = "ko", "dark" })},
		{"lang=&theme=", Default()},
		{"epochs=9&example=houses&lang=ko", func() Experiment {
			e := preset(t, "houses")
			e.Epochs, e.Lang = 9, "ko"
			return e
		}()},
		{"example=guess&layers=4,1", func() Experiment {
			e := preset(t, "guess")
			e.Layers, e.Initial = []Layer{{4, "linear"}, {1, "linear"}}, nil
			return e
		}()},
		{"weights=1.AACAPwAAAMA", edit(func(e *Experiment) { e.Initial = &Line{W: 1, B: -2} })}, // one neuron's are w and b
		{"title=a%20%3Cb%3E%00%ff", edit(func(e *Experiment) { e.Title = "a <b>\ufffd\ufffd" })},
		{"goal=Loss:1e-3:200, diverge", edit(func(e *Experiment) {
			e.Goals = []Goal{{Kind: LossGoal, Loss: 0.001, Within: 200}, {Kind: DivergeGoal}}
		})},
		{"data=" + pack("1,2;3,4"), edit(func(e *Experiment) { e.Points, e.Example = []Point{{X: Place{1}, Y: 3}, {X: Place{2}, Y: 4}}, "" })},
		{"data=" + pack("1,2;3,4") + "==", edit(func(e *Experiment) { e.Points, e.Example = []Point{{X: Place{1}, Y: 3}, {X: Place{2}, Y: 4}}, "" })},
	} {
		got, problems := Decode(test.fragment)
		if len(problems) > 0 || !got.Equal(test.want) {
			t.Errorf("Decode(%q) differs (-want +got), problems %v:\n%s", test.fragment, problems, cmp.Diff(test.want, got))
		}
	}
}

// badFragments is what Decode reports; it answers each with the lesson.
var badFragments = []struct{ fragment, want string }{
	{"epochs=0", "epochs: “0” is out of range: use a number from 1 to 1000000"},
	{"epochs=", "epochs: a number is missing: type one, such as 2 or -0.5"},
	{"epochs", "epochs: a number is missing: type one, such as 2 or -0.5"},
	{"epochs=1.5", "epochs: “1.5” is not a whole number: write one from 1 to 1000000"},
	{"lr=0", "lr: “0” is out of range: use a number from 1e-30 to 1000"},
	{"lr=0,1", "lr: “0,1” has a decimal comma: write a point here, 0.1"},
	{"lr=nan", "lr: “nan” is not a number: write digits, such as 2, -0.5 or 1e-3"},
	{"lr=０.1", "lr: “０.1” is not a number: write digits, such as 2, -0.5 or 1e-3"},
	{"w=−1", "w: “−1” has a typographic minus sign: write the hyphen here, -1"},
	{"w=%E2%88%921", "w: “−1” has a typographic minus sign: write the hyphen here, -1"},
	{"batch=5001", "batch: “5001” is out of range: use a number from 1 to 5000"},
	{"seed=-1", "seed: “-1” is out of range: use a number from 0 to 4294967295"},
	{"optimizer=sdg", "optimizer: “sdg” is not known: did you mean sgd?"},
	{"loss=mean_square_error", "loss: “mean_square_error” is not known: did you mean mean_squared_error?"},
	{"example=Celsius1", "example: “Celsius1” is not known: did you mean celsius? There is " + strings.Join(exampleNames(), ", ")},
	{"theme=blue", "theme: “blue” is not known: did you mean"},
	{"auto=maybe", "auto: “maybe” is neither 1 (yes) nor 0 (no)"},
	{"hide=<b>", "hide: “<b>” does not name a part of the page: use letters, digits, - and _"},
	{"layers=", "layers: no layer: give at least one, such as 1"},
	{"layers=65,1", "layers: line 1, column 1: “65” is out of range: use a number from 1 to 64"},
	{"layers=2:reluu,1", "layers: line 1, column 1: “reluu” is not known: did you mean"},
	{"layers=4,2", "layers: the last layer has 2 units, but each point has one y: give it 1"},
	{"layers=1,1,1,1,1,1,1,1,1,1,1", "layers: 11 layers are too many: use at most 10"},
	{"layers=2,1&w=1", "w: a model of more than one neuron cannot be given one weight and one bias: use the layer “1”, or a seed"},
	{"xs=1,2,3&ys=1,2", "xs: 3 values of x but 2 of y: give one y for every x"},
	{"xs=1,2,x&ys=1,2,3", "xs: line 1, column 3: “x” is not a number: write digits, such as 2, -0.5 or 1e-3"},
	{"xs=1,2,3", "xs: 3 values of x, but none of y: add a column, or a second list of as many values"},
	{"ys=1,2,3", "ys: 3 values of y, but none of x: add a column, or a second list of as many values"},
	{"xs=1&ys=2", "xs: 1 point is too few, since many lines pass through it: give at least 2"},
	{"xs=&ys=", "xs: no points: give at least 2, one “x, y” a line"},
	{"data=", "data: the data in the link cannot be unpacked: copy the whole link again"},
	{"data=2.abc", "data: the data in the link cannot be unpacked: copy the whole link again"},
	{"data=1.!", "data: the data in the link cannot be unpacked: copy the whole link again"},
	{"data=1.abc", "data: the data in the link cannot be unpacked: copy the whole link again"},
	{"data=" + pack("1,2"), "data: the data in the link cannot be unpacked: copy the whole link again"},
	{"data=" + pack("1,2;1"), "data: 2 values of x but 1 of y: give one y for every x"},
	{"data=" + pack(strings.Repeat("1,", MaxInflated)), "data: the data in the link unpacks to more than 131072 bytes: it is not used"},
	{"title=" + strings.Repeat("é", MaxTitle+1), "title: the text has 201 characters: write at most 200"},
	{"goal=loss", "goal: “loss” is not a goal: write loss:0.001:200"},
	{"goal=loss:0.1:2:3", "goal: “loss:0.1:2:3” is not a goal"},
	{"goal=loss:x", "goal: “loss:x” is not a goal"},
	{"goal=loss:0", "goal: “0” is out of range"},
	{"goal=diverge:1", "goal: “diverge:1” is not a goal"},
	{"goal=predict:1:2", "goal: “predict:1:2” is not a goal"},
	{"goal=predict:1:2:0", "goal: “0” is out of range"},
	{"goal=diverge,diverge,diverge,diverge,diverge,diverge", "goal: 6 goals are too many: give at most 5"},
	{"weights=1.AAAA", "weights: the weights in the link cannot be read: copy the whole link again"},
	{"weights=AACAPwAAAMA", "weights: the weights in the link cannot be read: copy the whole link again"},
	{"weights=1.AADAfwAAgD8", "weights: the weights in the link cannot be read: copy the whole link again"}, // a NaN
	{"weights=1.AACAPw", "weights: the link has 1 weights, but this model has 2: they are not used"},
	{"start=later", "start: “later” is not known: did you mean"},
	{strings.Repeat("a", MaxFragment+1), "the link has 32769 characters after #, more than the 32768 that are read: it is not used"},
}

func TestDecodeReports(t *testing.T) {
	for _, test := range badFragments {
		got, problems := Decode(test.fragment)
		if len(problems) != 1 || !strings.HasPrefix(problems[0].Error(), test.want) {
			t.Errorf("Decode(%.60q) reports %v, want %q", test.fragment, problems, test.want)
			continue
		}
		checkProblem(t, problems[0])
		got.Layers = Default().Layers // two of them also have good layers
		if !got.Equal(Default()) {
			t.Errorf("Decode(%.60q) differs from the lesson (-want +got):\n%s", test.fragment, cmp.Diff(Default(), got))
		}
	}
}

func TestDecodeReportsEveryBadKeyAndReadsTheGoodOnes(t *testing.T) {
	got, problems := Decode("epochs=0&lr=0.1&batch=x")
	if len(problems) != 2 || problems[0].Key != "epochs" || problems[1].Key != "batch" {
		t.Errorf("Decode reports %v, want epochs and batch", problems)
	}
	if got.Optimizer.LearningRate != 0.1 {
		t.Errorf("LearningRate = %g, want 0.1", got.Optimizer.LearningRate)
	}
}

func TestDecodeOfEncodeIsTheIdentity(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := drawExperiment(t)
		if problems := e.Validate(); len(problems) > 0 {
			t.Fatalf("the generator drew an invalid experiment: %v", problems)
		}
		fragment := Encode(e)
		got, problems := Decode(fragment)
		if len(problems) > 0 || !got.Equal(e) {
			t.Errorf("Decode(%q) differs (-want +got), problems %v:\n%s", fragment, problems, cmp.Diff(e, got))
		}
		if again := Encode(got); again != fragment {
			t.Errorf("Encode(Decode(%q)) = %q", fragment, again)
		}
		if strings.ContainsFunc(fragment, func(r rune) bool { return r <= ' ' || r > '~' || strings.ContainsRune(`"<>`+"`", r) }) {
			t.Errorf("Encode = %q has a character that browsers change in a fragment", fragment)
		}
	})
}

func TestLongDataIsPacked(t *testing.T) {
	e := Default()
	e.Points, e.Example = nil, ""
	for i := range 200 {
		e.Points = append(e.Points, Point{X: Place{float64(i) / 10}, Y: float64(i*i%97) / 10})
	}
	fragment := Encode(e)
	if !strings.HasPrefix(fragment, "data=1.") || len(fragment) > 1500 {
		t.Errorf("Encode of 200 points = %d characters, %.20q…, want packed data of at most 1500", len(fragment), fragment)
	}
	if got, problems := Decode(fragment); len(problems) > 0 || !got.Equal(e) {
		t.Errorf("Decode(Encode(200 points)) differs, problems %v", problems)
	}
	if p := LinkProblem(e); p != nil {
		t.Errorf("LinkProblem(200 points) = %v, want nil", p)
	}
}

func TestLinkProblemSaysThatDataIsTooMuch(t *testing.T) {
	for name, test := range map[string]struct {
		point func(i int) Point
		want  string
	}{
		"that varies":  {func(i int) Point { return Point{X: Place{float64(i*i%9973) / 7}, Y: float64(i*i%9967) / 13} }, "link_too_long"},
		"that repeats": {func(int) Point { return Point{X: Place{1.0 / 3}, Y: 2.0 / 3} }, "packed_too_large"},
	} {
		e := Default()
		e.Points, e.Example = nil, ""
		for i := range MaxPoints {
			e.Points = append(e.Points, test.point(i))
		}
		if p := LinkProblem(e); codeOf(p) != test.want {
			t.Errorf("LinkProblem(5,000 points %s) = %v, want %s", name, p, test.want)
		}
	}
}

func TestUnpackStopsAtABomb(t *testing.T) {
	var b bytes.Buffer
	w, _ := flate.NewWriter(&b, flate.BestCompression)
	for range 1 << 10 {
		if _, err := w.Write(make([]byte, 4<<10)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	bomb := "1." + base64.RawURLEncoding.EncodeToString(b.Bytes())
	if len(bomb) > MaxFragment {
		t.Fatalf("the bomb has %d characters, more than a fragment", len(bomb))
	}
	if _, p := unpack(bomb); codeOf(p) != "packed_too_large" {
		t.Errorf("unpack(4 MiB of zeros) = %v, want packed_too_large", p)
	}
}

func FuzzDecode(f *testing.F) {
	for _, row := range properties {
		f.Add(row.within + "&" + row.key + "=" + row.example)
		f.Add(row.key + "=")
	}
	for _, test := range badFragments {
		f.Add(test.fragment)
	}
	f.Fuzz(func(t *testing.T, fragment string) {
		e, problems := Decode(fragment)
		for _, p := range problems {
			checkProblem(t, p)
		}
		if invalid := e.Validate(); len(invalid) > 0 {
			t.Fatalf("Decode(%q) is not valid: %v", fragment, invalid)
		}
		if LinkProblem(e) != nil {
			return // a shorter form of the data was read than is written
		}
		again, problems := Decode(Encode(e))
		if len(problems) > 0 || !again.Equal(e) {
			t.Errorf("Decode(Encode(Decode(%q))) differs (-want +got), problems %v:\n%s", fragment, problems, cmp.Diff(e, again))
		}
	})
}
