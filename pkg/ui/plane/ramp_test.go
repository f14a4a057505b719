package plane

import (
	"bytes"
	"flag"
	"fmt"
	"image"
	"image/png"
	"math"
	"os"
	"testing"
)

var update = flag.Bool("update", false, "write the golden pictures again")

var black, white = Color{}, Color{255, 255, 255}

// TestPaintIsAnswer: every pixel has the class and the shade of its place, the upper
// left corner first, in every look, for one output and for many.
func TestPaintIsAnswer(t *testing.T) {
	for _, look := range []Look{Light, Dark} {
		for classes := 0; classes <= MaxClasses; classes++ {
			r, count, of := TwoClasses(-1, 1), 1, disk(2.5)
			if classes == 0 {
				r = Numbers(4)
			} else if classes > 2 {
				r, count, of = ManyClasses(classes), classes, sectors(classes)
			}
			f := fieldOf(31, r, count, of)
			pixels := f.Paint(nil, NewRamp(r, look, false, black, white))
			for y := range f.Side {
				for x := range f.Side {
					i := (f.Side-1-y)*f.Side + x
					class, sure := f.Answer(f.outputs(i))
					at := 4 * (y*f.Side + x)
					seen := int(pixels[at+3])
					if got := (Color{pixels[at], pixels[at+1], pixels[at+2]}); got != ColorOf(class, look) {
						// A shade of nothing has either colour.
						if classes > 2 || sure > 1e-3 {
							t.Fatalf("%d classes, look %d: the pixel (%d, %d) is %v, want %v", classes, look, x, y, got, ColorOf(class, look))
						}
					}
					want := strongest * sure
					if classes > 2 {
						want = weakest + (strongest-weakest)*sure
					}
					if math.Abs(float64(seen)-want) > strongest/shades/2+1.5 {
						t.Fatalf("%d classes: of the pixel (%d, %d) %d is seen, want %v", classes, x, y, seen, want)
					}
				}
			}
		}
	}
}

// TestPaintDiscrete: one strength everywhere, and a change of colour only at the
// boundary.
func TestPaintDiscrete(t *testing.T) {
	r := TwoClasses(-1, 1)
	f := fieldOf(50, r, 1, disk(2.5))
	pixels := f.Paint(nil, NewRamp(r, Light, true, black, white))
	for i := range f.Side * f.Side {
		row, column := f.Side-1-i/f.Side, i%f.Side
		class, _ := f.Answer(f.outputs(row*f.Side + column))
		if got := (Color{pixels[4*i], pixels[4*i+1], pixels[4*i+2]}); got != ColorOf(class, Light) || pixels[4*i+3] != flat {
			t.Fatalf("pixel %d is %v, %d, want %v, %d", i, got, pixels[4*i+3], ColorOf(class, Light), flat)
		}
	}
}

// TestPaintOfNoNumber leaves the pixel free, and an empty field all.
func TestPaintOfNoNumber(t *testing.T) {
	nan := float32(math.NaN())
	for _, r := range []Reading{TwoClasses(0, 1), Numbers(1), ManyClasses(2)} {
		count := 1
		if r == ManyClasses(2) {
			count = 2
		}
		f := fieldOf(2, r, count, func(float64, float64) []float32 { return []float32{nan, nan}[:count] })
		for _, pixel := range f.Paint(bytes.Repeat([]byte{9}, 16), NewRamp(r, Light, false, black, white)) {
			if pixel != 0 {
				t.Errorf("%+v paints what is no number", r)
			}
		}
	}
	if pixels := (Field{Side: 3}).Paint(nil, NewRamp(Numbers(1), Light, false, black, white)); len(pixels) != 36 || !bytes.Equal(pixels, make([]byte, 36)) {
		t.Errorf("an empty field paints %v", pixels)
	}
	infinite := fieldOf(2, Numbers(1), 1, func(x1, _ float64) []float32 { return []float32{float32(math.Inf(int(x1)))} })
	if pixels := infinite.Paint(nil, NewRamp(Numbers(1), Light, false, black, white)); pixels[3] != strongest || pixels[7] != strongest {
		t.Errorf("what is infinite is painted %v, want as strong as can be", pixels)
	}
}

func TestPaintAllocatesOnce(t *testing.T) {
	r := ManyClasses(4)
	f, ramp := fieldOf(20, r, 4, sectors(4)), NewRamp(r, Light, false, black, white)
	pixels := f.Paint(nil, ramp)
	if n := testing.AllocsPerRun(10, func() { pixels = f.Paint(pixels, ramp) }); n != 0 {
		t.Errorf("Paint allocates %v times, want 0", n)
	}
}

// TestPatternsDiffer: with two colours alone, every class is told from every other by
// its pattern, and numbers grow in ink.
func TestPatternsDiffer(t *testing.T) {
	seen := map[string]int{}
	for class := range MaxClasses {
		f := fieldOf(8, ManyClasses(MaxClasses), MaxClasses, func(float64, float64) []float32 {
			outputs := make([]float32, MaxClasses)
			outputs[class] = 1
			return outputs
		})
		pixels := f.Paint(nil, NewRamp(f.Reading, Forced, false, black, white))
		for at := 0; at < len(pixels); at += 4 {
			if c := (Color{pixels[at], pixels[at+1], pixels[at+2]}); c != black && c != white || pixels[at+3] != 255 {
				t.Fatalf("class %d has the pixel %v", class, pixels[at:at+4])
			}
		}
		if other, found := seen[string(pixels)]; found {
			t.Errorf("the classes %d and %d have one pattern", other, class)
		}
		seen[string(pixels)] = class
	}
	before := -1
	for v := -4; v <= 4; v++ {
		f := fieldOf(16, Numbers(1), 1, func(float64, float64) []float32 { return []float32{float32(v) / 4} })
		inks := 0
		for at, pixels := 0, f.Paint(nil, NewRamp(f.Reading, Forced, false, black, white)); at < len(pixels); at += 4 {
			if pixels[at] == 0 {
				inks++
			}
		}
		if inks <= before {
			t.Errorf("%d of 256 pixels have ink at %d/4, want more than %d", inks, v, before)
		}
		before = inks
	}
}

// TestColorsAreReadable: each class's colour stands out from its ground by 4.5 to 1, as
// text on it would have to, and no two classes share one.
func TestColorsAreReadable(t *testing.T) {
	for look, ground := range map[Look]Color{Light: {0xff, 0xff, 0xff}, Dark: {0x1a, 0x20, 0x27}} {
		seen := map[Color]bool{}
		for class := range MaxClasses {
			c := ColorOf(class, look)
			if got := contrast(c, ground); got < 4.5 {
				t.Errorf("class %d has the contrast %.2f to 1 in look %d, want 4.5", class, got, look)
			}
			if seen[c] {
				t.Errorf("class %d has the colour of another", class)
			}
			seen[c] = true
		}
	}
}

// contrast is that of two colours.
//
// Source: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
func contrast(a, b Color) float64 {
	luminance := func(c Color) float64 {
		var sum float64
		for i, part := range [3]float64{0.2126, 0.7152, 0.0722} {
			v := float64(c[i]) / 255
			if v <= 0.04045 {
				v /= 12.92
			} else {
				v = math.Pow((v+0.055)/1.055, 2.4)
			}
			sum += part * v
		}
		return sum
	}
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// TestGoldenPictures compares with pictures in testdata, which -update writes again.
func TestGoldenPictures(t *testing.T) {
	for _, test := range []struct {
		name  string
		field Field
	}{
		{"disk", fieldOf(100, TwoClasses(-1, 1), 1, disk(2.5))},
		{"numbers", fieldOf(100, Numbers(3), 1, func(x1, x2 float64) []float32 { return []float32{float32(x1 * x2 / 6)} })},
		{"five", fieldOf(100, ManyClasses(5), 5, sectors(5))},
	} {
		for look, name := range []string{"light", "dark", "forced"} {
			pixels := test.field.Paint(nil, NewRamp(test.field.Reading, Look(look), false, black, white))
			file := fmt.Sprintf("testdata/%s-%s.png", test.name, name)
			if *update {
				picture := &image.NRGBA{Pix: pixels, Stride: 4 * test.field.Side, Rect: image.Rect(0, 0, test.field.Side, test.field.Side)}
				var b bytes.Buffer
				if err := png.Encode(&b, picture); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			want, err := png.Decode(bytes.NewReader(data))
			if err != nil {
				t.Fatal(err)
			}
			for i := range test.field.Side * test.field.Side {
				r, g, b, a := want.At(i%test.field.Side, i/test.field.Side).RGBA()
				got := &image.NRGBA{Pix: pixels[4*i : 4*i+4], Stride: 4, Rect: image.Rect(0, 0, 1, 1)}
				if r2, g2, b2, a2 := got.At(0, 0).RGBA(); r != r2 || g != g2 || b != b2 || a != a2 {
					t.Fatalf("%s: pixel %d is %v, want %v; look at it and run with -update", file, i, got.At(0, 0), want.At(i%test.field.Side, i/test.field.Side))
				}
			}
		}
	}
}

// BenchmarkPaint: the field of 100² and 56 units of 20².
func BenchmarkPaint(b *testing.B) {
	for name, classes := range map[string]int{"two classes": 2, "ten classes": 10} {
		b.Run(name, func(b *testing.B) {
			large := fieldOf(100, TwoClasses(-1, 1), 1, disk(2.5))
			if classes > 2 {
				large = fieldOf(100, ManyClasses(classes), classes, sectors(classes))
			}
			small := Unit(20, six, six, Numbers(1), fieldOf(20, Numbers(1), 8, func(x1, _ float64) []float32 {
				return []float32{float32(x1), 0, 0, 0, 0, 0, 0, 0}
			}).Data, 8, 0)
			ramp, unitRamp := NewRamp(large.Reading, Light, false, black, white), NewRamp(small.Reading, Light, false, black, white)
			var pixels, unitPixels []byte
			b.ReportAllocs()
			for b.Loop() {
				pixels = large.Paint(pixels, ramp)
				for range 56 {
					unitPixels = small.Paint(unitPixels, unitRamp)
				}
			}
		})
	}
}
