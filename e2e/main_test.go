package e2e

import (
	"flag"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"

	"firstneuron/e2e/browser"
	"firstneuron/e2e/built"
	"firstneuron/e2e/watch"
	"firstneuron/pkg/site"
)

const dist = "../web/dist"

// chromium is the one browser of all tests. No page finds anything stored.
var chromium *browser.Browser

var pictures = flag.Bool("pictures", false, "leave pictures in screenshots/ of what the tests see")

// wholeCorpus gives the page all of package hostile, and of other long tables too,
// which takes two cores some minutes; without it the page gets every [sampled]-th
// input of each kind. The package's own test reads all of them in Go each time.
var wholeCorpus = flag.Bool("corpus", false, "give the page the whole corpus of hostile inputs and other long tables")

// meter tells what each test costs, when the flag asks for it.
var (
	metered = flag.Bool("meter", false, "run one test after the other, and tell the opened pages, CPU seconds and wall seconds of each")
	meter   *watch.Meter
)

func TestMain(m *testing.M) {
	flag.Parse()
	os.Exit(run(m))
}

func run(m *testing.M) int {
	if testing.Short() {
		fmt.Println("e2e: browser tests are left out with -short")
		return 0
	}
	if _, err := os.Stat(dist + "/index.html"); err != nil {
		fmt.Fprintln(os.Stderr, "e2e: the site is not built: run `make build` first:", err)
		return 1
	}
	var err error
	if *metered {
		meter = watch.NewMeter(os.Stdout)
		err = flag.Set("test.parallel", "1")
	} else {
		err = browser.Parallel()
	}
	if err == nil {
		chromium, err = startChromium()
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer chromium.Close()
	defer closeESR()
	chromium.Screenshots, chromium.Pictures, chromium.Meter = "screenshots", *pictures, meter
	compiled, err := compiler()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer compiled.Close()
	chromium.Shared = compiled.URL
	// A page that waited in vain for the kernel's file says so, and computes in
	// Go: that tells of a busy machine, and of no mistake.
	chromium.Allowed = []string{"without its SIMD kernel: it takes too long to load"}
	code := m.Run()
	meter.Report()
	return code
}

// startChromium starts the whole of it for benchmarks.
func startChromium() (*browser.Browser, error) {
	if measured := flag.Lookup("test.bench"); measured != nil && measured.Value.String() != "" {
		return browser.Start()
	}
	return browser.StartShell()
}

// compiler serves a page that compiles the program and does not run it, for the
// pages that do.
func compiler() (*httptest.Server, error) {
	programs, err := filepath.Glob(dist + "/app.*.wasm")
	if err != nil || len(programs) != 1 {
		return nil, fmt.Errorf("e2e: %d programs in %s, want one; run `make build`: %w", len(programs), dist, err)
	}
	return httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/program":
			w.Header().Set("Content-Type", "application/wasm")
			http.ServeFile(w, r, programs[0])
		case "/empty":
			fmt.Fprint(w, `<!DOCTYPE html><title>Empty</title><link rel="icon" href="data:,">`)
		default:
			fmt.Fprint(w, `<!DOCTYPE html><title>Compiler</title><link rel="icon" href="data:,">
<script>const program = WebAssembly.compileStreaming(fetch("program"));</script>`)
		}
	})), nil
}

// made is the path of a file that the Makefile knows how to make.
func made(tb testing.TB, file string) string {
	tb.Helper()
	if out, err := exec.Command("make", "-s", "-C", "..", file).CombinedOutput(); err != nil {
		tb.Fatalf("make %s: %v\n%s", file, err, out)
	}
	return filepath.Join("..", file)
}

// plainHost is the built site as a plain file host serves it.
func plainHost() http.Handler {
	return http.FileServer(http.Dir(dist))
}

// loaded is the built site, read once for all tests.
var loaded = sync.OnceValues(func() (*site.Site, error) { return site.Load(os.DirFS(dist)) })

// host is the built site as cmd/server serves it.
func host(tb testing.TB) http.Handler {
	tb.Helper()
	s, err := loaded()
	if err != nil {
		tb.Fatal(err)
	}
	return site.Handler(s, site.Options{})
}

// light is host without what costs work in each page and has tests of its own:
// files come unpacked, and the page is not kept for when there is no network.
func light(tb testing.TB) http.Handler {
	tb.Helper()
	files := unkept(host(tb))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r.Header.Del("Accept-Encoding")
		files.ServeHTTP(w, r)
	})
}

// unkept is a host of the site whose page is not kept for when there is no network:
// the browser would load and store the whole site once more for each test.
func unkept(files http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasPrefix(r.URL.Path, "/offline.") {
			w.Header().Set("Content-Type", "text/javascript")
			return
		}
		files.ServeHTTP(w, r)
	})
}

// axeSource is the script that looks for what keeps people out.
func axeSource(tb testing.TB) string {
	tb.Helper()
	source, err := os.ReadFile("node_modules/axe-core/axe.min.js")
	if err != nil {
		tb.Fatalf("axe-core is not there: run `npm ci` in e2e: %v", err)
	}
	return string(source)
}

// laidOut is a fragment with every panel of the page laid out, and with its first
// training at its end at once, unless the fragment says otherwise itself: most tests
// are about what is in the panels.
func laidOut(fragment string) string {
	if fragment == "" {
		fragment = "#"
	}
	for _, wish := range []string{"open=all", "play=0"} {
		if key, _, _ := strings.Cut(wish, "="); !regexp.MustCompile(`[#&]` + key + `\b`).MatchString(fragment) {
			fragment = strings.Replace(fragment+"&"+wish, "#&", "#", 1)
		}
	}
	return fragment
}

// open opens the page with the fragment, which starts with # unless it is "", laid
// out for tests, and waits until the program runs.
func open(tb testing.TB, fragment string, options ...browser.Option) *browser.Page {
	tb.Helper()
	page := chromium.Open(tb, browser.Serve(tb, light(tb))+"/"+laidOut(fragment), options...)
	waitLive(page)
	return page
}

// waitLive waits until the page is live.
func waitLive(page *browser.Page) {
	page.WaitTrue(built.Live)
}

// train presses Train and waits for the last of so many epochs.
func train(page *browser.Page, epochs int) {
	page.Click("button", "Train")
	page.WaitTextHas("status", "Training status", fmt.Sprintf("Epoch %d of %d, loss ", epochs, epochs))
	page.WaitFor("button", "Train")
}

// number is a number as the page writes it.
func number(tb testing.TB, text string) float64 {
	tb.Helper()
	v, err := strconv.ParseFloat(strings.ReplaceAll(text, "−", "-"), 64)
	if err != nil {
		tb.Fatalf("the page shows %q where a number belongs", text)
	}
	return v
}

var statusPattern = regexp.MustCompile(`^Epoch (\d+) of (\d+)`)

// epoch is the epoch that the training status tells; 0 when untrained.
func epoch(page *browser.Page) int {
	found := statusPattern.FindStringSubmatch(page.Text("status", "Training status"))
	if found == nil {
		return 0
	}
	n, _ := strconv.Atoi(found[1]) // the pattern lets only digits through
	return n
}

// body is all that the page shows as text.
func body(page *browser.Page) string {
	return browser.Evaluate[string](page, `document.body.innerText`)
}

// waitBody waits until the page shows the text somewhere.
func waitBody(page *browser.Page, pattern string) {
	re := regexp.MustCompile(pattern)
	page.Wait("reading the page", func() error {
		if text := body(page); !re.MatchString(text) {
			return fmt.Errorf("nothing on it matches %s:\n%s", pattern, text)
		}
		return nil
	})
}

// waitAlert waits until one of the page's warnings has all the parts.
func waitAlert(page *browser.Page, parts ...string) {
	page.Wait("reading the warnings", func() error {
		texts := page.Texts("alert")
	alerts:
		for _, text := range texts {
			for _, part := range parts {
				if !strings.Contains(strings.ToLower(text), strings.ToLower(part)) {
					continue alerts
				}
			}
			return nil
		}
		return fmt.Errorf("they are %q, want one with %q", texts, parts)
	})
}

// rows counts the rows of the data table by their delete buttons.
func rows(page *browser.Page) int {
	n := 0
	for _, name := range page.Names("button", "") {
		if strings.HasPrefix(name, "Delete point ") {
			n++
		}
	}
	return n
}

func waitRows(page *browser.Page, want int) {
	page.Wait("counting the points", func() error {
		if got := rows(page); got != want {
			return fmt.Errorf("%d rows, want %d", got, want)
		}
		return nil
	})
}

// Names on the page beyond those of the contract.
const (
	lesson  = "The lesson: y = 2x − 1"
	celsius = "Celsius to Fahrenheit"
	houses  = "House prices"

	logScaleRole = "checkbox"
	logScaleName = "Logarithmic scale"
)

func innerHTML(page *browser.Page) string {
	return browser.Evaluate[string](page, `document.body.innerHTML`)
}
