package i18n

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// named finds the texts that may be keys, or the beginning of some: "loss.title", and
// "program." or "plane.in_" where the rest is put behind them.
var named = regexp.MustCompile("[\"'`=]([a-z0-9_]+(?:\\.[a-zA-Z0-9_-]+)*\\.?)[\"'`$ ]")

// TestNoMessageIsUnused: a message that no file of the program, of the scripts or of the
// pages names is translated ten times for nobody.
func TestNoMessageIsUnused(t *testing.T) {
	whole, beginnings := map[string]bool{}, map[string]bool{}
	for _, folder := range []string{"../../../pkg", "../../../cmd", "../../../web"} {
		err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			if entry.IsDir() && (entry.Name() == "testdata" || entry.Name() == "dist") {
				return filepath.SkipDir
			}
			kind := filepath.Ext(path)
			if entry.IsDir() || kind != ".go" && kind != ".js" && kind != ".html" || strings.HasSuffix(path, "_test.go") {
				return nil
			}
			text, err := os.ReadFile(path)
			for _, found := range named.FindAllSubmatch(text, -1) {
				if name := string(found[1]); strings.HasSuffix(name, ".") || strings.HasSuffix(name, "_") {
					beginnings[name] = true
				} else {
					whole[name] = true
				}
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	unused := func(key string) bool {
		if whole[key] {
			return false
		}
		for beginning := range beginnings {
			if strings.HasPrefix(key, beginning) {
				return false
			}
		}
		return true
	}
	for key := range catalogues[English].messages {
		if unused(key) {
			t.Errorf("nothing names the message %q", key)
		}
	}
	if !unused("nobody.asks_for_this") {
		t.Error("a message that nothing names counts as used")
	}
}
