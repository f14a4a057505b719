package site

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

// large is a site with one file that no socket buffer holds.
func large() (files fstest.MapFS, size int) {
	data := bytes.Repeat([]byte("0123456789abcdef"), 512<<10)
	return fstest.MapFS{"index.html": {Data: []byte("page")}, "large.txt": {Data: data}}, len(data)
}

// shortLimits are the limits with their times scaled down, for the test to be quick;
// bench/serving measures the real ones.
func shortLimits() Limits {
	limits := DefaultLimits()
	limits.Header, limits.Stall, limits.Idle = 300*time.Millisecond, time.Second, 300*time.Millisecond
	return limits
}

// TestSlowReaderGetsTheWholeFile: it takes several times as long as a reader
// may stall, and longer than a request may take to arrive.
func TestSlowReaderGetsTheWholeFile(t *testing.T) {
	t.Parallel()
	files, size := large()
	limits := shortLimits()
	conn := run(t, files, limits).dial(t)
	if err := conn.SetReadBuffer(32 << 10); err != nil {
		t.Fatal(err)
	}
	fmt.Fprint(conn, "GET /large.txt HTTP/1.1\r\nHost: x\r\n\r\n")
	begun := time.Now()
	response, err := http.ReadResponse(bufio.NewReaderSize(conn, 16<<10), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	read := 0
	for buffer := make([]byte, 32<<10); ; {
		n, err := response.Body.Read(buffer)
		read += n
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("cut off after %d of %d bytes: %v", read, size, err)
		}
		time.Sleep(time.Until(begun.Add(3 * limits.Stall * time.Duration(read) / time.Duration(size))))
	}
	if read != size {
		t.Errorf("read %d bytes, want %d", read, size)
	}
}

// TestReaderThatNeverReadsIsDropped: the server gives up by itself, and what it
// had sent is not the file.
func TestReaderThatNeverReadsIsDropped(t *testing.T) {
	t.Parallel()
	files, size := large()
	server := run(t, files, shortLimits())
	conn := server.dial(t)
	if err := conn.SetReadBuffer(32 << 10); err != nil {
		t.Fatal(err)
	}
	fmt.Fprint(conn, "GET /large.txt HTTP/1.1\r\nHost: x\r\n\r\n")
	server.log.wait(t, `"path":"/large.txt"`)
	if n, _ := io.Copy(io.Discard, conn); n >= int64(size) {
		t.Errorf("%d bytes were sent to a reader that does not read, want fewer than %d", n, size)
	}
}

// TestClientsThatDoNotFinishAreClosed: each keeps a connection for no longer
// than the limits say.
func TestClientsThatDoNotFinishAreClosed(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		sent string
		want string // how the answer begins; "" for none
	}{
		"no request":          {"", ""},
		"half a line":         {"GET / HT", "HTTP/1.1 400 Bad Request\r\n"},
		"headers without end": {"GET / HTTP/1.1\r\nHost: x\r\nA: b\r\n", ""},
		"idle":                {"GET / HTTP/1.1\r\nHost: x\r\n\r\n", "HTTP/1.1 200 OK\r\n"},
		"body that does not come": {
			"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n", "HTTP/1.1 405 Method Not Allowed\r\n",
		},
		"no HTTP": {"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", "HTTP/1.1 400 Bad Request\r\n"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			files, _ := large()
			conn := run(t, files, shortLimits()).dial(t)
			fmt.Fprint(conn, c.sent)
			answer, err := io.ReadAll(conn) // until the server closes it
			if err != nil {
				t.Fatalf("still open: %v", err)
			}
			if got := string(answer); !strings.HasPrefix(got, c.want) || (c.want == "" && got != "") {
				t.Errorf("answer %q, want it to begin with %q", got, c.want)
			}
		})
	}
}

// TestHeaderLimit: a request of less than 16 KiB is served, above that it is
// refused with 431.
func TestHeaderLimit(t *testing.T) {
	t.Parallel()
	files, _ := large()
	server := run(t, files, DefaultLimits())
	for size, want := range map[int]int{100: 200, 15 << 10: 200, 17 << 10: 431, 1 << 20: 431} {
		conn := server.dial(t)
		// The server answers and closes before it has read all of the largest.
		_, _ = fmt.Fprintf(conn, "GET / HTTP/1.1\r\nHost: x\r\nCookie: %s\r\n\r\n", strings.Repeat("x", size-44))
		response, err := http.ReadResponse(bufio.NewReader(conn), nil)
		if err != nil {
			t.Errorf("%d bytes of headers: %v", size, err)
			continue
		}
		_ = response.Body.Close()
		if response.StatusCode != want {
			t.Errorf("%d bytes of headers: status %d, want %d", size, response.StatusCode, want)
		}
	}
}
