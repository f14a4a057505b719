package nn_test

import (
	"os"
	"testing"

	"firstneuron/pkg/nn"
)

// TestEngine: the tests of this package run in Go, and once more in a browser
// with the kernel, where e2e says so in the environment.
func TestEngine(t *testing.T) {
	want := os.Getenv("ENGINE")
	if want == "" {
		want = "pure Go"
	}
	if got := nn.Engine(); got != want {
		t.Errorf("Engine() = %q, want %q", got, want)
	}
}
