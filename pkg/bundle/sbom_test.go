package bundle

import (
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestBillListsEveryModule that the go command lists for the three programs, each once,
// with its hash in go.sum or the folder of its stand-in, and nothing else but Go and the
// letters.
func TestBillListsEveryModule(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	out, pageMod := filepath.Join(folder, "sbom.cdx.json"), filepath.Join(folder, "page.mod")
	write := exec.Command("tools/modfile.sh", pageMod)
	write.Dir = "../.."
	if said, err := write.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	if err := Run([]string{"sbom", "-web", "../../web", "-sums", "../../go.sum", "-pagemod", pageMod, "-out", out}, io.Discard); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	var bill struct {
		BomFormat, SpecVersion string
		Components             []component
	}
	if err := json.Unmarshal(data, &bill); err != nil {
		t.Fatal(err)
	}
	if bill.BomFormat != "CycloneDX" || bill.SpecVersion != "1.6" {
		t.Errorf("it is %s %s, want CycloneDX 1.6", bill.BomFormat, bill.SpecVersion)
	}
	listed := map[string]component{}
	for _, c := range bill.Components {
		if _, twice := listed[c.Name]; twice {
			t.Errorf("%s is there twice", c.Name)
		}
		listed[c.Name] = c
	}
	known := map[string]bool{"std": true, "Inter": true}
	for _, program := range []string{"wasm", "reader", "server"} {
		list := exec.Command("go", "list", "-deps", "-tags", "minimal,simd", "-f", "{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}} {{with .Replace}}{{.Path}}{{end}}{{end}}{{end}}", "firstneuron/cmd/"+program)
		if list.Env = os.Environ(); program != "server" {
			list.Env = append(list.Env, "GOOS=js", "GOARCH=wasm")
		}
		if program == "wasm" {
			list.Env = append(list.Env, "GOFLAGS=-modfile="+pageMod)
		}
		modules, err := list.Output()
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(modules)) {
			fields := strings.Fields(line)
			if len(fields) < 2 {
				continue
			}
			c := listed[fields[0]]
			known[fields[0]] = true
			switch {
			case c.Name == "":
				t.Errorf("%s lacks %s", program, fields[0])
			case len(fields) == 3:
				if !strings.Contains(c.Description, fields[2]) || c.Purl != "" {
					t.Errorf("%s is %+v, want a stand-in in %s", fields[0], c, fields[2])
				}
			case c.Version != fields[1] || len(c.Hashes) != 1 || len(c.Hashes[0].Content) != 64 || c.Purl != "pkg:golang/"+fields[0]+"@"+fields[1]:
				t.Errorf("%s is %+v, want version %s with its hash", fields[0], c, fields[1])
			}
		}
	}
	if len(listed) != len(known) {
		t.Errorf("%d components, want the %d that are built in", len(listed), len(known))
	}
}
