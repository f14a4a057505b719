package bundle

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"html"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/gallery"
	"firstneuron/pkg/site"
)

// TestOneFileHasTheSite: each file that the page loads is in the document as the site
// has it, no address is loaded from elsewhere, and the policy names each script and
// each style that stands there, and nothing else.
func TestOneFileHasTheSite(t *testing.T) {
	out := t.TempDir()
	build(t, out, "program")
	data, err := os.ReadFile(filepath.Join(out, site.OneFile))
	if err != nil {
		t.Fatal(err)
	}
	page := string(data)
	inside := map[string][]byte{}
	for _, match := range regexp.MustCompile(`<script type="([^"]*)" data-file="([^"]*)"( data-packed)?>([^<]*)</script>`).FindAllStringSubmatch(page, -1) {
		if strings.Contains(match[1], "javascript") {
			t.Errorf("%s has the type %s, which would run", match[2], match[1])
		}
		content, err := base64.StdEncoding.DecodeString(match[4])
		if err != nil {
			t.Fatalf("%s: %v", match[2], err)
		}
		if match[3] != "" {
			r, err := gzip.NewReader(bytes.NewReader(content))
			if err != nil {
				t.Fatalf("%s: %v", match[2], err)
			}
			if content, err = io.ReadAll(r); err != nil {
				t.Fatalf("%s: %v", match[2], err)
			}
		}
		inside[match[2]] = content
	}
	files, err := siteFiles(out)
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if !bytes.Equal(inside[file.Name], file.Data) {
			t.Errorf("%s: the document has %d bytes of it, want the %d of the site", file.Name, len(inside[file.Name]), len(file.Data))
		}
	}
	for _, name := range gallery.Names() {
		if inside["activities/"+name+"/index.html"] == nil || inside["activities/"+name+"/preview.png"] == nil {
			t.Errorf("the document lacks the page of the activity %s", name)
		}
		for _, lang := range experiment.LanguageCodes() {
			if page := experiment.LanguageFolder(lang) + "activities/" + name + "/index.html"; inside[page] == nil {
				t.Errorf("the document lacks the page %s", page)
			}
		}
	}
	policy := html.UnescapeString(regexp.MustCompile(`Content-Security-Policy" content="([^"]*)"`).FindStringSubmatch(page)[1])
	elements := regexp.MustCompile(`(?s)<(script|style)>(.*?)</(?:script|style)>`).FindAllStringSubmatch(page, -1)
	for _, element := range elements {
		sum := sha256.Sum256([]byte(element[2]))
		if hash := "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"; !strings.Contains(policy, hash) {
			t.Errorf("the policy lacks %s of the %s %.40q", hash, element[1], element[2])
		}
	}
	if n := strings.Count(policy, "sha256-"); n != len(elements) || n < 4 || strings.Contains(policy, "unsafe-inline") || strings.Contains(policy, "connect-src") || !strings.HasPrefix(policy, "default-src 'none'") {
		t.Errorf("the policy is %s, want one with the hashes of %d elements that lets no request out", policy, len(elements))
	}
	pages, err := os.ReadFile(list(t, out, "gallery.*.css")[0])
	if err != nil {
		t.Fatal(err)
	}
	if style := elements[slices.IndexFunc(elements, func(e []string) bool { return e[1] == "style" })][2]; !strings.HasSuffix(style, string(pages)) {
		t.Error("the document's style lacks that of the pages of the activities")
	}
	body := regexp.MustCompile(`(?s)<(?:script|style)\b.*?</(?:script|style)>`).ReplaceAllString(page, "")
	for _, match := range regexp.MustCompile(`<(\w+)[^>]*\s(?:src|href)="([^"]*)"`).FindAllStringSubmatch(body, -1) {
		if match[1] != "a" && !strings.HasPrefix(match[2], "data:") {
			t.Errorf("the document loads %s", match[2])
		}
	}
	if strings.Contains(page, "data-home") {
		t.Error("the document names an address that nobody has said")
	}
	if list(t, out, site.OneFile+".*") != nil {
		t.Error("the document is packed once more")
	}
}

// TestOneFileKnowsWhereItComesFrom, for links that others can open.
func TestOneFileKnowsWhereItComesFrom(t *testing.T) {
	out, wasm := t.TempDir(), filepath.Join(t.TempDir(), "app.wasm")
	if err := os.WriteFile(wasm, module("program"), 0o600); err != nil {
		t.Fatal(err)
	}
	args := []string{"-wasm", wasm, "-reader", wasm, "-kernel", "../../pkg/nn/internal/kernel/kernel.wasm", "-web", "../../web", "-out", out, "-public", "https://neuron.example/a/"}
	if err := Run(args, io.Discard); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(filepath.Join(out, site.OneFile))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(data[:200], []byte(`data-home="https://neuron.example/a/"`)) {
		t.Errorf("the document begins with %s, want the address of the site in it", data[:200])
	}
}

func TestOneFileRefusesWhatWouldBreakIt(t *testing.T) {
	t.Parallel()
	for name, document := range map[string]string{
		"a script in the document":    `<script>alert(1)</script>`,
		"a script that is missing":    `<script src="./gone.js"></script>`,
		"a script that ends itself":   `<script src="./ends.js"></script>`,
		"a style that names a file":   `<link rel="stylesheet" href="./names.css">`,
		"a script with a line of DOS": `<script src="./dos.js"></script>`,
	} {
		d := singleDocument{files: map[string][]byte{
			"ends.js": []byte(`"</SCRIPT>"`), "names.css": []byte(`a { background: url("./other.png") }`), "dos.js": []byte("a\r\nb"),
		}}
		if page, err := d.of(document); !errors.Is(err, errOneFile) {
			t.Errorf("%s: %q, %v; want an error of its own kind", name, page, err)
		}
	}
}
