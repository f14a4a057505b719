package bundle

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"firstneuron/pkg/archive"
	"firstneuron/pkg/site"

	"github.com/andybalholm/brotli"
)

// Site is a site to be written. Make one with [NewSite].
type Site struct {
	// Wasm is the compiled page, Kernel the SIMD kernel, Reader the program that reads
	// programs; files in WebAssembly.
	Wasm, Kernel, Reader string
	// Glue is the file wasm_exec.js of the compiler of Wasm; "" for that of the
	// go command.
	Glue string
	// Web is the folder of hand-written files, Out the folder to write.
	Web, Out string
	// Public is where learners reach the site, with a slash at its end: sites
	// that show previews want whole addresses.
	Public string
	// Zip is a file that receives the whole site; "" for none.
	Zip string
	// Quality is how hard Brotli tries, from 0 to 11: at 11 the program takes half
	// a minute, at 4 it is a fifth larger and takes a second.
	Quality int
	// Lines leaves the program's files and lines in it, which the trace of a panic names.
	Lines bool
	// Stderr receives the list of flags.
	Stderr io.Writer
}

// defaultPublic is where `make run` serves the site.
const defaultPublic = "http://localhost:8080/"

// NewSite returns the site that `make build` writes, as seen from the folder of
// go.mod.
func NewSite(stderr io.Writer) *Site {
	return &Site{
		Wasm: "bin/app.wasm", Kernel: "pkg/nn/internal/kernel/kernel.wasm", Reader: "bin/reader.wasm",
		Web: "web", Out: "web/dist", Public: defaultPublic,
		Quality: brotli.BestCompression, Stderr: stderr,
	}
}

// ParseFlags reads the command line.
func (s *Site) ParseFlags(args []string) error {
	flags := flag.NewFlagSet("bundle", flag.ContinueOnError)
	flags.SetOutput(s.Stderr)
	flags.StringVar(&s.Wasm, "wasm", s.Wasm, "the compiled page, a WebAssembly `file`")
	flags.StringVar(&s.Kernel, "kernel", s.Kernel, "the SIMD kernel, a WebAssembly `file`")
	flags.StringVar(&s.Reader, "reader", s.Reader, "the compiled reader of programs, a WebAssembly `file`")
	flags.StringVar(&s.Glue, "glue", s.Glue, "the `file` wasm_exec.js of the compiler of -wasm (default: that of the go command)")
	flags.StringVar(&s.Web, "web", s.Web, "the `folder` of hand-written files")
	flags.StringVar(&s.Out, "out", s.Out, "the `folder` to write")
	flags.StringVar(&s.Public, "public", s.Public, "the `address` at which learners reach the site, for previews on other sites and for sandboxed frames in WebKit")
	flags.StringVar(&s.Zip, "zip", s.Zip, "a `file` that receives the site as a zip")
	flags.IntVar(&s.Quality, "brotli", s.Quality, "how hard Brotli tries, from 0 to 11")
	flags.BoolVar(&s.Lines, "lines", s.Lines, "leave files and lines in the program, for the trace of a panic; it is an eighth larger")
	if err := parseFlags(flags, args); err != nil {
		return err
	}
	return s.check()
}

// check reports settings that no site can have.
func (s *Site) check() error {
	u, err := url.Parse(s.Public)
	if err != nil || (u.Scheme != "https" && u.Scheme != "http") || u.Host == "" || u.RawQuery != "" || u.Fragment != "" || !strings.HasSuffix(s.Public, "/") {
		return fmt.Errorf("the public address is %q: give where learners will reach the site, with a slash at its end, such as https://your.host/", s.Public)
	}
	if s.Quality < brotli.BestSpeed || s.Quality > brotli.BestCompression {
		return fmt.Errorf("the quality of Brotli is %d: give a whole number from %d to %d", s.Quality, brotli.BestSpeed, brotli.BestCompression)
	}
	return s.options().Check()
}

// options returns what the site's headers and documents say of where it is:
// nothing as long as nobody has said it.
func (s *Site) options() site.Options {
	u, err := url.Parse(s.Public)
	if err != nil || s.Public == defaultPublic {
		return site.Options{}
	}
	return site.Options{PublicOrigin: u.Scheme + "://" + u.Host, PublicPath: u.Path}
}

// address is where learners reach the site, "" as long as nobody has said it:
// the address of `make run` would lead each reader to their own machine.
func (s *Site) address() string {
	if s.Public == defaultPublic {
		return ""
	}
	return s.Public
}

// Run reads the inputs, makes the page of them and replaces the site.
func (s *Site) Run() error {
	if err := s.check(); err != nil {
		return err
	}
	if err := checkOut(s.Out); err != nil {
		return err
	}
	assets, err := s.assets()
	if err != nil {
		return err
	}
	if err := os.MkdirAll(s.Out, 0o755); err != nil {
		return err
	}
	wanted := make(map[string]bool)
	var names []string
	for _, a := range assets {
		names = append(names, a.name)
		for _, name := range []string{a.name, a.name + ".br", a.name + ".gz"} {
			wanted[name] = true
		}
		if err := a.save(s.Out, s.Quality); err != nil {
			return err
		}
	}
	// What other hosts need to send the same headers; no page loads these.
	for name, data := range site.HostFiles(names, s.options()) {
		wanted[name] = true
		if err := os.WriteFile(filepath.Join(s.Out, name), data, 0o644); err != nil {
			return err
		}
	}
	if err := sweep(s.Out, wanted); err != nil || s.Zip == "" {
		return err
	}
	files, err := readFolder(s.Out)
	if err != nil {
		return err
	}
	return writeZip(s.Zip, slices.DeleteFunc(files, func(file archive.File) bool { return file.Name == ".gitkeep" }))
}

// checkOut reports a folder that holds something else than a site: writing the
// site there would remove it.
func checkOut(folder string) error {
	entries, err := os.ReadDir(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	for _, entry := range entries {
		if name := entry.Name(); name == "sw.js" || name == ".gitkeep" {
			return nil
		}
	}
	if len(entries) > 0 {
		return fmt.Errorf("the folder %s has other files in it, which writing the site there would remove: give an empty or a new one", folder)
	}
	return nil
}

// sweep removes what an earlier build left behind.
func sweep(folder string, wanted map[string]bool) error {
	files, err := readFolder(folder)
	if err != nil {
		return err
	}
	var failed error
	for _, file := range files {
		if !wanted[file.Name] && file.Name != ".gitkeep" {
			failed = errors.Join(failed, os.Remove(filepath.Join(folder, file.Name)))
		}
	}
	return failed
}
