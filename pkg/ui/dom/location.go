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
	window().Get("history").Call("replaceState", nil, "", address)
}

// Address returns the page's address without the part behind '#'.
func Address() string {
	address, _, _ := strings.Cut(window().Get("location").Get("href").Text(), "#")
	return address
}

// Path returns the path of the page as go-app's router sees it, without escapes.
func Path() string { return app.Window().URL().Path }

func behindHash(address string) string {
	_, fragment, _ := strings.Cut(address, "#")
	return fragment
}
