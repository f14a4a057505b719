package e2e

import (
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
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
go.argv = ["nn.test", "-test.run=^Test", "-test.timeout=1m"]; // the others want files
go.env = {ENGINE: "SIMD kernel"};
go.exit = (code) => {
	window.exitCode = code;
	go._scheduledTimeouts.forEach(clearTimeout); // those of a program that is over
};
const bind = importKernel(go.importObject, "kernel.wasm");
WebAssembly.instantiateStreaming(fetch("nn.test.wasm"), go.importObject).then(async ({instance}) => {
	await bind(instance);
	go.run(instance);
});
</script></html>`

// TestKernelPassesTheLibrarysTests runs all tests of pkg/nn, Keras's fixtures
// among them, in Chromium with the SIMD kernel.
func TestKernelPassesTheLibrarysTests(t *testing.T) {
	t.Parallel()
	program := filepath.Join(t.TempDir(), "nn.test.wasm")
	build := exec.Command("go", "test", "-c", "-tags", "simd", "-o", program, "../pkg/nn")
	build.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	page := chromium.Open(t, browser.Serve(t, programSite(t, testPage, map[string]string{"/nn.test.wasm": program})))
	page.AllowConsole("already exited") // a timer of the program's may outlive it
	page.WaitTrue(`window.exitCode !== undefined`)
	if code := browser.Evaluate[int](page, `window.exitCode`); code != 0 {
		t.Errorf("the tests end with %d, want 0:\n%s", code, browser.Evaluate[string](page, `window.printed.join("\n")`))
	}
}

// programSite serves a page, at every address but those of files, with what a
// Go program in it needs: the glue of the compiler, the kernel and its binding.
func programSite(tb testing.TB, page string, files map[string]string) http.Handler {
	tb.Helper()
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		tb.Fatal(err)
	}
	files["/wasm_exec.js"] = filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec.js")
	files["/kernel.js"] = "../web/kernel.js"
	files["/kernel.wasm"] = "../pkg/nn/internal/kernel/kernel.wasm"
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if path, ok := files[r.URL.Path]; ok {
			http.ServeFile(w, r, path)
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = w.Write([]byte(page))
	})
}

// openWithKernel opens the page from a host that has the kernel, or not.
func openWithKernel(tb testing.TB, present bool, options ...browser.Option) *browser.Page {
	tb.Helper()
	files := host(tb)
	page := chromium.Open(tb, browser.Serve(tb, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !present && strings.HasPrefix(r.URL.Path, "/kernel.") {
			http.NotFound(w, r)
			return
		}
		files.ServeHTTP(w, r)
	}))+"/", options...)
	if !present {
		page.AllowConsole("404")
		page.AllowConsole("computes in Go alone")
	}
	waitLive(page)
	return page
}

// TestPageComputesInGoWhereTheKernelIsMissing: the kernel's file is blocked, and
// the lesson comes out the same; the page and the console say what computes.
func TestPageComputesInGoWhereTheKernelIsMissing(t *testing.T) {
	t.Parallel()
	predictions := map[string]string{}
	for engine, present := range map[string]bool{"SIMD kernel": true, "pure Go": false} {
		page := openWithKernel(t, present)
		page.Goto(strings.Split(page.URL(), "#")[0] + "#w=10&b=-10&lang=en")
		page.WaitTextHas("contentinfo", "", engine)
		train(page, 500)
		predictions[engine] = page.Text("status", "Prediction")
	}
	if kernel, pure := predictions["SIMD kernel"], predictions["pure Go"]; kernel != pure || kernel == "" {
		t.Errorf("the kernel predicts %q, Go %q, want the same", kernel, pure)
	}
}
