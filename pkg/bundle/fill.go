package bundle

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
)

// places are the names that the text of each hand-written file leaves open, as
// {{name}}, for the bundle to fill in.
var places = map[string][]string{
	"boot.js": {"wasm", "kernel", "size", "version", "offline"},
}

// read returns a hand-written file with its places filled.
func (s *Site) read(name string, values map[string]string) ([]byte, error) {
	data, err := os.ReadFile(filepath.Join(s.Web, name))
	if err != nil {
		return nil, err
	}
	if name == "boot.js" { // the page has both as one file
		binding, err := os.ReadFile(filepath.Join(s.Web, "kernel.js"))
		if err != nil {
			return nil, err
		}
		data = append(append(binding, '\n'), data...)
	}
	own := make(map[string]string)
	for _, place := range places[name] {
		own[place] = values[place]
	}
	if data, err = fill(data, own); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return data, nil
}

// fill replaces each {{name}} of a file, and each must be there exactly once:
// a renamed one would otherwise be noticed in the browser only.
func fill(data []byte, values map[string]string) ([]byte, error) {
	for name, value := range values {
		place := []byte("{{" + name + "}}")
		if n := bytes.Count(data, place); n != 1 {
			return nil, fmt.Errorf("%s occurs %d times, want 1", place, n)
		}
		data = bytes.Replace(data, place, []byte(value), 1)
	}
	return data, nil
}
