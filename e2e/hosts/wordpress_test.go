//go:build hosts

package hosts

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"firstneuron/e2e/browser"
	"firstneuron/e2e/built"
)

// Of a WordPress that is installed for the test: its configuration, what lets it ask a
// site on this machine, and what installs it and writes the posts.
var (
	//go:embed wordpress/config.php
	configPHP string
	//go:embed wordpress/local.php
	localPHP string
	//go:embed wordpress/install.php
	installPHP string
)

// wordPress installs Debian's WordPress with a database of its own, writes posts, and
// returns their addresses.
func wordPress(t *testing.T, posts map[string]string) map[string]string {
	t.Helper()
	folder := t.TempDir()
	db, socket, wp := filepath.Join(folder, "db"), filepath.Join(folder, "s"), filepath.Join(folder, "wp")
	runs(t, "mariadb-install-db", "--no-defaults", "--user=root", "--datadir="+db, "--auth-root-authentication-method=normal", "--skip-test-db")
	starts(t, "unix", socket, "mariadbd", "--no-defaults", "--user=root", "--datadir="+db, "--socket="+socket, "--skip-networking", "--pid-file="+filepath.Join(folder, "pid"))
	runs(t, "mariadb", "--no-defaults", "--user=root", "--socket="+socket, "-e", "CREATE DATABASE wordpress")
	runs(t, "cp", "-rL", "/usr/share/wordpress", wp)
	port := freePort(t)
	address := "http://127.0.0.1:" + port
	write := func(name, text string) {
		t.Helper()
		if err := os.MkdirAll(filepath.Dir(filepath.Join(wp, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(wp, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("wp-config.php", strings.NewReplacer("{socket}", socket, "{address}", address).Replace(configPHP))
	write("wp-content/mu-plugins/local.php", localPHP)
	write("install.php", installPHP)
	write("favicon.ico", "") // which WordPress would redirect
	written, err := json.Marshal(posts)
	if err != nil {
		t.Fatal(err)
	}
	write("posts.json", string(written))
	said := runs(t, "php", filepath.Join(wp, "install.php"))
	var numbers map[string]int
	if err := json.Unmarshal([]byte(said[strings.LastIndexByte(strings.TrimSpace(said), '\n')+1:]), &numbers); err != nil {
		t.Fatalf("the installation says %s: %v", said, err)
	}
	starts(t, "tcp", "127.0.0.1:"+port, "php", "-S", "127.0.0.1:"+port, "-t", wp)
	pages := map[string]string{}
	for name, number := range numbers {
		pages[name] = fmt.Sprintf("%s/?p=%d", address, number)
	}
	return pages
}

// TestWordPress: an address and a link alone on a line, and a frame, each in a post of
// the theme that it comes with.
func TestWordPress(t *testing.T) {
	home := built.Serve(t, "../../web/dist")
	link := home + "/#activity=guess-the-rule&embed=1"
	pages := wordPress(t, map[string]string{
		"address": home + "/activities/guess-the-rule/",
		"link":    home + "/?activity=guess-the-rule",
		"iframe":  "<!-- wp:html -->\n" + `<iframe src="` + strings.ReplaceAll(link, "&", "&amp;") + `" title="Guess the rule" width="100%" height="640" allow="clipboard-write" frameborder="0" loading="lazy"></iframe>` + "\n<!-- /wp:html -->",
	})
	for _, name := range []string{"address", "link", "iframe"} {
		t.Run(name, func(t *testing.T) {
			page := chromium.Open(t, pages[name], browser.Viewport(1280, 1000), browser.Patient(time.Minute))
			answers(t, page, "wordpress-"+name)
		})
	}
}
