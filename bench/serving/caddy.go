package serving

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// StartCaddy serves the folder with Caddy and the snippet that the site brings
// for it, on a free loopback port; work is an empty folder.
func StartCaddy(site, work string) (*Host, error) {
	site, err := filepath.Abs(site)
	if err != nil {
		return nil, err
	}
	address, err := freeAddress()
	if err != nil {
		return nil, err
	}
	config := filepath.Join(work, "Caddyfile")
	text := fmt.Sprintf("{\n\tadmin off\n\tauto_https off\n}\nhttp://%s {\n\troot * %s\n\timport %s/_Caddyfile\n}\n", address, site, site)
	if err := os.WriteFile(config, []byte(text), 0o600); err != nil {
		return nil, err
	}
	caddy := exec.Command("caddy", "run", "--config", config, "--adapter", "caddyfile")
	caddy.Env = append(os.Environ(), "HOME="+work, "XDG_DATA_HOME="+work, "XDG_CONFIG_HOME="+work)
	return startHost(address, caddy)
}
