package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// A mutant is one wrong edit: a text that stands once in a file of its package,
// and the text that takes its place.
type mutant struct{ what, file, from, to string }

// A suite has the mutants of one package, whose tests have to fail for each.
type suite struct {
	folder  string
	mutants []mutant
}

var suites = []suite{
	{"pkg/nn", nn},
	{"pkg/session", session},
	{"pkg/experiment/program", program},
	{"pkg/experiment/program/export", export},
	{"pkg/experiment/script", writer},
	{"pkg/experiment", experiment},
	{"pkg/experiment/python/eval", python},
	{"pkg/experiment/python/numpy", numpy},
	{"pkg/experiment/dataset", dataset},
	{"pkg/experiment/fdlibm", fdlibm},
	{"pkg/experiment/playground", playground},
	{"pkg/ui/plane", plane},
}

// edited returns the file with the wrong edit, or an error when the text does
// not stand in it exactly once. root is the folder of the repository.
func (s suite) edited(root string, m mutant) (string, error) {
	text, err := os.ReadFile(filepath.Join(root, s.folder, m.file))
	if err != nil {
		return "", fmt.Errorf("%s: %w", m.what, err)
	}
	if n := strings.Count(string(text), m.from); n != 1 {
		return "", fmt.Errorf("%s: %q stands %d times in %s/%s, want once: edit the mutant as the file was edited", m.what, m.from, n, s.folder, m.file)
	}
	return strings.Replace(string(text), m.from, m.to, 1), nil
}

// survives reports whether the tests of the package pass with the wrong edit.
// The edit lies beside the repository: the go command reads it in place of the
// file (`go help build`, -overlay).
func (s suite) survives(root string, m mutant) (bool, error) {
	text, err := s.edited(root, m)
	if err != nil {
		return false, err
	}
	folder, err := os.MkdirTemp("", "mutant")
	if err != nil {
		return false, err
	}
	defer func() { _ = os.RemoveAll(folder) }()
	file, overlay := filepath.Join(folder, filepath.Base(m.file)), filepath.Join(folder, "overlay.json")
	replace, err := json.Marshal(map[string]any{
		"Replace": map[string]string{filepath.Join(root, s.folder, m.file): file},
	})
	if err != nil {
		return false, err
	}
	for name, text := range map[string][]byte{file: []byte(text), overlay: replace} {
		if err := os.WriteFile(name, text, 0o600); err != nil {
			return false, err
		}
	}
	out, passed := s.test(root, "-overlay="+overlay)
	if !passed && !strings.Contains(out, "--- FAIL") && !strings.Contains(out, "panic:") {
		return false, fmt.Errorf("%s: no test ran:\n%s", m.what, out)
	}
	return passed, nil
}

// test runs the package's tests.
func (s suite) test(root string, options ...string) (output string, passed bool) {
	arguments := append([]string{"test", "-tags=minimal", "-vet=off", "-failfast", "-timeout=300s"}, options...)
	command := exec.Command("go", append(arguments, "./"+s.folder)...)
	command.Dir = root
	command.Env = append(os.Environ(), "RAPID_NOFAILFILE=1") // a wrong edit's failures are no examples to keep
	out, err := command.CombinedOutput()
	return string(out), err == nil
}

// sample returns up to n mutants, spread evenly over all.
func (s suite) sample(n int) []mutant {
	if n <= 0 || n >= len(s.mutants) {
		return s.mutants
	}
	var some []mutant
	for i := range n {
		some = append(some, s.mutants[i*len(s.mutants)/n])
	}
	return some
}
