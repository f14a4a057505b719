package bundle

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/ui/i18n"
)

// asset is one file of the site.
type asset struct {
	// name is the file's name in the site; hashed ones never change content.
	name string
	data []byte
}

// hashed gives data a name that changes with it: app.css → app.0a1b2c3d4e.css.
func hashed(name string, data []byte) asset {
	sum := sha256.Sum256(data)
	extension := filepath.Ext(name)
	stem := strings.TrimSuffix(name, extension)
	return asset{stem + "." + hex.EncodeToString(sum[:5]) + extension, data}
}

// source is the name that a hashed file had before: app.0a1b2c3d4e.css → app.css.
func (a asset) source() string {
	return neverChanges.ReplaceAllString(a.name, "$1")
}

// loaded are the hand-written files that documents load, each by a name that
// changes with its content. app.css names the letters and boot.js offline.js, so
// those come before them.
var loaded = []string{"inter.woff2", "app.css", "offline.js", "forward.js", "lost.js", "boot.js", "height.js", "embed-1.js", "icon.svg", "gallery.css", "gallery.js"}

// named are the files that pages of others name, by the names that they know.
var named = []string{"embed-1.js", "embed-1.d.ts", "firstneuron-1.schema.json"}

// assets returns every file of the site.
func (s *Site) assets() ([]asset, error) {
	assets, build, err := s.program()
	if err != nil {
		return nil, err
	}
	var languages []string
	for _, lang := range experiment.LanguageCodes() {
		words := hashed("words-"+lang+".txt", []byte(i18n.File(lang)))
		assets = append(assets, words)
		language, _ := experiment.LanguageOf(lang)
		languages = append(languages, strings.Join([]string{lang, words.name, language.Tag(), language.Dir()}, ":"))
	}
	build["languages"] = strings.Join(languages, " ")
	names := make(map[string]string) // the hashed name of each file
	for _, a := range assets {
		names[a.source()] = a.name
	}
	for _, name := range loaded {
		build["offline"], build["letters"] = names["offline.js"], names["inter.woff2"]
		data, err := s.read(name, build)
		if err != nil {
			return nil, err
		}
		a := hashed(name, data)
		names[name] = a.name
		assets = append(assets, a)
	}
	for _, name := range named {
		data, err := s.read(name, build)
		if err != nil {
			return nil, err
		}
		assets = append(assets, asset{name, data})
	}
	shares, err := s.shares(names)
	if err != nil {
		return nil, err
	}
	activities, err := s.activities(names)
	if err != nil {
		return nil, err
	}
	for _, lang := range experiment.LanguageCodes() {
		page, err := document(lang, names, s.address(), s.options())
		if err != nil {
			return nil, err
		}
		assets = append(assets, asset{experiment.LanguageFolder(lang) + "index.html", page})
	}
	lost, err := s.lost(names)
	if err != nil {
		return nil, err
	}
	licences, err := s.licences()
	if err != nil {
		return nil, err
	}
	assets = append(append(append(assets, shares...), activities...), lost, licences)
	list, err := siteList(assets)
	if err != nil {
		return nil, err
	}
	assets = append(assets, list)
	whole, err := s.oneFile(assets, build)
	if err != nil {
		return nil, err
	}
	worker, err := s.worker(assets)
	if err != nil {
		return nil, err
	}
	return append(assets, worker, whole), nil
}

// program returns the page's program, the one that reads programs, the SIMD kernel and
// the script that starts them, and what boot.js has to know of them.
func (s *Site) program() (assets []asset, build map[string]string, err error) {
	wasm, err := s.readProgram(s.Wasm, "the page's program")
	if err != nil {
		return nil, nil, err
	}
	reads, err := s.readProgram(s.Reader, "the reader of programs")
	if err != nil {
		return nil, nil, err
	}
	glue, err := s.readGlue()
	if err != nil {
		return nil, nil, err
	}
	simd, err := os.ReadFile(s.Kernel)
	if err != nil {
		return nil, nil, fmt.Errorf("the SIMD kernel is missing: run `make kernel`: %w", err)
	}
	program, reader, kernel := hashed("app.wasm", wasm), hashed("reader.wasm", reads), hashed("kernel.wasm", simd)
	return []asset{program, reader, kernel, hashed("wasm_exec.js", glue)}, map[string]string{
		"wasm":    program.name,
		"reader":  reader.name,
		"kernel":  kernel.name,
		"size":    strconv.Itoa(len(wasm)),
		"version": strings.Split(program.name, ".")[1],
	}, nil
}

// readProgram reads a program that the go command has compiled.
func (s *Site) readProgram(path, what string) ([]byte, error) {
	wasm, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("%s is missing: run `make build`: %w", what, err)
	}
	if wasm, err = packProgram(wasm, s.Lines); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return wasm, nil
}

// readGlue reads the script that the Go toolchain supplies with each version:
// it must be that of the compiler, so no copy of it is kept.
func (s *Site) readGlue() ([]byte, error) {
	path := s.Glue
	if path == "" {
		root, err := exec.Command("go", "env", "GOROOT").Output()
		if err != nil {
			return nil, fmt.Errorf("go env GOROOT: %w", err)
		}
		path = filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec.js")
	}
	return os.ReadFile(path)
}
