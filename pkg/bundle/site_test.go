package bundle

import (
	"bytes"
	"compress/gzip"
	"encoding/xml"
	"html"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/site"
	"firstneuron/pkg/ui/i18n"

	"github.com/andybalholm/brotli"
)

// module is the smallest WebAssembly module that has text in it.
func module(text string) []byte {
	section := append([]byte{byte(len(text))}, text...) // the name of a custom section
	return append([]byte("\x00asm\x01\x00\x00\x00\x00"), append([]byte{byte(len(section))}, section...)...)
}

// build writes a site around a program of a few bytes.
func build(t *testing.T, out, program string) {
	t.Helper()
	wasm, reader := filepath.Join(t.TempDir(), "app.wasm"), filepath.Join(t.TempDir(), "reader.wasm")
	for _, file := range []string{wasm, reader} {
		if err := os.WriteFile(file, module(program), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := Run([]string{"-wasm", wasm, "-reader", reader, "-kernel", "../../pkg/nn/internal/kernel/kernel.wasm", "-web", "../../web", "-out", out}, io.Discard); err != nil {
		t.Fatal(err)
	}
}

func list(t *testing.T, folder, pattern string) []string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(folder, pattern))
	if err != nil {
		t.Fatal(err)
	}
	return names
}

func TestEveryFileHasItsForms(t *testing.T) {
	out := t.TempDir()
	build(t, out, "program one")
	for _, pattern := range []string{"app.*.wasm", "reader.*.wasm", "kernel.*.wasm", "app.*.css", "boot.*.js", "wasm_exec.*.js", "icon.*.svg", "index.html"} {
		names := list(t, out, pattern)
		if len(names) != 1 {
			t.Fatalf("%s: %v, want one file", pattern, names)
		}
		want, err := os.ReadFile(names[0])
		if err != nil {
			t.Fatal(err)
		}
		br, err := os.Open(names[0] + ".br")
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = br.Close() }()
		if got, err := io.ReadAll(brotli.NewReader(br)); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s.br does not unpack to the file: %v", names[0], err)
		}
		gz, err := os.Open(names[0] + ".gz")
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = gz.Close() }()
		unpacked, err := gzip.NewReader(gz)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := io.ReadAll(unpacked); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s.gz does not unpack to the file: %v", names[0], err)
		}
	}
	if err := os.WriteFile(filepath.Join(out, ".gitkeep"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	first := list(t, out, "app.*.wasm")[0]
	build(t, out, "program two")
	second := list(t, out, "app.*.wasm")
	if len(second) != 1 || second[0] == first {
		t.Errorf("another program makes %v, want one file of another name than %s", second, first)
	}
	if len(list(t, out, ".gitkeep")) != 1 || len(list(t, out, "_headers")) != 1 {
		t.Error(".gitkeep or _headers is gone")
	}
}

// TestOtherFilesAreNotSwept: a site is written over an earlier one, and over
// nothing else.
func TestOtherFilesAreNotSwept(t *testing.T) {
	out := t.TempDir()
	build(t, out, "program")
	build(t, out, "program again")
	wasm, other := list(t, out, "app.*.wasm")[0], t.TempDir()
	mine := filepath.Join(other, "thesis.txt")
	if err := os.WriteFile(mine, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	err := Run([]string{"-wasm", wasm, "-reader", wasm, "-kernel", "../../pkg/nn/internal/kernel/kernel.wasm", "-web", "../../web", "-out", other}, io.Discard)
	if err == nil || !strings.Contains(err.Error(), "has other files in it") {
		t.Errorf("a site over other files: error %v, want one about them", err)
	}
	if _, err := os.Stat(mine); err != nil {
		t.Error(err)
	}
}

func TestDocumentSaysTheLessonWithoutItsProgram(t *testing.T) {
	out := t.TempDir()
	build(t, out, "program")
	data, err := os.ReadFile(filepath.Join(out, "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	page := string(data)
	for _, want := range []string{"<h1>First Neuron</h1>", `aria-label="Fit"`, "chart-grid", `class="mark-point"`, "Loss of this guess", "needs JavaScript and WebAssembly", `data-key="program.blocked"`} {
		if !strings.Contains(page, want) {
			t.Errorf("the document lacks %q", want)
		}
	}
	// Relative addresses only, nothing inline, and every file it names exists.
	for _, match := range regexp.MustCompile(`(?:src|href)="([^"]*)"`).FindAllStringSubmatch(page, -1) {
		if !strings.HasPrefix(match[1], "./") {
			t.Errorf("the document names %q, want a relative address", match[1])
		} else if _, err := os.Stat(filepath.Join(out, match[1])); err != nil {
			t.Error(err)
		}
	}
	for _, never := range []string{"style=", "onclick", "<style", "<script>", "NaN"} {
		if strings.Contains(page, never) {
			t.Errorf("the document has %q in it", never)
		}
	}
}

// TestDocumentOfEveryLanguage: its own words, title and description, the other languages,
// and files that are where it says, seen from its folder.
func TestDocumentOfEveryLanguage(t *testing.T) {
	t.Parallel()
	names := map[string]string{}
	for _, name := range loaded {
		names[name] = name
	}
	for _, language := range experiment.Languages() {
		if language.Code == experiment.English {
			continue
		}
		data, err := document(language.Code, names, "https://your.host/neuron/", site.Options{})
		if err != nil {
			t.Fatal(err)
		}
		page, text := string(data), i18n.For(language.Code).Text
		for _, want := range []string{
			`<html lang="` + language.Tag() + `" dir="` + language.Dir() + `" data-page-lang="` + language.Code + `">`, `<title>First Neuron – ` + html.EscapeString(text("page.title")) + `</title>`,
			`name="description" content="` + html.EscapeString(text("page.tagline")) + `"`, `property="og:description" content="` + html.EscapeString(text("page.tagline")) + `"`,
			`property="og:url" content="https://your.host/neuron/` + language.Code + `/"`, `hreflang="pt-BR" href="https://your.host/neuron/pt/"`,
			`hreflang="x-default" href="https://your.host/neuron/"`, `src="../boot.js"`, `href="../app.css"`,
			`data-key="program.blocked" lang="en"`, `data-key="program.blocked" lang="` + language.Tag() + `"`,
			html.EscapeString(text("run.train")),
		} {
			if !strings.Contains(page, want) {
				t.Errorf("%s: the document lacks %s", language.Code, want)
			}
		}
		if strings.Index(page, `src="../boot.js"`) < strings.Index(page, `src="../height.js"`) {
			t.Errorf("%s: a script comes after boot.js, which changes the address", language.Code)
		}
		for _, never := range []string{`="./`, "style="} {
			if strings.Contains(page, never) {
				t.Errorf("%s: the document has %q in it", language.Code, never)
			}
		}
	}
}

func TestIconIsXML(t *testing.T) {
	data, err := os.ReadFile("../../web/icon.svg")
	if err != nil {
		t.Fatal(err)
	}
	if err := xml.Unmarshal(data, new(struct{})); err != nil {
		t.Error(err)
	}
}

func TestMistakesAreTold(t *testing.T) {
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"-wasm", "nothing.wasm"}, "run `make build`"},
		{[]string{"extra"}, `unexpected argument "extra"`},
		{[]string{"-public", "your.host"}, "the public address is"},
		{[]string{"-public", "https://your.host"}, "a slash at its end"},
		{[]string{"scorm", "-fragment", "epochs=zero"}, "the experiment cannot be read"},
		{[]string{"scorm", "-site", "../site"}, "run `make dist`"},
		{[]string{"scorm", "-address", "your.host", "-out", "x.zip"}, "the address is not of a page"},
	} {
		if err := Run(c.args, io.Discard); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v: error %v, want %q", c.args, err, c.want)
		}
	}
	if _, err := fill([]byte("no place"), map[string]string{"wasm": "x"}); err == nil {
		t.Error("a script without a place for the program's name is taken, want an error")
	}
}
