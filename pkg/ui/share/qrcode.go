package share

import (
	"strconv"
	"strings"

	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/qr"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// qrCode shows a link to the phones in the room.
func qrCode(lang, link string) app.UI {
	text := i18n.For(lang).Text
	code, err := qr.Encode(link)
	if err != nil {
		return app.P().Class("hint").Text(text("share.qr_long"))
	}
	const quiet = 4
	side := strconv.Itoa(code.Size + 2*quiet)
	return widget.SVG("svg").Class("qr").Role("img").Aria("label", text("share.qr")).
		Attr("viewBox", "0 0 "+side+" "+side).Attr("shape-rendering", "crispEdges").Body(
		widget.SVG("rect").Class("qr-light").Attr("width", side).Attr("height", side),
		widget.SVG("path").Class("qr-dark").Attr("d", modules(code, quiet)),
	)
}

// modules draws each run of dark modules of a row as one rectangle.
func modules(code qr.Code, quiet int) string {
	var b strings.Builder
	for y := range code.Size {
		for x := 0; x < code.Size; x++ {
			run := 0
			for x+run < code.Size && code.Dark(x+run, y) {
				run++
			}
			if run > 0 {
				width := strconv.Itoa(run)
				b.WriteString("M" + strconv.Itoa(x+quiet) + " " + strconv.Itoa(y+quiet) + "h" + width + "v1h-" + width + "z")
				x += run
			}
		}
	}
	return b.String()
}
