package bundle

import (
	"slices"
	"strings"
)

// sortAttributes returns HTML with the attributes of each tag in order of their
// names. go-app writes them in the order of a map, which is another each time:
// without this each build of a site would be a new version of it.
func sortAttributes(html string) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(html, "<")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		tag, after := cutTag(rest)
		b.WriteString("<" + tag.name)
		slices.Sort(tag.attributes)
		for _, attribute := range tag.attributes {
			b.WriteString(" " + attribute)
		}
		b.WriteString(tag.end)
		html = after
	}
}

// tag is the text between two angle brackets, in its parts.
type tag struct {
	name       string
	attributes []string // each as it is written
	end        string   // ">", "/>", or "" where the text ends first
}

// cutTag takes a tag off a text that begins behind its angle bracket.
func cutTag(text string) (tag, string) {
	const spaces = " \t\r\n"
	name := strings.IndexAny(text, spaces+"/>")
	if strings.HasPrefix(text, "/") || strings.HasPrefix(text, "!") { // an end, a comment
		name = strings.IndexByte(text, '>')
	}
	if name < 0 {
		return tag{name: text}, ""
	}
	t, rest := tag{name: text[:name]}, text[name:]
	for {
		rest = strings.TrimLeft(rest, spaces)
		for _, end := range []string{">", "/>"} {
			if after, found := strings.CutPrefix(rest, end); found {
				t.end = end
				return t, after
			}
		}
		if rest == "" {
			return t, ""
		}
		n := attributeLength(rest)
		t.attributes, rest = append(t.attributes, rest[:n]), rest[n:]
	}
}

// attributeLength returns the length of the attribute at the beginning of a text.
func attributeLength(text string) int {
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '"' || c == '\'':
			closed := strings.IndexByte(text[i+1:], c)
			if closed < 0 {
				return len(text)
			}
			i += 1 + closed
		case i > 0 && strings.IndexByte(" \t\r\n>", c) >= 0, i > 0 && strings.HasPrefix(text[i:], "/>"):
			return i
		}
	}
	return len(text)
}
