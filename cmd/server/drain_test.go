package main

import (
	"bufio"
	"bytes"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// asProgram makes the test binary the program itself, so that a real signal
// can end a real process.
const asProgram = "FIRSTNEURON_AS_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		main()
		return
	}
	os.Exit(m.Run())
}

// process is the program in a process of its own.
type process struct {
	address string
	command *exec.Cmd
	ended   chan error
}

// startProcess serves a folder with one file of so many bytes.
func startProcess(t *testing.T, size int, args ...string) process {
	t.Helper()
	dir := t.TempDir()
	for name, data := range map[string][]byte{"index.html": []byte("page"), "large.txt": bytes.Repeat([]byte("x"), size)} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	p := process{ended: make(chan error, 1)}
	p.command = exec.Command(os.Args[0], append([]string{"-addr", "127.0.0.1:0", "-dir", dir}, args...)...)
	p.command.Env = append(os.Environ(), asProgram+"=1")
	stderr, err := p.command.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := p.command.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = p.command.Process.Kill() }) // it has ended if all went well
	lines := bufio.NewReader(stderr)
	first, err := lines.ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	_, p.address, _ = strings.Cut(strings.TrimSpace(first), "http://")
	go func() {
		_, _ = io.Copy(io.Discard, lines)
		p.ended <- p.command.Wait()
	}()
	return p
}

// waitEnd waits for the end of the process.
func (p process) waitEnd(t *testing.T) {
	t.Helper()
	select {
	case err := <-p.ended:
		if err != nil {
			t.Errorf("the program ends with %v, want status 0", err)
		}
	case <-time.After(time.Minute):
		t.Error("the program does not end")
	}
}

// TestSIGTERMLetsDownloadsFinish: 50 downloads of 50 MB are under way when the
// signal comes; each gets its file, nobody new is let in, and the program ends.
func TestSIGTERMLetsDownloadsFinish(t *testing.T) {
	const downloads, size = 50, 50 << 20
	p := startProcess(t, size, "-grace", "60s")
	var begun, done sync.WaitGroup
	signalled := make(chan struct{})
	begun.Add(downloads)
	client := &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
	for i := range downloads {
		done.Go(func() {
			response, err := client.Get("http://" + p.address + "/large.txt")
			first := int64(0)
			if err == nil {
				defer func() { _ = response.Body.Close() }()
				first, err = io.CopyN(io.Discard, response.Body, 1<<20)
			}
			begun.Done()
			if err != nil {
				t.Errorf("download %d does not begin: %v", i, err)
				return
			}
			<-signalled
			if rest, err := io.Copy(io.Discard, response.Body); err != nil || first+rest != size {
				t.Errorf("download %d: %d of %d bytes, %v", i, first+rest, size, err)
			}
		})
	}
	begun.Wait()
	if err := p.command.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	waitClosed(p.address)
	close(signalled)
	done.Wait()
	p.waitEnd(t)
}

// TestGraceEnds: a reader that does not go on keeps the program no longer than
// the grace.
func TestGraceEnds(t *testing.T) {
	const size = 50 << 20
	p := startProcess(t, size, "-grace", "300ms")
	response, err := http.Get("http://" + p.address + "/large.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	if err := p.command.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	p.waitEnd(t)
	if n, err := io.Copy(io.Discard, response.Body); err == nil {
		t.Errorf("the whole file of %d bytes came, want it cut off", n)
	}
}

// TestSecondSignalCutsTheGraceShort, for whoever sits before it.
func TestSecondSignalCutsTheGraceShort(t *testing.T) {
	p := startProcess(t, 50<<20, "-grace", "10m")
	response, err := http.Get("http://" + p.address + "/large.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	if err := p.command.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	waitClosed(p.address)
	select {
	case err := <-p.ended:
		t.Fatalf("the first signal ends the program while a download is under way: %v", err)
	case <-time.After(200 * time.Millisecond):
	}
	if err := p.command.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	select {
	case err := <-p.ended:
		if want := "signal: terminated"; err == nil || err.Error() != want {
			t.Errorf("the second signal ends the program with %v, want %q", err, want)
		}
	case <-time.After(time.Minute):
		t.Error("the program goes on after the second signal")
	}
}

// waitClosed waits until nobody new is let in: the signal has arrived.
func waitClosed(address string) {
	for {
		conn, err := net.DialTimeout("tcp", address, time.Second)
		if err != nil {
			return
		}
		_ = conn.Close()
		time.Sleep(10 * time.Millisecond)
	}
}
