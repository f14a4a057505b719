package bundle

import (
	"html"
	"html/template"
	"strings"
)

// notesPage writes notes for teachers as HTML. Of Markdown they have headings, lists and
// paragraphs; the title and the block of how it is solved, which are for the test, are
// left out.
func notesPage(markdown string) template.HTML {
	var b strings.Builder
	list := ""
	open := func(kind string) {
		if list != kind {
			if list != "" {
				b.WriteString("</" + list + ">\n")
			}
			if list = kind; kind != "" {
				b.WriteString("<" + kind + ">\n")
			}
		}
	}
	markdown, _, _ = strings.Cut(markdown, "\n## How it is solved")
	for line := range strings.Lines(markdown) {
		line = strings.TrimSpace(line)
		text := html.EscapeString
		switch number, rest, isNumbered := strings.Cut(line, ". "); {
		case line == "", strings.HasPrefix(line, "# "), strings.HasPrefix(line, "Opens with "):
			continue
		case strings.HasPrefix(line, "## "):
			open("")
			b.WriteString("<h2>" + text(line[3:]) + "</h2>\n")
		case strings.HasPrefix(line, "- "):
			open("ul")
			b.WriteString("<li>" + text(line[2:]) + "</li>\n")
		case isNumbered && number != "" && strings.Trim(number, "0123456789") == "":
			open("ol")
			b.WriteString("<li>" + text(rest) + "</li>\n")
		default:
			open("")
			b.WriteString("<p>" + text(line) + "</p>\n")
		}
	}
	open("")
	return template.HTML(b.String()) //nolint:gosec // escaped above
}
