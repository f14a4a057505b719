// Package bundle writes the static site: the page as HTML that says something
// before its program runs, and every file under a name that changes with its
// content, each with its Brotli and gzip forms beside it.
//
// A [Site] is the whole, a [Package] one experiment of it for a course system.
// Both read the command line of cmd/bundle and then run:
//
//	site := bundle.NewSite(os.Stderr)
//	if err := site.ParseFlags([]string{"-public", "https://your.host/"}); err != nil {
//		return err
//	}
//	return site.Run()
//
// All addresses in the site are relative, so that it runs unchanged from any
// folder of any host.
package bundle

import "io"

// Run is the command: a site, a package when the first argument is scorm, or a bill of
// what all is made of when it is sbom.
// An error that is [flag.ErrHelp] has shown the flags.
func Run(args []string, stderr io.Writer) error {
	var command interface {
		ParseFlags(args []string) error
		Run() error
	} = NewSite(stderr)
	if len(args) > 0 && args[0] == "scorm" {
		command, args = NewPackage(stderr), args[1:]
	} else if len(args) > 0 && args[0] == "sbom" {
		command, args = NewBill(stderr), args[1:]
	}
	if err := command.ParseFlags(args); err != nil {
		return err
	}
	return command.Run()
}
