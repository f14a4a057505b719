package bundle

import (
	"bytes"
	"fmt"
	"html/template"
	"strings"
	"sync"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/gallery"
	"firstneuron/pkg/ui/i18n"
)

// activityTextName is the file of an activity in its folder.
const activityTextName = "activity.txt"

// activityPictures are the pictures of the activities, by name: what the first step of
// each sets, trained, or where that diverges what its buttons come to.
var activityPictures = sync.OnceValues(func() (map[string][]byte, error) {
	pictures := map[string][]byte{}
	for _, name := range gallery.Names() {
		a := gallery.Activity(name)
		title, e := a.Title.In(i18n.English), experiment.Default().WithActivity(a)
		picture, err := preview(title, e)
		if err != nil {
			for _, step := range a.Steps {
				e, _ = e.Applied(step.Press)
			}
			picture, err = preview(title, e)
		}
		if err != nil {
			return nil, fmt.Errorf("the picture of %s: %w", name, err)
		}
		pictures[name] = picture
	}
	return pictures, nil
})

// activities returns the pages of the activities in every language, their pictures, their
// oEmbed, and their texts, which the playground fetches.
func (s *Site) activities(names map[string]string) ([]asset, error) {
	pictures, err := activityPictures()
	if err != nil {
		return nil, err
	}
	var assets []asset
	for _, name := range gallery.Names() {
		folder := activitiesFolder + name + "/"
		assets = append(assets, asset{folder + "preview.png", pictures[name]}, asset{folder + activityTextName, []byte(gallery.Text(name))})
	}
	for _, lang := range experiment.LanguageCodes() {
		pages, err := s.activitiesIn(lang, names)
		if err != nil {
			return nil, err
		}
		assets = append(assets, pages...)
	}
	return assets, nil
}

// activitiesIn returns the pages of a language with their oEmbed.
func (s *Site) activitiesIn(lang string, names map[string]string) ([]asset, error) {
	var assets []asset
	write := func(page *template.Template, folder string, shown any) error {
		var out bytes.Buffer
		err := page.Execute(&out, map[string]any{"Page": shown, "Names": names, "Policy": s.options().MetaPolicy()})
		assets = append(assets, asset{folder + "index.html", out.Bytes()})
		return err
	}
	var all []oneActivity
	for _, name := range gallery.Names() {
		shown := activityPageOf(s.address(), name, lang)
		all = append(all, shown)
		if err := write(activityTemplate, shown.Site.Page, shown); err != nil {
			return nil, err
		}
		if shown.Site.Public != "" {
			assets = append(assets, asset{shown.Site.Folder + "oembed.json", shown.Site.OEmbed(0, 0)})
		}
	}
	shown := activitiesPageOf(s.address(), lang, all)
	return assets, write(activitiesTemplate, shown.Site.Page, shown)
}

// isActivityPage reports whether a file is a page of the activities, in any language.
func isActivityPage(name string) bool {
	_, path := experiment.CutLanguage(name)
	return strings.HasPrefix(path, activitiesFolder) && strings.HasSuffix(path, "/index.html")
}
