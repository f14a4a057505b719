package e2e

import (
	"net/http"
	"strings"
	"testing"

	"firstneuron/e2e/browser"
)

// faulty is the site with a program that panics where it is told to: the build
// with the tag faults (pkg/ui/dom/fault_on.go).
func faulty(t *testing.T) http.Handler {
	t.Helper()
	program := made(t, "bin/faults.wasm")
	files := host(t)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasPrefix(r.URL.Path, "/app.") && strings.HasSuffix(r.URL.Path, ".wasm") {
			w.Header().Set("Content-Type", "application/wasm")
			w.Header().Set("Access-Control-Allow-Origin", "*") // as the site has, for sandboxed frames
			http.ServeFile(w, r, program)
			return
		}
		files.ServeHTTP(w, r)
	})
}

// TestFaultsCostOneAction: a panic in an update, in a Render and in a slice of a
// training is told in the console, and the page goes on with all that was typed.
func TestFaultsCostOneAction(t *testing.T) {
	t.Parallel()
	address := browser.Serve(t, faulty(t))
	for name, faults := range map[string]string{
		"an update": `{update: 1}`, "a Render": `{render: 1}`, "a Render twice": `{render: 2}`, "a Render three times": `{render: 3}`,
		"a training": `{work: 1}`,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			page := chromium.Open(t, address+"/#w=0&b=0&play=0&open=all")
			waitLive(page)
			page.AllowConsole("a fault for a test")
			page.Fill("spinbutton", "Epochs", "12")
			page.Press("Tab")
			page.WaitIdle()
			browser.Evaluate[bool](page, `(window.firstneuronFaults = `+faults+`) !== null`)
			page.Click("button", "Train")
			page.WaitTrue(`Object.values(firstneuronFaults)[0] === 0`)
			page.WaitIdle()
			page.WaitValue("spinbutton", "Epochs", "12")
			if !strings.Contains(page.Text("status", "Training status"), "Epoch 12 of 12") {
				page.Click("button", "Train")
			}
			page.WaitTextHas("status", "Training status", "Epoch 12 of 12")
		})
	}
}
