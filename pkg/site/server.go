package site

import (
	"context"
	"log/slog"
	"net"
	"net/http"
	"time"
)

// Limits say how long and how much a client may take. The zero value of none
// is useful: start from [DefaultLimits].
type Limits struct {
	// Header is how long a client may take to send its request.
	Header time.Duration
	// Stall is how long a client may take to read what one write brings. It
	// rolls: a slow learner goes on, a reader that never reads is dropped.
	Stall time.Duration
	// Idle is how long an unused connection is kept.
	Idle time.Duration
	// SocketBuffer keeps what is written close to what is read, so that a
	// stall shows in time; in bytes.
	SocketBuffer int
	// HeaderBytes is the largest request; above it the answer is 431.
	HeaderBytes int
}

// DefaultLimits are those of the command: a learner who reads 100 kB/s gets a
// file of 12 MB, and a reader that never reads is dropped within a minute.
func DefaultLimits() Limits {
	return Limits{
		Header:       5 * time.Second,
		Stall:        30 * time.Second,
		Idle:         2 * time.Minute,
		SocketBuffer: 256 << 10,
		HeaderBytes:  16 << 10,
	}
}

// addedBytes is what net/http adds to the largest request of its own accord.
const addedBytes = 4 << 10

// NewServer returns a server with limits, an access log and the handler.
func NewServer(handler http.Handler, log *slog.Logger, limits Limits) *http.Server {
	return &http.Server{
		Handler:           logged(log, rolling(handler, limits.Stall)),
		ReadHeaderTimeout: limits.Header,
		ReadTimeout:       limits.Header,
		IdleTimeout:       limits.Idle,
		MaxHeaderBytes:    limits.HeaderBytes - addedBytes,
		ErrorLog:          slog.NewLogLogger(log.Handler(), slog.LevelWarn),
		// The handler answers OPTIONS * as any other method but two.
		DisableGeneralOptionsHandler: true,
		ConnState:                    answered,
		ConnContext: func(ctx context.Context, conn net.Conn) context.Context {
			if c, ok := conn.(*connection); ok {
				c.log = log
				return context.WithValue(ctx, connectionKey{}, c)
			}
			return ctx
		},
	}
}

// Listen opens a port whose connections have a small send buffer.
func Listen(address string, limits Limits) (net.Listener, error) {
	listener, err := net.Listen("tcp", address)
	if err != nil {
		return nil, err
	}
	return smallBuffers{listener, limits.SocketBuffer}, nil
}

type smallBuffers struct {
	net.Listener
	bytes int
}

// Accept returns the next connection.
func (l smallBuffers) Accept() (net.Conn, error) {
	conn, err := l.Listener.Accept()
	if tcp, ok := conn.(*net.TCPConn); ok && err == nil {
		_ = tcp.SetWriteBuffer(l.bytes) // a wish: the system may know better
		return &connection{TCPConn: tcp}, nil
	}
	return conn, err
}

// rolling gives every write its own deadline.
func rolling(next http.Handler, stall time.Duration) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		next.ServeHTTP(&rollingWriter{ResponseWriter: w, control: http.NewResponseController(w), stall: stall}, r)
	})
}

// rollingWriter hides the other interfaces of the ResponseWriter, ReaderFrom
// above all, so that content is written in pieces.
type rollingWriter struct {
	http.ResponseWriter
	control *http.ResponseController
	stall   time.Duration
}

// piece is how much one deadline is for.
const piece = 64 << 10

// Write writes data piece by piece, or fails when the client does not read one
// in time.
func (w *rollingWriter) Write(data []byte) (int, error) {
	written := 0
	for {
		if err := w.control.SetWriteDeadline(time.Now().Add(w.stall)); err != nil {
			return written, err
		}
		n, err := w.ResponseWriter.Write(data[written:min(written+piece, len(data))])
		written += n
		if err != nil || written == len(data) {
			return written, err
		}
	}
}
