//go:build unix

// Pipes and symbolic links are of Unix alone.

package site

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestFolderIsReadWithoutItsSurprises: links lead nowhere outside, pipes do not
// block, and what is left out is told.
func TestFolderIsReadWithoutItsSurprises(t *testing.T) {
	t.Parallel()
	outside := t.TempDir()
	root := filepath.Join(outside, "site")
	write := func(name, text string) {
		t.Helper()
		at := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(at), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(at, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	link := func(target, name string) {
		t.Helper()
		if err := os.Symlink(target, filepath.Join(root, name)); err != nil {
			t.Fatal(err)
		}
	}
	// As Kubernetes mounts a ConfigMap: a hidden folder, and links into it.
	write("..2026/index.html", "page")
	link("..2026", "..data")
	link("..data/index.html", "index.html")
	write("folder/plain.txt", "plain")
	write("folder/plain.txt.br", "br")
	for _, name := range []string{"server.key", "site.PEM", "index.html~", "#app.css#", "app.css.bak", "notes.txt.swp", ".index.html.swp", "old.orig"} {
		write(name, "private")
	}
	write("../secret.txt", "secret")
	link("../secret.txt", "up.txt")
	link(filepath.Join(outside, "secret.txt"), "absolute.txt")
	link("/etc/passwd", "passwd.txt")
	link("/etc", "etc")
	link("..", "above")
	link("folder", "linked")
	link("loop", "loop")
	link("nowhere", "dangling")
	write("good.css", "css")
	link("/etc/passwd", "good.css.br")
	for _, name := range []string{"pipe", "good.css.gz"} {
		if err := syscall.Mkfifo(filepath.Join(root, name), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	link("pipe", "to-pipe")

	loaded := make(chan struct{})
	var s *Site
	var err error
	go func() {
		defer close(loaded)
		s, err = LoadFolder(root)
	}()
	select {
	case <-loaded:
	case <-time.After(20 * time.Second):
		t.Fatal("LoadFolder waits for something, want it to read files alone")
	}
	if err != nil {
		t.Fatal(err)
	}
	var paths []string
	for path, f := range s.files {
		paths = append(paths, path)
		if text := string(f.content()); strings.Contains(text, "secret") || strings.Contains(text, "root:") || strings.Contains(text, "private") {
			t.Errorf("%s is %.40q, which is not of the folder", path, text)
		}
	}
	slices.Sort(paths)
	if want := []string{"/", "/folder/plain.txt", "/good.css", "/index.html"}; !slices.Equal(paths, want) {
		t.Errorf("the paths are %v, want %v", paths, want)
	}
	if representations := len(s.files["/good.css"].representations); representations != 1 {
		t.Errorf("good.css has %d representations, want its content alone", representations)
	}
	told := strings.Join(s.LeftOut, "\n")
	for _, want := range []string{
		"server.key: its name is that of a key", "site.PEM: ", "index.html~: ", "#app.css#: ", "app.css.bak: ", "notes.txt.swp: ", "old.orig: ",
		"up.txt: a link that leads out", "absolute.txt: a link that leads out", "passwd.txt: a link", "etc: a link", "above: a link", "linked: a link to a folder",
		"loop: a link that leads out of the folder, or nowhere", "dangling: a link", "pipe: neither a file nor a folder", "to-pipe: neither",
		"good.css.br: a link", "good.css.gz: neither",
	} {
		if !strings.Contains(told, want) {
			t.Errorf("what is left out is told as\n%s\nwant %q in it", told, want)
		}
	}
	if got := len(s.LeftOut); got != 19 {
		t.Errorf("%d files are left out, want 19:\n%s", got, told)
	}
}

// TestFolderThatIsNoSiteIsOneError, which names the folder.
func TestFolderThatIsNoSiteIsOneError(t *testing.T) {
	t.Parallel()
	empty, large := t.TempDir(), t.TempDir()
	file, err := os.Create(filepath.Join(large, "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	if err := file.Truncate(MaxBytes + 1); err != nil { // takes no space on the disk
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	for folder, want := range map[string]string{
		empty: empty + " has no index.html", large: "larger than 512 MiB", "/no/such/folder": "the folder /no/such/folder is missing",
		filepath.Join(large, "index.html"): "the site cannot be read",
	} {
		if _, err := LoadFolder(folder); err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("LoadFolder(%s) = %v, want one line with %q", folder, err, want)
		}
	}
}
