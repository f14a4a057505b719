// Package docs has the tests of what the documents say.
package docs

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// documents lists the documents of the repository.
func documents(t *testing.T) []string {
	t.Helper()
	var all []string
	for _, pattern := range []string{"../*.md", "*.md", "hosting/*.md", "../third_party/*/README.md"} {
		some, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, some...)
	}
	return all
}

// TestLinksBetweenDocuments finds links to files that are not there.
func TestLinksBetweenDocuments(t *testing.T) {
	link := regexp.MustCompile(`\]\(([^)#\s]+)[^)]*\)`)
	checked := 0
	for _, document := range documents(t) {
		for _, found := range link.FindAllStringSubmatch(read(t, document), -1) {
			if strings.Contains(found[1], "://") {
				continue
			}
			checked++
			if _, err := os.Stat(filepath.Join(filepath.Dir(document), found[1])); err != nil {
				t.Errorf("%s links to %s, which is not there", document, found[1])
			}
		}
	}
	if checked < 10 {
		t.Errorf("%d links are checked, want at least 10", checked)
	}
}

// TestFilesThatDocumentsName finds paths in backquotes that are not there.
func TestFilesThatDocumentsName(t *testing.T) {
	path := regexp.MustCompile("`((?:pkg|cmd|docs|e2e|web|tools|bench|third_party)/[A-Za-z0-9_./-]+)`")
	generated := map[string]bool{"web/dist": true}
	for _, document := range documents(t) {
		if strings.HasSuffix(document, "CHANGELOG.md") {
			continue // which tells of what was
		}
		for _, found := range path.FindAllStringSubmatch(read(t, document), -1) {
			if _, err := os.Stat(filepath.Join("..", found[1])); err != nil && !generated[found[1]] && !strings.Contains(found[1], "node_modules") {
				t.Errorf("%s names %s, which is not there", document, found[1])
			}
		}
	}
}
