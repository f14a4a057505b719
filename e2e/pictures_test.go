package e2e

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"firstneuron/e2e/browser"
)

// keepFiles keeps what the page gives to download instead of writing it.
const keepFiles = `window.files = [];
URL.createObjectURL = ((make) => function(blob) {
	const address = make.call(this, blob), file = {type: blob.type, size: blob.size, text: ""};
	window.files.push(file);
	blob.text().then((text) => { file.text = text; file.read = true; });
	return address;
})(URL.createObjectURL);
HTMLAnchorElement.prototype.click = function() { window.files[window.files.length - 1].name = this.download; };`

// file is a file that the page gave.
type file struct {
	Name, Type, Text string
	Size             int
}

// saved saves a chart in a format and returns the file.
func saved(page *browser.Page, chart, kind string) file {
	before := browser.Evaluate[int](page, `window.files.filter((f) => f.name).length`)
	if page.State("DisclosureTriangle", "Save "+chart, "expanded") != "true" {
		page.Click("DisclosureTriangle", "Save "+chart)
	}
	page.Click("button", "Save "+chart+" as "+kind)
	page.WaitTrue(fmt.Sprintf(`window.files.filter((f) => f.name && f.read).length > %d`, before))
	return browser.Evaluate[file](page, `window.files.filter((f) => f.name).at(-1)`)
}

func TestChartsAreSaved(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=0&b=0&auto=1", browser.Script(keepFiles))
	page.WaitText("output", "Prediction", "18.9815")
	for _, chart := range []string{"Fit", "Loss per epoch", "Loss surface"} {
		svg := saved(page, chart, "SVG")
		if svg.Type != "image/svg+xml" || !strings.HasSuffix(svg.Name, ".svg") {
			t.Errorf("%s is saved as %s, %s", chart, svg.Name, svg.Type)
		}
		for _, part := range []string{"font-family", "rgb("} {
			if !strings.Contains(svg.Text, part) {
				t.Errorf("%s has no %q in it: it would look otherwise elsewhere", chart, part)
			}
		}
		for _, part := range []string{"var(", "<script", "class=\"reach", "tabindex"} {
			if strings.Contains(svg.Text, part) {
				t.Errorf("%s still has %q in it", chart, part)
			}
		}
		decoder := xml.NewDecoder(strings.NewReader(svg.Text))
		for {
			if _, err := decoder.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatalf("%s is no XML: %v", chart, err)
			}
		}
		if heat := strings.Contains(svg.Text, `href="data:image/png;base64,`); heat != (chart == "Loss surface") {
			t.Errorf("%s has colours of a surface: %v", chart, heat)
		}
		png := saved(page, chart, "PNG")
		if png.Type != "image/png" || png.Size < 2000 {
			t.Errorf("%s is saved as %s of %d bytes", chart, png.Type, png.Size)
		}
	}
	history := saved(page, "Loss per epoch", "CSV")
	lines := strings.Split(strings.TrimSpace(history.Text), "\n")
	if len(lines) != 502 || !strings.HasPrefix(history.Type, "text/csv") {
		t.Errorf("the history has %d lines and is %s, want a head and 501 epochs", len(lines), history.Type)
	}
	if data := saved(page, "Fit", "CSV"); strings.Count(data.Text, "\n") != 7 {
		t.Errorf("the data are %q, want a head and six points", data.Text)
	}
}
