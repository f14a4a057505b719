package e2e

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"firstneuron/e2e/browser"
	"firstneuron/e2e/built"
	"firstneuron/pkg/site"
)

// visitor is a page of either browser.
type visitor interface {
	document
	Goto(address string)
	WaitFor(role, name string)
	Value(role, name string) string
	Fill(role, name, text string)
}

// oldBrowser takes away what browsers of 2019 lacked.
const oldBrowser = `
	delete WebAssembly.compileStreaming;
	delete WebAssembly.instantiateStreaming;
	delete window.DecompressionStream;
	delete Uint8Array.fromBase64;`

// stick copies the page in one file to a folder as a USB stick has one, and returns its
// address.
func stick(t *testing.T) string {
	t.Helper()
	file, err := os.ReadFile(filepath.Join(dist, site.OneFile))
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "Klasse 10% #a", site.OneFile)
	if err := os.Mkdir(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, file, 0o644); err != nil {
		t.Fatal(err)
	}
	return (&url.URL{Scheme: "file", Path: path}).String()
}

// requests are what a document has asked a host for. What it asks itself has another
// scheme. A request that its policy refuses is told in the console, which each page
// wants silent.
const requests = `performance.getEntriesByType("resource").map((e) => e.name).filter((name) => !/^(?:data|blob):/.test(name))`

// TestOneFileFromAStick: the page in one file trains, takes an edit, opens links of
// every form, shares and shows the activities, and asks nobody for anything.
func TestOneFileFromAStick(t *testing.T) {
	t.Parallel()
	for name, open := range map[string]func(t *testing.T, address string) (visitor, func(expression string) []string){
		"Chromium": func(t *testing.T, address string) (visitor, func(string) []string) {
			page := chromium.Open(t, address)
			return page, func(expression string) []string { return browser.Evaluate[[]string](page, expression) }
		},
		"an old Chromium": func(t *testing.T, address string) (visitor, func(string) []string) {
			page := chromium.Open(t, address, browser.Script(oldBrowser))
			unpacks(t, page)
			return page, func(expression string) []string { return browser.Evaluate[[]string](page, expression) }
		},
		"Firefox": func(t *testing.T, address string) (visitor, func(string) []string) {
			page := openESR(t, address)
			return page, func(expression string) []string { return evaluateESR(page, expression) }
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			address := stick(t)
			page, ask := open(t, address+"#w=0&b=0&open=all&play=0")
			page.WaitTrue(built.Live)
			page.Click("button", "Train")
			page.WaitText("output", "Prediction", "18.9815")

			page.Fill("textbox", "y of point 6", "9")
			page.WaitTrue(`location.hash.includes("5,9")`)
			page.Click("button", "Train")
			page.WaitTextHas("status", "Training status", "Epoch 500 of 500")

			page.Click("button", "Share")
			page.WaitFor("dialog", "Share")
			if link := page.Value("textbox", "Link"); !strings.HasPrefix(link, address+"#") || !strings.Contains(link, "5,9") {
				t.Errorf("the link is %s, want one of %s with the edit in it", link, address)
			}
			page.WaitTrue(`!document.querySelector("#share-iframe, #share .qr")`)
			page.Click("button", "Close")

			for _, c := range []struct{ fragment, wait string }{
				{"#epochs=7&lang=ko&open=all", `document.documentElement.lang === "ko" && document.body.innerText.includes("학습률")`},
				{"#w=0&b=0&title=Halve%20it&ask=What%20next%3F&goal=loss:0.001:200&lang=en", `document.body.innerText.includes("Halve it")`},
				{"#example=celsius&lang=en&open=all", `[...document.querySelectorAll("textarea, input")].some((box) => box.value === "71.6")`},
				{"#activity=bend&lang=en", `document.body.innerText.includes("One neuron, a wave")`},
				{"#activation=tanh&batchSize=10&dataset=xor&seed=0.5&networkShape=3&problem=classification", `location.hash.includes("set=")`},
				{"#w=0&b=0&lang=en", `location.hash.includes("w=0")`},
			} {
				page.Goto(address + c.fragment)
				page.WaitTrue(built.Live)
				page.WaitTrue(c.wait)
			}
			showsActivities(page)
			// What a package for course systems is packed from.
			page.WaitTrue(`fetch("./files.json").then((list) => list.json())
				.then((names) => Promise.all(names.map((name) => fetch("./" + name).then((file) => file.arrayBuffer()))))
				.then((files) => files.length > 10 && files.every((file) => file.byteLength > 0))`)
			if asked := ask(requests); len(asked) > 0 {
				t.Errorf("the page asks for %v, want nothing", asked)
			}
		})
	}
}

// unpacks compares what web/inflate.js makes of gzip files of every kind of block with
// what was put into them, and that of damaged ones with an error.
func unpacks(t *testing.T, page *browser.Page) {
	t.Helper()
	page.WaitTrue(`typeof inflate === "function"`)
	unpack := func(data []byte) string {
		return browser.Evaluate[string](page, fmt.Sprintf(`(() => {
			try {
				return btoa([...inflate(Uint8Array.from(atob(%q), (c) => c.charCodeAt(0)))].map((byte) => String.fromCharCode(byte)).join(""));
			} catch (error) {
				return "error: " + error.message;
			}
		})()`, base64.StdEncoding.EncodeToString(data)))
	}
	long := bytes.Repeat([]byte("the lesson, and again the lesson; "), 2000)
	for i := range long {
		long[i] += byte(i * i / 4000)
	}
	for _, text := range [][]byte{nil, []byte("y = 2x − 1"), long} {
		for _, level := range []int{gzip.NoCompression, gzip.HuffmanOnly, gzip.BestSpeed, gzip.BestCompression} {
			var file bytes.Buffer
			w, err := gzip.NewWriterLevel(&file, level)
			if err == nil {
				_, err = w.Write(text)
			}
			if err = errors.Join(err, w.Close()); err != nil {
				t.Fatal(err)
			}
			if got := unpack(file.Bytes()); got != base64.StdEncoding.EncodeToString(text) {
				t.Errorf("level %d: %d bytes unpack to %.80s", level, len(text), got)
			}
			if cut := file.Bytes()[:file.Len()-file.Len()/3]; len(text) > 0 && !strings.HasPrefix(unpack(cut), "error: ") {
				t.Errorf("level %d: a file that is cut unpacks to %.80s, want an error", level, unpack(cut))
			}
		}
	}
}

// showsActivities goes to the page of the activities, to that of one, and from there to
// the activity itself.
func showsActivities(page visitor) {
	const follow = `(() => { const link = [...document.querySelectorAll(%q)].find((a) => a.textContent.trim() === %q); link?.click(); return Boolean(link); })()`
	page.WaitTrue(fmt.Sprintf(follow, "a", "Activities"))
	page.WaitTrue(`document.querySelectorAll("#site-page[open] .cards img").length > 5 && [...document.querySelectorAll("#site-page img")].every((image) => image.naturalWidth > 0)`)
	page.WaitTrue(fmt.Sprintf(follow, "#site-page h2 a", "Can a line bend?"))
	page.WaitTrue(`document.querySelector("#site-page .notes") !== null && !document.querySelector("#site-page textarea")`)
	page.WaitTrue(`(document.querySelector("#site-page a.main").click(), true)`)
	page.WaitTrue(`!document.querySelector("#site-page").open && location.hash.includes("activity=bend")`)
	page.WaitTrue(fmt.Sprintf(follow, "a", "Licences"))
	page.WaitTrue(`/go-app/.test(document.querySelector("#site-page pre")?.textContent ?? "")`)
	page.WaitTrue(`(document.querySelector("#site-page button").click(), !document.querySelector("#site-page").open)`)
}
