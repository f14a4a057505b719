package chart

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestWidthsOnThePage compares the font of the page's program, third_party/image with its
// metrics.ttf, with the real reader of the whole font, which the other tests of this
// package have.
func TestWidthsOnThePage(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds a program twice")
	}
	modules := filepath.Join(t.TempDir(), "page.mod")
	write := exec.Command("tools/modfile.sh", modules)
	write.Dir = "../../.."
	if out, err := write.CombinedOutput(); err != nil {
		t.Fatalf("tools/modfile.sh: %v\n%s", err, out)
	}
	says := func(font string, flags ...string) []string {
		args := append(append([]string{"run"}, flags...), "-tags", "minimal", "./testdata/widths", "../../../third_party/liberation/subset/"+font)
		out, err := exec.Command("go", args...).CombinedOutput()
		if err != nil {
			t.Fatalf("go %s: %v\n%s", strings.Join(args, " "), err, out)
		}
		return strings.Split(string(out), "\n")
	}
	want, got := says("widths.ttf"), says("metrics.ttf", "-modfile", modules)
	if len(got) != len(want) || len(want) < 3*0x2000 {
		t.Fatalf("%d lines, want %d", len(got), len(want))
	}
	for i, line := range want {
		if got[i] != line {
			t.Fatalf("on the page the font says\n%s\nwant\n%s", got[i], line)
		}
	}
}
