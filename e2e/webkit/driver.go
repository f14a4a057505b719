package webkit

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"firstneuron/e2e/watch"
)

// patience is how long an action waits for what it needs.
const patience = time.Minute

// element is the key under which WebDriver names one.
const element = "element-6066-11e4-a52e-4f735466cecf"

// Page is the one tab of a browser of its own.
type Page struct {
	tb      testing.TB
	session string // its address at the driver
}

// Open starts WebKit on a screen that nobody sees, and opens an address. All of it ends
// with the test.
func Open(tb testing.TB, address string) *Page {
	tb.Helper()
	browsers, err := filepath.Glob("/usr/lib/*/webkit2gtk-4.*/MiniBrowser")
	if err != nil || len(browsers) == 0 {
		tb.Fatal("there is no MiniBrowser of WebKitGTK: run tools/need.sh webkit2gtk-driver")
	}
	port := freePort(tb)
	driver := exec.Command("WebKitWebDriver", "--port="+port)
	driver.Env = append(os.Environ(), "DISPLAY="+screen(tb), "LIBGL_ALWAYS_SOFTWARE=1", "WEBKIT_DISABLE_COMPOSITING_MODE=1", "HOME="+tb.TempDir())
	start(tb, driver)
	p := &Page{tb: tb, session: "http://127.0.0.1:" + port + "/session"}
	var made struct{ SessionID string }
	p.until("starting a session", func() error {
		return p.ask(http.MethodPost, "", map[string]any{"capabilities": map[string]any{"alwaysMatch": map[string]any{
			"webkitgtk:browserOptions": map[string]any{"binary": browsers[len(browsers)-1], "args": []string{"--automation"}},
		}}}, &made)
	})
	p.session += "/" + made.SessionID
	tb.Cleanup(func() { _ = p.ask(http.MethodDelete, "", nil, nil) }) // the processes end anyhow
	p.must(p.ask(http.MethodPost, "/window/rect", map[string]any{"width": 1280, "height": 900}, nil))
	p.Goto(address)
	return p
}

// screen is the display of a new X server without a screen.
func screen(tb testing.TB) string {
	tb.Helper()
	read, write, err := os.Pipe()
	if err != nil {
		tb.Fatal(err)
	}
	server := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", "1400x1000x24", "-nolisten", "tcp")
	server.ExtraFiles = []*os.File{write}
	start(tb, server)
	_ = write.Close()
	number := make([]byte, 16)
	n, err := read.Read(number)
	if err != nil {
		tb.Fatalf("Xvfb says no display: %v", err)
	}
	return ":" + strings.TrimSpace(string(number[:n]))
}

func start(tb testing.TB, command *exec.Cmd) {
	tb.Helper()
	if err := command.Start(); err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		_ = command.Process.Kill()
		_ = command.Wait()
	})
}

func freePort(tb testing.TB) string {
	tb.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		tb.Fatal(err)
	}
	defer func() { _ = listener.Close() }()
	_, port, _ := net.SplitHostPort(listener.Addr().String())
	return port
}

// Goto goes to an address.
func (p *Page) Goto(address string) {
	p.tb.Helper()
	p.must(p.ask(http.MethodPost, "/url", map[string]any{"url": address}, nil))
}

// Frame goes into the first frame of the page, Top out of it.
func (p *Page) Frame() {
	p.tb.Helper()
	p.must(p.ask(http.MethodPost, "/frame", map[string]any{"id": 0}, nil))
}

// Agent is what the browser calls itself.
func (p *Page) Agent() string {
	p.tb.Helper()
	return Evaluate[string](p, `navigator.userAgent`)
}

// Evaluate returns the value of a JavaScript expression.
func Evaluate[T any](p *Page, expression string) T {
	p.tb.Helper()
	var v T
	p.must(p.ask(http.MethodPost, "/execute/sync", map[string]any{"script": "return (" + expression + ")", "args": []any{}}, &v))
	return v
}

// WaitTrue waits until a JavaScript expression holds.
func (p *Page) WaitTrue(expression string) {
	p.tb.Helper()
	p.until("waiting for "+expression, func() error {
		var holds bool
		err := p.ask(http.MethodPost, "/execute/sync", map[string]any{"script": "return Boolean(" + expression + ")", "args": []any{}}, &holds)
		if err == nil && !holds {
			err = errors.New("false")
		}
		return err
	})
}

// Click clicks the one element that the browser computes this role and name for, among
// those of a kind.
func (p *Page) Click(kind, role, name string) {
	p.tb.Helper()
	p.until(fmt.Sprintf("Click(%s %q)", role, name), func() error {
		id, err := p.find(kind, role, name)
		if err != nil {
			return err
		}
		return p.ask(http.MethodPost, "/element/"+id+"/click", map[string]any{}, nil)
	})
}

// Drag drags an element, found as by Click, by so many pixels.
func (p *Page) Drag(kind, role, name string, right, down int) {
	p.tb.Helper()
	p.until(fmt.Sprintf("Drag(%s %q)", role, name), func() error {
		id, err := p.find(kind, role, name)
		if err != nil {
			return err
		}
		move := func(origin any, x, y int) map[string]any {
			return map[string]any{"type": "pointerMove", "duration": 50, "origin": origin, "x": x, "y": y}
		}
		// Of a drawn element the driver knows no middle.
		var middle [2]int
		err = p.ask(http.MethodPost, "/execute/sync", map[string]any{
			"script": "const box = arguments[0].getBoundingClientRect(); return [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)]",
			"args":   []any{map[string]string{element: id}},
		}, &middle)
		if err != nil {
			return err
		}
		steps := []map[string]any{move("viewport", middle[0], middle[1]), {"type": "pointerDown", "button": 0}}
		for i := range 10 {
			steps = append(steps, move("pointer", right*(i+1)/10-right*i/10, down*(i+1)/10-down*i/10))
		}
		return p.ask(http.MethodPost, "/actions", map[string]any{"actions": []any{map[string]any{
			"type": "pointer", "id": "mouse", "parameters": map[string]any{"pointerType": "mouse"},
			"actions": append(steps, map[string]any{"type": "pointerUp", "button": 0}),
		}}}, nil)
	})
}

// find returns the driver's name of an element.
func (p *Page) find(kind, role, name string) (string, error) {
	var all []map[string]string
	if err := p.ask(http.MethodPost, "/elements", map[string]any{"using": "css selector", "value": kind}, &all); err != nil {
		return "", err
	}
	for _, each := range all {
		id := each[element]
		var is, called string
		if err := p.ask(http.MethodGet, "/element/"+id+"/computedlabel", nil, &called); err != nil || called != name {
			continue
		}
		if err := p.ask(http.MethodGet, "/element/"+id+"/computedrole", nil, &is); err == nil && is == role {
			return id, nil
		}
	}
	return "", fmt.Errorf("no %s %q among %d of %s", role, name, len(all), kind)
}

// ask sends a command to the driver and reads its answer.
func (p *Page) ask(method, path string, body, to any) error {
	var sent io.Reader
	if body != nil {
		data, err := json.Marshal(body)
		if err != nil {
			return err
		}
		sent = bytes.NewReader(data)
	}
	request, err := http.NewRequest(method, p.session+path, sent)
	if err != nil {
		return err
	}
	response, err := (&http.Client{Timeout: patience}).Do(request)
	if err != nil {
		return err
	}
	defer func() { _ = response.Body.Close() }()
	var answer struct{ Value json.RawMessage }
	if err := json.NewDecoder(response.Body).Decode(&answer); err != nil {
		return err
	}
	if response.StatusCode != http.StatusOK {
		return fmt.Errorf("%s %s: %s: %.300s", method, path, response.Status, answer.Value)
	}
	if to == nil {
		return nil
	}
	return json.Unmarshal(answer.Value, to)
}

func (p *Page) must(err error) {
	p.tb.Helper()
	if err != nil {
		p.tb.Fatal(err)
	}
}

// until does something again and again until it succeeds.
func (p *Page) until(what string, do func() error) {
	p.tb.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	if err := watch.Until(ctx, func(context.Context) error { return do() }); err != nil {
		p.tb.Fatalf("%s: %v (waited %v)", what, err, patience)
	}
}
