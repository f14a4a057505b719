package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"firstneuron/pkg/site"
)

// bundle is a site to be written.
type bundle struct {
	wasm, kernel, glue, web, out string
	// public is where learners reach the site, with a slash at its end: sites
	// that show previews want whole addresses.
	public string
	// zip is a file that receives the whole site; "" for none.
	zip string
}

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

// write reads the inputs, makes the page of them and replaces the site.
func (b bundle) write() error {
	if err := checkPublic(b.public); err != nil {
		return err
	}
	if err := b.options().Check(); err != nil {
		return err
	}
	if err := checkOut(b.out); err != nil {
		return err
	}
	assets, err := b.assets()
	if err != nil {
		return err
	}
	if err := os.MkdirAll(b.out, 0o755); err != nil {
		return err
	}
	wanted := make(map[string]bool)
	var names []string
	for _, a := range assets {
		names = append(names, a.name)
		for _, name := range []string{a.name, a.name + ".br", a.name + ".gz"} {
			wanted[name] = true
		}
		if err := a.save(b.out); err != nil {
			return err
		}
	}
	// What other hosts need to send the same headers; no page loads these.
	for name, data := range site.HostFiles(names, b.options()) {
		wanted[name] = true
		if err := os.WriteFile(filepath.Join(b.out, name), data, 0o644); err != nil {
			return err
		}
	}
	if err := sweep(b.out, wanted); err != nil || b.zip == "" {
		return err
	}
	files, err := readFolder(b.out)
	if err != nil {
		return err
	}
	return writeZip(b.zip, slices.DeleteFunc(files, func(a asset) bool { return a.name == ".gitkeep" }))
}

// assets returns every file of the site.
func (b bundle) assets() ([]asset, error) {
	wasm, err := os.ReadFile(b.wasm)
	if err != nil {
		return nil, fmt.Errorf("the page's program is missing: run `make build`: %w", err)
	}
	if wasm, err = joinSegments(wasm); err != nil {
		return nil, fmt.Errorf("%s: %w", b.wasm, err)
	}
	glue, err := b.readGlue()
	if err != nil {
		return nil, err
	}
	simd, err := os.ReadFile(b.kernel)
	if err != nil {
		return nil, fmt.Errorf("the SIMD kernel is missing: run `make kernel`: %w", err)
	}
	program, kernel := hashed("app.wasm", wasm), hashed("kernel.wasm", simd)
	assets := []asset{program, kernel, hashed("wasm_exec.js", glue)}
	offline := ""
	for _, name := range []string{"app.css", "offline.js", "forward.js", "boot.js", "height.js", "embed-1.js", "icon.svg"} {
		data, err := os.ReadFile(filepath.Join(b.web, name))
		if err != nil {
			return nil, err
		}
		if name == "boot.js" {
			binding, err := os.ReadFile(filepath.Join(b.web, "kernel.js"))
			if err != nil {
				return nil, err
			}
			data, err = fill(append(append(binding, '\n'), data...), map[string]string{
				"wasm":    program.name,
				"kernel":  kernel.name,
				"size":    strconv.Itoa(len(wasm)),
				"version": strings.Split(program.name, ".")[1],
				"offline": offline,
			})
			if err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
		}
		assets = append(assets, hashed(name, data))
		if name == "offline.js" {
			offline = assets[len(assets)-1].name
		}
	}
	names := make(map[string]string)
	for _, a := range assets {
		hash := "." + strings.Split(a.name, ".")[1]
		names[strings.Replace(a.name, hash, "", 1)] = a.name
	}
	// What pages of others name, under the names that they know.
	for _, name := range []string{"embed-1.js", "embed-1.d.ts", "firstneuron-1.schema.json"} {
		data, err := os.ReadFile(filepath.Join(b.web, name))
		if err != nil {
			return nil, err
		}
		assets = append(assets, asset{name, data})
	}
	shares, err := b.shares(names)
	if err != nil {
		return nil, err
	}
	page, err := document(names, b.public, b.options())
	if err != nil {
		return nil, err
	}
	assets = append(append(assets, shares...), asset{"index.html", page})
	copied, err := siteList(assets)
	if err != nil {
		return nil, err
	}
	assets = append(assets, copied)
	worker, err := b.worker(assets)
	if err != nil {
		return nil, err
	}
	return append(assets, worker), nil
}

// readGlue reads the script that the Go toolchain supplies with each version:
// it must be that of the compiler, so no copy of it is kept.
func (b bundle) readGlue() ([]byte, error) {
	path := b.glue
	if path == "" {
		root, err := exec.Command("go", "env", "GOROOT").Output()
		if err != nil {
			return nil, fmt.Errorf("go env GOROOT: %w", err)
		}
		path = filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec.js")
	}
	return os.ReadFile(path)
}

// fill replaces each {{name}} of a file, and each must be there exactly once:
// a renamed one would otherwise be noticed in the browser only.
func fill(data []byte, values map[string]string) ([]byte, error) {
	for name, value := range values {
		place := []byte("{{" + name + "}}")
		if n := bytes.Count(data, place); n != 1 {
			return nil, fmt.Errorf("%s occurs %d times, want 1", place, n)
		}
		data = bytes.Replace(data, place, []byte(value), 1)
	}
	return data, nil
}

// checkOut reports a folder of something else: what is in the folder and not of
// the site is removed.
func checkOut(folder string) error {
	entries, err := os.ReadDir(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	for _, entry := range entries {
		if name := entry.Name(); name == "sw.js" || name == ".gitkeep" {
			return nil
		}
	}
	if len(entries) > 0 {
		return fmt.Errorf("the folder %s has other files in it, which writing the site there would remove: give an empty or a new one", folder)
	}
	return nil
}

// sweep removes what an earlier build left behind.
func sweep(folder string, wanted map[string]bool) error {
	files, err := readFolder(folder)
	if err != nil {
		return err
	}
	var failed error
	for _, file := range files {
		if !wanted[file.name] && file.name != ".gitkeep" {
			failed = errors.Join(failed, os.Remove(filepath.Join(folder, file.name)))
		}
	}
	return failed
}
