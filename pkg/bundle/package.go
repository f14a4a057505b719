package bundle

import (
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/scorm"
)

// Package is an experiment to be packed for course systems: with the site of a
// folder in it, or thin when it has an address. Make one with [NewPackage].
type Package struct {
	scorm.Package
	// Folder is that of the site, for a full package.
	Folder string
	// Out is the file to write.
	Out string
	// Stderr receives the list of flags, and the name of the file.
	Stderr io.Writer
}

// NewPackage returns the package of the lesson, with the site of `make build`.
func NewPackage(stderr io.Writer) *Package {
	return &Package{
		Package: scorm.Package{Lang: experiment.English},
		Folder:  "web/dist", Out: "bin/first-neuron-scorm.zip", Stderr: stderr,
	}
}

// ParseFlags reads the command line.
func (p *Package) ParseFlags(args []string) error {
	flags := flag.NewFlagSet("bundle scorm", flag.ContinueOnError)
	flags.SetOutput(p.Stderr)
	var link string
	flags.StringVar(&link, "fragment", "", "the `experiment`: what stands behind # in a link, or the whole link")
	flags.StringVar(&p.Title, "title", "", "what the course shows (default First Neuron)")
	flags.StringVar(&p.Lang, "lang", p.Lang, "the language of notices: "+strings.Join(experiment.LanguageCodes(), ", "))
	flags.StringVar(&p.Address, "address", "", "the `address` of the page, for a thin package, which frames it there")
	flags.StringVar(&p.Folder, "site", p.Folder, "the `folder` of the site, for a full package, which has it inside")
	flags.StringVar(&p.Out, "out", p.Out, "the `file` to write")
	if err := parseFlags(flags, args); err != nil {
		return err
	}
	p.Fragment = link[strings.Index(link, "#")+1:]
	return nil
}

// Run writes the package.
func (p *Package) Run() error {
	if _, problems := experiment.Decode(p.Fragment); len(problems) > 0 {
		return fmt.Errorf("the experiment cannot be read: %w", problems[0])
	}
	if p.Address == "" {
		var err error
		if p.Site, err = siteFiles(p.Folder); err != nil {
			return err
		}
	}
	files, err := p.Files()
	if err != nil {
		return err
	}
	if err := writeZip(p.Out, files); err != nil {
		return err
	}
	fmt.Fprintln(p.Stderr, "wrote", p.Out)
	return nil
}

// siteFiles returns the files of the site that a package needs: the document
// and what it loads.
func siteFiles(folder string) ([]scorm.File, error) {
	files, err := readFolder(folder)
	if err != nil {
		return nil, err
	}
	files = slices.DeleteFunc(files, func(file scorm.File) bool { return !neededByPage(file.Name) })
	if len(files) == 0 {
		return nil, fmt.Errorf("%s has no site in it: run `make dist`", folder)
	}
	return files, nil
}
