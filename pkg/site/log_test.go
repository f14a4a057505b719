package site

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"syscall"
	"testing"
)

// TestWhatGoesWrongIsLogged: what net/http refuses by itself, each once, and
// nothing of the kind for what it does not refuse.
func TestWhatGoesWrongIsLogged(t *testing.T) {
	t.Parallel()
	good := "GET /plain.txt HTTP/1.1\r\nHost: x\r\n\r\n"
	for _, c := range []struct {
		sent    string
		status  int // of the last answer
		refused string
	}{
		{"nonsense\r\n\r\n", 400, `"msg":"refused","status":400`},
		{"GET / HTTP/1.1\r\n\r\n", 400, `"msg":"refused","status":400`}, // no Host
		{"GET / HTTP/3.0\r\nHost: x\r\n\r\n", 505, `"msg":"refused","status":505`},
		{"GET / HTTP/1.1\r\nHost: x\r\nExpect: coffee\r\n\r\n", 417, `"msg":"refused","status":417`},
		{"GET / HTTP/1.1\r\nHost: x\r\nCookie: " + strings.Repeat("x", 17<<10) + "\r\n\r\n", 431, `"msg":"refused","status":431`},
		{good + "nonsense\r\n\r\n", 400, `"msg":"refused","status":400`}, // behind a good one
		{good + good, 200, ""},
		{"POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\n", 405, ""},
		{"OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", 405, ""},
	} {
		server := run(t, example(), DefaultLimits())
		conn := server.dial(t)
		_, _ = io.WriteString(conn, c.sent) // the server may close before it has read all
		if err := conn.CloseWrite(); err != nil && !errors.Is(err, syscall.ENOTCONN) {
			t.Fatal(err)
		}
		reader, status := bufio.NewReader(conn), 0
		for {
			response, err := http.ReadResponse(reader, nil)
			if err != nil {
				break
			}
			status = response.StatusCode
			if _, err := io.Copy(io.Discard, response.Body); err != nil {
				t.Fatal(err)
			}
		}
		if status != c.status {
			t.Errorf("%.60q: status %d, want %d", c.sent, status, c.status)
		}
		if c.refused != "" {
			server.log.wait(t, c.refused)
		} else {
			server.log.wait(t, fmt.Sprintf(`"status":%d`, c.status))
		}
		want := 0
		if c.refused != "" {
			want = 1
		}
		if got := strings.Count(server.log.String(), `"refused"`); got != want {
			t.Errorf("%.60q: the log is %s, want %d lines of refusal", c.sent, server.log, want)
		}
		if strings.Contains(server.log.String(), "127.0.0.1") {
			t.Errorf("%.60q: the log %s has an address in it", c.sent, server.log)
		}
	}
}

// TestPanicCostsOneRequest, which is answered where that is possible, and the
// log says why.
func TestPanicCostsOneRequest(t *testing.T) {
	t.Parallel()
	log := &logbook{}
	server := httptest.NewUnstartedServer(nil)
	server.Config = NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", cacheForever)
		switch r.URL.Path {
		case "/before":
			panic("cause before")
		case "/within":
			w.Header().Set("Content-Length", "100000")
			_, _ = w.Write(make([]byte, 1000))
			panic(errors.New("cause within"))
		}
		_, _ = io.WriteString(w, "fine")
	}), slog.New(slog.NewJSONHandler(log, nil)), DefaultLimits())
	server.Start()
	defer server.Close()
	response, err := http.Get(server.URL + "/before")
	if err != nil {
		t.Fatal(err)
	}
	_ = response.Body.Close()
	if response.StatusCode != 500 || response.Header.Get("Cache-Control") != "no-store" {
		t.Errorf("a panic before the answer gives %d with %v, want 500 that nobody keeps", response.StatusCode, response.Header)
	}
	if response, err = http.Get(server.URL + "/within"); err == nil {
		if _, err = io.Copy(io.Discard, response.Body); err == nil {
			t.Error("an answer with a panic in it ends well, want it cut off")
		}
		_ = response.Body.Close()
	}
	if response, err = http.Get(server.URL + "/fine"); err != nil {
		t.Fatal(err)
	}
	_ = response.Body.Close()
	log.wait(t, `"path":"/fine"`)
	text := log.String()
	for _, want := range []string{
		`"level":"ERROR","msg":"panic","method":"GET","path":"/before","cause":"cause before","stack":"goroutine`, `"cause":"cause within"`,
		`"path":"/before","status":500`, `"path":"/within","status":200,"bytes":1000,"ms":`, `"cut":true`,
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the log is %s, want %s in it", text, want)
		}
	}
	if strings.Contains(text, "127.0.0.1") {
		t.Errorf("the log %s has an address in it", text)
	}
}

// TestCutDownloadsAreLoggedAsSuch, and whole ones are not.
func TestCutDownloadsAreLoggedAsSuch(t *testing.T) {
	t.Parallel()
	files, size := large()
	server := run(t, files, DefaultLimits())
	conn := server.dial(t)
	fmt.Fprint(conn, "GET /large.txt?cut HTTP/1.1\r\nHost: x\r\n\r\n")
	if _, err := io.CopyN(io.Discard, conn, 1000); err != nil {
		t.Fatal(err)
	}
	_ = conn.Close()
	server.log.wait(t, `"cut":true`)
	for _, ask := range []string{"GET", "HEAD"} {
		before := strings.Count(server.log.String(), "\n")
		request, err := http.NewRequest(ask, "http://"+server.address+"/large.txt", nil)
		if err != nil {
			t.Fatal(err)
		}
		response, err := http.DefaultClient.Do(request)
		if err != nil {
			t.Fatal(err)
		}
		if n, err := io.Copy(io.Discard, response.Body); err != nil || ask == "GET" && n != int64(size) {
			t.Fatal(n, err)
		}
		_ = response.Body.Close()
		server.log.wait(t, `"method":"`+ask+`","path":"/large.txt","status":200,"bytes":`+map[string]string{"GET": fmt.Sprint(size), "HEAD": "0"}[ask])
		if lines := strings.Split(strings.TrimSpace(server.log.String()), "\n"); len(lines) != before+1 || strings.Contains(lines[before], "cut") {
			t.Errorf("a whole %s is logged as %v", ask, lines[before:])
		}
	}
}

// tooMany is a listener that has no descriptor left for its first connections.
type tooMany struct {
	net.Listener
	left int
}

func (l *tooMany) Accept() (net.Conn, error) {
	if l.left > 0 {
		l.left--
		return nil, &net.OpError{Op: "accept", Net: "tcp", Err: syscall.EMFILE}
	}
	return l.Listener.Accept()
}

// TestLackOfDescriptorsIsLogged at the level that the program writes.
func TestLackOfDescriptorsIsLogged(t *testing.T) {
	t.Parallel()
	log := &logbook{}
	listener, err := Listen("127.0.0.1:0", DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	server := NewServer(serve(t, Options{}), slog.New(slog.NewJSONHandler(log, nil)), DefaultLimits())
	done := make(chan error, 1)
	go func() { done <- server.Serve(&tooMany{listener, 1}) }()
	log.wait(t, `"level":"WARN"`)
	if !strings.Contains(log.String(), "too many open files") {
		t.Errorf("the log is %s, want it to say what is missing", log)
	}
	if err := server.Close(); err != nil {
		t.Error(err)
	}
	if err := <-done; !errors.Is(err, http.ErrServerClosed) {
		t.Errorf("Serve = %v, want it to go on until it is closed", err)
	}
}

// TestConnectionWithABodyIsNotUsedAgain: what one server takes for the end of a
// request, another may not.
func TestConnectionWithABodyIsNotUsedAgain(t *testing.T) {
	t.Parallel()
	for _, body := range []string{
		"Content-Length: 4\r\n\r\nabcd",
		"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
		"Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
	} {
		server := run(t, example(), DefaultLimits())
		conn := server.dial(t)
		fmt.Fprint(conn, "GET /plain.txt HTTP/1.1\r\nHost: x\r\n"+body+"GET /plain.txt HTTP/1.1\r\nHost: x\r\n\r\n")
		answer, err := io.ReadAll(conn)
		if err != nil && !errors.Is(err, syscall.ECONNRESET) {
			t.Fatal(err)
		}
		if got := strings.Count(string(answer), "HTTP/1.1 "); got != 1 || !strings.Contains(string(answer), "Connection: close") {
			t.Errorf("with %.60q there are %d answers: %q, want one, and the connection closed", body, got, answer)
		}
	}
}
