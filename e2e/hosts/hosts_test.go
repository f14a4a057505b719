//go:build hosts

package hosts

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"net"
	"os"
	"os/exec"
	"testing"
	"time"

	"firstneuron/e2e/browser"
	"firstneuron/e2e/built"
)

var chromium *browser.Browser

func TestMain(m *testing.M) {
	flag.Parse()
	os.Exit(func() int {
		var err error
		if chromium, err = browser.Start(); err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
		defer chromium.Close()
		chromium.Screenshots, chromium.Pictures = "../screenshots", true
		return m.Run()
	}())
}

// runs runs a command to its end.
func runs(t *testing.T, name string, args ...string) string {
	t.Helper()
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
	return string(out)
}

// starts starts a server, which ends with the test, and waits until something listens at
// the address.
func starts(t *testing.T, network, address, name string, args ...string) {
	t.Helper()
	ctx, stop := context.WithCancel(context.Background())
	var said bytes.Buffer
	command := exec.CommandContext(ctx, name, args...)
	command.Stdout, command.Stderr, command.WaitDelay = &said, &said, 10*time.Second
	command.Cancel = func() error { return command.Process.Signal(os.Interrupt) }
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		stop()
		_ = command.Wait()
		if t.Failed() {
			t.Logf("%s said:\n%s", name, said.String())
		}
	})
	for range 600 {
		if c, err := net.Dial(network, address); err == nil {
			_ = c.Close()
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	t.Fatalf("%s does not listen at %s", name, address)
}

// freePort is a port of this machine on which nothing listens.
func freePort(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = l.Close() }()
	_, port, _ := net.SplitHostPort(l.Addr().String())
	return port
}

// answers waits for the activity in the frame of a page, which is not wider than the
// column around it and not cut off, and answers its question: wrong, then right.
func answers(t *testing.T, page *browser.Page, name string) {
	t.Helper()
	const frames = `[...document.querySelectorAll("iframe")].filter((e) => e.checkVisibility())`
	page.WaitTrue(frames + `.length === 1`)
	title := browser.Evaluate[string](page, frames+`[0].title`)
	browser.Evaluate[bool](page, `(`+frames+`[0].scrollIntoView({block: "center"}), true)`)
	frame := page.Frame(title)
	frame.WaitTrue(built.Live)
	frame.Fill("textbox", "Tap the chart, or type", "19")
	frame.Press("Enter")
	frame.WaitTrue(`document.querySelector(".step-reply").textContent.includes("Not quite")`)
	frame.Fill("textbox", "Tap the chart, or type", "22")
	frame.Press("Enter")
	frame.WaitTrue(`document.querySelector(".step-feedback").textContent.includes("22")`)
	page.Screenshot("hosts-" + name)
	if over := browser.Evaluate[float64](page, `(() => {
		const e = `+frames+`[0], column = e.parentElement;
		return e.getBoundingClientRect().right - column.getBoundingClientRect().right;
	})()`); over > 1 {
		t.Errorf("the frame is %v px wider than its column", over)
	}
	if over := page.Overflow(); over > 0 {
		t.Errorf("the page scrolls sideways by %d px", over)
	}
	for _, part := range []string{".step-text", ".step-nav", ".fit .chart"} {
		if !browser.Evaluate[bool](frame, `(() => {
			const b = document.querySelector("`+part+`").getBoundingClientRect();
			return b.width > 40 && b.left >= 0 && b.right <= innerWidth;
		})()`) {
			t.Errorf("%s is cut off in a frame of %v px", part, browser.Evaluate[float64](frame, `innerWidth`))
		}
	}
}
