package scorm

import (
	"embed"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"firstneuron/pkg/archive"
	"firstneuron/pkg/ui/i18n"
)

// Package is an experiment for a course system.
type Package struct {
	// Title is the lesson's name in the course; "" stands for First Neuron.
	Title string
	// Lang is the language of the launch page's notices, a code of
	// [experiment.Languages]; English for any other.
	Lang string
	// Address is where the page is, as in https://your.host/, for a thin
	// package; "" for a full one.
	Address string
	// Fragment is the experiment as a link's fragment, without #.
	Fragment string
	// Site holds the files of the whole site, for a full package.
	Site []File
}

// File is a file of a package.
type File = archive.File

// The limits of a package.
const (
	// MaxFragment is the longest fragment that the page reads, in bytes.
	MaxFragment = 32 << 10
	maxTitle    = 200 // characters; course systems keep 200 or 255
)

// The errors of a package.
var (
	ErrAddress  = errors.New("scorm: the address is not of a page: give one that begins with https:// or http:// and has no #")
	ErrFragment = fmt.Errorf("scorm: the fragment is not one: give what stands behind # in a link, at most %d KiB", MaxFragment>>10)
	ErrSite     = errors.New("scorm: a package is thin or full: give the address of the page, or the files of the site with its index.html")
)

//go:embed launch
var launch embed.FS

// siteFolder is the folder of a full package that holds the site.
const siteFolder = "site/"

// Files returns the files of the package, the manifest first.
func (p Package) Files() ([]File, error) {
	if p.Title == "" {
		p.Title = "First Neuron"
	}
	if runes := []rune(p.Title); len(runes) > maxTitle {
		p.Title = string(runes[:maxTitle])
	}
	p.Lang = i18n.For(p.Lang).Lang
	if err := p.check(); err != nil {
		return nil, err
	}
	files := []File{{Name: "imsmanifest.xml"}}
	for _, name := range []string{"index.html", "scorm.js", "suspend.js", "course.js", "scorm.css"} {
		data, err := launch.ReadFile("launch/" + name)
		if err != nil {
			return nil, fmt.Errorf("scorm: %w", err)
		}
		if name == "index.html" {
			data = p.page(data)
		}
		files = append(files, File{Name: name, Data: data})
	}
	for _, file := range p.Site {
		files = append(files, File{Name: siteFolder + file.Name, Data: file.Data})
	}
	files[0].Data = p.manifest(files[1:])
	return files, nil
}

// Zip returns the package as the file to upload, uncompressed.
func (p Package) Zip() ([]byte, error) {
	files, err := p.Files()
	if err != nil {
		return nil, err
	}
	return archive.Zip(files, archive.Stored)
}

func (p Package) check() error {
	hasIndex := false
	for _, file := range p.Site {
		hasIndex = hasIndex || file.Name == "index.html"
	}
	if (p.Address == "") != hasIndex || (p.Address != "" && len(p.Site) > 0) {
		return ErrSite
	}
	if p.Address != "" {
		rest, secure := strings.CutPrefix(p.Address, "https://")
		if !secure {
			rest, secure = strings.CutPrefix(p.Address, "http://")
		}
		if !secure || rest == "" || rest[0] == '/' || !plain(p.Address) || strings.Contains(p.Address, "#") {
			return ErrAddress
		}
	}
	if len(p.Fragment) > MaxFragment || strings.Contains(p.Fragment, "#") || !utf8.ValidString(p.Fragment) || hasControl(p.Fragment) {
		return ErrFragment
	}
	return nil
}

// page fills in the launch page.
func (p Package) page(source []byte) []byte {
	address := p.Address
	if address == "" {
		address = siteFolder + "index.html"
	}
	text := i18n.For(p.Lang).Text
	return []byte(strings.NewReplacer(
		"{{lang}}", escape(p.Lang),
		"{{title}}", escape(p.Title),
		"{{address}}", escape(address),
		"{{fragment}}", escape(p.Fragment),
		"{{absent}}", escape(text("course.absent")),
		"{{failing}}", escape(text("course.failing")),
		"{{long}}", escape(text("course.long")),
		"{{no_script}}", escape(text("course.no_script")),
	).Replace(string(source)))
}

// plain reports whether an address has only characters that addresses may have.
func plain(address string) bool {
	for _, r := range address {
		if r <= ' ' || r > '~' || strings.ContainsRune("\"<>\\^`{|}", r) {
			return false
		}
	}
	return true
}

func hasControl(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return r < ' ' || r == 0x7f })
}
