package site

import (
	"errors"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

func TestServerLimitsHeadersAndLogsNoAddress(t *testing.T) {
	var log strings.Builder
	listener, err := Listen("127.0.0.1:0", DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	server := NewServer(serve(t, Options{}), slog.New(slog.NewJSONHandler(&log, nil)), DefaultLimits())
	done := make(chan error, 1)
	go func() { done <- server.Serve(listener) }()
	address := "http://" + listener.Addr().String()

	large, err := http.NewRequest("GET", address+"/", nil)
	if err != nil {
		t.Fatal(err)
	}
	large.Header.Set("Cookie", strings.Repeat("x", 17<<10))
	response, err := http.DefaultClient.Do(large)
	if err != nil {
		t.Fatal(err)
	}
	_ = response.Body.Close()
	if response.StatusCode != http.StatusRequestHeaderFieldsTooLarge {
		t.Errorf("17 KiB of headers give %d, want 431", response.StatusCode)
	}
	if response, err = http.Get(address + "/plain.txt"); err != nil {
		t.Fatal(err)
	}
	body, err := io.ReadAll(response.Body)
	_ = response.Body.Close()
	if err != nil || string(body) != "0123456789" {
		t.Errorf("body %q, error %v", body, err)
	}
	if err := server.Close(); err != nil {
		t.Fatal(err)
	}
	if err := <-done; !errors.Is(err, http.ErrServerClosed) {
		t.Errorf("Serve = %v, want ErrServerClosed", err)
	}
	if line := log.String(); !strings.Contains(line, `"path":"/plain.txt","status":200,"bytes":10`) || strings.Contains(line, "127.0.0.1") {
		t.Errorf("the log is %s, want the request and no address", line)
	}
}

// TestEveryWriteHasADeadline: what stalls is dropped, what is slow goes on.
func TestEveryWriteHasADeadline(t *testing.T) {
	var deadlines []time.Time
	w := &deadlineRecorder{ResponseRecorder: httptest.NewRecorder(), note: func(at time.Time) { deadlines = append(deadlines, at) }}
	rolling(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		for range 3 {
			if _, err := w.Write([]byte("piece")); err != nil {
				t.Error(err)
			}
			time.Sleep(2 * time.Millisecond)
		}
	}), 30*time.Second).ServeHTTP(w, httptest.NewRequest("GET", "/", nil))
	if len(deadlines) != 3 || !deadlines[2].After(deadlines[0]) || time.Until(deadlines[2]) > time.Minute {
		t.Errorf("deadlines %v, want one a write, within a minute", deadlines)
	}
	if _, reads := any(&rollingWriter{}).(io.ReaderFrom); reads {
		t.Error("a rolling writer copies in one go, want it to write in pieces")
	}
}

type deadlineRecorder struct {
	*httptest.ResponseRecorder
	note func(time.Time)
}

func (r *deadlineRecorder) SetWriteDeadline(at time.Time) error {
	r.note(at)
	return nil
}

func TestListenSaysWhenThePortIsBusy(t *testing.T) {
	first, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = first.Close() }()
	if _, err := Listen(first.Addr().String(), DefaultLimits()); err == nil {
		t.Error("Listen on a busy port = nil, want an error")
	}
}
