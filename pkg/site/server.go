package site

import (
	"log/slog"
	"net"
	"net/http"
	"time"
)

// The server's limits.
const (
	// headerTime is how long a client may take to send its headers.
	headerTime = 5 * time.Second
	// stallTime is how long a client may take to read what one write brings.
	// It rolls: a slow learner goes on, a reader that never reads is dropped.
	stallTime = 30 * time.Second
	// socketBuffer keeps what is written close to what is read, so that a
	// stall shows in time.
	socketBuffer = 256 << 10
	// idleTime is how long an unused connection is kept.
	idleTime = 2 * time.Minute
	// headerBytes is the largest request; net/http adds 4 KiB of its own, and
	// answers 431 above that.
	headerBytes = 12 << 10
)

// NewServer returns a server with limits, an access log and the handler.
func NewServer(handler http.Handler, log *slog.Logger) *http.Server {
	return &http.Server{
		Handler:           logged(log, rolling(handler)),
		ReadHeaderTimeout: headerTime,
		ReadTimeout:       headerTime,
		IdleTimeout:       idleTime,
		MaxHeaderBytes:    headerBytes,
		ErrorLog:          slog.NewLogLogger(log.Handler(), slog.LevelDebug),
	}
}

// Listen opens a port whose connections have a small send buffer.
func Listen(address string) (net.Listener, error) {
	listener, err := net.Listen("tcp", address)
	if err != nil {
		return nil, err
	}
	return smallBuffers{listener}, nil
}

type smallBuffers struct{ net.Listener }

// Accept returns the next connection.
func (l smallBuffers) Accept() (net.Conn, error) {
	conn, err := l.Listener.Accept()
	if tcp, ok := conn.(*net.TCPConn); ok && err == nil {
		_ = tcp.SetWriteBuffer(socketBuffer) // a wish: the system may know better
	}
	return conn, err
}

// rolling gives every write its own deadline.
func rolling(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		next.ServeHTTP(&rollingWriter{ResponseWriter: w, control: http.NewResponseController(w)}, r)
	})
}

// rollingWriter hides the other interfaces of the ResponseWriter, ReaderFrom
// above all, so that content is written in pieces of 32 KiB.
type rollingWriter struct {
	http.ResponseWriter
	control *http.ResponseController
}

// Write writes a piece, or fails when the client does not read for stallTime.
func (w *rollingWriter) Write(piece []byte) (int, error) {
	if err := w.control.SetWriteDeadline(time.Now().Add(stallTime)); err != nil {
		return 0, err
	}
	return w.ResponseWriter.Write(piece)
}

// logged writes a line a request: what was asked and how it was answered, and
// nothing about who asked.
func logged(log *slog.Logger, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		start := time.Now()
		counted := &countingWriter{ResponseWriter: w, status: http.StatusOK}
		next.ServeHTTP(counted, r)
		log.Info("request", "method", short(r.Method), "path", short(r.URL.Path), "status", counted.status,
			"bytes", counted.bytes, "ms", time.Since(start).Milliseconds())
	})
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
}

// Unwrap lets a ResponseController reach the connection.
func (w *countingWriter) Unwrap() http.ResponseWriter { return w.ResponseWriter }

// WriteHeader notes the status.
func (w *countingWriter) WriteHeader(status int) {
	w.status = status
	w.ResponseWriter.WriteHeader(status)
}

// Write counts the bytes.
func (w *countingWriter) Write(piece []byte) (int, error) {
	n, err := w.ResponseWriter.Write(piece)
	w.bytes += int64(n)
	return n, err
}
