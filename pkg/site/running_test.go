package site

import (
	"bytes"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"
)

// running is a server on a loopback port, whose log can be read.
type running struct {
	address string
	log     *logbook
}

// run serves the files until the test ends.
func run(t *testing.T, files fstest.MapFS, limits Limits) running {
	t.Helper()
	s, err := Load(files)
	if err != nil {
		t.Fatal(err)
	}
	listener, err := Listen("127.0.0.1:0", limits)
	if err != nil {
		t.Fatal(err)
	}
	log := &logbook{}
	server := NewServer(Handler(s, Options{}), slog.New(slog.NewJSONHandler(log, nil)), limits)
	done := make(chan error, 1)
	go func() { done <- server.Serve(listener) }()
	t.Cleanup(func() {
		if err := server.Close(); err != nil {
			t.Error(err)
		}
		if err := <-done; !errors.Is(err, http.ErrServerClosed) {
			t.Errorf("Serve = %v, want ErrServerClosed", err)
		}
	})
	return running{listener.Addr().String(), log}
}

// dial opens a connection that is closed when the test ends. Nothing on it
// takes longer than half a minute.
func (r running) dial(t *testing.T) *net.TCPConn {
	t.Helper()
	conn, err := net.Dial("tcp", r.address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	if err := conn.SetDeadline(time.Now().Add(30 * time.Second)); err != nil {
		t.Fatal(err)
	}
	return conn.(*net.TCPConn)
}

// logbook is a log that several may write and read.
type logbook struct {
	mu   sync.Mutex
	text bytes.Buffer
}

// Write adds to the log.
func (l *logbook) Write(line []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.Write(line)
}

// String is the log so far.
func (l *logbook) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.String()
}

// wait waits until the log has the text.
func (l *logbook) wait(t *testing.T, text string) {
	t.Helper()
	for range 3000 {
		if strings.Contains(l.String(), text) {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatalf("the log is %q, want %q in it", l, text)
}
