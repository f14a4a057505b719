package bundle

import (
	"os"
	"strings"
	"testing"
)

// TestREADMENamesEveryFolder: "Find your way" has each package of pkg, and each
// folder beside it.
func TestREADMENamesEveryFolder(t *testing.T) {
	t.Parallel()
	_, table, _ := strings.Cut(read(t, "../../README.md"), "## Find your way")
	named := make(map[string]bool)
	for i, part := range strings.Split(table, "`") {
		if i%2 == 1 {
			named[part] = true
		}
	}
	for _, folder := range []string{"pkg", "cmd", "."} {
		entries, err := os.ReadDir("../../" + folder)
		if err != nil {
			t.Fatal(err)
		}
		for _, entry := range entries {
			name := strings.TrimPrefix(folder+"/"+entry.Name(), "./")
			switch {
			case !entry.IsDir() || strings.HasPrefix(entry.Name(), "."):
			case name == "bin" || name == "pkg" || name == "cmd": // made, or named by what is in it
			case !named[name]:
				t.Errorf("README.md, Find your way, lacks a row for %s", name)
			}
		}
	}
}
