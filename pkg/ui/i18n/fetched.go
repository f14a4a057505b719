//go:build js

package i18n

// embedded returns the catalogues of the page's program, which are none: each is fetched
// when it is needed.
func embedded() map[string]Catalogue { return make(map[string]Catalogue) }
