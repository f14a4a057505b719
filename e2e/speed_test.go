package e2e

import (
	"math"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"firstneuron/bench/workload"
	"firstneuron/e2e/browser"
)

// speedPage loads the workloads in Go's WebAssembly and their twin.
const speedPage = `<!DOCTYPE html><html lang="en"><title>Speed</title><link rel="icon" href="data:,">
<script src="wasm_exec.js"></script><script src="twin.js"></script>
<script>
const go = new Go();
WebAssembly.instantiateStreaming(fetch("bench.wasm"), go.importObject).then(({instance}) => go.run(instance));
</script></html>`

// BenchmarkWorkloads trains each workload in Chromium, in Go's WebAssembly and
// in plain JavaScript, turn and turn about in the same page, and reports the
// medians of both and their ratio. Both must end at the same loss.
func BenchmarkWorkloads(b *testing.B) {
	page := chromium.Open(b, browser.Serve(b, speedSite(b)))
	page.WaitTrue(`window.firstneuron !== undefined`)
	for i, w := range workload.All {
		b.Run(w.Name[:2], func(b *testing.B) {
			rounds := 5
			if i == 0 {
				rounds = 21
			}
			var goTimes, jsTimes []float64
			for b.Loop() {
				for range rounds {
					goTime, goLoss := timed(page, "firstneuron.train(i)", i)
					jsTime, jsLoss := timed(page, "(() => { const data = firstneuron.data(i); let loss; "+
						"const w = firstneuron.workloads[i]; for (let k = 0; k < w.repeat; k++) loss = twin(w, data); return loss; })()", i)
					if math.Abs(goLoss-jsLoss) > 1e-3*math.Abs(jsLoss)+1e-6 {
						b.Fatalf("%s: loss %v in Go, %v in the twin", w.Name, goLoss, jsLoss)
					}
					goTimes, jsTimes = append(goTimes, goTime/float64(w.Repeat)), append(jsTimes, jsTime/float64(w.Repeat))
				}
			}
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(median(goTimes), "go-ms")
			b.ReportMetric(median(jsTimes), "js-ms")
			b.ReportMetric(median(jsTimes)/median(goTimes), "times-as-fast")
		})
	}
}

// timed evaluates an expression of i and returns its time in milliseconds and
// its value.
func timed(page *browser.Page, expression string, i int) (ms, loss float64) {
	result := browser.Evaluate[[]float64](page, "(() => { const i = "+string(rune('0'+i))+"; const from = performance.now(); "+
		"const loss = "+expression+"; return [performance.now() - from, loss]; })()")
	return result[0], result[1]
}

func median(values []float64) float64 {
	slices.Sort(values)
	return values[len(values)/2]
}

// speedSite builds the workloads' program and serves it with its twin.
func speedSite(b *testing.B) http.Handler {
	b.Helper()
	wasm := filepath.Join(b.TempDir(), "bench.wasm")
	build := exec.Command("go", "build", "-trimpath", "-o", wasm, "../bench/wasm")
	build.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if out, err := build.CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		b.Fatal(err)
	}
	files := map[string]string{
		"/bench.wasm":   wasm,
		"/wasm_exec.js": filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec.js"),
		"/twin.js":      "../bench/twin.js",
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if path, ok := files[r.URL.Path]; ok {
			http.ServeFile(w, r, path)
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = w.Write([]byte(speedPage))
	})
}
