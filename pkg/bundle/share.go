package bundle

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/site"
	"firstneuron/pkg/ui/i18n"
)

// share is what other sites show of an example: its words, its picture, and
// the frame that they put into their page.
type share struct {
	Name, Title, Description string
	// Lang is the tag of the language of Title, Dir the direction of its script; Titles are
	// those of the other languages.
	Lang, Dir string
	Titles    []title
	// PictureAlt says what the picture shows.
	PictureAlt string
	// Site is what is shown by whole addresses.
	Site site.Share
	// To leads from the example's page to the playground.
	To string
}

// title is what an example is called in a language.
type title struct{ Lang, Dir, Text string }

//go:embed share.html
var shareSource string

// shareTemplate is the page of an example; "share" in it is the part that the
// playground's own document has, too.
var shareTemplate = template.Must(template.New("share.html").Parse(shareSource))

// Width is that of the picture, in pixels.
func (share) Width() int { return site.PictureWidth }

// Height is that of the picture, in pixels.
func (share) Height() int { return site.PictureHeight }

// Addresses are the lines of a page's head that name whole addresses.
func (s share) Addresses() template.HTML {
	return template.HTML(s.Site.Tags()) //nolint:gosec // escaped there
}

// shareOf returns what other sites show of an example, in English; public is
// where learners reach the site, "" where nobody has said it.
func shareOf(public string, example experiment.Example) share {
	var titles []title
	for _, language := range experiment.Languages() {
		titles = append(titles, title{language.Tag(), language.Dir(), i18n.For(language.Code).Text("example." + example.Name)})
	}
	folder, opens := "examples/"+example.Name+"/", "example="+example.Name
	return share{
		Name: example.Name, Title: titles[0].Text, Lang: titles[0].Lang, Dir: titles[0].Dir, Titles: titles[1:],
		Description: i18n.For(i18n.English).Text("page.tagline"),
		PictureAlt:  fmt.Sprintf("A chart of %d points and the line that one neuron has learned", len(example.Experiment.Points)),
		Site:        site.Share{Public: public, Page: folder, Folder: folder, Title: titles[0].Text, Fragment: opens},
		To:          "../../#" + opens,
	}
}

// shares returns, for each example, its page, its picture and its oEmbed. names
// has the hashed name of each file.
func (s *Site) shares(names map[string]string) ([]asset, error) {
	var assets []asset
	for _, example := range experiment.Examples() {
		shown := shareOf(s.address(), example)
		folder := shown.Site.Folder
		picture, err := preview(shown.Title, example.Experiment)
		if err != nil {
			return nil, fmt.Errorf("the picture of %s: %w", shown.Name, err)
		}
		var page bytes.Buffer
		err = shareTemplate.Execute(&page, struct {
			share
			Names  map[string]string
			Policy string
		}{shown, names, s.options().MetaPolicy()})
		if err != nil {
			return nil, err
		}
		assets = append(assets, asset{folder + "preview.png", picture}, asset{folder + "index.html", page.Bytes()})
		if shown.Site.Public != "" {
			assets = append(assets, asset{folder + "oembed.json", shown.Site.OEmbed(0, 0)})
		}
	}
	return assets, nil
}
