package serving

import (
	"bytes"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

// Nginx is a running nginx that serves the site with the snippet that the site
// brings for it.
type Nginx struct {
	Address string
	process *exec.Cmd
}

const nginxConfig = `
daemon off;
worker_processes auto;
pid nginx.pid;
%s
error_log error.log;
events { worker_connections 1024; }
http {
	access_log access.log;
	client_body_temp_path body;
	proxy_temp_path proxy;
	fastcgi_temp_path fastcgi;
	uwsgi_temp_path uwsgi;
	scgi_temp_path scgi;
	sendfile on;
	tcp_nopush on;
	keepalive_requests 1000000;
	server {
		listen %s;
		root %s;
		include %s/_nginx.conf;
	}
}
`

// StartNginx serves the folder on a free loopback port; work is an empty
// folder for its logs.
func StartNginx(site, work string) (*Nginx, error) {
	site, err := filepath.Abs(site)
	if err != nil {
		return nil, err
	}
	address, err := freeAddress()
	if err != nil {
		return nil, err
	}
	user := ""
	if os.Getuid() == 0 {
		user = "user root;"
	}
	config := filepath.Join(work, "nginx.conf")
	if err := os.WriteFile(config, fmt.Appendf(nil, nginxConfig, user, address, site, site), 0o600); err != nil {
		return nil, err
	}
	var said bytes.Buffer
	n := &Nginx{Address: address, process: exec.Command("nginx", "-p", work, "-e", "error.log", "-c", config)}
	n.process.Stderr = &said
	if err := n.process.Start(); err != nil {
		return nil, err
	}
	for range 100 {
		if conn, err := net.Dial("tcp", address); err == nil {
			return n, conn.Close()
		}
		time.Sleep(20 * time.Millisecond)
	}
	n.Stop()
	return nil, fmt.Errorf("nginx does not listen: %s", said.Bytes())
}

// Stop ends nginx.
func (n *Nginx) Stop() {
	_ = n.process.Process.Signal(os.Interrupt) // ends its workers, too
	_ = n.process.Wait()
}

func freeAddress() (string, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	defer func() { _ = listener.Close() }()
	return listener.Addr().String(), nil
}
