package dom

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Fragment returns the part of the address behind '#'.
func Fragment() string {
	if app.IsServer {
		return ""
	}
	return strings.TrimPrefix(app.Window().Get("location").Get("hash").String(), "#")
}

// Framed reports whether the page is part of another one.
func Framed() bool {
	return !app.IsServer && !app.Window().Get("parent").Equal(app.Window().Get("self"))
}

// Address returns the page's address without the part behind '#'.
func Address() string {
	if app.IsServer {
		return ""
	}
	address, _, _ := strings.Cut(app.Window().Get("location").Get("href").String(), "#")
	return address
}
