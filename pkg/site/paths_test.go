package site

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

// hostilePaths are request targets that name nothing of the site, as they
// stand in the request line.
func hostilePaths() []string {
	var paths []string
	// Ways out of a folder, in the spellings that some server has once taken.
	ups := []string{
		"..", "%2e%2e", "%2E%2E", ".%2e", "%2e.", "%252e%252e", "%c0%ae%c0%ae", "%e0%80%ae%e0%80%ae",
		"%u002e%u002e", "..;", "..%00", "%00..", "...", "....", "..%20", "..%09",
	}
	slashes := []string{"/", "%2f", "%2F", "%252f", "\\", "%5c", "%255c", "%c0%af"}
	for _, up := range ups {
		for _, slash := range slashes {
			paths = append(paths, "/"+strings.Repeat(up+slash, 6)+"secret.txt")
		}
	}
	for _, start := range []string{"/", "//", "/./", "/lessons/", "/lessons/one/"} {
		for _, name := range []string{
			".git/config", ".gitkeep", ".env", ".htaccess", ".DS_Store", ".well-known/security.txt", "_headers", "_nginx.conf", "%5fheaders", "%2egitkeep",
		} {
			paths = append(paths, start+name)
		}
	}
	return append(paths,
		// Names of compressed representations, sources, and of what other servers have.
		"/index.html.br", "/index.html.gz", "/app.0a1b2c3d4e.wasm.br", "/site.go", "/main.go", "/go.mod", "/proc/self/environ",
		"/etc/passwd", "/file:///etc/passwd", "/debug/pprof/", "/debug/vars", "/server-status", "/admin", "/metrics", "/robots.txt",
		"/app.js", "/app-worker.js", "/manifest.webmanifest", "/web/app.wasm", "/wp-login.php", "/cgi-bin/sh", "/dist/index.html",
		// Nearly the names of the site.
		"/INDEX.HTML", "/index.html/", "/index.html/..", "/index.html%00", "/index.html%00.png", "/index.html::$DATA",
		"/index.html;x", "/index%2ehtml/", "/plain.txt/", "/plain.txt/.", "/plain.txt\\", "/ plain.txt", "/lessons", "/lessons/",
		"/./", "/lessons/../", "/lessons/one/../../index.html", "/.//index.html", "//plain.txt/", "/lessons//", "//lessons", "//example.org/", "//example.org//..",
		"/example.org//lessons/one", "//example.org/%2f..", "///example.org", "/\\example.org/", "//\\example.org//", "/https://example.org/", "//https:example.org/",
		// What is not text, or too much of it.
		"/%00", "/%0a", "/%0d%0aSet-Cookie:%20a=b", "/%ff%fe", "/%", "/%zz", "/%1", "/\x01", "/\x7f", "/\xff", "/\u202e", "/%F0%9F%92%A9", "/안녕",
		"/"+strings.Repeat("a", 8000), "/"+strings.Repeat("../", 2000), "/"+strings.Repeat("%2e/", 2000), "/"+strings.Repeat("/", 4000),
		"/<script>alert(1)</script>", "/%3Cscript%3Ealert(1)%3C/script%3E", "/{{.}}", "/${jndi:ldap://127.0.0.1/a}", "/'%20OR%201=1--", "/`id`", "/$(id)", "/|id",
		"/con", "/nul", "/aux.txt", "/~root/", "/C:/", "/C:\\boot.ini", "/\\\\127.0.0.1\\share", "*", "http:", "plain.txt", "@", "?", "",
	)
}

// send asks in the very words given, which no client library would.
func send(t *testing.T, server running, head string) (status int, header http.Header, body string, err error) {
	t.Helper()
	conn := server.dial(t)
	defer func() { _ = conn.Close() }()
	if _, err := io.WriteString(conn, head); err != nil {
		t.Fatal(err)
	}
	response, err := http.ReadResponse(bufio.NewReader(conn), nil)
	if err != nil {
		return 0, nil, "", err
	}
	defer func() { _ = response.Body.Close() }()
	data, err := io.ReadAll(response.Body)
	return response.StatusCode, response.Header, string(data), err
}

// TestHostilePathsNameNothing asks for every path of the corpus: none gives a
// file, a redirect, or a word of what lies outside the site or is hidden in it.
func TestHostilePathsNameNothing(t *testing.T) {
	t.Parallel()
	outside := t.TempDir()
	root := filepath.Join(outside, "site")
	files := example()
	files["secret.txt"] = &fstest.MapFile{Data: []byte("secret")}
	for name, file := range files {
		at := filepath.Join(root, name)
		if name == "secret.txt" {
			at = filepath.Join(outside, name)
		}
		if err := os.MkdirAll(filepath.Dir(at), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(at, file.Data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	delete(files, "secret.txt")
	server := run(t, files, DefaultLimits())
	fromDisk, err := Load(os.DirFS(root))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := len(fromDisk.files), 7; got != want {
		t.Errorf("%d paths are served, want %d: %v", got, want, fromDisk.files)
	}
	seen := make(map[string]bool)
	for _, path := range hostilePaths() {
		if seen[path] {
			t.Errorf("%q is in the corpus twice", path)
		}
		seen[path] = true
		status, header, body, err := send(t, server, fmt.Sprintf("GET %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", path))
		if err != nil {
			t.Errorf("%.100q: %v, want an answer", path, err)
			continue
		}
		if status != http.StatusNotFound && status != http.StatusBadRequest {
			t.Errorf("%.100q: status %d, want 404 or 400", path, status)
		}
		if header.Get("Location") != "" || header.Get("Set-Cookie") != "" {
			t.Errorf("%.100q: headers %v", path, header)
		}
		if len(body) > 100 || strings.Contains(body, "secret") || strings.ContainsAny(body, "<>") {
			t.Errorf("%.100q: body %.200q, want a few plain words", path, body)
		}
	}
	if len(seen) < 200 {
		t.Errorf("the corpus has %d paths, want at least 200", len(seen))
	}
}

// TestForgedHostOpensNoConnection: whatever a request says about hosts, on
// every path, the server asks nobody and answers with its own files.
func TestForgedHostOpensNoConnection(t *testing.T) {
	t.Parallel()
	canary, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	visitors := make(chan string, 1000)
	go func() {
		for {
			conn, err := canary.Accept()
			if err != nil {
				return
			}
			visitors <- conn.RemoteAddr().String()
			_ = conn.Close()
		}
	}()
	server := run(t, example(), DefaultLimits())
	forged := canary.Addr().String()
	paths := append([]string{"/", "/index.html", "/plain.txt", "/app.0a1b2c3d4e.wasm", "/lessons/one/", "/healthz"}, hostilePaths()...)
	for _, path := range paths {
		for _, head := range []string{
			"GET %[1]s HTTP/1.1\r\nHost: %[2]s\r\n",
			"GET %[1]s HTTP/1.1\r\nHost: x\r\nX-Forwarded-Host: %[2]s\r\nX-Forwarded-Proto: http\r\nForwarded: host=%[2]s\r\nX-Original-URL: http://%[2]s/\r\nReferer: http://%[2]s/\r\nOrigin: http://%[2]s\r\n",
			"GET http://%[2]s%[1]s HTTP/1.1\r\nHost: %[2]s\r\n",
			"CONNECT %[2]s HTTP/1.1\r\nHost: %[2]s\r\nX-Path: %[1]q\r\n",
		} {
			_, _, body, err := send(t, server, fmt.Sprintf(head, path, forged)+"Connection: close\r\n\r\n")
			if err != nil {
				t.Errorf("%.100q: %v, want an answer", path, err)
			}
			if strings.Contains(body, forged) {
				t.Errorf("%.100q: the answer repeats the forged host: %q", path, body)
			}
		}
	}
	// Visits are accepted in their order: ours comes after any of the server's.
	own, err := net.Dial("tcp", forged)
	if err != nil {
		t.Fatal(err)
	}
	if first, want := <-visitors, own.LocalAddr().String(); first != want {
		t.Errorf("a connection to the forged host was opened from %s, want none before our own from %s", first, want)
	}
	for _, c := range []io.Closer{own, canary} {
		if err := c.Close(); err != nil {
			t.Error(err)
		}
	}
}
