// Package linked compares what a program of the page is built of with a list, so that a
// package that comes along with an import is seen before it is downloaded by learners.
package linked

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// Compare compares the packages of the program in the current folder, which is cmd/NAME and
// which `make dist` builds with the flags, with the file packages.txt there: of this module
// those that read programs, which the two programs share out between them, and all others
// but internal ones, which differ between versions of Go.
func Compare(t *testing.T, flags ...string) {
	t.Helper()
	listed, err := os.ReadFile("packages.txt")
	if err != nil {
		t.Fatal(err)
	}
	var want []string
	for line := range strings.Lines(string(listed)) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			want = append(want, line)
		}
	}
	got := linked(t, flags)
	for _, p := range got {
		if !slices.Contains(want, p) {
			t.Errorf("the program links %s, which packages.txt does not list: import less, or see with `make size` what it costs and add it", p)
		}
	}
	for _, p := range want {
		if !slices.Contains(got, p) {
			t.Errorf("packages.txt lists %s, which the program does not link: take it out", p)
		}
	}
}

// StandIns are the flags with which the page's program has the packages of third_party that
// are stand-ins.
func StandIns(t *testing.T) []string {
	t.Helper()
	overlay, modules := filepath.Join(t.TempDir(), "overlay.json"), filepath.Join(t.TempDir(), "page.mod")
	write := exec.Command("tools/overlay.sh")
	write.Dir = "../.."
	text, err := write.Output()
	if err != nil {
		t.Fatalf("tools/overlay.sh: %v", err)
	}
	if err := os.WriteFile(overlay, text, 0o600); err != nil {
		t.Fatal(err)
	}
	write = exec.Command("tools/modfile.sh", modules)
	write.Dir = "../.."
	if out, err := write.CombinedOutput(); err != nil {
		t.Fatalf("tools/modfile.sh: %v\n%s", err, out)
	}
	return []string{"-modfile", modules, "-overlay", overlay}
}

// linked lists the packages of the program.
func linked(t *testing.T, flags []string) (packages []string) {
	t.Helper()
	// go test keeps a result as long as the folders that the test read are the
	// same, and does not know of those that go list reads.
	for _, folder := range []string{".", "../../pkg", "../../third_party"} {
		err := filepath.WalkDir(folder, func(_ string, _ fs.DirEntry, err error) error { return err })
		if err != nil {
			t.Fatal(err)
		}
	}
	list := exec.Command("go", slices.Concat([]string{"list", "-deps"}, flags, []string{"."})...)
	list.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	list.Stderr = os.Stderr
	out, err := list.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	for _, p := range strings.Fields(string(out)) {
		parts := strings.Split(p, "/")
		if shared(p) || parts[0] != "firstneuron" && parts[0] != "vendor" && !slices.Contains(parts, "internal") {
			packages = append(packages, p)
		}
	}
	return packages
}

// shared reports whether a package of this module has to do with reading programs.
func shared(p string) bool {
	return strings.HasPrefix(p, "firstneuron/pkg/experiment/program") || strings.HasPrefix(p, "firstneuron/pkg/experiment/python") ||
		strings.HasPrefix(p, "firstneuron/pkg/experiment/reader")
}
