package serving

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

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

// StartNginx serves the folder with nginx and the snippet that the site brings
// for it, on a free loopback port; work is an empty folder for its logs.
func StartNginx(site, work string) (*Host, error) {
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
	return startHost(address, exec.Command("nginx", "-p", work, "-e", "error.log", "-c", config))
}
