package bundle

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"html"
	"html/template"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/ui/i18n"
)

// share is what other sites show of an example: its words, its picture, and
// the frame that they put into their page.
type share struct {
	Name, Title, Description string
	// Lang is the language of Title, Titles are those of the other languages.
	Lang   string
	Titles []title
	// URL, Picture and OEmbed are addresses of the public site.
	URL, Picture, PictureAlt, OEmbed string
	Width, Height                    int
	// To leads from the example's page to the playground.
	To string
}

// title is what an example is called in a language.
type title struct{ Lang, Text string }

//go:embed share.html
var shareSource string

// shareTemplate is the page of an example; "share" in it is the part that the
// playground's own document has, too.
var shareTemplate = template.Must(template.New("share.html").Parse(shareSource))

// shareOf returns what other sites show of an example, in English.
func shareOf(public string, example experiment.Example) share {
	var titles []title
	for _, lang := range experiment.LanguageCodes() {
		titles = append(titles, title{lang, i18n.For(lang).Text("example." + example.Name)})
	}
	folder := public + "examples/" + example.Name + "/"
	return share{
		Name: example.Name, Title: titles[0].Text, Lang: titles[0].Lang, Titles: titles[1:],
		Description: i18n.For(titles[0].Lang).Text("page.tagline"),
		URL:         folder, Picture: folder + "preview.png", OEmbed: folder + "oembed.json",
		PictureAlt: fmt.Sprintf("A chart of %d points and the line that one neuron has learned", len(example.Experiment.Points)),
		Width:      previewWidth, Height: previewHeight,
		To: "../../#example=" + example.Name,
	}
}

// shares returns, for each example, its page, its picture and its oEmbed. names
// has the hashed name of each file.
func (s *Site) shares(names map[string]string) ([]asset, error) {
	var assets []asset
	for _, example := range experiment.Examples() {
		shown := shareOf(s.Public, example)
		folder := "examples/" + shown.Name + "/"
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
		answer, err := shown.oembed(s.Public)
		if err != nil {
			return nil, err
		}
		assets = append(assets, asset{folder + "preview.png", picture}, asset{folder + "oembed.json", answer}, asset{folder + "index.html", page.Bytes()})
	}
	return assets, nil
}

// The frame that is suggested to other sites, in CSS pixels.
const (
	frameWidth  = 1000
	frameHeight = 760
)

// oembed answers what a site asks that is given an example's address.
//
// WordPress appends #?secret=… to the frame's address, which is no part of the
// last key's value behind an &.
//
// Source: oembed.com, section 2.3.4.4, "The rich type"; WordPress,
// wp_filter_oembed_result.
func (s share) oembed(public string) ([]byte, error) {
	var out bytes.Buffer
	write := json.NewEncoder(&out)
	write.SetEscapeHTML(false)
	write.SetIndent("", "  ")
	err := write.Encode(map[string]any{
		"version": "1.0", "type": "rich", "provider_name": "First Neuron", "provider_url": public,
		"title": s.Title, "width": frameWidth, "height": frameHeight,
		"html": fmt.Sprintf(`<iframe src="%s#example=%s&amp;embed=1&amp;" width="%d" height="%d" title="First Neuron: %s" loading="lazy"></iframe>`,
			html.EscapeString(public), s.Name, frameWidth, frameHeight, html.EscapeString(s.Title)),
		"thumbnail_url": s.Picture, "thumbnail_width": s.Width, "thumbnail_height": s.Height,
	})
	return out.Bytes(), err
}
