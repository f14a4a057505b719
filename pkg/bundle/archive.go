package bundle

import (
	"bytes"
	"compress/flate"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"firstneuron/pkg/archive"
)

// packed are forms of a file that become no smaller.
var packed = []string{".br", ".gz", ".png", ".woff2"}

// writeZip writes files into a zip for people to upload.
func writeZip(path string, files []archive.File) error {
	data, err := archive.Zip(files, deflated)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return os.WriteFile(path, data, 0o644)
}

// deflated returns the content of a file compressed, or nil where that makes it
// no smaller.
func deflated(file archive.File) []byte {
	if slices.Contains(packed, filepath.Ext(file.Name)) {
		return nil
	}
	var out bytes.Buffer
	w, err := flate.NewWriter(&out, flate.BestCompression)
	if err != nil {
		panic("bundle: " + err.Error()) // a level that exists
	}
	_, _ = w.Write(file.Data) // into memory
	_ = w.Close()
	if out.Len() >= len(file.Data) {
		return nil
	}
	return out.Bytes()
}

// readFolder returns the files of a folder and of the folders in it, in order.
func readFolder(folder string) ([]archive.File, error) {
	var files []archive.File
	err := fs.WalkDir(os.DirFS(folder), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(folder, name))
		files = append(files, archive.File{Name: name, Data: data})
		return err
	})
	return files, err
}
