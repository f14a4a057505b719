package bundle

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// licencesName is the file with the notices that licences ask for wherever the
// program goes: in the site, its zip, packages for course systems, and the
// server.
const licencesName = "licences.txt"

// programs are what is shipped: the page's two and the server.
var programs = []struct {
	environment []string
	command     string
}{
	{inBrowser, pageProgram},
	{inBrowser, "firstneuron/cmd/reader"},
	{nil, "firstneuron/cmd/server"},
}

const pageProgram = "firstneuron/cmd/wasm"

var inBrowser = []string{"GOOS=js", "GOARCH=wasm"}

// licences returns that file: of the project, of Go, and of every module that
// the page's program or the server is built of. A module that the program of
// this build names and that has none is an error.
func (s *Site) licences() (asset, error) {
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return asset{}, fmt.Errorf("go env GOROOT: %w", err)
	}
	var n notices
	if err := n.addGo(strings.TrimSpace(string(root))); err != nil {
		return asset{}, err
	}
	letters, err := os.ReadFile(filepath.Join(s.Web, "inter.txt"))
	if err != nil {
		return asset{}, fmt.Errorf("the licence of the letters is missing: %w", err)
	}
	n.add("Inter, the letters of the page, a part of them (tools/font.sh)", string(letters))
	for _, program := range programs {
		packages, err := packagesOf(program.environment, program.command)
		if err != nil {
			return asset{}, err
		}
		for _, p := range packages {
			if err := n.addPackage(p); err != nil {
				return asset{}, err
			}
		}
	}
	for _, path := range []string{s.Wasm, s.Reader} {
		program, err := os.ReadFile(path)
		if err != nil {
			return asset{}, fmt.Errorf("a program of the page is missing: run `make build`: %w", err)
		}
		if missing := n.missing(program); len(missing) > 0 {
			return asset{}, fmt.Errorf("%s has modules in it whose licences are not known: %s: build it with the same go.mod", path, strings.Join(missing, ", "))
		}
	}
	return asset{licencesName, n.text()}, nil
}

// goPackage is what the go command says of a package.
type goPackage struct {
	Dir, ImportPath string
	Standard        bool
	Module          *goModule
}

type goModule struct {
	Path, Version, Dir string
	Main               bool
	Replace            *goModule
}

// packagesOf lists the packages that a command is built of.
func packagesOf(environment []string, command string) ([]goPackage, error) {
	list := exec.Command("go", "list", "-deps", "-tags", "minimal,simd", "-json=Dir,ImportPath,Standard,Module", command)
	list.Env = append(os.Environ(), environment...)
	var said bytes.Buffer
	list.Stderr = &said
	out, err := list.Output()
	if err != nil {
		return nil, fmt.Errorf("go list %s: %w: %s", command, err, said.Bytes())
	}
	var packages []goPackage
	for decoder := json.NewDecoder(bytes.NewReader(out)); ; {
		var p goPackage
		if err := decoder.Decode(&p); errors.Is(err, io.EOF) {
			return packages, nil
		} else if err != nil {
			return nil, fmt.Errorf("go list %s: %w", command, err)
		}
		packages = append(packages, p)
	}
}

// notices are licences, each with what it is of.
type notices struct {
	texts []string
	of    map[string][]string // by text
	// known are the paths of the modules that have been added.
	known map[string]bool
}

// add adds a licence of a work.
func (n *notices) add(work, text string) {
	if n.of == nil {
		n.of, n.known = make(map[string][]string), make(map[string]bool)
	}
	text = strings.TrimSpace(strings.ReplaceAll(text, "\r\n", "\n"))
	if n.of[text] == nil {
		n.texts = append(n.texts, text)
	}
	if !slices.Contains(n.of[text], work) {
		n.of[text] = append(n.of[text], work)
	}
}

// addGo adds the licence of the compiler's own library, which every program of
// Go has in it.
func (n *notices) addGo(root string) error {
	text, err := os.ReadFile(filepath.Join(root, "LICENSE"))
	if err != nil {
		return fmt.Errorf("the licence of Go is missing: %w", err)
	}
	n.add("Go, its library and wasm_exec.js", string(text))
	return nil
}

// licenceName matches the files in which licences and their notices are.
var licenceName = regexp.MustCompile(`(?i)^(licen[cs]e|copying|notice)([.-].*)?$`)

// addPackage adds the licences of a package: those in its folder and in the
// folders above, up to that of its module.
func (n *notices) addPackage(p goPackage) error {
	if p.Standard || p.Module == nil {
		return nil
	}
	module, work := p.Module, p.Module.Path
	if module.Main {
		work = "First Neuron"
	} else {
		work += " " + module.Version
	}
	if module.Replace != nil {
		module = module.Replace
		work += ", in place of it a stand-in"
	}
	found := false
	for dir := p.Dir; strings.HasPrefix(dir, module.Dir); dir = filepath.Dir(dir) {
		entries, err := os.ReadDir(dir)
		if err != nil {
			return err
		}
		for _, entry := range entries {
			if !entry.Type().IsRegular() || !licenceName.MatchString(entry.Name()) || filepath.Ext(entry.Name()) == ".go" {
				continue
			}
			text, err := os.ReadFile(filepath.Join(dir, entry.Name()))
			if err != nil {
				return err
			}
			n.add(work, string(text))
			found = true
		}
	}
	if !found && !n.own(module) {
		return fmt.Errorf("%s %s has no licence in %s: find out what it asks for before it is shipped", p.Module.Path, p.Module.Version, module.Dir)
	}
	n.known[p.Module.Path] = true
	return nil
}

// own reports whether a module without a licence is a folder of this project,
// which is of its licence.
func (n *notices) own(module *goModule) bool {
	return module.Version == "" && strings.HasPrefix(module.Path, "./third_party/")
}

// dependency matches how the Go linker notes a module in a program.
var dependency = regexp.MustCompile(`\ndep\t([^\t\n]+)\t`)

// missing returns the modules that a program names and that have not been added.
func (n *notices) missing(program []byte) []string {
	var missing []string
	for _, match := range dependency.FindAllSubmatch(program, -1) {
		if path := string(match[1]); !n.known[path] {
			missing = append(missing, path)
		}
	}
	return missing
}

// text is all of it, each licence once, behind the names of what it is of.
func (n *notices) text() []byte {
	var b bytes.Buffer
	b.WriteString("First Neuron is made of the works below. Each stands under the licence that follows its name.\n")
	for _, text := range n.texts {
		b.WriteString("\n" + strings.Repeat("=", 72) + "\n")
		for _, work := range n.of[text] {
			b.WriteString(work + "\n")
		}
		b.WriteString(strings.Repeat("-", 72) + "\n" + text + "\n")
	}
	return b.Bytes()
}
