package bundle

import (
	"bytes"
	_ "embed"
	"html/template"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/ui/i18n"
)

// lostName is the page for addresses that name nothing. Netlify, Cloudflare and
// GitHub Pages show the one of this name, the snippets and the server do so too.
const lostName = "404.html"

//go:embed lost.html
var lostSource string

var lostTemplate = template.Must(template.New("lost.html").Parse(lostSource))

// lost returns that page, which says in every language that there is nothing
// here, and leads home. names has the hashed name of each file.
//
// A host shows it at any depth, where a relative address leads elsewhere: it is
// the one page that names the site's folder. The server puts in its own place.
func (s *Site) lost(names map[string]string) (asset, error) {
	home := "/"
	if folder := s.options().PublicPath; folder != "" {
		home = folder
	}
	var page bytes.Buffer
	err := lostTemplate.Execute(&page, map[string]any{
		"Names":     names,
		"Home":      home,
		"Policy":    s.options().MetaPolicy(),
		"Languages": experiment.Languages(),
		"Text":      func(lang, key string) string { return i18n.For(lang).Text(key) },
	})
	return asset{lostName, page.Bytes()}, err
}
