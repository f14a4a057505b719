package bundle

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestSortAttributes(t *testing.T) {
	for html, want := range map[string]string{
		`<p>text</p>`:                                     `<p>text</p>`,
		`<a href="x" class="b a">1 < 2</a>`:               `<a class="b a" href="x">1 < 2</a>`,
		`<input value="a > b" disabled aria-label='"x"'>`: `<input aria-label='"x"' disabled value="a > b">`,
		`<path d="M0 0" class="line"/>`:                   `<path class="line" d="M0 0"/>`,
		`<br/><img src=a alt=b>`:                          `<br/><img alt=b src=a>`,
		`<p title="b" id="a"><b class="c" id="b">`:        `<p id="a" title="b"><b class="c" id="b">`,
		`<!-- b a --><p b a>`:                             `<!-- b a --><p a b>`,
		"<p\n b=\"1\"\n a=\"2\"\n>":                       `<p a="2" b="1">`,
		`<p b="open`:                                      `<p b="open`,
		`<`:                                               `<`,
		``:                                                ``,
	} {
		if got := sortAttributes(html); got != want {
			t.Errorf("sortAttributes(%q) = %q, want %q", html, got, want)
		}
	}
}

// TestSortedAttributesAreTheSame, in whatever order they come.
func TestSortedAttributesAreTheSame(t *testing.T) {
	attributes := []string{`id="a"`, `class="x y"`, `disabled`, `d="M0,0 L1,1"`, `title="a > b / c"`, `data-x='"'`}
	first := ""
	for range 50 {
		rand.Shuffle(len(attributes), func(i, j int) { attributes[i], attributes[j] = attributes[j], attributes[i] })
		got := sortAttributes("<div " + strings.Join(attributes, " ") + ">text</div>")
		if first == "" {
			first = got
		}
		if got != first || len(got) != len("<div >text</div>")+len(strings.Join(attributes, " ")) {
			t.Fatalf("%s, want %s", got, first)
		}
	}
}

// TestSameInputsSameSite: two builds of the same files are the same site, file
// by file, wherever they are made: else a rebuild would be a newer version,
// which every learner is offered.
func TestSameInputsSameSite(t *testing.T) {
	t.Parallel()
	var sites [2][]asset
	for i := range sites {
		wasm := filepath.Join(t.TempDir(), "app.wasm")
		if err := os.WriteFile(wasm, module("program"), 0o600); err != nil {
			t.Fatal(err)
		}
		site := &Site{Wasm: wasm, Reader: wasm, Kernel: "../../pkg/nn/internal/kernel/kernel.wasm", Web: "../../web", Public: public}
		var err error
		if sites[i], err = site.assets(); err != nil {
			t.Fatal(err)
		}
	}
	if len(sites[0]) != len(sites[1]) {
		t.Fatalf("%d files and %d", len(sites[0]), len(sites[1]))
	}
	for i, one := range sites[0] {
		if other := sites[1][i]; one.name != other.name || !bytes.Equal(one.data, other.data) {
			t.Errorf("%s is %d bytes, and in another build %s of %d, want the same bytes", one.name, len(one.data), other.name, len(other.data))
		}
	}
}
