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

import (
	"flag"
	"fmt"
	"io"
)

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

// parseFlags reads a command line that has flags alone.
func parseFlags(flags *flag.FlagSet, args []string) error {
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() > 0 {
		return fmt.Errorf("unexpected argument %q: give flags only, see %s -h", flags.Arg(0), flags.Name())
	}
	return nil
}
