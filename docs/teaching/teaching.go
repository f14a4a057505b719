// Package teaching holds the notes for teachers, one page for each activity of the
// gallery and each language: English ones here, those of another language in the folder
// of its code.
package teaching

import (
	"embed"

	"firstneuron/pkg/experiment"
)

//go:embed *.md */*.md
var files embed.FS

// Notes returns the notes of an activity in a language as Markdown, in English where the
// language has none, "" for an activity that has none.
func Notes(name, lang string) string {
	text, err := files.ReadFile(experiment.LanguageFolder(Language(name, lang)) + name + ".md")
	if err != nil {
		return ""
	}
	return string(text)
}

// Language returns the language in which [Notes] returns those of an activity.
func Language(name, lang string) string {
	if _, err := files.ReadFile(experiment.LanguageFolder(lang) + name + ".md"); err != nil {
		return experiment.English
	}
	return lang
}
