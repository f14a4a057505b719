//go:build rough

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
	files := light(t)
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

// TestFaultsCostOneAction: a panic in a handler, in an update, in a Render and in a slice of a
// training is told in the console, and the page goes on with all that was typed.
func TestFaultsCostOneAction(t *testing.T) {
	t.Parallel()
	address := browser.Serve(t, faulty(t))
	for name, faults := range map[string]string{
		"an update": `{update: 1}`, "a Render": `{render: 1}`, "a Render twice": `{render: 2}`, "a Render three times": `{render: 3}`,
		"a training": `{work: 1}`, "a handler": `{handler: 1}`, "a handler twice": `{handler: 2}`,
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
			if name == "a handler twice" { // each click is one
				page.Click("button", "Train")
			}
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

// TestAFaultInAStudyCostsThatStudy: the page comes to rest, and the same study is
// done when it is asked for once more.
func TestAFaultInAStudyCostsThatStudy(t *testing.T) {
	t.Parallel()
	page := chromium.Open(t, browser.Serve(t, faulty(t))+"/"+laidOut("#w=0&b=0"))
	waitLive(page)
	page.AllowConsole("a fault for a test")
	train(page, 500)
	page.WaitIdle()
	browser.Evaluate[bool](page, `(window.firstneuronFaults = {job: 1}) !== null`)
	page.Click("button", "Try 200 starts")
	page.WaitTrue(`firstneuronFaults.job === 0`)
	page.WaitIdle()
	for page.Has("img", "Predictions of many starts") {
		page.Click("button", "Try 200 starts") // closes what has nothing to show
		page.WaitIdle()
	}
	page.Click("button", "Try 200 starts")
	page.WaitDescription("img", "Predictions of many starts", "200 starts predict between")
	train(page, 500)
}

// TestARenderThatAlwaysFailsOffersToGoOn: after it the page has what was typed.
func TestARenderThatAlwaysFailsOffersToGoOn(t *testing.T) {
	t.Parallel()
	page := chromium.Open(t, browser.Serve(t, faulty(t))+"/"+laidOut("#w=0&b=0"))
	waitLive(page)
	for _, part := range []string{"a fault for a test", "First Neuron", "panic", "exit code"} {
		page.AllowConsole(part)
	}
	page.Fill("spinbutton", "Epochs", "12")
	page.Press("Tab")
	page.WaitIdle()
	browser.Evaluate[bool](page, `(window.firstneuronFaults = {render: 1e9}) !== null`)
	page.Click("button", "Train")
	page.Click("button", "Go on")
	waitLive(page)
	page.WaitValue("spinbutton", "Epochs", "12")
	train(page, 12)
}

// die ends the program of a build with faults: one Render more panics than the page
// is made anew for.
func die(page *browser.Page) {
	browser.Evaluate[bool](page, `(window.firstneuronFaults = {render: 4}) !== null`)
	page.Click("button", "Copy code")
	waitAlert(page, "program has stopped", "is kept")
}

// TestADeadProgramGoesOn: in one click the page has everything again, with a reload
// and in a sandbox, where a reload would lose it.
func TestADeadProgramGoesOn(t *testing.T) {
	t.Parallel()
	address := browser.Serve(t, faulty(t))
	for name, open := range map[string]func(t *testing.T) *browser.Page{
		"a page": func(t *testing.T) *browser.Page { return chromium.Open(t, address+"/"+taskLink) },
		"a sandbox": func(t *testing.T) *browser.Page {
			course := chromium.Open(t, browser.Serve(t, browser.Course(address+"/"+taskLink+"&start=now", "First Neuron", `sandbox="allow-scripts"`)))
			page := course.Frame("First Neuron")
			course.AllowConsole("a fault for a test")
			return page
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			page := open(t)
			page.AllowConsole("a fault for a test")
			page.AllowConsole("exit code")
			waitLive(page)
			page.Fill("spinbutton", "Epochs", "12")
			makeMore(page)
			die(page)
			// What still listens for the program that has ended finds it gone, without a word.
			browser.Evaluate[bool](page, `window.dispatchEvent(new PopStateEvent("popstate"))`)
			page.Click("button", "Go on")
			page.WaitGone("button", "Go on")
			waitMore(t, page)
			page.WaitValue("spinbutton", "Epochs", "12")
			page.Click("button", "Answer")
			train(page, 12)
		})
	}
}
