package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/scorm"
)

// runSCORM writes an experiment as a package for course systems: full, with the
// site of a folder in it, or thin, when an address is given.
func runSCORM(args []string, stderr io.Writer) error {
	flags := flag.NewFlagSet("bundle scorm", flag.ContinueOnError)
	flags.SetOutput(stderr)
	var p scorm.Package
	var link, folder, out string
	flags.StringVar(&link, "fragment", "", "the `experiment`: what stands behind # in a link, or the whole link")
	flags.StringVar(&p.Title, "title", "", "what the course shows (default First Neuron)")
	flags.StringVar(&p.Lang, "lang", "en", "the language of notices, en or ko")
	flags.StringVar(&p.Address, "address", "", "the `address` of the page, for a thin package, which frames it there")
	flags.StringVar(&folder, "site", "web/dist", "the `folder` of the site, for a full package, which has it inside")
	flags.StringVar(&out, "out", "bin/first-neuron-scorm.zip", "the `file` to write")
	if err := flags.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return nil
		}
		return err
	}
	if flags.NArg() > 0 {
		return fmt.Errorf("unexpected argument %q: give flags only, see scorm -h", flags.Arg(0))
	}
	p.Fragment = link[strings.Index(link, "#")+1:]
	if _, problems := experiment.Decode(p.Fragment); len(problems) > 0 {
		return fmt.Errorf("the experiment cannot be read: %w", problems[0])
	}
	if p.Address == "" {
		var err error
		if p.Site, err = siteFiles(folder); err != nil {
			return err
		}
	}
	files, err := p.Files()
	if err != nil {
		return err
	}
	assets := make([]asset, len(files))
	for i, file := range files {
		assets[i] = asset{file.Name, file.Data}
	}
	if err := writeZip(out, assets); err != nil {
		return err
	}
	fmt.Fprintln(stderr, "wrote", out)
	return nil
}

// siteFiles are those of the site that a package needs: the document and what
// it loads.
func siteFiles(folder string) ([]scorm.File, error) {
	assets, err := readFolder(folder)
	if err != nil {
		return nil, err
	}
	var files []scorm.File
	for _, a := range assets {
		if neededByPage(a.name) {
			files = append(files, scorm.File{Name: a.name, Data: a.data})
		}
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("%s has no site in it: run `make dist`", folder)
	}
	return files, nil
}
