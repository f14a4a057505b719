package e2e

import (
	"debug/buildinfo"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestLicencesAreOfWhatWasBuilt: every module that the linker noted in the
// page's program and in the server has its notice, in the site and in the
// server's own answer.
func TestLicencesAreOfWhatWasBuilt(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile(filepath.Join(dist, "licences.txt"))
	if err != nil {
		t.Fatal(err)
	}
	programs, err := filepath.Glob(filepath.Join(dist, "app.*.wasm"))
	if err != nil || len(programs) != 1 {
		t.Fatalf("%v, %v: want one program in %s", programs, err, dist)
	}
	program, err := os.ReadFile(programs[0])
	if err != nil {
		t.Fatal(err)
	}
	var modules []string
	for _, match := range regexp.MustCompile(`\ndep\t([^\t\n]+)\t(\S+)`).FindAllSubmatch(program, -1) {
		modules = append(modules, string(match[1])+" "+string(match[2]))
	}
	if len(modules) < 4 {
		t.Fatalf("the page's program names the modules %v, want those of its charts and of go-app", modules)
	}
	const server = "../bin/firstneuron"
	info, err := buildinfo.ReadFile(server)
	if err != nil {
		t.Fatal(err)
	}
	for _, module := range info.Deps {
		modules = append(modules, module.Path+" "+module.Version)
	}
	for _, module := range modules {
		if strings.HasPrefix(module, "codeberg.org/go-latex") || strings.HasPrefix(module, "github.com/google/uuid") {
			continue // stand-ins, in which nothing is but this project's
		}
		if !strings.Contains(string(text), "\n"+module) {
			t.Errorf("the licences lack %s", module)
		}
	}
	for _, flag := range []string{"-licences", "-licenses"} {
		said, err := exec.Command(server, flag).Output()
		if err != nil || string(said) != string(text) {
			t.Errorf("the server says with %s %d bytes, %v, want the %d of licences.txt", flag, len(said), err, len(text))
		}
	}
	if file, err := exec.Command("ldd", server).CombinedOutput(); err == nil {
		t.Errorf("the server needs libraries of the system: %s", file)
	}
}
