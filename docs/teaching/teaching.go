// Package teaching holds the notes for teachers, one page for each activity of the
// gallery.
package teaching

import "embed"

//go:embed *.md
var files embed.FS

// Notes returns the notes of an activity as Markdown, "" where there are none.
func Notes(name string) string {
	text, err := files.ReadFile(name + ".md")
	if err != nil {
		return ""
	}
	return string(text)
}
