package scorm

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"html"
	"io"
	"slices"
	"strings"
	"testing"

	"firstneuron/pkg/archive"
	"firstneuron/pkg/experiment"
	"firstneuron/pkg/ui/i18n"
)

var thin = Package{Title: "Guess & <train>", Address: "https://neuron.example.org/", Fragment: "example=celsius&epochs=500"}

func full() Package {
	return Package{Lang: "ko", Fragment: "w=0&b=0", Site: []File{
		{Name: "index.html", Data: []byte("<!DOCTYPE html>")}, {Name: "app.0a1b2c3d4e.wasm", Data: []byte("\x00asm")},
	}}
}

// unpack reads a package as a course system does.
func unpack(t *testing.T, p Package) map[string]string {
	t.Helper()
	data, err := p.Zip()
	if err != nil {
		t.Fatal(err)
	}
	reader, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	files := make(map[string]string)
	for _, entry := range reader.File {
		content, err := entry.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(content) // checks length and sum, too
		if err != nil {
			t.Fatal(err)
		}
		files[entry.Name] = string(text)
	}
	return files
}

type manifest struct {
	Title string `xml:"organizations>organization>title"`
	Item  struct {
		Title string `xml:"title"`
		Ref   string `xml:"identifierref,attr"`
	} `xml:"organizations>organization>item"`
	Resource struct {
		ID    string `xml:"identifier,attr"`
		Href  string `xml:"href,attr"`
		Files []struct {
			Href string `xml:"href,attr"`
		} `xml:"file"`
	} `xml:"resources>resource"`
}

func TestManifestNamesEveryFile(t *testing.T) {
	for name, p := range map[string]Package{"thin": thin, "full": full()} {
		files := unpack(t, p)
		var m manifest
		if err := xml.Unmarshal([]byte(files["imsmanifest.xml"]), &m); err != nil {
			t.Fatal(err)
		}
		want := p.Title
		if want == "" {
			want = "First Neuron"
		}
		if m.Title != want || m.Item.Title != want || m.Item.Ref != m.Resource.ID || m.Resource.Href != "index.html" {
			t.Errorf("%s: manifest %+v, want the title %q and the launch page", name, m, want)
		}
		named := []string{"imsmanifest.xml"}
		for _, file := range m.Resource.Files {
			named = append(named, file.Href)
		}
		var packed []string
		for name := range files {
			packed = append(packed, name)
		}
		slices.Sort(named)
		slices.Sort(packed)
		if !slices.Equal(named, packed) {
			t.Errorf("%s: the manifest names %v, the zip has %v", name, named, packed)
		}
	}
}

func TestLaunchPageHasTheExperiment(t *testing.T) {
	page := unpack(t, thin)["index.html"]
	for _, want := range []string{
		`<html lang="en">`, `<title>Guess &amp; &lt;train&gt;</title>`,
		`data-address="https://neuron.example.org/"`, `data-fragment="example=celsius&amp;epochs=500"`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the thin launch page lacks %q", want)
		}
	}
	files := unpack(t, full())
	if page := files["index.html"]; !strings.Contains(page, `data-address="site/index.html"`) || !strings.Contains(page, `lang="ko"`) {
		t.Errorf("the full launch page is %s", page)
	}
	if files["site/app.0a1b2c3d4e.wasm"] != "\x00asm" {
		t.Error("the full package lacks the program")
	}
}

// TestEveryLanguageHasItsNotices: the launch page carries the words of its
// language, and English ones for a language that the page does not speak.
func TestEveryLanguageHasItsNotices(t *testing.T) {
	for _, lang := range append(experiment.LanguageCodes(), "tlh", "") {
		p := thin
		p.Lang = lang
		page := html.UnescapeString(unpack(t, p)["index.html"])
		catalogue := i18n.For(lang)
		for _, want := range []string{
			`<html lang="` + catalogue.Lang + `">`, `data-absent="` + catalogue.Text("course.absent") + `"`,
			`data-failing="` + catalogue.Text("course.failing") + `"`, `data-long="` + catalogue.Text("course.long") + `"`,
			`<noscript><p>` + catalogue.Text("course.no_script") + `</p></noscript>`,
		} {
			if !strings.Contains(page, want) {
				t.Errorf("the launch page in %q lacks %s", lang, want)
			}
		}
		if strings.Contains(page, "{{") {
			t.Errorf("the launch page in %q has a place that nothing fills: %s", lang, page)
		}
	}
}

func TestSamePackageSameBytes(t *testing.T) {
	first, err := thin.Zip()
	if err != nil {
		t.Fatal(err)
	}
	second, _ := thin.Zip()
	if !bytes.Equal(first, second) {
		t.Error("the same package gives other bytes")
	}
	other := thin
	other.Fragment = "example=houses"
	if thin.identifier() == other.identifier() {
		t.Errorf("two experiments share the identifier %s", thin.identifier())
	}
}

func TestWhatIsNoPackage(t *testing.T) {
	site := []File{{Name: "index.html"}}
	for _, c := range []struct {
		p    Package
		want error
	}{
		{Package{}, ErrSite},
		{Package{Address: "https://a/", Site: site}, ErrSite},
		{Package{Site: []File{{Name: "other.html"}}}, ErrSite},
		{Package{Address: "javascript:alert(1)"}, ErrAddress},
		{Package{Address: "https:///a"}, ErrAddress},
		{Package{Address: "https://a/#b"}, ErrAddress},
		{Package{Address: `https://a/"><script>`}, ErrAddress},
		{Package{Address: "https://a b/"}, ErrAddress},
		{Package{Address: "https://a/", Fragment: strings.Repeat("a", MaxFragment+1)}, ErrFragment},
		{Package{Address: "https://a/", Fragment: "a=b#c"}, ErrFragment},
		{Package{Address: "https://a/", Fragment: "a=\x00"}, ErrFragment},
		{Package{Site: append(site, File{Name: "../up"})}, archive.ErrFiles},
		{Package{Site: append(site, File{Name: "/up"})}, archive.ErrFiles},
		{Package{Site: append(site, File{Name: `a\b`})}, archive.ErrFiles},
		{Package{Site: append(site, site[0])}, archive.ErrFiles},
	} {
		if _, err := c.p.Zip(); !errors.Is(err, c.want) {
			t.Errorf("Zip(%+v) = %v, want %v", c.p, err, c.want)
		}
	}
}

// FuzzPackage: whatever an author writes, the package unpacks, its manifest is
// XML with her title, and her words add no markup to the launch page.
func FuzzPackage(f *testing.F) {
	f.Add("First Neuron", "en", "w=0&b=0")
	f.Add(`"><script>alert(1)</script>`, "ko", `title=%22'"><img src=x onerror=alert(1)>`)
	f.Add("\x00\xff\ufffe]]>&amp;{{fragment}}", "{{title}}", "{{address}}=안녕")
	tags := strings.Count(unpackedPage(f, thin), "<")
	f.Fuzz(func(t *testing.T, title, lang, fragment string) {
		p := Package{Title: title, Lang: lang, Address: "https://a/", Fragment: fragment}
		if _, err := p.Files(); errors.Is(err, ErrFragment) {
			return
		}
		files := unpack(t, p)
		if got := strings.Count(files["index.html"], "<"); got != tags {
			t.Errorf("the launch page has %d tags, want %d", got, tags)
		}
		if err := xml.Unmarshal([]byte(files["imsmanifest.xml"]), new(manifest)); err != nil {
			t.Errorf("the manifest is no XML: %v", err)
		}
	})
}

func unpackedPage(tb testing.TB, p Package) string {
	tb.Helper()
	files, err := p.Files()
	if err != nil {
		tb.Fatal(err)
	}
	return string(files[1].Data)
}
