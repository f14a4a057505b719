package e2e

import (
	"testing"

	"firstneuron/e2e/browser"
)

// TestProgramThatASandboxKeepsOutSaysWhy: a file host that allows no other
// origin, as course systems are, and a frame whose origin is none.
func TestProgramThatASandboxKeepsOutSaysWhy(t *testing.T) {
	t.Parallel()
	address := browser.Serve(t, plainHost())
	course := chromium.Open(t, browser.Serve(t, browser.Course(address+"/#start=now&open=all", "First Neuron", `sandbox="allow-scripts"`)))
	course.AllowConsole("CORS")
	course.AllowConsole("Failed")
	page := course.Frame("First Neuron")
	waitAlert(page, "sandbox", "allow-same-origin")
}
