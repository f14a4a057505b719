package share

import (
	"fmt"
	"strings"
	"testing"

	"firstneuron/pkg/ui/qr"
)

// TestEveryDarkModuleIsDrawn: once, and no other.
func TestEveryDarkModuleIsDrawn(t *testing.T) {
	code, err := qr.Encode("https://x.org/#epochs=7")
	if err != nil {
		t.Fatal(err)
	}
	const quiet = 4
	drawn := make(map[[2]int]int)
	for _, run := range strings.Split(strings.TrimPrefix(modules(code, quiet), "M"), "M") {
		var x, y, width, back int
		if _, err := fmt.Sscanf(run, "%d %dh%dv1h-%dz", &x, &y, &width, &back); err != nil || width != back {
			t.Fatalf("a run is %q, want a rectangle one module high: %v", run, err)
		}
		for i := range width {
			drawn[[2]int{x - quiet + i, y - quiet}]++
		}
	}
	for y := range code.Size {
		for x := range code.Size {
			want := 0
			if code.Dark(x, y) {
				want = 1
			}
			if got := drawn[[2]int{x, y}]; got != want {
				t.Fatalf("module %d, %d is drawn %d times, want %d", x, y, got, want)
			}
		}
	}
}
