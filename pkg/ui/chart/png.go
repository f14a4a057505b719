package chart

import (
	"bytes"
	"encoding/binary"
	"hash/adler32"
	"hash/crc32"
	"image"
	"image/color"
)

// png returns an image of at most 256 colours as a PNG file. The pixels are
// stored, not packed: a heat has a thousand of them. The standard library's
// encoder would bring its decoder and all of zlib along, 25 kB to load.
//
// Source: https://www.w3.org/TR/png-3/
func png(img *image.Paletted) []byte {
	width, height := img.Rect.Dx(), img.Rect.Dy()
	var file bytes.Buffer
	file.WriteString("\x89PNG\r\n\x1a\n")
	chunk := func(name string, data []byte) {
		var length, sum [4]byte
		binary.BigEndian.PutUint32(length[:], uint32(len(data)))
		checked := append([]byte(name), data...)
		binary.BigEndian.PutUint32(sum[:], crc32.ChecksumIEEE(checked))
		file.Write(length[:])
		file.Write(checked)
		file.Write(sum[:])
	}

	header := binary.BigEndian.AppendUint32(nil, uint32(width))
	header = binary.BigEndian.AppendUint32(header, uint32(height))
	chunk("IHDR", append(header, 8, 3, 0, 0, 0)) // 8 bits a pixel, by palette
	var colors, alphas []byte
	for _, c := range img.Palette {
		n := color.NRGBAModel.Convert(c).(color.NRGBA) // its own model gives nothing else
		colors, alphas = append(colors, n.R, n.G, n.B), append(alphas, n.A)
	}
	chunk("PLTE", colors)
	chunk("tRNS", alphas)

	var rows []byte
	for y := range height {
		rows = append(rows, 0) // unfiltered
		rows = append(rows, img.Pix[y*img.Stride:y*img.Stride+width]...)
	}
	packed := []byte{0x78, 0x01} // zlib: deflate, its fastest
	sum := adler32.Checksum(rows)
	for {
		n := min(len(rows), 0xffff)
		last := byte(0)
		if n == len(rows) {
			last = 1
		}
		packed = append(packed, last, byte(n), byte(n>>8), ^byte(n), ^byte(n>>8))
		packed = append(packed, rows[:n]...)
		if rows = rows[n:]; last == 1 {
			break
		}
	}
	chunk("IDAT", binary.BigEndian.AppendUint32(packed, sum))
	chunk("IEND", nil)
	return file.Bytes()
}
