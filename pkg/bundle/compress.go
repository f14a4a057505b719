package bundle

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"firstneuron/pkg/site"

	"github.com/andybalholm/brotli"
)

// save writes the file and its two compressed forms. A hashed file whose
// forms are there from an earlier build is left alone: the strongest Brotli
// takes half a minute for the program.
func (a asset) save(folder string, quality int) error {
	path := filepath.Join(folder, a.name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	// The page in one file has its files packed in it. What is left of them is fetched
	// seldom, and by who wants to keep it.
	if slices.Contains(packed, filepath.Ext(a.name)) || a.name == site.OneFile {
		return os.WriteFile(path, a.data, 0o644)
	}
	if old, err := os.ReadFile(path); err == nil && bytes.Equal(old, a.data) && exist(path+".br", path+".gz") {
		return nil
	} else if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	br, err := compressed(a.data, func(w io.Writer) (io.WriteCloser, error) {
		return brotli.NewWriterOptions(w, brotli.WriterOptions{
			Quality: quality,
			// The widest window that browsers take: the program is wider than
			// the usual one of 4 MB.
			LGWin: 24,
		}), nil
	})
	if err != nil {
		return err
	}
	gz, err := compressed(a.data, func(w io.Writer) (io.WriteCloser, error) {
		return gzip.NewWriterLevel(w, gzip.BestCompression)
	})
	if err != nil {
		return err
	}
	// The file itself last: where it is, the other two are.
	for _, form := range []asset{{path + ".br", br}, {path + ".gz", gz}, {path, a.data}} {
		if err := os.WriteFile(form.name, form.data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

func compressed(data []byte, open func(io.Writer) (io.WriteCloser, error)) ([]byte, error) {
	var out bytes.Buffer
	w, err := open(&out)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(data); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

func exist(paths ...string) bool {
	for _, path := range paths {
		if _, err := os.Stat(path); err != nil {
			return false
		}
	}
	return true
}
