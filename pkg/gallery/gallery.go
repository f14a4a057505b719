// Package gallery holds the ready activities, as texts with their English words; those of
// the other languages are in the catalogues of package i18n. The page's program does not
// link it: it fetches the one that a link names from the site, where package bundle puts
// them with all their words.
package gallery

import (
	"embed"
	"slices"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/ui/i18n"
)

//go:embed activities/*.txt
var files embed.FS

// names are in the order of the gallery.
var names = []string{
	experiment.FirstActivity,
	"guess-the-rule", "be-the-optimizer", "one-step-by-hand", "how-many-epochs", "too-fast",
	"why-not-19", "outlier", "bend", "celsius-diverges", "memorizing",
	"draw-the-boundary", "one-line", "features",
}

// Names returns the names of the activities, the first lesson first.
func Names() []string { return slices.Clone(names) }

// Activity returns an activity of the gallery in every language, nil for a name that it
// has not.
func Activity(name string) *experiment.Activity {
	a := english(name)
	if a == nil {
		return nil
	}
	said := a
	for _, lang := range experiment.LanguageCodes() {
		if lang != i18n.English {
			said = said.Translated(lang, i18n.For(lang).Message)
		}
	}
	return said
}

// english returns an activity as it is written here.
func english(name string) *experiment.Activity {
	if name == experiment.FirstActivity {
		return experiment.FirstLesson()
	}
	text, err := files.ReadFile("activities/" + name + ".txt")
	if err != nil {
		return nil
	}
	a, _ := experiment.DecodeActivity(string(text))
	if a != nil {
		a.Name = name
	}
	return a
}

// Text returns the text of an activity, as the page fetches it.
func Text(name string) string {
	if a := Activity(name); a != nil {
		return experiment.EncodeActivity(a)
	}
	return ""
}
