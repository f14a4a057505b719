package share

import (
	"cmp"
	"html"
	"strconv"
	"strings"

	"firstneuron/pkg/experiment"
)

// The lines that the dialog offers to copy. The address is the page's, without the
// part behind '#'.

// FrameHeight is the height of an embed in a page that does not listen for it.
const FrameHeight = 760

// embedScript is the name of web/embed.js in the site.
const embedScript = "embed-1.js"

// Line is a text to copy, under its name in the catalogues and in IDs.
type Line struct {
	Name, Text string
	// Rows is how many lines its box has.
	Rows int
}

// Lines returns the texts that hand an experiment on, for frames of a height. A page that
// is a file on this machine has its link alone: no course page can frame it.
func Lines(address string, e experiment.Experiment, height int) []Line {
	if !reachable(address) {
		return []Line{{"link", shareLink(address, e), 1}}
	}
	return []Line{
		{"link", shareLink(address, e), 1},
		{"iframe", iframeLine(address, e, height), 1},
		{"element", elementLine(address, e), 2},
		{"jupyter", jupyterLine(address, e, height), 2},
	}
}

// reachable reports whether others can reach an address.
func reachable(address string) bool {
	return strings.HasPrefix(address, "http://") || strings.HasPrefix(address, "https://")
}

// Framed is the link of an experiment as a frame shows it.
func Framed(address string, e experiment.Experiment) string { return shareLink(address, embedded(e)) }

// shareLink is the link of an experiment. That of the lesson as it stands names it: an
// address that says nothing opens the tour.
func shareLink(address string, e experiment.Experiment) string {
	return address + "#" + cmp.Or(experiment.Encode(e), "example="+experiment.Examples()[0].Name)
}

// embedded is the experiment as a frame shows it.
func embedded(e experiment.Experiment) experiment.Experiment {
	e.Embed = true
	return e
}

// frameTitle is the accessible name of an embed: that of its task or its activity.
func frameTitle(e experiment.Experiment) string {
	title := e.Title
	if title == "" && e.Activity != nil {
		title = e.Activity.Title.In(e.Lang)
	}
	return cmp.Or(title, "First Neuron")
}

// iframeLine returns an <iframe>, which every course page takes. A border would make it
// wider than its column by four pixels; course pages take no style that says so.
func iframeLine(address string, e experiment.Experiment, height int) string {
	return `<iframe src="` + html.EscapeString(shareLink(address, embedded(e))) + `" title="` + attribute(frameTitle(e)) +
		`" width="100%" height="` + strconv.Itoa(height) + `" allow="clipboard-write" frameborder="0" loading="lazy"></iframe>`
}

// elementLine returns a <first-neuron> element, for pages that may have scripts.
func elementLine(address string, e experiment.Experiment) string {
	folder := address[:strings.LastIndexByte(address, '/')+1]
	var b strings.Builder
	b.WriteString(`<script async src="` + html.EscapeString(folder+embedScript) + "\"></script>\n<first-neuron")
	for _, pair := range experiment.Pairs(e) {
		if pair[0] != "embed" {
			b.WriteString(" " + pair[0] + `="` + attribute(pair[1]) + `"`)
		}
	}
	b.WriteString(`><a href="` + html.EscapeString(shareLink(address, e)) + `">` + html.EscapeString(frameTitle(e)) + "</a></first-neuron>")
	return b.String()
}

// attribute writes a text as the value of an attribute, on one line.
func attribute(text string) string {
	return strings.ReplaceAll(html.EscapeString(text), "\n", "&#10;")
}

// jupyterLine returns a cell of a notebook.
func jupyterLine(address string, e experiment.Experiment, height int) string {
	return "from IPython.display import IFrame\nIFrame(" + strconv.QuoteToASCII(shareLink(address, embedded(e))) +
		`, width="100%", height=` + strconv.Itoa(height) + ")"
}
