package serving

import (
	"bytes"
	"fmt"
	"net"
	"os"
	"os/exec"
	"time"
)

// Host is another server that serves the site, in a process of its own.
type Host struct {
	Address string
	process *exec.Cmd
}

// startHost starts a server and waits until it listens.
func startHost(address string, command *exec.Cmd) (*Host, error) {
	var said bytes.Buffer
	command.Stderr = &said
	h := &Host{Address: address, process: command}
	if err := command.Start(); err != nil {
		return nil, err
	}
	for range 500 {
		if conn, err := net.Dial("tcp", address); err == nil {
			return h, conn.Close()
		}
		time.Sleep(20 * time.Millisecond)
	}
	h.Stop()
	return nil, fmt.Errorf("%s does not listen: %s", command.Path, said.Bytes())
}

// Stop ends the server.
func (h *Host) Stop() {
	_ = h.process.Process.Signal(os.Interrupt) // ends its workers, too
	_ = h.process.Wait()
}

func freeAddress() (string, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	defer func() { _ = listener.Close() }()
	return listener.Addr().String(), nil
}
