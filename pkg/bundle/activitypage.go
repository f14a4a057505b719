package bundle

import (
	_ "embed"
	"html/template"
	"strconv"
	"strings"

	"firstneuron/docs/teaching"
	"firstneuron/pkg/experiment"
	"firstneuron/pkg/gallery"
	"firstneuron/pkg/site"
	"firstneuron/pkg/ui/i18n"
)

// activitiesFolder has the pages of the activities: in the site's root the English ones,
// in a language's folder its own.
const activitiesFolder = "activities/"

//go:embed activity.html
var activitySource string

//go:embed activities.html
var activitiesSource string

// activityTemplate is the page of an activity, activitiesTemplate the page of all. The
// part "share" is that of an example.
var (
	activityTemplate   = template.Must(template.Must(shareTemplate.Clone()).New("activity.html").Parse(activitySource))
	activitiesTemplate = template.Must(template.Must(activityTemplate.Clone()).New("activities.html").Parse(activitiesSource))
)

// activityPage is the page of an activity, or that of all, in a language.
type activityPage struct {
	share
	// Root leads from the page to the site's root, Pictures to the folders of the
	// activities that have the pictures: those of the English pages.
	Root, Pictures string
	// Home leads to the playground in the page's language, from the English page in that
	// of the browser.
	Home string
	// Words are the page's own.
	Words activityWords
	// Languages lead to the page in every language.
	Languages []languageLink
}

// activityWords are those of the pages of the activities.
type activityWords struct{ All, About, Use, Edit, Course, Scorm, Language string }

// languageLink leads to a page in a language; Here is that of the page itself.
type languageLink struct {
	Lang, Name, To string
	Here           bool
}

// newActivityPage returns a page with what all of them have. Path is the English page's.
func newActivityPage(public, path, lang string, shown share) activityPage {
	text := i18n.For(lang).Text
	page := experiment.LanguageFolder(lang) + path
	spoken, _ := experiment.LanguageOf(lang)
	shown.Lang, shown.Dir = spoken.Tag(), spoken.Dir()
	shown.Site.Public, shown.Site.Page, shown.Site.Title, shown.Site.Languages = public, page, shown.Title, experiment.LanguageCodes()
	root := strings.Repeat("../", strings.Count(page, "/"))
	shown.To = root + "#" + shown.Site.Fragment
	p := activityPage{
		share: shown, Root: root, Home: root, Pictures: root + activitiesFolder,
		Words: activityWords{
			text("gallery.title"), text("gallery.about"), text("gallery.use"), text("gallery.edit"), text("gallery.course"), text("gallery.scorm"), text("page.language"),
		},
	}
	if lang != i18n.English {
		p.Home += "#lang=" + lang
	}
	for _, language := range experiment.Languages() {
		p.Languages = append(p.Languages, languageLink{language.Tag(), language.Name, root + experiment.LanguageFolder(language.Code) + path, language.Code == lang})
	}
	return p
}

// oneActivity is the page of an activity.
type oneActivity struct {
	activityPage
	// Minutes says how long it takes.
	Minutes string
	// Lines are the texts to copy, Notes those for teachers, in a language of this tag and
	// direction.
	Lines               []courseLine
	Notes               template.HTML
	NotesLang, NotesDir string
}

// courseLine is a text to copy into a course; web/gallery.js writes it.
type courseLine struct {
	Key, Label string
	Rows       int
}

// activityPageOf returns the page of an activity in a language. What it opens is in that
// language, in English in that of the browser.
func activityPageOf(public, name, lang string) oneActivity {
	a, text := gallery.Activity(name), i18n.For(lang).Text
	path, title := activitiesFolder+name+"/", a.Title.In(lang)
	opens := "activity=" + name
	if lang != i18n.English {
		opens += "&lang=" + lang
	}
	notes, _ := experiment.LanguageOf(teaching.Language(name, lang))
	return oneActivity{
		activityPage: newActivityPage(public, path, lang, share{
			Name: name, Title: title, Description: a.Aim.In(lang),
			PictureAlt: text("gallery.picture", "title", title),
			Site:       site.Share{Folder: experiment.LanguageFolder(lang) + path, Fragment: opens},
		}),
		Minutes:   text("gallery.minutes", "minutes", strconv.Itoa(a.Minutes)),
		Notes:     notesPage(teaching.Notes(name, lang)),
		NotesLang: notes.Tag(), NotesDir: notes.Dir(),
		Lines: []courseLine{
			{"iframe", text("share.iframe"), 3}, {"oembed", text("gallery.oembed"), 1}, {"element", text("share.element"), 3}, {"jupyter", text("share.jupyter"), 2}, {"link", text("share.link"), 1},
		},
	}
}

// allActivities is the page of all activities. Sites that show previews of it have those
// of the first.
type allActivities struct {
	activityPage
	Activities []oneActivity
}

// activitiesPageOf returns the page of the activities in a language.
func activitiesPageOf(public, lang string, all []oneActivity) allActivities {
	first := all[0].share
	shown := share{Title: i18n.For(lang).Text("gallery.title"), Description: i18n.For(lang).Text("gallery.about"), PictureAlt: first.PictureAlt, Site: first.Site}
	return allActivities{newActivityPage(public, activitiesFolder, lang, shown), all}
}
