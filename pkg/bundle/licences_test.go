package bundle

import (
	"archive/zip"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestLicencesAreOfEveryModule that the go command lists for the two programs,
// and of Go, of the project and of the font.
func TestLicencesAreOfEveryModule(t *testing.T) {
	t.Parallel()
	out, archive := builtSite(t)
	text := read(t, out, licencesName)
	for _, command := range [][]string{{"GOOS=js", "GOARCH=wasm", "firstneuron/cmd/wasm"}, {"firstneuron/cmd/server"}} {
		last := len(command) - 1
		list := exec.Command("go", "list", "-deps", "-tags", "minimal,simd", "-f", "{{with .Module}}{{.Path}} {{.Version}}{{end}}", command[last])
		list.Env = append(os.Environ(), command[:last]...)
		modules, err := list.Output()
		if err != nil {
			t.Fatal(err)
		}
		for module := range strings.FieldsFuncSeq(string(modules), func(r rune) bool { return r == '\n' }) {
			if module = strings.TrimSpace(module); module == "firstneuron" {
				module = "First Neuron"
			}
			if strings.HasPrefix(module, "codeberg.org/go-latex") || strings.HasPrefix(module, "github.com/google/uuid") {
				continue // stand-ins, in which nothing is but this project's
			}
			if !strings.Contains(text, "\n"+module) {
				t.Errorf("%s lacks %s, which %s is built of", licencesName, module, command[last])
			}
		}
	}
	for _, want := range []string{
		"Go, its library and wasm_exec.js\n", "Copyright (c) 2026 The First Neuron authors", "Copyright 2009 The Go Authors", "Copyright (c) 2016 Maxence Charriere",
		"The Gonum Authors", "Bigelow & Holmes", "THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%s lacks %q", licencesName, want)
		}
	}
	if len(text) > 64<<10 {
		t.Errorf("%s has %d bytes, want each licence once", licencesName, len(text))
	}
	reader, err := zip.OpenReader(archive)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = reader.Close() }()
	if _, err := reader.Open(licencesName); err != nil {
		t.Errorf("the zip: %v", err)
	}
}

// TestProgramWithAnUnknownModuleIsNotBundled: its licence would be missing.
func TestProgramWithAnUnknownModuleIsNotBundled(t *testing.T) {
	t.Parallel()
	wasm := filepath.Join(t.TempDir(), "app.wasm")
	if err := os.WriteFile(wasm, module("path\tx\ndep\texample.org/new\tv1.0.0\th1:x\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	err := Run([]string{"-wasm", wasm, "-reader", wasm, "-kernel", "../../pkg/nn/internal/kernel/kernel.wasm", "-web", "../../web", "-out", t.TempDir()}, io.Discard)
	if err == nil || !strings.Contains(err.Error(), "whose licences are not known: example.org/new") {
		t.Errorf("a program with a module that go.mod lacks: error %v, want one that names it", err)
	}
}

// TestModuleWithoutALicenceIsAnError, unless it is a stand-in of this project.
func TestModuleWithoutALicenceIsAnError(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	var n notices
	n.add("another", "text")
	stranger := goPackage{Dir: dir, Module: &goModule{Path: "example.org/bare", Version: "v1.2.3", Dir: dir}}
	if err := n.addPackage(stranger); err == nil || !strings.Contains(err.Error(), "example.org/bare v1.2.3 has no licence") {
		t.Errorf("addPackage of a module without a licence = %v, want an error that names it", err)
	}
	own := goPackage{Dir: dir, Module: &goModule{Path: "example.org/bare", Version: "v1.2.3", Replace: &goModule{Path: "./third_party/bare", Dir: dir}}}
	if err := n.addPackage(own); err != nil {
		t.Errorf("addPackage of a stand-in = %v, want nil", err)
	}
}
