package archive

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// deflate compresses every file.
func deflate(file File) []byte {
	var out bytes.Buffer
	w, _ := flate.NewWriter(&out, flate.BestSpeed) // a level that exists
	_, _ = w.Write(file.Data)
	_ = w.Close() // into memory
	return out.Bytes()
}

// unpacked reads a zip by another implementation.
func unpacked(t testing.TB, data []byte) (files []File) {
	t.Helper()
	reader, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range reader.File {
		content, err := entry.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(content) // checks length and sum, too
		if err != nil {
			t.Fatalf("%s: %v", entry.Name, err)
		}
		files = append(files, File{entry.Name, data})
		if year := entry.Modified.Year(); year != 1980 {
			t.Errorf("%s is of %d, want 1980", entry.Name, year)
		}
	}
	return files
}

func TestZip(t *testing.T) {
	files := []File{{"index.html", []byte("<!DOCTYPE html>")}, {"a/b/empty", nil}, {"long.txt", bytes.Repeat([]byte("neuron "), 1000)}}
	sizes := make(map[string]int)
	for name, compress := range map[string]Compress{"stored": Stored, "deflated": deflate} {
		data, err := Zip(files, compress)
		if err != nil {
			t.Fatal(err)
		}
		got := unpacked(t, data)
		if !slices.EqualFunc(got, files, func(a, b File) bool { return a.Name == b.Name && bytes.Equal(a.Data, b.Data) }) {
			t.Errorf("%s: the zip has other files than were put in", name)
		}
		again, _ := Zip(files, compress)
		if !bytes.Equal(data, again) {
			t.Errorf("%s: the same files make another zip", name)
		}
		sizes[name] = len(data)
	}
	if sizes["deflated"] > sizes["stored"]/5 {
		t.Errorf("%d bytes deflated, %d stored, want a fifth at most", sizes["deflated"], sizes["stored"])
	}
}

func TestFilesThatNoZipTakes(t *testing.T) {
	for _, names := range [][]string{{"../up"}, {"/up"}, {`a\b`}, {"a//b"}, {"a/."}, {"C:x"}, {"a b"}, {""}, {"twice", "twice"}, {strings.Repeat("x", 201)}} {
		var files []File
		for _, name := range names {
			files = append(files, File{Name: name})
		}
		if _, err := Zip(files, Stored); !errors.Is(err, ErrFiles) {
			t.Errorf("Zip(%q) = %v, want %v", names, err, ErrFiles)
		}
	}
}

// FuzzZip: what is taken comes out as it was.
func FuzzZip(f *testing.F) {
	f.Add("index.html", []byte("<!DOCTYPE html>"))
	f.Add("a/../b", []byte{0})
	f.Fuzz(func(t *testing.T, name string, content []byte) {
		data, err := Zip([]File{{name, content}}, deflate)
		if err != nil {
			return
		}
		got := unpacked(t, data)
		if len(got) != 1 || got[0].Name != name || !bytes.Equal(got[0].Data, content) || !utf8.ValidString(name) {
			t.Errorf("%q comes out as %v", name, got)
		}
	})
}
