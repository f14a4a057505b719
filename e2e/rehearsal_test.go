package e2e

import (
	"fmt"
	"net/http"
	"testing"

	"firstneuron/e2e/browser"
)

// kernelTrained is how much the page's kernel has trained.
const kernelTrained = `window.kernelSteps.line + window.kernelSteps.train`

// TestRehearsalIsForAMouse: the page goes through a drag in its idle time where one
// is to be expected, with a mouse; on a phone never, and in a frame not before the
// mouse comes into it.
func TestRehearsalIsForAMouse(t *testing.T) {
	t.Parallel()
	desk := open(t, "#w=0&b=0", browser.Script(countKernelSteps))
	desk.WaitTrue(kernelTrained + " > 0")

	phone := open(t, "#w=0&b=0", browser.Touch(), browser.Viewport(390, 844), browser.Script(countKernelSteps))
	phone.WaitIdle()
	phone.WaitFrames(90)
	if steps := browser.Evaluate[int](phone, kernelTrained); steps != 0 {
		t.Errorf("on a phone that nobody has touched %d epochs were trained, want 0", steps)
	}

	page := chromium.Open(t, browser.Serve(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/course" {
			light(t).ServeHTTP(w, r)
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = fmt.Fprint(w, `<!DOCTYPE html><html lang="en"><title>Course</title><link rel="icon" href="data:,">
			<iframe title="First Neuron" src="/#w=0&b=0&embed=1" width="640" height="600"></iframe>`)
	}))+"/course", browser.Script(countKernelSteps))
	frame := page.Frame("First Neuron")
	waitLive(frame)
	frame.WaitIdle()
	frame.WaitFrames(90)
	if steps := browser.Evaluate[int](frame, kernelTrained); steps != 0 {
		t.Errorf("in a frame that nobody has touched %d epochs were trained, want 0", steps)
	}
	frame.Hover("button", "Train", 0.5, 0.5)
	frame.WaitTrue(kernelTrained + " > 0")
}
