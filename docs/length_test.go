package docs

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// longest is how many lines a file may have without a word about why.
const longest = 300

// TestFilesAreShort: no Go file of pkg and cmd is longer than 300 lines, unless a comment
// at its top says why it is.
func TestFilesAreShort(t *testing.T) {
	for _, folder := range []string{"../pkg", "../cmd"} {
		err := filepath.WalkDir(folder, func(path string, _ fs.DirEntry, err error) error {
			if err != nil || filepath.Ext(path) != ".go" {
				return err
			}
			text, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			lines := strings.SplitAfter(string(text), "\n")
			top := strings.Join(lines[:min(len(lines), 12)], "")
			if count := len(lines) - 1; count > longest && !strings.Contains(top, "300 lines") {
				t.Errorf("%s has %d lines, want at most %d, or a comment at its top that says why it has more than 300 lines", path, count, longest)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}
