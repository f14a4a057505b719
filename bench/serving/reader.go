package serving

import (
	"bufio"
	"fmt"
	"net"
	"syscall"
	"time"
)

// Ask sends one request for the plain form of a file over a connection whose
// receive buffer is small, so that what is not read stays at the server.
func Ask(address, path string) (net.Conn, error) {
	dialer := net.Dialer{Control: func(_, _ string, raw syscall.RawConn) error {
		return raw.Control(func(fd uintptr) {
			_ = syscall.SetsockoptInt(int(fd), syscall.SOL_SOCKET, syscall.SO_RCVBUF, 32<<10) // a wish
		})
	}}
	conn, err := dialer.Dial("tcp", address)
	if err != nil {
		return nil, err
	}
	if _, err := fmt.Fprintf(conn, "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n", path, address); err != nil {
		_ = conn.Close()
		return nil, err
	}
	return conn, nil
}

// ReadSlowly reads an answer at so many bytes a second and returns the length
// of its body.
func ReadSlowly(conn net.Conn, perSecond int) (int64, error) {
	defer func() { _ = conn.Close() }()
	begun, read := time.Now(), 0
	paced := readerFunc(func(buffer []byte) (int, error) {
		due := time.Duration(read) * time.Second / time.Duration(perSecond)
		time.Sleep(due - time.Since(begun))
		n, err := conn.Read(buffer[:min(len(buffer), 8<<10)])
		read += n
		return n, err
	})
	return answer(bufio.NewReaderSize(paced, 8<<10))
}

type readerFunc func([]byte) (int, error)

// Read calls the function.
func (f readerFunc) Read(buffer []byte) (int, error) { return f(buffer) }
