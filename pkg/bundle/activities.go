package bundle

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
	"strconv"
	"sync"

	"firstneuron/docs/teaching"
	"firstneuron/pkg/experiment"
	"firstneuron/pkg/gallery"
	"firstneuron/pkg/site"
	"firstneuron/pkg/ui/i18n"
)

//go:embed activity.html
var activitySource string

//go:embed activities.html
var activitiesSource string

// activityTemplate is the page of an activity, activitiesTemplate the page of all. The
// part "share" is that of an example.
var (
	activityTemplate   = template.Must(template.Must(shareTemplate.Clone()).New("activity.html").Parse(activitySource))
	activitiesTemplate = template.Must(template.New("activities.html").Parse(activitiesSource))
)

// activityShare is the page of an activity.
type activityShare struct {
	share
	// Minutes says how long it takes.
	Minutes string
	// Others are its words in the other languages.
	Others []otherWords
	// Lines are the texts to copy, Notes those for teachers.
	Lines []courseLine
	Notes template.HTML
}

// otherWords are those of an activity in a language; Of is its name.
type otherWords struct{ Lang, Title, Aim, Use, Of string }

// courseLine is a text to copy into a course; web/gallery.js writes it.
type courseLine struct {
	Key, Label string
	Rows       int
}

// activityWords are the page's own.
type activityWords struct{ All, About, Use, Edit, Course, Scorm string }

// activityShareOf returns the page of an activity, in English.
func activityShareOf(public, name string) activityShare {
	a, text := gallery.Activity(name), i18n.For(i18n.English).Text
	folder, opens := "activities/"+name+"/", "activity="+name
	title := a.Title.In(i18n.English)
	shown := activityShare{
		share: share{
			Name: name, Title: title, Lang: i18n.English, Description: a.Aim.In(i18n.English),
			PictureAlt: fmt.Sprintf("The points of “%s”, and a line through them", title),
			Site:       site.Share{Public: public, Page: folder, Folder: folder, Title: title, Fragment: opens},
			To:         "../../#" + opens,
		},
		Minutes: text("gallery.minutes", "minutes", strconv.Itoa(a.Minutes)),
		Notes:   notesPage(teaching.Notes(name)),
		Lines: []courseLine{
			{"iframe", text("share.iframe"), 3}, {"oembed", text("gallery.oembed"), 1}, {"element", text("share.element"), 3}, {"jupyter", text("share.jupyter"), 2}, {"link", text("share.link"), 1},
		},
	}
	for _, lang := range experiment.LanguageCodes() {
		if lang != i18n.English {
			shown.Others = append(shown.Others, otherWords{lang, a.Title.In(lang), a.Aim.In(lang), i18n.For(lang).Text("gallery.use"), name})
		}
	}
	return shown
}

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

// activities returns the pages of the activities, their pictures, their oEmbed, and
// their texts, which the playground fetches.
func (s *Site) activities(names map[string]string) ([]asset, error) {
	text := i18n.For(i18n.English).Text
	words := activityWords{text("gallery.title"), text("gallery.about"), text("gallery.use"), text("gallery.edit"), text("gallery.course"), text("gallery.scorm")}
	var assets []asset
	var all []activityShare
	for _, name := range gallery.Names() {
		shown := activityShareOf(s.address(), name)
		all = append(all, shown)
		folder := shown.Site.Folder
		pictures, err := activityPictures()
		if err != nil {
			return nil, err
		}
		var page bytes.Buffer
		err = activityTemplate.Execute(&page, struct {
			activityShare
			Words  activityWords
			Names  map[string]string
			Policy string
		}{shown, words, names, s.options().MetaPolicy()})
		if err != nil {
			return nil, err
		}
		assets = append(assets, asset{folder + "preview.png", pictures[name]}, asset{folder + "index.html", page.Bytes()},
			asset{folder + activityTextName, []byte(gallery.Text(name))})
		if shown.Site.Public != "" {
			assets = append(assets, asset{folder + "oembed.json", shown.Site.OEmbed(0, 0)})
		}
	}
	var page bytes.Buffer
	err := activitiesTemplate.Execute(&page, struct {
		Lang, Policy string
		Words        activityWords
		Names        map[string]string
		Activities   []activityShare
	}{i18n.English, s.options().MetaPolicy(), words, names, all})
	return append(assets, asset{"activities/index.html", page.Bytes()}), err
}
