package bundle

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"html"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"

	"firstneuron/pkg/experiment"
)

// public is where the tests' site is.
const public = "https://your.host/neuron/"

// siteFolder is where the site of builtSite is; "" before it is built.
var siteFolder string

// buildOnce builds one site with its zip, which several tests look at.
var buildOnce = sync.OnceValue(func() (err error) {
	if siteFolder, err = os.MkdirTemp("", "first-neuron-site-"); err != nil {
		return err
	}
	wasm := filepath.Join(siteFolder, "app.wasm")
	if err := os.WriteFile(wasm, module("program"), 0o600); err != nil {
		return err
	}
	return Run([]string{
		"-wasm", wasm, "-reader", wasm, "-kernel", "../../pkg/nn/internal/kernel/kernel.wasm", "-web", "../../web",
		"-out", filepath.Join(siteFolder, "dist"), "-public", public, "-zip", filepath.Join(siteFolder, "site.zip"),
	}, io.Discard)
})

func TestMain(m *testing.M) {
	code := m.Run()
	if siteFolder != "" {
		_ = os.RemoveAll(siteFolder) // the system removes what is left
	}
	os.Exit(code)
}

// builtSite returns the folder of the site and its zip.
func builtSite(t *testing.T) (out, archive string) {
	t.Helper()
	if err := buildOnce(); err != nil {
		t.Fatal(err)
	}
	return filepath.Join(siteFolder, "dist"), filepath.Join(siteFolder, "site.zip")
}

func read(t *testing.T, parts ...string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(parts...))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// TestExamplesCanBeShown: each has a page with Open Graph, a picture of the
// size that it tells, and an oEmbed answer that frames it.
func TestExamplesCanBeShown(t *testing.T) {
	t.Parallel()
	out, _ := builtSite(t)
	pictures := make(map[string]string)
	for _, example := range experiment.Examples() {
		folder := filepath.Join(out, "examples", example.Name)
		address := public + "examples/" + example.Name + "/"
		page := read(t, folder, "index.html")
		for _, want := range []string{
			`<meta property="og:url" content="` + address + `">`,
			`<meta property="og:image" content="` + address + `preview.png">`,
			`type="application/json+oembed"`, `href="` + address + `oembed.json"`,
			`href="../../#example=` + example.Name + `"`, `data-to="../../#example=` + example.Name + `"`,
		} {
			if !strings.Contains(page, want) {
				t.Errorf("the page of %s lacks %s", example.Name, want)
			}
		}
		for _, match := range regexp.MustCompile(`(?:src|href)="\.\./\.\./([^"#]*)["#]`).FindAllStringSubmatch(page, -1) {
			if _, err := os.Stat(filepath.Join(out, match[1])); err != nil {
				t.Errorf("the page of %s: %v", example.Name, err)
			}
		}
		picture := read(t, folder, "preview.png")
		config, err := png.DecodeConfig(strings.NewReader(picture))
		if err != nil || config.Width != 1200 || config.Height != 630 {
			t.Errorf("the picture of %s is %d×%d, %v, want 1200×630", example.Name, config.Width, config.Height, err)
		}
		if other := pictures[picture]; other != "" {
			t.Errorf("%s and %s have the same picture", example.Name, other)
		}
		pictures[picture] = example.Name
		var answer struct {
			Type, Version, HTML, Title string
			Width, Height              int
			ThumbnailURL               string `json:"thumbnail_url"`
		}
		if err := json.Unmarshal([]byte(read(t, folder, "oembed.json")), &answer); err != nil {
			t.Fatal(err)
		}
		if answer.Type != "rich" || answer.Version != "1.0" || answer.Title == "" || answer.Width == 0 || answer.Height == 0 ||
			answer.ThumbnailURL != address+"preview.png" {
			t.Errorf("the oEmbed of %s is %+v", example.Name, answer)
		}
		_, rest, _ := strings.Cut(answer.HTML, `src="`)
		src, _, _ := strings.Cut(rest, `"`)
		page, fragment, _ := strings.Cut(html.UnescapeString(src), "#")
		for _, added := range []string{"", "#?secret=a1B2c3D4e5"} { // what WordPress adds
			shown, problems := experiment.Decode(fragment + added)
			if got, want := experiment.Encode(shown), "example="+example.Name+"&embed=1"; page != public || strings.TrimPrefix(got, "example=lesson&") != strings.TrimPrefix(want, "example=lesson&") || len(problems) > 0 {
				t.Errorf("the oEmbed of %s with %q shows %s#%s, %v; want %s#%s", example.Name, added, page, got, problems, public, want)
			}
		}
	}
	if page := read(t, out, "index.html"); !strings.Contains(page, `<meta property="og:url" content="`+public+`">`) {
		t.Error("the playground's own document lacks its og:url")
	}
	for _, name := range []string{"index.html", "examples/celsius/index.html", "_headers", "_nginx.conf", "_Caddyfile"} {
		if text := html.UnescapeString(read(t, out, name)); !strings.Contains(text, "script-src 'self' https://your.host 'wasm-unsafe-eval'") {
			t.Errorf("the policy in %s lacks the public origin", name)
		}
	}
}

// TestZipIsTheFolder, and the same for the same files.
func TestZipIsTheFolder(t *testing.T) {
	t.Parallel()
	out, archive := builtSite(t)
	reader, err := zip.OpenReader(archive)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = reader.Close() }()
	for _, entry := range reader.File {
		content, err := entry.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(content)
		if err != nil {
			t.Fatal(err)
		}
		if want := read(t, out, entry.Name); string(data) != want {
			t.Errorf("%s in the zip is not the file", entry.Name)
		}
	}
	files, err := readFolder(out)
	if err != nil {
		t.Fatal(err)
	}
	if len(files) != len(reader.File) {
		t.Errorf("%d files in the zip, want %d", len(reader.File), len(files))
	}
	again := filepath.Join(t.TempDir(), "again.zip")
	if err := writeZip(again, files); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal([]byte(read(t, archive)), []byte(read(t, again))) {
		t.Error("the same files make another zip")
	}
}

// TestWorkerKeepsWhatTheDocumentsLoad: each file that it keeps is there, and
// every script, style and picture of the document is among them.
func TestWorkerKeepsWhatTheDocumentsLoad(t *testing.T) {
	t.Parallel()
	out, _ := builtSite(t)
	worker := read(t, out, "sw.js")
	list := regexp.MustCompile(`new Set\("([^"]*)"`).FindStringSubmatch(worker)
	if list == nil {
		t.Fatalf("no list of files in %s", worker)
	}
	kept := make(map[string]bool)
	for _, name := range strings.Fields(list[1]) {
		kept[name] = true
		if _, err := os.Stat(filepath.Join(out, name)); err != nil {
			t.Error(err)
		}
	}
	for _, match := range regexp.MustCompile(`(?:src|href)="\./([^"]*)"`).FindAllStringSubmatch(read(t, out, "index.html"), -1) {
		if !kept[match[1]] {
			t.Errorf("the document loads %s, which the worker does not keep", match[1])
		}
	}
	for _, name := range []string{"./", "examples/celsius/"} {
		if !kept[name] {
			t.Errorf("the worker does not keep %s", name)
		}
	}
}

// TestAnotherSiteIsAnotherVersion, or a worker would not see the difference.
func TestAnotherSiteIsAnotherVersion(t *testing.T) {
	versions := make(map[string]bool)
	for _, page := range []string{"one", "two"} {
		worker, err := (&Site{Web: "../../web"}).worker([]asset{{"index.html", []byte(page)}})
		if err != nil {
			t.Fatal(err)
		}
		versions[regexp.MustCompile(`VERSION = "(\w+)"`).FindStringSubmatch(string(worker.data))[1]] = true
	}
	if len(versions) != 2 {
		t.Errorf("two sites have the versions %v, want two", versions)
	}
}

// TestSCORMPackages are full with what the document loads, or thin.
func TestSCORMPackages(t *testing.T) {
	t.Parallel()
	folder, _ := builtSite(t)
	for name, c := range map[string]struct {
		args  []string
		files int // of the site, at least
		want  string
	}{
		"thin": {[]string{"-address", "https://your.host/"}, 0, `data-address="https://your.host/"`},
		"full": {[]string{"-site", folder}, 8, `data-address="site/index.html"`},
	} {
		out := filepath.Join(t.TempDir(), "package.zip")
		args := append([]string{"scorm", "-fragment", "https://x/#example=celsius", "-out", out}, c.args...)
		if err := Run(args, io.Discard); err != nil {
			t.Fatal(err)
		}
		reader, err := zip.OpenReader(out)
		if err != nil {
			t.Fatal(err)
		}
		inside := 0
		for _, entry := range reader.File {
			if strings.HasPrefix(entry.Name, "site/") {
				inside++
			}
			if entry.Name == "index.html" {
				content, err := entry.Open()
				if err != nil {
					t.Fatal(err)
				}
				page, err := io.ReadAll(content)
				if err != nil || !strings.Contains(string(page), c.want) || !strings.Contains(string(page), `data-fragment="example=celsius"`) {
					t.Errorf("%s: the launch page is %s, %v", name, page, err)
				}
			}
		}
		if (inside > 0) != (c.files > 0) || inside < c.files {
			t.Errorf("%s: %d files of the site inside, want %d", name, inside, c.files)
		}
		if err := reader.Close(); err != nil {
			t.Error(err)
		}
	}
}
