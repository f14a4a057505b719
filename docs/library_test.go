package docs

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/program/export"
)

// TestLibraryOutsideItsClone makes a module as the README shows it, and runs the
// README's example and programs that the page writes for Go in it.
func TestLibraryOutsideItsClone(t *testing.T) {
	readme := read(t, "../README.md")
	root, err := filepath.Abs("..")
	if err != nil {
		t.Fatal(err)
	}
	module := block(t, readme, "", "module example")
	replaced := strings.Replace(module, "=> ../first-neuron", "=> "+root, 1)
	if replaced == module {
		t.Fatalf("README.md: want a replace by ../first-neuron in\n%s", module)
	}
	programs := map[string]string{
		"README.md":  block(t, readme, "go", "package main"),
		"the lesson": export.Go(experiment.Default()),
	}
	net, problems := experiment.Decode("layers=4:tanh,1&optimizer=adam&epochs=5")
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	programs["a net"] = export.Go(net)
	for name, text := range programs {
		t.Run(name, func(t *testing.T) {
			folder := t.TempDir()
			for file, text := range map[string]string{"go.mod": replaced, "main.go": text} {
				if err := os.WriteFile(filepath.Join(folder, file), []byte(text), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			run := exec.Command("go", "run", ".")
			run.Dir = folder
			run.Env = append(os.Environ(), "GOFLAGS=", "GOWORK=off", "GOPROXY=off") // nothing is fetched
			out, err := run.CombinedOutput()
			if err != nil {
				t.Fatalf("go run: %v\n%s\n%s", err, out, text)
			}
			if !strings.HasPrefix(string(out), "loss ") {
				t.Errorf("prints %q, want the loss first", out)
			}
			if name != "a net" && !regexp.MustCompile(`\n\[?18\.9[89]`).Match(out) {
				t.Errorf("prints %q, want the answer 18.98 or 18.99", out)
			}
		})
	}
}

// block returns the fenced block of a document that begins with a text.
func block(t *testing.T, document, language, begin string) string {
	t.Helper()
	_, rest, found := strings.Cut(document, "```"+language+"\n"+begin)
	text, _, closed := strings.Cut(rest, "```")
	if !found || !closed {
		t.Fatalf("no block of %q that begins with %q", language, begin)
	}
	return begin + text
}

func read(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
