//go:build rough

package e2e

import (
	"strconv"
	"strings"
	"testing"

	"firstneuron/e2e/browser"
)

// testPage runs a test program of Go and keeps what it prints.
const testPage = `<!DOCTYPE html><html lang="en"><title>Tests</title><link rel="icon" href="data:,">
<script src="wasm_exec.js"></script><script src="kernel.js"></script>
<script>
window.printed = [];
console.log = (line) => window.printed.push(line);
const go = new Go();
go.argv = ["tests", "-test.run=" + RUN, "-test.timeout=1m"];
go.env = {ENGINE: "SIMD kernel"};
go.exit = (code) => {
	window.exitCode = code;
	go._scheduledTimeouts.forEach(clearTimeout); // those of a program that is over
};
const bind = importKernel(go.importObject, "kernel.wasm");
WebAssembly.instantiateStreaming(fetch("tests.wasm"), go.importObject).then(async ({instance}) => {
	await bind(instance);
	go.run(instance);
});
</script></html>`

// TestKernelPassesTheLibrarysTests runs all tests of pkg/nn, Keras's fixtures
// among them, in Chromium with the SIMD kernel.
func TestKernelPassesTheLibrarysTests(t *testing.T) {
	t.Parallel()
	runWithKernel(t, "nn", "^Test") // the others want files
}

// TestKernelRecordsWhatAListenerHears runs the hundred random trainings of
// pkg/session in Chromium with the SIMD kernel.
func TestKernelRecordsWhatAListenerHears(t *testing.T) {
	t.Parallel()
	runWithKernel(t, "session", "^TestRecorderIsWhatAListenerHears$")
}

// runWithKernel runs the tests of a package of pkg that a pattern matches.
func runWithKernel(t *testing.T, folder, pattern string) {
	t.Helper()
	program := made(t, "bin/"+folder+".test.wasm")
	page := chromium.Open(t, browser.Serve(t, programSite(t, strings.Replace(testPage, "RUN", strconv.Quote(pattern), 1), map[string]string{"/tests.wasm": program})))
	page.AllowConsole("already exited") // a timer of the program's may outlive it
	page.WaitTrue(`window.exitCode !== undefined`)
	if code := browser.Evaluate[int](page, `window.exitCode`); code != 0 {
		t.Errorf("the tests end with %d, want 0:\n%s", code, browser.Evaluate[string](page, `window.printed.join("\n")`))
	}
}
