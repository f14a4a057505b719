package site

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"regexp"
	"strings"
)

// ErrMissing says that there is no site to serve.
var ErrMissing = errors.New("the site is missing: run `make build`")

// MaxBytes is the largest site. All of it is kept in memory.
const MaxBytes = 512 << 20

// LoadFolder reads the site of a folder. A link in it is followed only to a file
// of the folder.
func LoadFolder(folder string) (*Site, error) {
	root, err := os.OpenRoot(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("the folder %s is missing: give one with a site in it, which `make dist` writes", folder)
	}
	if err != nil {
		return nil, fmt.Errorf("the site cannot be read: %w", err)
	}
	defer func() { _ = root.Close() }() // all is read by then
	s, err := Load(root.FS())
	if errors.Is(err, ErrMissing) {
		return nil, fmt.Errorf("the folder %s has no index.html: give one with a site in it, which `make dist` writes", folder)
	}
	return s, err
}

// Load reads a site. Names that begin with a dot or an underscore are the
// host's business and are not served; what is no plain file, and what looks
// like a key or an editor's copy, is left out.
func Load(files fs.FS) (*Site, error) {
	l := loader{files: files, site: &Site{files: make(map[string]*file)}}
	err := fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if base := path.Base(name); name != "." && (base[0] == '.' || base[0] == '_') {
			if entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if entry.IsDir() || path.Ext(name) == ".br" || path.Ext(name) == ".gz" {
			return nil
		}
		return l.add(name)
	})
	if err != nil {
		return nil, fmt.Errorf("the site cannot be read: %w", err)
	}
	s := l.site
	if page := s.files["/"+missingName]; page != nil {
		s.missing = newMissingPage(page.content())
		delete(s.files, "/"+missingName)
	}
	if s.files["/"] == nil {
		return nil, ErrMissing
	}
	return s, nil
}

// loader reads files into a site.
type loader struct {
	files fs.FS
	site  *Site
	bytes int64
}

// add reads a file with its representations.
func (l *loader) add(name string) error {
	if private.MatchString(path.Base(name)) {
		l.leaveOut(name, "its name is that of a key or of an editor's copy")
		return nil
	}
	extension := path.Ext(name)
	f := &file{
		contentType: contentTypes[extension],
		immutable:   hashed.MatchString(name),
		document:    extension == ".html" && name != OneFile,
		download:    name == OneFile,
	}
	if f.contentType == "" {
		f.contentType = "application/octet-stream"
	}
	for _, representation := range []representation{{encoding: "br"}, {encoding: "gzip"}, {}} {
		suffix := map[string]string{"br": ".br", "gzip": ".gz"}[representation.encoding]
		data, err := l.read(name + suffix)
		if suffix != "" && errors.Is(err, fs.ErrNotExist) {
			continue
		}
		var no notPlain
		if errors.As(err, &no) {
			l.leaveOut(name+suffix, string(no))
			if suffix == "" {
				return nil
			}
			continue
		}
		if err != nil {
			return err
		}
		f.representations = append(f.representations, newRepresentation(representation.encoding, data))
	}
	l.site.files["/"+name] = f
	if folder, isIndex := strings.CutSuffix("/"+name, "index.html"); isIndex {
		l.site.files[folder] = f
	}
	return nil
}

func (l *loader) leaveOut(name, reason string) {
	l.site.LeftOut = append(l.site.LeftOut, name+": "+reason)
}

// private matches the names of keys, and of the copies that editors leave.
var private = regexp.MustCompile(`(?i)(~|^#.*#|\.(key|pem|p12|pfx|jks|bak|old|orig|rej|sw[a-p]|tmp))$`)

// notPlain is why a name has no content to read.
type notPlain string

// Error is the reason.
func (n notPlain) Error() string { return string(n) }

// read reads a plain file. To open another, such as a pipe, might take forever.
func (l *loader) read(name string) ([]byte, error) {
	linked := false
	if entry, err := fs.Lstat(l.files, name); err == nil {
		linked = entry.Mode()&fs.ModeSymlink != 0
	}
	info, err := fs.Stat(l.files, name)
	switch {
	case err != nil && linked:
		return nil, notPlain("a link that leads out of the folder, or nowhere")
	case err != nil:
		return nil, err
	case info.IsDir():
		return nil, notPlain("a link to a folder")
	case !info.Mode().IsRegular():
		return nil, notPlain("neither a file nor a folder")
	}
	if l.bytes += info.Size(); l.bytes > MaxBytes {
		return nil, fmt.Errorf("it is larger than %d MiB, and all of it is kept in memory: give the folder of the site alone", MaxBytes>>20)
	}
	return fs.ReadFile(l.files, name)
}
