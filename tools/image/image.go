package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"debug/buildinfo"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"
)

// errBinary says that an image around a file would not run.
var errBinary = errors.New("image: the program")

// image is a container image from scratch: one layer with one file in it.
//
// Source: Open Container Initiative, image format specification 1.1: image-layout.md,
// manifest.md, config.md, layer.md.
type image struct {
	name string
	// binary is the program, architecture what it runs on, made when its commit was.
	binary       []byte
	architecture string
	made         time.Time
}

// newImage returns the image of a program of Go, which must need nothing beside itself.
func newImage(name string, binary []byte) (image, error) {
	info, err := buildinfo.Read(bytes.NewReader(binary))
	if err != nil {
		return image{}, fmt.Errorf("%w is none of Go: %w", errBinary, err)
	}
	settings := map[string]string{}
	for _, setting := range info.Settings {
		settings[setting.Key] = setting.Value
	}
	if settings["CGO_ENABLED"] != "0" || settings["GOOS"] != "linux" {
		return image{}, fmt.Errorf("%w has CGO_ENABLED=%s GOOS=%s, want 0 and linux: an empty container has no libraries; run `make build`", errBinary, settings["CGO_ENABLED"], settings["GOOS"])
	}
	made, err := time.Parse(time.RFC3339, settings["vcs.time"])
	if err != nil {
		made = time.Unix(0, 0).UTC() // built outside of git
	}
	return image{name, binary, settings["GOARCH"], made}, nil
}

// programName is where the program is in the image.
const programName = "firstneuron"

// user is nobody in particular: not root, and in no need of a name.
const user = "65532:65532"

// descriptor names a blob.
type descriptor struct {
	MediaType string `json:"mediaType"`
	Digest    string `json:"digest"`
	Size      int    `json:"size"`
	// Annotations and Platform are those of an index.
	Annotations map[string]string `json:"annotations,omitempty"`
	Platform    map[string]string `json:"platform,omitempty"`
}

// write writes the image as one archive, which docker, podman, skopeo and containerd
// read. The same program gives the same bytes.
func (i image) write(to io.Writer) error {
	layer, err := i.layer()
	if err != nil {
		return err
	}
	packed, err := packed(layer)
	if err != nil {
		return err
	}
	a := archive{to: tar.NewWriter(to), made: i.made}
	layerBlob := a.blob("application/vnd.oci.image.layer.v1.tar+gzip", packed)
	config := a.blob("application/vnd.oci.image.config.v1+json", a.json(map[string]any{
		"created": i.made.Format(time.RFC3339), "architecture": i.architecture, "os": "linux",
		"config": map[string]any{
			"User": user, "ExposedPorts": map[string]any{"8080/tcp": struct{}{}},
			"Entrypoint": []string{"/" + programName}, "Cmd": []string{"-addr", ":8080"},
			"Labels": map[string]string{"org.opencontainers.image.title": "First Neuron", "org.opencontainers.image.licenses": "MIT"},
		},
		"rootfs":  map[string]any{"type": "layers", "diff_ids": []string{digest(layer)}},
		"history": []any{map[string]string{"created": i.made.Format(time.RFC3339), "created_by": "tools/image"}},
	}))
	manifest := a.blob("application/vnd.oci.image.manifest.v1+json", a.json(map[string]any{
		"schemaVersion": 2, "mediaType": "application/vnd.oci.image.manifest.v1+json",
		"config": config, "layers": []descriptor{layerBlob},
	}))
	manifest.Annotations = map[string]string{"org.opencontainers.image.ref.name": "latest", "io.containerd.image.name": "docker.io/library/" + i.name}
	manifest.Platform = map[string]string{"architecture": i.architecture, "os": "linux"}
	a.file("oci-layout", []byte(`{"imageLayoutVersion":"1.0.0"}`), 0o644)
	a.file("index.json", a.json(map[string]any{
		"schemaVersion": 2, "mediaType": "application/vnd.oci.image.index.v1+json", "manifests": []descriptor{manifest},
	}), 0o644)
	// Docker before 25 reads this instead.
	a.file("manifest.json", a.json([]any{map[string]any{
		"Config": blobPath(config.Digest), "RepoTags": []string{i.name}, "Layers": []string{blobPath(layerBlob.Digest)},
	}}), 0o644)
	return a.close()
}

// layer is the file system of the container.
func (i image) layer() ([]byte, error) {
	var out bytes.Buffer
	a := archive{to: tar.NewWriter(&out), made: i.made}
	a.file(programName, i.binary, 0o755)
	err := a.close()
	return out.Bytes(), err
}

func packed(data []byte) ([]byte, error) {
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	if _, err := w.Write(data); err != nil {
		return nil, err
	}
	err := w.Close()
	return out.Bytes(), err
}

func digest(data []byte) string {
	sum := sha256.Sum256(data)
	return "sha256:" + hex.EncodeToString(sum[:])
}

func blobPath(digest string) string { return "blobs/sha256/" + digest[len("sha256:"):] }

// archive is a tar with the same time for every file. After an error it writes nothing
// more, and close returns it.
type archive struct {
	to   *tar.Writer
	made time.Time
	err  error
}

func (a *archive) file(name string, data []byte, mode int64) {
	if a.err != nil {
		return
	}
	a.err = a.to.WriteHeader(&tar.Header{Name: name, Mode: mode, Size: int64(len(data)), ModTime: a.made, Typeflag: tar.TypeReg, Format: tar.FormatUSTAR})
	if a.err == nil {
		_, a.err = a.to.Write(data)
	}
}

// blob adds what is named by its hash.
func (a *archive) blob(mediaType string, data []byte) descriptor {
	d := descriptor{MediaType: mediaType, Digest: digest(data), Size: len(data)}
	a.file(blobPath(d.Digest), data, 0o644)
	return d
}

func (a *archive) json(v any) []byte {
	data, err := json.Marshal(v)
	a.err = errors.Join(a.err, err)
	return data
}

func (a *archive) close() error { return errors.Join(a.err, a.to.Close()) }
