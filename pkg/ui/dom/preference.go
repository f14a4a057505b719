package dom

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// Languages returns the languages that the browser prefers, best first.
func Languages() []string {
	if app.IsServer {
		return nil
	}
	languages := app.Window().Get("navigator").Get("languages")
	if !languages.Truthy() {
		return nil
	}
	tags := make([]string, languages.Length())
	for i := range tags {
		tags[i] = languages.Index(i).String()
	}
	return tags
}

// preferencePrefix keeps the page's keys apart from those of its origin.
const preferencePrefix = "firstneuron."

// Preference returns a stored preference, "" when there is none. Storage is a
// comfort only: boot.js replaces a forbidden one by one that forgets.
func Preference(name string) string {
	if app.IsServer {
		return ""
	}
	value := app.Window().Get("localStorage").Call("getItem", preferencePrefix+name)
	if !value.Truthy() {
		return ""
	}
	return value.String()
}

// StorePreference keeps a preference for the next visit.
func StorePreference(name, value string) {
	app.Window().Get("localStorage").Call("setItem", preferencePrefix+name, value)
}

// ReducedMotion reports whether the learner has asked for less motion.
func ReducedMotion() bool {
	return app.Window().Call("matchMedia", "(prefers-reduced-motion: reduce)").Get("matches").Bool()
}
