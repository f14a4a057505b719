// Command widths prints what a font says of its lines and characters, to plot's own
// questions. It is built with the real golang.org/x/image and with what stands in for it on
// the page.
package main

import (
	"fmt"
	"log"
	"os"

	"golang.org/x/image/font/opentype"
	"gonum.org/v1/plot/font"
)

func main() {
	data, err := os.ReadFile(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	parsed, err := opentype.Parse(data)
	if err != nil {
		log.Fatal(err)
	}
	for _, size := range []font.Length{9, 12, 13.5} {
		face := font.Face{Font: font.Font{Size: size}, Face: parsed}
		fmt.Println(size, face.Extents())
		for r := rune(1); r < 0x3000; r++ {
			fmt.Printf("%x %v %v\n", r, face.Width(string(r)), face.Width("A"+string(r)+"V1"))
		}
	}
}
