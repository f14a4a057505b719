package bundle

import (
	"bytes"
	"cmp"
	_ "embed"
	"fmt"
	"html/template"
	"strings"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/site"
	"firstneuron/pkg/ui"
	"firstneuron/pkg/ui/i18n"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

//go:embed document.html
var documentSource string

var documentTemplate = template.Must(template.Must(shareTemplate.Clone()).New("document.html").Parse(documentSource))

// withoutWords are the keys of what may have to be said when the words of no language can
// be fetched: why the page's program may not run, as web/reasons.js and web/boot.js name
// it, what can be done then, and what it says while it comes.
var withoutWords = []string{
	"program.unsupported", "program.unsupported_edge", "program.unsupported_apple", "program.blocked", "program.unloaded", "program.sandboxed",
	"program.died", "program.kept", "program.reload", "program.go_on", "program.loading", "program.start",
}

// document is the page in a language before its program runs: the lesson as it stands
// untrained, with its chart, and hidden sentences for when neither the program nor its
// words can come, in that language and in English. names has the hashed name of each file,
// public is where learners reach the site, "" where nobody has said it.
//
// The English one is the site's root. That of another language stands in its folder until
// its program begins: boot.js makes the address the root's then. So its scripts come before
// boot.js, after which "../" leads elsewhere.
//
// What is prerendered is the built-in lesson and never anything of a learner:
// go-app does not escape attribute values.
func document(lang string, names map[string]string, public string, options site.Options) ([]byte, error) {
	page := sortAttributes(app.HTMLString(ui.NewPlayground(lang)))
	if !strings.HasPrefix(page, "<div") {
		return nil, fmt.Errorf("the prerendered page begins with %.40q, want the playground's <div>", page)
	}
	text := func(lang, key string) string { return i18n.For(lang).Text(key) }
	language, _ := experiment.LanguageOf(lang)
	told, title, root := []experiment.Language{language}, "First Neuron", strings.Repeat("../", strings.Count(experiment.LanguageFolder(lang), "/"))
	if root != "" {
		english, _ := experiment.LanguageOf(experiment.English)
		told = append(told, english)
		title += " – " + text(lang, "page.title")
		page = strings.ReplaceAll(page, `href="./`, `href="`+root) // for who has no scripts
	}
	lesson := shareOf(public, experiment.Examples()[0])
	lesson.Title, lesson.Site.Title, lesson.Site.Page = title, title, experiment.LanguageFolder(lang)
	lesson.Site.Languages = experiment.LanguageCodes()
	lesson.Description = text(lang, "page.tagline")
	if root != "" {
		lesson.PictureAlt = i18n.For(lang).Text("gallery.picture", "title", text(lang, "example."+lesson.Name))
	}
	var out bytes.Buffer
	err := documentTemplate.Execute(&out, map[string]any{
		"Names":    names,
		"Share":    lesson,
		"Policy":   options.MetaPolicy(),
		"Page":     template.HTML(page), //nolint:gosec // made from constants above
		"Language": language,
		"Root":     root,
		"Here":     cmp.Or(root, "./"),
		"Told":     told,
		"Keys":     withoutWords,
		"Text":     text,
	})
	return out.Bytes(), err
}
