package qr

import (
	"errors"
	"image"
	"image/color"
	"strings"
	"testing"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"
)

// draw paints a code as a scanner sees it: four pixels a module, with its quiet
// zone.
func draw(c Code) image.Image {
	const scale, quiet = 4, 4
	side := (c.Size + 2*quiet) * scale
	picture := image.NewGray(image.Rect(0, 0, side, side))
	for y := range side {
		for x := range side {
			mx, my := x/scale-quiet, y/scale-quiet
			dark := mx >= 0 && my >= 0 && mx < c.Size && my < c.Size && c.Dark(mx, my)
			if !dark {
				picture.SetGray(x, y, color.Gray{Y: 255})
			}
		}
	}
	return picture
}

// read is what another program reads off the code.
func read(t *testing.T, c Code) string {
	t.Helper()
	bitmap, err := gozxing.NewBinaryBitmapFromImage(draw(c))
	if err != nil {
		t.Fatal(err)
	}
	result, err := qrcode.NewQRCodeReader().Decode(bitmap, map[gozxing.DecodeHintType]any{
		gozxing.DecodeHintType_PURE_BARCODE:  true,
		gozxing.DecodeHintType_CHARACTER_SET: "UTF-8",
	})
	if err != nil {
		t.Fatalf("a code of %d modules is not read: %v", c.Size, err)
	}
	return result.GetText()
}

// TestEveryVersionIsRead writes the shortest and the longest text of each
// version and has an independent decoder read it.
func TestEveryVersionIsRead(t *testing.T) {
	previous := 0
	for version := 1; version <= len(correction); version++ {
		most := dataCodewords(version) - (headerBits(version)+7)/8
		for _, length := range []int{previous + 1, most} {
			text := strings.Repeat("https://neuron.example.org/#epochs=1000&w=0,", 40)[:length]
			c, err := Encode(text)
			if err != nil || c.Size != 17+4*version {
				t.Fatalf("Encode(%d bytes) has %d modules, %v; want %d", length, c.Size, err, 17+4*version)
			}
			if got := read(t, c); got != text {
				t.Errorf("version %d reads %q, want %q", version, got, text)
			}
		}
		previous = most
	}
	if previous != MaxBytes {
		t.Errorf("version 25 holds %d bytes, MaxBytes is %d", previous, MaxBytes)
	}
	if _, err := Encode(strings.Repeat("x", MaxBytes+1)); !errors.Is(err, ErrTooLong) {
		t.Errorf("Encode(%d bytes) = %v, want ErrTooLong", MaxBytes+1, err)
	}
}

func TestOtherLettersAreRead(t *testing.T) {
	for _, text := range []string{"", "뉴런", "é & <b>", "\x00\x01"} {
		c, err := Encode(text)
		if err != nil {
			t.Fatal(err)
		}
		if got := read(t, c); got != text {
			t.Errorf("reads %q, want %q", got, text)
		}
	}
}

// TestRemainder compares with the worked example of many text books: the data
// of HELLO WORLD at 1-M.
func TestRemainder(t *testing.T) {
	data := []byte{32, 91, 11, 120, 209, 114, 220, 77, 67, 64, 236, 17, 236, 17, 236, 17}
	want := []byte{196, 35, 39, 119, 235, 215, 231, 226, 93, 23}
	if got := remainder(data, 10); string(got) != string(want) {
		t.Errorf("remainder = %v, want %v", got, want)
	}
}

// TestFormatBits: level L with mask 4 is 110011000101111 (table C.1).
func TestFormatBits(t *testing.T) {
	g := newGrid(1)
	g.format(4)
	got := ""
	for i := range 15 {
		x, y := 8, i
		switch {
		case i >= 9:
			x, y = 14-i, 8
		case i == 8:
			x, y = 7, 8
		case i >= 6:
			y = i + 1
		}
		bit := "0"
		if g.Dark(x, y) {
			bit = "1"
		}
		got = bit + got
	}
	if want := "110011000101111"; got != want {
		t.Errorf("format bits %s, want %s", got, want)
	}
}

func FuzzEncode(f *testing.F) {
	f.Add("https://neuron.example.org/#w=0&b=0")
	f.Fuzz(func(t *testing.T, text string) {
		c, err := Encode(text)
		if (err == nil) != (len(text) <= MaxBytes) {
			t.Fatalf("Encode(%d bytes) = %v", len(text), err)
		}
		if err == nil && len(c.dark) != c.Size*c.Size {
			t.Fatalf("%d modules of %d × %d", len(c.dark), c.Size, c.Size)
		}
	})
}
