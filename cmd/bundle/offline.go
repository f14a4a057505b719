package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// neverChanges matches the names that [hashed] gives.
var neverChanges = regexp.MustCompile(`\.[0-9a-f]{10}\.[a-z]+$`)

// worker returns the service worker for a site of the assets: it keeps the
// documents and every file that they load.
func (b bundle) worker(assets []asset) (asset, error) {
	const name = "sw.js"
	source, err := os.ReadFile(filepath.Join(b.web, name))
	if err != nil {
		return asset{}, err
	}
	files, version := []string{"./"}, sha256.New()
	for _, a := range assets {
		if neverChanges.MatchString(a.name) {
			files = append(files, a.name)
		} else if folder, isPage := strings.CutSuffix(a.name, "/index.html"); isPage {
			files = append(files, folder+"/")
		}
		_, _ = fmt.Fprintf(version, "%s %x\n", a.name, sha256.Sum256(a.data))
	}
	data, err := fill(source, map[string]string{
		"version": hex.EncodeToString(version.Sum(nil)[:5]),
		"files":   strings.Join(files, " "),
	})
	if err != nil {
		return asset{}, fmt.Errorf("%s: %w", name, err)
	}
	return asset{name, data}, nil
}
