// Package serving measures how fast the server hands the site out, beside
// nginx in the same run where that is installed, and how it treats readers
// that are slow. All traffic stays on the loopback interface, and every loop
// is bounded in time.
package serving

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"net"
	"strconv"
	"sync"
	"sync/atomic"
	"time"
)

// Load asks for one path again and again over connections that are kept. The
// client is as thin as can be, since it shares the processor with the server.
type Load struct {
	Address, Path string
	Connections   int
	For           time.Duration
}

// Rate is what a load came to, per second.
type Rate struct{ Requests, Bytes float64 }

// Run runs the load.
func (l Load) Run() (Rate, error) {
	var requests, size atomic.Int64
	var group sync.WaitGroup
	failed := make(chan error, l.Connections)
	start := time.Now()
	for range l.Connections {
		group.Go(func() {
			if err := l.connection(start.Add(l.For), &requests, &size); err != nil {
				failed <- err
			}
		})
	}
	group.Wait()
	seconds := time.Since(start).Seconds()
	select {
	case err := <-failed:
		return Rate{}, err
	default:
		return Rate{float64(requests.Load()) / seconds, float64(size.Load()) / seconds}, nil
	}
}

func (l Load) connection(end time.Time, requests, size *atomic.Int64) error {
	conn, err := net.Dial("tcp", l.Address)
	if err != nil {
		return err
	}
	defer func() { _ = conn.Close() }()
	if err := conn.SetDeadline(end.Add(10 * time.Second)); err != nil {
		return err
	}
	request := fmt.Appendf(nil, "GET %s HTTP/1.1\r\nHost: %s\r\nAccept-Encoding: gzip\r\n\r\n", l.Path, l.Address)
	reader := bufio.NewReaderSize(conn, 256<<10)
	for time.Now().Before(end) {
		if _, err := conn.Write(request); err != nil {
			return err
		}
		n, err := answer(reader)
		if err != nil {
			return fmt.Errorf("GET %s: %w", l.Path, err)
		}
		requests.Add(1)
		size.Add(n)
	}
	return nil
}

// answer reads one answer and returns the length of its body.
func answer(reader *bufio.Reader) (int64, error) {
	length := int64(-1)
	for first := true; ; first = false {
		line, err := reader.ReadSlice('\n')
		if err != nil {
			return 0, err
		}
		line = bytes.TrimRight(line, "\r\n")
		if first && !bytes.HasPrefix(line, []byte("HTTP/1.1 200 ")) {
			return 0, fmt.Errorf("the answer is %q, want 200", line)
		}
		if len(line) == 0 {
			break
		}
		if name, value, _ := bytes.Cut(line, []byte(":")); bytes.EqualFold(name, []byte("Content-Length")) {
			if length, err = strconv.ParseInt(string(bytes.TrimSpace(value)), 10, 64); err != nil {
				return 0, err
			}
		}
	}
	if length < 0 {
		return 0, fmt.Errorf("the answer has no Content-Length")
	}
	return io.CopyN(io.Discard, reader, length)
}
