package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// built is a static program of Go, and one that wants the system's libraries or another
// system.
func built(t *testing.T, environment ...string) []byte {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{"go.mod": "module hello\n\ngo 1.26\n", "main.go": "package main\n\nfunc main() { println(\"hello\") }\n"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	build := exec.Command("go", "build", "-trimpath", "-o", "hello", ".")
	build.Dir, build.Env = dir, append(os.Environ(), environment...)
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	data, err := os.ReadFile(filepath.Join(dir, "hello"))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// files unpacks an archive.
func files(t *testing.T, from io.Reader) map[string][]byte {
	t.Helper()
	found := map[string][]byte{}
	for r := tar.NewReader(from); ; {
		header, err := r.Next()
		if errors.Is(err, io.EOF) {
			return found
		}
		if err != nil {
			t.Fatal(err)
		}
		if found[header.Name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
	}
}

// TestImageHoldsTheProgram: from the index each name leads to a blob whose hash it is,
// and at the end to the program and nothing else, which is run as nobody.
func TestImageHoldsTheProgram(t *testing.T) {
	binary := built(t, "CGO_ENABLED=0", "GOOS=linux")
	i, err := newImage("firstneuron:latest", binary)
	if err != nil {
		t.Fatal(err)
	}
	var once, twice bytes.Buffer
	if err := errors.Join(i.write(&once), i.write(&twice)); err != nil || !bytes.Equal(once.Bytes(), twice.Bytes()) {
		t.Fatalf("%v; two images of one program are the same: %v", err, bytes.Equal(once.Bytes(), twice.Bytes()))
	}
	all := files(t, &once)
	blob := func(d descriptor) []byte {
		data := all[blobPath(d.Digest)]
		if digest(data) != d.Digest || len(data) != d.Size {
			t.Fatalf("%s: %d bytes of %s, want %d", d.Digest, len(data), digest(data), d.Size)
		}
		return data
	}
	var index struct{ Manifests []descriptor }
	read(t, all["index.json"], &index)
	var manifest struct {
		Config descriptor
		Layers []descriptor
	}
	read(t, blob(index.Manifests[0]), &manifest)
	var config struct {
		Architecture string
		Config       struct {
			User            string
			Entrypoint, Cmd []string
		}
		RootFS struct {
			DiffIDs []string `json:"diff_ids"`
		}
	}
	read(t, blob(manifest.Config), &config)
	unpacked, err := gzip.NewReader(bytes.NewReader(blob(manifest.Layers[0])))
	if err != nil {
		t.Fatal(err)
	}
	layer, err := io.ReadAll(unpacked)
	if err != nil || digest(layer) != config.RootFS.DiffIDs[0] {
		t.Errorf("the layer is %s, %v; the config says %v", digest(layer), err, config.RootFS.DiffIDs)
	}
	inside := files(t, bytes.NewReader(layer))
	if len(inside) != 1 || !bytes.Equal(inside[programName], binary) {
		t.Errorf("the layer has %d files, want the program alone", len(inside))
	}
	if config.Config.Entrypoint[0] != "/"+programName || config.Config.User != user {
		t.Errorf("it runs %v as %s, want the program as %s", config.Config.Entrypoint, config.Config.User, user)
	}
	if all["oci-layout"] == nil || all["manifest.json"] == nil {
		t.Error("a reader finds no layout, or docker before 25 no manifest")
	}
}

func TestImageRefusesWhatWouldNotRun(t *testing.T) {
	for name, binary := range map[string][]byte{
		"no program":     []byte("#!/bin/sh\n"),
		"another system": built(t, "CGO_ENABLED=0", "GOOS=windows", "GOARCH=amd64"),
	} {
		if _, err := newImage("x", binary); !errors.Is(err, errBinary) {
			t.Errorf("%s: error %v, want one about the program", name, err)
		}
	}
}

func read(t *testing.T, data []byte, to any) {
	t.Helper()
	if err := json.Unmarshal(data, to); err != nil {
		t.Fatalf("%v: %s", err, data)
	}
}
