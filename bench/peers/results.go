package peers

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"firstneuron/bench/workload"
)

// Cell is what one peer needs for one workload.
type Cell struct {
	// MS is the median in milliseconds.
	MS float64
	// Scaled says that it was measured on a part of the training.
	Scaled bool
	// Missing says why there is no number.
	Missing string

	times []float64
}

// Results are the cells of each peer, by its key, one a workload.
type Results struct{ Cells map[string][]Cell }

// The marks in speed.md between which the table goes.
const (
	begin = "<!-- bench-peers: begin -->\n"
	end   = "<!-- bench-peers: end -->\n"

	picture = "![How many times as long as C each needs](speed.svg)\n\n"
)

// Write writes the chart and the table into a folder.
func (r Results) Write(folder string) error {
	path := filepath.Join(folder, "speed.md")
	text, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	before, rest, found := bytes.Cut(text, []byte(begin))
	_, after, ended := bytes.Cut(rest, []byte(end))
	if !found || !ended {
		return fmt.Errorf("%s lacks the marks %q and %q", path, begin, end)
	}
	text = bytes.Join([][]byte{before, []byte(begin + picture + r.Table() + end), after}, nil)
	if err := os.WriteFile(path, text, 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(folder, "speed.svg"), []byte(r.Chart()), 0o644)
}

// Table is the results in Markdown.
func (r Results) Table() string {
	var b, notes strings.Builder
	b.WriteString("| milliseconds |")
	for _, w := range workload.All {
		b.WriteString(" " + w.Name + " |")
	}
	b.WriteString("\n|---|" + strings.Repeat("--:|", len(workload.All)) + "\n")
	for _, peer := range All {
		name := peer.Name
		if peer.Key == "simd" {
			name = "**" + name + "**"
		}
		b.WriteString("| " + name + " |")
		for i, cell := range r.Cells[peer.Key] {
			switch {
			case cell.MS == 0:
				b.WriteString(" – |")
				if cell.Missing != "" && !strings.Contains(notes.String(), peer.Name) {
					notes.WriteString("\n" + peer.Name + " has no number for " + workload.All[i].Name[:2] + ": " + cell.Missing + ".")
				}
			case cell.Scaled:
				b.WriteString(" " + milliseconds(cell.MS) + "\\* |")
			default:
				b.WriteString(" " + milliseconds(cell.MS) + " |")
			}
		}
		b.WriteString("\n")
	}
	b.WriteString("\n\\* measured on fewer epochs or rows, and scaled.\n" + notes.String() + "\n")
	return b.String()
}

// milliseconds writes three digits.
func milliseconds(ms float64) string {
	digits := 2 - int(math.Floor(math.Log10(ms)))
	if digits >= 0 {
		return strconv.FormatFloat(ms, 'f', digits, 64)
	}
	round := math.Pow(10, float64(-digits))
	whole := strconv.FormatFloat(math.Round(ms/round)*round, 'f', 0, 64)
	for at := len(whole) - 3; at > 0; at -= 3 {
		whole = whole[:at] + "," + whole[at:]
	}
	return whole
}
