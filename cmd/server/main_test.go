package main

import (
	"bytes"
	"context"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
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
		ctx, cancel := context.WithCancel(context.Background())
		cancel()
		return m.Run(ctx)
	}
	page := t.TempDir()
	if err := os.WriteFile(filepath.Join(page, "index.html"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"-dir", page, "-addr", busy}, "is in use by another program"},
		{[]string{"-dir", t.TempDir()}, "the site is missing: run `make build`"},
		{[]string{"-dir", "/no/such/folder"}, "the site is missing"},
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
