package browser

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"sync"
	"time"

	"firstneuron/e2e/watch"

	"github.com/chromedp/chromedp"
)

// Browser is one running Chromium. Its pages find nothing of each other.
type Browser struct {
	// Shared is the address of a page that compiles what most pages run, on the
	// site of their servers. It stays open, so that they need not compile it
	// again. At /empty below it is a page where nothing is. "" gives each page
	// processes of its own.
	Shared string
	// Screenshots is the folder that receives pictures of pages on which a test
	// failed; "" means none are kept.
	Screenshots string
	// Pictures is whether it receives those too that the tests take of what they
	// see, each of which is a tenth of a second's work and more.
	Pictures bool
	// Allowed are parts of messages that every page's console may have.
	Allowed []string
	// Meter notes what the tests that open pages cost; nil notes nothing.
	Meter *watch.Meter

	ctx  context.Context
	stop context.CancelFunc
	// clipboard is held from the copying to the pasting: all pages share one.
	clipboard sync.Mutex
	lanes     lanes
}

// startupLimit is generous: the first start on a cold disk takes seconds, and
// other browsers may start at the same time.
const startupLimit = 3 * time.Minute

// shell is Chromium without a window, tabs' strips and the services of its menus: the
// same engine, for a quarter less work a page.
const shell = "chromium-headless-shell"

// Find returns the path of a Chromium: $CHROMIUM, or the first of chromium,
// chromium-browser, google-chrome on the PATH.
func Find() (string, error) {
	return find("chromium", "chromium-browser", "google-chrome", shell)
}

func find(names ...string) (string, error) {
	if path := os.Getenv("CHROMIUM"); path != "" {
		found, err := exec.LookPath(path)
		if err != nil {
			return "", fmt.Errorf("browser: CHROMIUM is %q: want the path of a Chromium: %w", path, err)
		}
		return found, nil
	}
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", fmt.Errorf("browser: no %s on the PATH; "+
		"run tools/need.sh chromium, or set CHROMIUM to the path of one", strings.Join(names, ", "))
}

// Start starts the Chromium that [Find] finds, which is what learners have: what is
// measured is measured in it.
func Start() (*Browser, error) {
	path, err := Find()
	if err != nil {
		return nil, err
	}
	return start(path)
}

// StartShell starts a Chromium without a window where there is one, and what [Start]
// does elsewhere.
func StartShell() (*Browser, error) {
	path, err := find(shell, "chromium", "chromium-browser", "google-chrome")
	if err != nil {
		return nil, err
	}
	return start(path)
}

func start(path string) (*Browser, error) {
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path),
		chromedp.NoSandbox, // Chromium refuses to sandbox as root, which is what CI is
		chromedp.DisableGPU,
		// Without it, a program that reads beyond its memory takes the shell's process along.
		chromedp.Flag("enable-crash-reporter", true),
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("lang", "en-US"),
		// Frames of other sites have processes of their own, as learners' browsers give them.
		chromedp.Flag("site-per-process", true),
		// All tabs of a site and a profile, which is what a lane is for.
		chromedp.Flag("process-per-site", true),
		// In each window Chromium would load two pages of its own, and for each
		// page keep a process ready for the next: a fifth of a test's work.
		chromedp.Flag("disable-features",
			"Translate,BlinkGenPropertyTrees,WebUIOmniboxPopup,WebUIOmniboxAimPopup,SpareRendererForSitePerProcess"),
	)
	alloc, stopAlloc := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, stopBrowser := chromedp.NewContext(alloc)
	b := &Browser{ctx: ctx, stop: func() { stopBrowser(); stopAlloc() }}

	var err error
	// The browser lives as long as the context of its first run, so the limit
	// on the start must not be that context.
	started := make(chan error, 1)
	go func() { started <- chromedp.Do(ctx) }()
	select {
	case err = <-started:
	case <-time.After(startupLimit):
		err = fmt.Errorf("no answer within %v", startupLimit)
	}
	if err != nil {
		b.Close()
		return nil, fmt.Errorf("browser: starting %s: %w", path, err)
	}
	return b, nil
}

// Close ends the browser and removes its profile.
func (b *Browser) Close() {
	b.stop()
}
