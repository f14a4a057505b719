// Command image writes a container image from scratch around the server, without a
// daemon and without docker:
//
//	go run -C tools ./image -binary ../bin/firstneuron -out ../bin/firstneuron-image.tar
//
// The image has one file. A library such as go-containerregistry would do the same with
// some twenty modules more.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
)

func main() {
	binary := flag.String("binary", "../bin/firstneuron", "the `program`, a static one for Linux")
	out := flag.String("out", "../bin/firstneuron-image.tar", "the `file` to write")
	name := flag.String("name", "firstneuron:latest", "what docker and podman call the `image`")
	flag.Parse()
	if err := run(*name, *binary, *out); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(name, binary, out string) error {
	data, err := os.ReadFile(binary)
	if err != nil {
		return fmt.Errorf("%w is missing: run `make build`: %w", errBinary, err)
	}
	i, err := newImage(name, data)
	if err != nil {
		return err
	}
	var image bytes.Buffer
	if err := i.write(&image); err != nil {
		return err
	}
	return os.WriteFile(out, image.Bytes(), 0o644) //nolint:gosec // others may load it
}
