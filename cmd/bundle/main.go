// Command bundle writes the static site: the page as HTML that says something
// before its program runs, and every file under a name that changes with its
// content, each with its Brotli and gzip forms beside it.
//
//	bundle -wasm bin/app.wasm -web web -out web/dist
//
// With the word scorm it packs an experiment of the built site for a course
// system:
//
//	bundle scorm -fragment 'example=celsius' -out bin/celsius.zip
//
// All addresses are relative, so that the site runs unchanged from any folder
// of any host. `make build` runs it.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
)

func main() {
	if err := run(os.Args[1:], os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "bundle:", err)
		os.Exit(1)
	}
}

func run(args []string, stderr io.Writer) error {
	if len(args) > 0 && args[0] == "scorm" {
		return runSCORM(args[1:], stderr)
	}
	flags := flag.NewFlagSet("bundle", flag.ContinueOnError)
	flags.SetOutput(stderr)
	var b bundle
	flags.StringVar(&b.wasm, "wasm", "bin/app.wasm", "the compiled page, a WebAssembly `file`")
	flags.StringVar(&b.kernel, "kernel", "pkg/nn/internal/kernel/kernel.wasm", "the SIMD kernel, a WebAssembly `file`")
	flags.StringVar(&b.glue, "glue", "", "the `file` wasm_exec.js of the compiler of -wasm (default: that of the go command)")
	flags.StringVar(&b.web, "web", "web", "the `folder` of hand-written files")
	flags.StringVar(&b.out, "out", "web/dist", "the `folder` to write")
	flags.StringVar(&b.public, "public", defaultPublic, "the `address` at which learners reach the site, for previews on other sites and for sandboxed frames in WebKit")
	flags.StringVar(&b.zip, "zip", "", "a `file` that receives the site as a zip")
	if err := flags.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return nil
		}
		return err
	}
	if flags.NArg() > 0 {
		return fmt.Errorf("unexpected argument %q: give flags only, see -h", flags.Arg(0))
	}
	return b.write()
}
