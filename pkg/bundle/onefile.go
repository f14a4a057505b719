package bundle

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"html"
	"io"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"firstneuron/pkg/site"
)

// errOneFile reports a file that cannot stand in a document.
var errOneFile = errors.New("the page in one file")

// oneFile returns the whole page as one document, which opens from a USB stick: the
// document of the site with its style and scripts in it, and every other file of the
// site behind them, for web/onefile.js to hand out. assets are the site, build is what
// boot.js knows of it.
func (s *Site) oneFile(assets []asset, build map[string]string) (asset, error) {
	d := singleDocument{files: make(map[string][]byte)}
	var packed []asset
	for _, a := range assets {
		if inOneFile(a.name) {
			d.files[a.name] = a.data
			packed = append(packed, a)
		}
	}
	var err error
	if d.early, err = s.earlyScripts(); err != nil {
		return asset{}, err
	}
	if d.boot, err = s.read("boot.js", aloneBuild(build)); err != nil {
		return asset{}, err
	}
	page, err := d.of(string(d.files["index.html"]))
	if err != nil {
		return asset{}, err
	}
	var blocks strings.Builder
	blocks.WriteString(pageDialog)
	for _, a := range packed {
		if err := writeBlock(&blocks, a); err != nil {
			return asset{}, err
		}
	}
	marks := " data-one-file"
	if home := s.address(); home != "" {
		marks += ` data-home="` + html.EscapeString(home) + `"`
	}
	page = strings.Replace(page, "<html", "<html"+marks, 1)
	page = strings.Replace(page, html.EscapeString(s.options().MetaPolicy()), html.EscapeString(d.policy()), 1)
	if !strings.Contains(page, "sha256-") {
		return asset{}, fmt.Errorf("%w: the document's policy is not where it was", errOneFile)
	}
	return asset{site.OneFile, []byte(strings.Replace(page, "</body>", blocks.String()+"</body>", 1))}, nil
}

// aloneBuild is what boot.js has to know where no host is: nothing keeps the page for
// when there is no network.
func aloneBuild(build map[string]string) map[string]string {
	alone := maps.Clone(build)
	alone["offline"] = ""
	return alone
}

// inOneFile reports whether the document has a file of the site in it: what the page
// loads, and the pages of the activities with their pictures.
func inOneFile(name string) bool {
	return neededByPage(name) || name == listName || isActivityPage(name) ||
		strings.HasPrefix(name, activitiesFolder) && slices.Contains([]string{".png", ".txt"}, path.Ext(name))
}

// earlyScripts are those that answer in the host's place.
func (s *Site) earlyScripts() ([]byte, error) {
	var all []byte
	for _, name := range []string{"inflate.js", "onefile.js"} {
		data, err := os.ReadFile(filepath.Join(s.Web, name))
		if err != nil {
			return nil, err
		}
		all = append(append(all, data...), '\n')
	}
	return all, nil
}

// singleDocument puts what a document names into it.
type singleDocument struct {
	// files are those of the site by name; boot is boot.js for this document, before it
	// stand the early scripts.
	files       map[string][]byte
	early, boot []byte
	// scripts and styles are the hashes of what stands in the document.
	scripts, styles []string
}

var (
	namingTag = regexp.MustCompile(`<(?:link|script)\b[^>]*>(?:</script>)?\n?`)
	fileName  = regexp.MustCompile(`(?:href|src)="\./([^"]*)"`)
)

// of returns the document with the files in the places of their names. What is only
// fetched ahead, or tells other sites of an address, goes.
func (d *singleDocument) of(document string) (string, error) {
	var failed error
	page := namingTag.ReplaceAllStringFunc(document, func(tag string) string {
		inline, err := d.inline(tag)
		failed = errors.Join(failed, err)
		return inline
	})
	return page, failed
}

func (d *singleDocument) inline(tag string) (string, error) {
	match := fileName.FindStringSubmatch(tag)
	if match == nil {
		if strings.HasPrefix(tag, "<script") {
			return "", fmt.Errorf("%w: the document has the script %s, want one that names a file", errOneFile, tag)
		}
		return "", nil
	}
	name := match[1]
	data, ok := d.files[name]
	source := asset{name: name}.source()
	switch {
	case strings.HasPrefix(tag, "<script"):
		if source == "boot.js" {
			data = append(slices.Clone(d.early), d.boot...)
		}
		if !ok {
			return "", fmt.Errorf("%w: the document names the script %s, which is not in it", errOneFile, name)
		}
		return d.element("script", data, &d.scripts)
	case strings.Contains(tag, `rel="stylesheet"`):
		style, err := d.style(data)
		if err != nil {
			return "", err
		}
		return d.element("style", style, &d.styles)
	case strings.Contains(tag, `rel="icon"`):
		return strings.Replace(tag, match[0], `href="`+dataAddress("image/svg+xml", data)+`"`, 1), nil
	}
	return "", nil
}

// style is a style sheet with the files that it names, and that of the activities.
func (d *singleDocument) style(sheet []byte) ([]byte, error) {
	for name, data := range d.files {
		if strings.HasSuffix(name, ".woff2") {
			sheet = bytes.ReplaceAll(sheet, []byte(name), []byte(dataAddress("font/woff2", data)))
		}
	}
	for name, data := range d.files {
		if (asset{name: name}).source() == "gallery.css" {
			sheet = slices.Concat(sheet, []byte{'\n'}, data)
		}
	}
	if at := regexp.MustCompile(`url\("?[^d"]`).FindIndex(sheet); at != nil {
		return nil, fmt.Errorf("%w: the style sheet names a file: %.60s", errOneFile, sheet[at[0]:])
	}
	return sheet, nil
}

// element writes a script or a style into the document, and keeps its hash.
func (d *singleDocument) element(kind string, content []byte, hashes *[]string) (string, error) {
	for _, ends := range []string{"</" + kind, "<!--", "\r"} {
		if bytes.Contains(bytes.ToLower(content), []byte(ends)) {
			return "", fmt.Errorf("%w: a %s has %q in it, which would end it or change its hash", errOneFile, kind, ends)
		}
	}
	sum := sha256.Sum256(content)
	*hashes = append(*hashes, "'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"'")
	return "<" + kind + ">" + string(content) + "</" + kind + ">\n", nil
}

// policy lets the scripts and styles run that stand in the document, and no request out.
// Its own frame is the preview of the share dialog. 'wasm-unsafe-eval' lets WebAssembly
// be compiled; for JavaScript it allows nothing.
func (d *singleDocument) policy() string {
	return strings.Join([]string{
		"default-src 'none'",
		"script-src " + strings.Join(d.scripts, " ") + " 'wasm-unsafe-eval'",
		"style-src " + strings.Join(d.styles, " "),
		"img-src data: blob:",
		"font-src data:",
		"frame-src 'self' file:",
		"object-src 'none'",
		"base-uri 'none'",
		"form-action 'none'",
	}, "; ")
}

func dataAddress(contentType string, data []byte) string {
	return "data:" + contentType + ";base64," + base64.StdEncoding.EncodeToString(data)
}

// blockTypes are the types that the files answer with; a script of such a type is none.
var blockTypes = map[string]string{".wasm": "application/wasm", ".json": "application/json", ".html": "text/html", ".txt": "text/plain", ".png": "image/png"}

// writeBlock writes a file of the site, packed where that makes it smaller.
func writeBlock(to *strings.Builder, a asset) error {
	kind := blockTypes[path.Ext(a.name)]
	if kind == "" {
		kind = "application/octet-stream"
	}
	data, mark := a.data, ""
	if !slices.Contains(packed, path.Ext(a.name)) {
		var err error
		data, err = compressed(a.data, func(w io.Writer) (io.WriteCloser, error) {
			return gzip.NewWriterLevel(w, gzip.BestCompression)
		})
		if err != nil {
			return err
		}
		mark = " data-packed"
	}
	to.WriteString(`<script type="` + kind + `" data-file="` + html.EscapeString(a.name) + `"` + mark + ">")
	to.WriteString(base64.StdEncoding.EncodeToString(data) + "</script>\n")
	return nil
}

// pageDialog is where web/onefile.js shows the other pages of the site.
const pageDialog = `<dialog id="site-page" class="site-page"><button type="button"></button></dialog>` + "\n"
