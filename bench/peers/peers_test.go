package peers

import (
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"firstneuron/bench/workload"
	"firstneuron/e2e/browser"
)

var (
	rounds = flag.Int("rounds", 5, "how often each peer trains each workload")
	write  = flag.String("write", "", "the `folder` that receives speed.svg and, between its marks in speed.md, the table")
	only   = flag.String("only", "", "the `keys` of some peers, with commas, to measure alone")
)

// budget is for how many milliseconds a peer trains at a time; what takes
// longer is scaled.
const budget = 2000

// measured is what a page answers.
type measured struct {
	MS, Loss, Want float64
	Scaled         bool
	Missing        string
	Failed         string
}

// measure lets a page train a workload, however long that takes.
func measure(page *browser.Page, peer Peer, i int) measured {
	browser.Evaluate[bool](page, fmt.Sprintf(`(() => {
		window.outcome = null;
		measure(%q, %d, %d).then((m) => { window.outcome = m; }, (e) => { window.outcome = {failed: String(e)}; });
		return true;
	})()`, peer.Key, i, budget))
	for {
		if m := browser.Evaluate[*measured](page, `window.outcome`); m != nil {
			return *m
		}
		time.Sleep(20 * time.Millisecond)
	}
}

// BenchmarkPeers lets every peer train every workload, turn and turn about, each
// in a tab of its own, and tells the medians.
func BenchmarkPeers(b *testing.B) {
	chromium, err := browser.Start()
	if err != nil {
		b.Fatal(err)
	}
	defer chromium.Close()
	address := browser.Serve(b, site(b))
	results := Results{Cells: make(map[string][]Cell)}
	pages, left := make(map[string]*browser.Page), make(map[string]bool)
	for _, peer := range All {
		cells := make([]Cell, len(workload.All))
		results.Cells[peer.Key] = cells
		if *only != "" && !slices.Contains(strings.Split(*only, ","), peer.Key) {
			left[peer.Key] = true
			continue
		}
		if _, err := os.Stat(filepath.Join("node_modules", peer.Folder)); err != nil {
			for i := range cells {
				cells[i].Missing = "it is not installed"
			}
			continue
		}
		page := chromium.Open(b, address+"/?peer="+peer.Key, browser.Patient(10*time.Minute))
		page.AllowConsole("") // what they have to say is their own business
		page.WaitTrue(fmt.Sprintf("typeof measure === 'function' && peers[%q] !== undefined", peer.Key))
		pages[peer.Key] = page
	}
	for i, w := range workload.All {
		for range *rounds {
			for _, peer := range All {
				page, cell := pages[peer.Key], &results.Cells[peer.Key][i]
				if page == nil || cell.Missing != "" {
					continue
				}
				m := measure(page, peer, i)
				if cell.Missing = m.Missing + m.Failed; cell.Missing != "" {
					if m.Failed != "" {
						b.Errorf("%s, %s: %s", peer.Name, w.Name, m.Failed)
					}
					continue
				}
				if math.Abs(m.Loss-m.Want) > 2e-3*math.Abs(m.Want)+1e-6 || math.IsNaN(m.Loss) {
					b.Errorf("%s, %s: loss %v, want %v as in plain JavaScript", peer.Name, w.Name, m.Loss, m.Want)
				}
				cell.times, cell.Scaled = append(cell.times, m.MS), m.Scaled
			}
		}
		for _, peer := range All {
			if left[peer.Key] {
				continue
			}
			cell := &results.Cells[peer.Key][i]
			if len(cell.times) > 0 {
				slices.Sort(cell.times)
				cell.MS = cell.times[len(cell.times)/2]
			}
			fmt.Printf("%s  %-34s %12.4f ms %s\n", w.Name[:2], peer.Name, cell.MS, cell.Missing)
		}
	}
	b.ReportMetric(0, "ns/op")
	if *write != "" && !b.Failed() {
		if err := results.Write(*write); err != nil {
			b.Fatal(err)
		}
	}
}
