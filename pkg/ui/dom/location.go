package dom

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Fragment returns the part of the address behind '#'.
func Fragment() string { return behindHash(window().Get("location").Get("hash").Text()) }

// ReplaceFragment writes it without an entry in the browser's history. A browser
// refuses after many writes in a short time.
func ReplaceFragment(fragment string) {
	// The whole address: of one with two slashes, https://host//folder/, the path
	// alone would be that of another host.
	address := Address()
	if fragment != "" {
		address += "#" + fragment
	}
	var state any
	if lang := window().Get("history").Get("state").Get("lang").Text(); lang != "" {
		state = map[string]any{"lang": lang} // see PageLanguage
	}
	window().Get("history").Call("replaceState", state, "", address)
}

// Address returns the page's address without the part behind '#'.
func Address() string {
	address, _, _ := strings.Cut(window().Get("location").Get("href").Text(), "#")
	return address
}

// Home returns the address at which others reach the page, without the part behind '#'.
// That of a file on this machine is of no use to them: where the page is one file, it
// is the address that its builder has named, if any.
func Home() string {
	if home := document().Get("documentElement").Get("dataset").Get("home").Text(); home != "" {
		return home
	}
	return Address()
}

// OneFile reports whether the page with all that belongs to it is one file.
func OneFile() bool {
	return document().Get("documentElement").Call("hasAttribute", "data-one-file").Flag()
}

// Path returns the path of the page as go-app's router sees it, without escapes.
func Path() string { return app.Window().URL().Path }

func behindHash(address string) string {
	_, fragment, _ := strings.Cut(address, "#")
	return fragment
}
