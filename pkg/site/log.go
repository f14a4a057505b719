package site

import (
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"runtime/debug"
	"strconv"
	"sync/atomic"
	"time"
)

// logged writes a line a request: what was asked and how it was answered, and
// nothing about who asked. A panic of the handler is a line of its own; it costs
// that request alone.
func logged(log *slog.Logger, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		start := time.Now()
		if conn, ok := r.Context().Value(connectionKey{}).(*connection); ok {
			conn.handled.Store(true)
		}
		counted := &countingWriter{ResponseWriter: w, status: http.StatusOK}
		aborts := serveSafely(log, next, counted, r)
		line := []any{
			"method", short(r.Method), "path", short(r.URL.Path), "status", counted.status,
			"bytes", counted.bytes, "ms", time.Since(start).Milliseconds(),
		}
		if aborts || counted.cut(r.Method) {
			line = append(line, "cut", true)
		}
		log.Info("request", line...)
		if aborts {
			panic(http.ErrAbortHandler) // net/http closes the connection, and writes no line with the client's address
		}
	})
}

// serveSafely calls the handler and logs its panic, if there is one. The answer
// is then 500, or, where it has begun, to be aborted.
func serveSafely(log *slog.Logger, next http.Handler, w *countingWriter, r *http.Request) (aborts bool) {
	defer func() {
		cause := recover()
		if cause == nil {
			return
		}
		if err, ok := cause.(error); !ok || !errors.Is(err, http.ErrAbortHandler) {
			log.Error("panic", "method", short(r.Method), "path", short(r.URL.Path), "cause", fmt.Sprint(cause), "stack", string(debug.Stack()))
			if !w.begun {
				clear(w.Header()) // of the answer that was meant, to be kept for a year perhaps
				w.Header().Set("Cache-Control", "no-store")
				http.Error(w, "the server has failed at this: its log says why", http.StatusInternalServerError)
				return
			}
		}
		aborts = true
	}()
	next.ServeHTTP(w, r)
	return false
}

// short cuts what a client made up.
func short(text string) string {
	if len(text) > 100 {
		return text[:100] + "…"
	}
	return text
}

type countingWriter struct {
	http.ResponseWriter
	status int
	bytes  int64
	// begun is set once the answer is on its way, failed once it cannot go on.
	begun, failed bool
}

// Unwrap lets a ResponseController reach the connection.
func (w *countingWriter) Unwrap() http.ResponseWriter { return w.ResponseWriter }

// WriteHeader notes the status.
func (w *countingWriter) WriteHeader(status int) {
	w.status, w.begun = status, true
	w.ResponseWriter.WriteHeader(status)
}

// Write counts the bytes.
func (w *countingWriter) Write(piece []byte) (int, error) {
	n, err := w.ResponseWriter.Write(piece)
	w.bytes += int64(n)
	w.begun = true
	w.failed = w.failed || err != nil
	return n, err
}

// cut reports whether the client got less than was announced: it left, or it
// was dropped.
func (w *countingWriter) cut(method string) bool {
	if w.failed {
		return true
	}
	length, err := strconv.ParseInt(w.Header().Get("Content-Length"), 10, 64)
	return err == nil && method != http.MethodHead && w.status != http.StatusNotModified && w.bytes < length
}

// connection is a client's connection. net/http answers by itself what it cannot
// read as a request (400, 431), or what expects something (417), and calls no
// handler; what it writes then is noted here.
type connection struct {
	*net.TCPConn
	log *slog.Logger
	// handled is set from when a request reaches the handler until it is answered.
	handled atomic.Bool
}

type connectionKey struct{}

// Write notes the status of an answer that no handler gave.
func (c *connection) Write(data []byte) (int, error) {
	const start, digits = len("HTTP/1.1 "), 3
	if !c.handled.Load() && len(data) >= start+digits && string(data[:len("HTTP/1.")]) == "HTTP/1." {
		if status, err := strconv.Atoi(string(data[start : start+digits])); err == nil && status != http.StatusContinue {
			c.log.Info("refused", "status", status)
		}
	}
	return c.TCPConn.Write(data)
}

// answered notes that a connection waits for its next request.
func answered(conn net.Conn, state http.ConnState) {
	if c, ok := conn.(*connection); ok && state == http.StateIdle {
		c.handled.Store(false)
	}
}
