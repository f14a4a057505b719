package bundle

import (
	"bytes"
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

// document is the page before its program runs: the lesson as it stands
// untrained, with its chart, and hidden sentences for when neither the program nor its
// words can come, in the document's language and in English. names has the hashed name of each file, public is where learners reach the
// site, "" where nobody has said it.
//
// What is prerendered is the built-in lesson and never anything of a learner:
// go-app does not escape attribute values.
func document(names map[string]string, public string, options site.Options) ([]byte, error) {
	page := sortAttributes(app.HTMLString(ui.NewPlayground(experiment.English)))
	if !strings.HasPrefix(page, "<div") {
		return nil, fmt.Errorf("the prerendered page begins with %.40q, want the playground's <div>", page)
	}
	lesson := shareOf(public, experiment.Examples()[0])
	lesson.Title, lesson.Site.Title, lesson.Site.Page = "First Neuron", "First Neuron", ""
	var out bytes.Buffer
	err := documentTemplate.Execute(&out, map[string]any{
		"Names":  names,
		"Share":  lesson,
		"Policy": options.MetaPolicy(),
		"Page":   template.HTML(page), //nolint:gosec // made from constants above
		"Lang":   experiment.English,  // the language of what is prerendered
		"Told":   []string{experiment.English},
		"Keys":   withoutWords,
		"Text":   func(lang, key string) string { return i18n.For(lang).Text(key) },
	})
	return out.Bytes(), err
}
