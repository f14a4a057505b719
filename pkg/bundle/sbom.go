package bundle

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// Bill is the list of all that the site and the server are made of, in the form that
// audits read: CycloneDX. Make one with [NewBill].
//
// It is made of what the go command says of the three programs, as the licences are, and
// not by a tool for any program of Go: those read what the linker notes, which they find
// in no WebAssembly, and know neither the stand-ins in third_party nor the letters.
//
// Source: CycloneDX 1.6, ECMA-424; package-url, the type golang.
type Bill struct {
	// Web is the folder of hand-written files, Sums the file go.sum, Out the file to write.
	// PageMod is the go.mod that the page's program is built with, "" for that of all.
	Web, Sums, PageMod, Out string
	// Stderr receives the list of flags, and the name of the file.
	Stderr io.Writer
}

// NewBill returns the bill that `make sbom` writes.
func NewBill(stderr io.Writer) *Bill {
	return &Bill{Web: "web", Sums: "go.sum", Out: "bin/sbom.cdx.json", Stderr: stderr}
}

// ParseFlags reads the command line.
func (b *Bill) ParseFlags(args []string) error {
	flags := flag.NewFlagSet("bundle sbom", flag.ContinueOnError)
	flags.SetOutput(b.Stderr)
	flags.StringVar(&b.Web, "web", b.Web, "the `folder` of hand-written files")
	flags.StringVar(&b.Sums, "sums", b.Sums, "the `file` go.sum")
	flags.StringVar(&b.PageMod, "pagemod", b.PageMod, "the go.mod that the page's program is built with, a `file` (default: that of all)")
	flags.StringVar(&b.Out, "out", b.Out, "the `file` to write")
	return parseFlags(flags, args)
}

// component is a part of something, in the words of CycloneDX.
type component struct {
	Type    string `json:"type"`
	Ref     string `json:"bom-ref"`
	Name    string `json:"name"`
	Version string `json:"version,omitempty"`
	Purl    string `json:"purl,omitempty"`
	// Description says what is special about it.
	Description string `json:"description,omitempty"`
	Hashes      []hash `json:"hashes,omitempty"`
	// Licences are by SPDX where they are known so; the texts are in licences.txt.
	Licences   []licence  `json:"licenses,omitempty"`
	Properties []property `json:"properties,omitempty"`
}

type hash struct {
	Algorithm string `json:"alg"`
	Content   string `json:"content"`
}

type licence struct {
	License struct {
		ID string `json:"id"`
	} `json:"license"`
}

type property struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// Run writes the bill.
func (b *Bill) Run() error {
	components, err := b.components()
	if err != nil {
		return err
	}
	data, err := json.MarshalIndent(map[string]any{
		"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
		"metadata":   map[string]any{"component": component{Type: "application", Ref: "firstneuron", Name: "First Neuron", Licences: spdx("MIT")}},
		"components": components,
	}, "", "  ")
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(b.Out), 0o755); err != nil {
		return err
	}
	if err := os.WriteFile(b.Out, append(data, '\n'), 0o644); err != nil {
		return err
	}
	fmt.Fprintln(b.Stderr, "wrote", b.Out)
	return nil
}

// components are the modules of all programs, Go's own library, and the letters.
func (b *Bill) components() ([]component, error) {
	version, err := exec.Command("go", "env", "GOVERSION").Output()
	if err != nil {
		return nil, fmt.Errorf("go env GOVERSION: %w", err)
	}
	sums, err := readSums(b.Sums)
	if err != nil {
		return nil, err
	}
	letters, err := os.ReadFile(filepath.Join(b.Web, "inter.woff2"))
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(letters)
	standard := strings.TrimPrefix(strings.TrimSpace(string(version)), "go")
	parts := map[string]*component{
		"std": {
			Type: "library", Ref: "std", Name: "std", Version: standard, Purl: "pkg:golang/std@" + standard, Licences: spdx("BSD-3-Clause"),
			Description: "the library of Go, and wasm_exec.js",
		},
		"inter": {
			Type: "file", Ref: "inter", Name: "Inter", Licences: spdx("OFL-1.1"), Description: "the letters of the page, a part of them (tools/font.sh)",
			Hashes: []hash{{"SHA-256", hex.EncodeToString(sum[:])}},
		},
	}
	for _, program := range programs {
		environment := program.environment
		if program.command == pageProgram && b.PageMod != "" {
			// As it is given: a space in a whole path would end the flag.
			environment = append(slices.Clone(environment), "GOFLAGS=-modfile="+b.PageMod)
		}
		packages, err := packagesOf(environment, program.command)
		if err != nil {
			return nil, err
		}
		for _, p := range packages {
			if p.Module != nil && !p.Module.Main {
				addModule(parts, *p.Module, sums, filepath.Base(program.command))
			}
		}
	}
	var components []component
	for _, ref := range slices.Sorted(maps.Keys(parts)) {
		components = append(components, *parts[ref])
	}
	return components, nil
}

// addModule adds a module, or that one more program has it.
func addModule(parts map[string]*component, m goModule, sums map[string]string, program string) {
	purl := "pkg:golang/" + m.Path + "@" + m.Version
	part := parts[purl]
	if part == nil {
		part = &component{Type: "library", Ref: purl, Name: m.Path, Version: m.Version, Purl: purl}
		if m.Replace != nil {
			part.Purl, part.Version = "", ""
			part.Description = "a stand-in of this project, " + m.Replace.Path
		} else if sum := sums[m.Path+" "+m.Version]; sum != "" {
			part.Hashes = []hash{{"SHA-256", sum}}
		}
		parts[purl] = part
	}
	in := property{"firstneuron:program", program}
	if !slices.Contains(part.Properties, in) {
		part.Properties = append(part.Properties, in)
	}
}

func spdx(id string) []licence {
	var l licence
	l.License.ID = id
	return []licence{l}
}

// readSums reads the hashes of modules, as hexadecimal, by path and version. They are of
// a list of their files, dirhash of Go.
func readSums(path string) (map[string]string, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	sums := make(map[string]string)
	for lines := bufio.NewScanner(bytes.NewReader(data)); lines.Scan(); {
		fields := strings.Fields(lines.Text())
		if len(fields) != 3 || strings.HasSuffix(fields[1], "/go.mod") {
			continue
		}
		sum, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(fields[2], "h1:"))
		if err != nil {
			return nil, fmt.Errorf("%s: %q: %w", path, lines.Text(), err)
		}
		sums[fields[0]+" "+fields[1]] = hex.EncodeToString(sum)
	}
	return sums, nil
}
