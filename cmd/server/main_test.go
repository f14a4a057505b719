package main

import (
	"bytes"
	"context"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// start runs the program on a folder with one page and returns its address and
// the function that ends it.
func start(t *testing.T, args ...string) (address string, end func() error) {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "index.html"), []byte("page"), 0o600); err != nil {
		t.Fatal(err)
	}
	m := NewMain()
	m.Stderr = io.Discard
	if err := m.ParseFlags(append([]string{"-addr", "127.0.0.1:0", "-dir", dir}, args...)); err != nil {
		t.Fatal(err)
	}
	open := make(chan net.Addr, 1)
	m.Listening = func(a net.Addr) { open <- a }
	ctx, cancel := context.WithCancel(context.Background())
	t.Cleanup(cancel)
	done := make(chan error, 1)
	go func() { done <- m.Run(ctx) }()
	select {
	case a := <-open:
		return a.String(), func() error { cancel(); return <-done }
	case err := <-done:
		t.Fatalf("Run = %v before it listens", err)
	}
	return "", nil
}

func TestServesUntilItIsTold(t *testing.T) {
	address, end := start(t, "-frame-ancestors", "https://course.example.org")
	response, err := http.Get("http://" + address + "/")
	if err != nil {
		t.Fatal(err)
	}
	body, _ := io.ReadAll(response.Body)
	_ = response.Body.Close()
	if string(body) != "page" || !strings.HasSuffix(response.Header.Get("Content-Security-Policy"), "frame-ancestors 'self' https://course.example.org") {
		t.Errorf("GET / = %q with %v", body, response.Header)
	}
	if err := end(); err != nil {
		t.Errorf("Run = %v after the context ends, want nil", err)
	}
	if _, err := net.DialTimeout("tcp", address, time.Second); err == nil {
		t.Error("the port is still open")
	}
}

func TestWhatKeepsItFromStartingIsOneLine(t *testing.T) {
	busy, _ := start(t)
	run := func(args ...string) error {
		m := NewMain()
		m.Stderr = &bytes.Buffer{}
		if err := m.ParseFlags(args); err != nil {
			return err
		}
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		return m.Run(ctx)
	}
	page, empty := t.TempDir(), t.TempDir()
	if err := os.WriteFile(filepath.Join(page, "index.html"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"-dir", page, "-addr", busy}, "is in use by another program"},
		{[]string{"-dir", empty}, "the folder " + empty + " has no index.html"},
		{[]string{"-dir", "/no/such/folder"}, "the folder /no/such/folder is missing"},
		{[]string{"-public-origin", "https://a:99999"}, "from 1 to 65535"},
		{[]string{"-public-path", "/neuron/"}, "there is no public origin"},
		{[]string{"-frame-ancestors", "'none' https://a"}, "'none' is nobody"},
		{[]string{"-dir", page, "-addr", "256.0.0.1:1"}, "cannot listen on 256.0.0.1:1"},
		{[]string{"-public-origin", "neuron"}, "the public origin is"},
		{[]string{"-grace", "-1s"}, "-grace is -1s"},
		{[]string{"extra"}, `unexpected argument "extra"`},
	} {
		err := run(c.args...)
		if err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%v: error %v, want one line with %q", c.args, err, c.want)
		}
	}
}

// TestItSaysWhatItIs on standard output, and serves nothing.
func TestItSaysWhatItIs(t *testing.T) {
	var out bytes.Buffer
	m := NewMain()
	m.Stdout = &out
	m.Listening = func(net.Addr) { t.Error("it listens, want it to answer and end") }
	if err := m.ParseFlags([]string{"-version"}); err != nil {
		t.Fatal(err)
	}
	if err := m.Run(context.Background()); err != nil {
		t.Fatal(err)
	}
	if text := out.String(); !strings.HasPrefix(text, "firstneuron ") || !strings.HasSuffix(text, ", "+runtime.Version()+"\n") {
		t.Errorf("-version says %q, want the name, the version and %s", text, runtime.Version())
	}
}

// TestLeftOutFilesAreLogged, each on a line.
func TestLeftOutFilesAreLogged(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"index.html", "server.key"} {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var log bytes.Buffer
	m := NewMain()
	m.Stderr = &log
	if err := m.ParseFlags([]string{"-addr", "127.0.0.1:0", "-dir", dir}); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	m.Listening = func(net.Addr) { cancel() }
	if err := m.Run(ctx); err != nil {
		t.Fatal(err)
	}
	if text := log.String(); strings.Count(text, "\n") != 2 || !strings.Contains(text, `"level":"WARN","msg":"left out","file":"server.key: `) {
		t.Errorf("the log is %s, want a line of the key", text)
	}
}
