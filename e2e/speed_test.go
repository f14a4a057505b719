package e2e

import (
	"fmt"
	"math"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"

	"firstneuron/bench/workload"
	"firstneuron/e2e/browser"
)

// speedPage loads the workloads' program twice, with the SIMD kernel and in Go
// alone, and their twin.
const speedPage = `<!DOCTYPE html><html lang="en"><title>Speed</title><link rel="icon" href="data:,">
<script src="wasm_exec.js"></script><script src="kernel.js"></script><script src="twin.js"></script>
<script>
for (const [name, address] of [["simd", "kernel.wasm"], ["pure", ""]]) {
	const go = new Go();
	go.argv = ["bench", name];
	const bind = importKernel(go.importObject, address);
	WebAssembly.instantiateStreaming(fetch("bench.wasm"), go.importObject).then(async ({instance}) => {
		if (name === "simd") await bind(instance);
		go.run(instance);
	});
}
</script></html>`

// BenchmarkWorkloads trains each workload in Chromium, with the SIMD kernel, in
// pure Go and in plain JavaScript, turn and turn about in the same page, and
// reports the medians and how many times as fast as JavaScript each is. All
// must end at the same loss.
func BenchmarkWorkloads(b *testing.B) {
	page := chromium.Open(b, browser.Serve(b, speedSite(b)))
	page.WaitTrue(`window.simd !== undefined && window.pure !== undefined`)
	if engine := browser.Evaluate[string](page, "window.simd.engine"); engine != "SIMD kernel" {
		b.Fatalf("the engine is %q, want the SIMD kernel", engine)
	}
	const plain = "(() => { const data = window.data; let loss; " +
		"const w = window.pure.workloads[i]; for (let k = 0; k < w.repeat; k++) loss = window.twin(w, data); return loss; })()"
	for i, w := range workload.All {
		b.Run(w.Name[:2], func(b *testing.B) {
			rounds := 5
			if i == 0 {
				rounds = 21
			}
			var simd, pure, js []float64
			browser.Evaluate[bool](page, fmt.Sprintf("(window.data = window.pure.data(%d)) !== null", i))
			for b.Loop() {
				for range rounds {
					simdTime, simdLoss := timed(page, "window.simd.train(i)", i)
					pureTime, pureLoss := timed(page, "window.pure.train(i)", i)
					jsTime, jsLoss := timed(page, plain, i)
					for _, loss := range []float64{simdLoss, pureLoss} {
						if math.Abs(loss-jsLoss) > 1e-3*math.Abs(jsLoss)+1e-6 {
							b.Fatalf("%s: loss %v, %v in the twin", w.Name, loss, jsLoss)
						}
					}
					repeat := float64(w.Repeat)
					simd, pure, js = append(simd, simdTime/repeat), append(pure, pureTime/repeat), append(js, jsTime/repeat)
				}
			}
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(median(simd), "simd-ms")
			b.ReportMetric(median(pure), "go-ms")
			b.ReportMetric(median(js), "js-ms")
			b.ReportMetric(median(js)/median(simd), "simd-times")
			b.ReportMetric(median(js)/median(pure), "go-times")
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
	build := exec.Command("go", "build", "-tags", "minimal,simd", "-trimpath", "-o", wasm, "../bench/wasm")
	build.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if out, err := build.CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	return programSite(b, speedPage, map[string]string{"/bench.wasm": wasm, "/twin.js": "../bench/twin.js"})
}

// BenchmarkStarts trains the lesson from two hundred starts in Chromium.
func BenchmarkStarts(b *testing.B) {
	page := chromium.Open(b, browser.Serve(b, speedSite(b)))
	page.WaitTrue(`window.simd !== undefined && window.pure !== undefined`)
	for _, engine := range []string{"simd", "pure"} {
		b.Run(engine, func(b *testing.B) {
			var times []float64
			for b.Loop() {
				ms, runs := timed(page, "window."+engine+".starts()", 0)
				if runs != 200 {
					b.Fatalf("%v runs came to their end, want 200", runs)
				}
				times = append(times, ms)
			}
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(median(times), "ms")
		})
	}
}
