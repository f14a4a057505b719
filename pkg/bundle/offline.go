package bundle

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"

	"firstneuron/pkg/experiment"
)

// neverChanges matches the names that [hashed] gives.
var neverChanges = regexp.MustCompile(`\.[0-9a-f]{10}(\.[a-z0-9]+)$`)

// worker returns the service worker for a site of the assets: it keeps the
// documents and every file that they load, of the pages in other languages than English
// those that somebody has read.
func (s *Site) worker(assets []asset) (asset, error) {
	const name = "sw.js"
	source, err := os.ReadFile(filepath.Join(s.Web, name))
	if err != nil {
		return asset{}, err
	}
	files, version := []string{"./"}, sha256.New()
	for _, a := range assets {
		folder, isPage := strings.CutSuffix(a.name, "/index.html")
		lang, _ := experiment.CutLanguage(a.name)
		switch {
		case isPage && lang != experiment.English: // sw.js keeps those that are read
		case isPage:
			files = append(files, folder+"/")
		case neverChanges.MatchString(a.name) || isActivity(a.name) || a.name == listName || a.name == licencesName:
			files = append(files, a.name)
		}
		_, _ = fmt.Fprintf(version, "%s %x\n", a.name, sha256.Sum256(a.data))
	}
	data, err := fill(source, map[string]string{
		"version":   hex.EncodeToString(version.Sum(nil)[:5]),
		"files":     strings.Join(files, " "),
		"languages": strings.Join(experiment.LanguageCodes()[1:], " "),
	})
	if err != nil {
		return asset{}, fmt.Errorf("%s: %w", name, err)
	}
	return asset{name, data}, nil
}

// listName is the file that names what a copy of the page needs.
const listName = "files.json"

// siteList returns that file for the share dialog, which packs the page for course
// systems.
func siteList(assets []asset) (asset, error) {
	var names []string
	for _, a := range assets {
		if neededByPage(a.name) {
			names = append(names, a.name)
		}
	}
	data, err := json.Marshal(names)
	return asset{listName, data}, err
}

// isActivity reports whether a file is the text of an activity, which the playground
// fetches when a link names it.
func isActivity(name string) bool { return path.Base(name) == activityTextName }

// neededByPage reports whether a file of the site is the playground's document,
// one that it loads, or the notices that go with all of them.
func neededByPage(name string) bool {
	return name == "index.html" || name == licencesName || isActivity(name) || (neverChanges.MatchString(name) && path.Dir(name) == ".")
}
