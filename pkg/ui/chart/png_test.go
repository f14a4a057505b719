package chart

import (
	"bytes"
	"image"
	"image/color"
	stdpng "image/png"
	"testing"
)

func TestPNGIsReadBack(t *testing.T) {
	for _, size := range []int{1, 33, 300} { // 300² are more than one stored block
		img := image.NewPaletted(image.Rect(0, 0, size, size), color.Palette{
			color.NRGBA{R: 1, G: 2, B: 3, A: 4}, color.NRGBA{R: 200, G: 100, B: 50, A: 255}, color.NRGBA{},
		})
		for i := range img.Pix {
			img.Pix[i] = uint8(i % 3)
		}
		read, err := stdpng.Decode(bytes.NewReader(png(img)))
		if err != nil {
			t.Fatalf("%d²: %v", size, err)
		}
		for y := range size {
			for x := range size {
				if got, want := color.NRGBAModel.Convert(read.At(x, y)), img.At(x, y); got != want {
					t.Fatalf("%d²: pixel %d, %d = %v, want %v", size, x, y, got, want)
				}
			}
		}
	}
}
