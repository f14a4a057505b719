package e2e

import (
	"net/http"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"firstneuron/e2e/browser"
)

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
	files := light(tb)
	page := chromium.Open(tb, browser.Serve(tb, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !present && strings.HasPrefix(r.URL.Path, "/kernel.") {
			http.NotFound(w, r)
			return
		}
		files.ServeHTTP(w, r)
	}))+"/"+laidOut(""), options...)
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
		page.Goto(strings.Split(page.URL(), "#")[0] + "#w=10&b=-10&lang=en&play=0")
		waitBody(page, engine)
		train(page, 500)
		predictions[engine] = page.Text("status", "Prediction")
	}
	if kernel, pure := predictions["SIMD kernel"], predictions["pure Go"]; kernel != pure || kernel == "" {
		t.Errorf("the kernel predicts %q, Go %q, want the same", kernel, pure)
	}
}

// countKernelSteps counts what the page's kernel trains: epochs of the lesson's own
// model, steps of others, and in how many calls.
const countKernelSteps = `{
	const make = WebAssembly.instantiate;
	window.kernelSteps = {line: 0, train: 0, calls: 0};
	WebAssembly.instantiate = async (module, imports) => {
		const made = await make(module, imports);
		if (!made.exports?.line) return made;
		const counted = (name) => (...inputs) => {
			const steps = made.exports[name](...inputs);
			window.kernelSteps[name] += steps;
			window.kernelSteps.calls++;
			return steps;
		};
		return {exports: {...made.exports, line: counted("line"), train: counted("train")}};
	};
}`

// TestKernelMakesTheSteps that the page's Train asks for, all of them, while its
// timeline is recorded. With locked data no drag can come, and none is rehearsed.
func TestKernelMakesTheSteps(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=0&b=0&lock=data")
	page.OnEveryLoad(countKernelSteps)
	for fragment, want := range map[string]string{
		"#w=0&b=0&lock=data&epochs=700":                                                                     "700 0",
		"#lock=data&seed=1&epochs=300&layers=4:tanh,1&batch=2&optimizer=adam":                               "0 900",
		"#lock=data&seed=1&epochs=400&layers=4:tanh,1&batch=2&shuffle=1&metric=mae&l2=0.01&validation=0.34": "0 800",
	} {
		page.Goto(strings.Split(page.URL(), "#")[0] + laidOut(fragment))
		page.Reload()
		waitLive(page)
		epochs, _ := strconv.Atoi(regexp.MustCompile(`epochs=(\d+)`).FindStringSubmatch(fragment)[1])
		train(page, epochs)
		if got := browser.Evaluate[string](page, "`${window.kernelSteps.line} ${window.kernelSteps.train}`"); got != want {
			t.Errorf("%s: the kernel made %s epochs of a line and steps of nets, want %s", fragment, got, want)
		}
		if calls := browser.Evaluate[int](page, "window.kernelSteps.calls"); calls > epochs/4 {
			t.Errorf("%s: the kernel was called %d times for %d epochs, want many epochs a call", fragment, calls, epochs)
		}
	}
}
