package bundle

import (
	"archive/zip"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"
)

// firstTime is the first that a zip can tell: the same files make the same zip.
var firstTime = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// packed are forms of a file that become no smaller.
var packed = []string{".br", ".gz", ".png"}

// writeZip writes files into a zip for people to upload.
func writeZip(path string, files []asset) (err error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	out, err := os.Create(path)
	if err != nil {
		return err
	}
	defer func() {
		if closed := out.Close(); err == nil {
			err = closed
		}
	}()
	archive := zip.NewWriter(out)
	for _, file := range files {
		method := zip.Deflate
		if slices.Contains(packed, filepath.Ext(file.name)) {
			method = zip.Store
		}
		header := &zip.FileHeader{Name: file.name, Method: method, Modified: firstTime}
		header.SetMode(0o644)
		entry, err := archive.CreateHeader(header)
		if err != nil {
			return err
		}
		if _, err := entry.Write(file.data); err != nil {
			return err
		}
	}
	return archive.Close()
}

// readFolder returns the files of a folder and of the folders in it, in order.
func readFolder(folder string) ([]asset, error) {
	var files []asset
	err := fs.WalkDir(os.DirFS(folder), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(folder, name))
		files = append(files, asset{name, data})
		return err
	})
	return files, err
}
