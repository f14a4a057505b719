package main

import (
	"fmt"
	"io/fs"
	"runtime/debug"

	"firstneuron/web"
)

// say answers what the program is asked about itself.
func (m *Main) say() error {
	if m.Version {
		_, err := fmt.Fprintln(m.Stdout, version())
		return err
	}
	text, err := fs.ReadFile(web.Dist(), "licences.txt")
	if err != nil {
		return fmt.Errorf("the licences are missing, as is the site: run `make build`: %w", err)
	}
	_, err = m.Stdout.Write(text)
	return err
}

// version is the commit that the program was built of, with its time, and the
// compiler.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "firstneuron, built without a version"
	}
	text := "firstneuron " + info.Main.Version
	changed := ""
	for _, setting := range info.Settings {
		switch {
		case setting.Key == "vcs.revision":
			text += ", commit " + setting.Value
		case setting.Key == "vcs.time":
			text += " of " + setting.Value
		case setting.Key == "vcs.modified" && setting.Value == "true":
			changed = ", with changes"
		}
	}
	return text + changed + ", " + info.GoVersion
}
