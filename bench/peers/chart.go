package peers

import (
	"fmt"
	"html"
	"math"
	"strings"

	"firstneuron/bench/workload"
)

// The chart's measures in pixels.
const (
	left, right, top = 250, 30, 52
	rowHeight        = 30
	chartWidth       = 860
)

// Chart is the results as SVG: for each peer a row, in it each workload at how
// many times as long as the limit it takes, on a logarithmic axis.
func (r Results) Chart() string {
	limit := r.Cells[All[0].Key]
	decades := 1.0
	for _, cells := range r.Cells {
		for i, cell := range cells {
			if cell.MS > 0 && limit[i].MS > 0 {
				decades = max(decades, math.Ceil(math.Log10(cell.MS/limit[i].MS)))
			}
		}
	}
	x := func(times float64) float64 {
		return left + math.Log10(max(times, 1))/decades*(chartWidth-left-right)
	}
	height := top + rowHeight*len(All) + 16
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" aria-labelledby="title">
<title id="title">How many times as long as C each needs, for workloads 1 to 5</title>
<style>
svg { background: #fff; font: 13px system-ui, sans-serif; }
text { fill: #222; }
line { stroke: #ddd; }
circle { fill: #767676; }
.own circle { fill: #0072b2; }
.digit { fill: #fff; font-size: 11px; font-weight: 600; text-anchor: middle; }
.tick, .unit { fill: #595959; text-anchor: middle; }
.own .name { font-weight: 600; }
@media (prefers-color-scheme: dark) {
svg { background: #16181c; } text { fill: #eee; } line { stroke: #3a3d42; } .tick, .unit { fill: #aaa; }
.digit { fill: #fff; } .own circle { fill: #2a8fd0; }
}
</style>
<text class="unit" x="%d" y="18">times as long as C (logarithmic), workloads W1 to W5</text>
`, chartWidth, height, (left+chartWidth-right)/2)
	for decade := 0.0; decade <= decades; decade++ {
		at := x(math.Pow(10, decade))
		fmt.Fprintf(&b, `<line x1="%.1f" x2="%.1f" y1="%d" y2="%d"/><text class="tick" x="%.1f" y="%d">%s</text>`+"\n",
			at, at, top-6, height-10, at, top-12, thousands(math.Pow(10, decade)))
	}
	for row, peer := range All {
		class := "peer"
		if peer.Key == "simd" || peer.Key == "fit" || peer.Key == "pure" {
			class = "own"
		}
		y := top + rowHeight*row + rowHeight/2
		fmt.Fprintf(&b, `<g class="%s"><text class="name" x="12" y="%d">%s</text>`, class, y+4, html.EscapeString(peer.Name))
		var marks []float64
		for i, cell := range r.Cells[peer.Key] {
			if cell.MS == 0 || limit[i].MS == 0 {
				continue
			}
			at, up := x(cell.MS/limit[i].MS), 0
			// Marks at one place stand side by side.
			for _, other := range marks {
				if math.Abs(other-at) < 14 {
					at = other + 14
				}
			}
			marks = append(marks, at)
			fmt.Fprintf(&b, `<circle cx="%.1f" cy="%d" r="8"/><text class="digit" x="%.1f" y="%d">%s</text>`,
				at, y+up, at, y+4+up, workload.All[i].Name[1:2])
		}
		b.WriteString("</g>\n")
	}
	b.WriteString("</svg>\n")
	return b.String()
}

func thousands(v float64) string { return milliseconds(v) }
