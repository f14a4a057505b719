package workbook

import (
	"strconv"
	"strings"
)

// A tag is a tag of XML with the text that follows it.
type tag struct {
	name        string // without its prefix
	attributes  string
	text        string
	end, closed bool // </c>, and <c/>
}

// tags goes through a document from tag to tag.
func tags(document string, yield func(tag) bool) {
	for {
		_, rest, found := strings.Cut(document, "<")
		if !found {
			return
		}
		inside, after, closed := strings.Cut(rest, ">")
		if !closed {
			return
		}
		text := after
		if i := strings.IndexByte(after, '<'); i >= 0 {
			text = after[:i]
		}
		document = after
		t := tag{text: text}
		inside, t.end = strings.CutPrefix(inside, "/")
		inside, t.closed = strings.CutSuffix(inside, "/")
		t.name, t.attributes, _ = strings.Cut(strings.ReplaceAll(inside, "\n", " "), " ")
		t.name = t.name[strings.IndexByte(t.name, ':')+1:]
		if !yield(t) {
			return
		}
	}
}

// attribute returns the value of an attribute, "" for none.
func (t tag) attribute(name string) string {
	for rest := " " + t.attributes; ; {
		i := strings.Index(rest, name+"=")
		if i < 0 {
			return ""
		}
		before, value := rest[:i], rest[i+len(name)+1:]
		rest = value
		if last := before[max(len(before)-1, 0):]; last != " " && last != ":" || value == "" {
			continue
		}
		text, _, closed := strings.Cut(value[1:], value[:1])
		if closed && (value[0] == '"' || value[0] == '\'') {
			return plain(text)
		}
	}
}

// plain replaces the character references of XML, and what would part cells or lines.
func plain(s string) string {
	if strings.ContainsAny(s, "\t\n\r") {
		s = strings.NewReplacer("\t", " ", "\r", "", "\n", " ").Replace(s)
	}
	if !strings.Contains(s, "&") {
		return s
	}
	s = strings.NewReplacer("&lt;", "<", "&gt;", ">", "&quot;", `"`, "&apos;", "'").Replace(s)
	var b strings.Builder
	for {
		before, after, found := strings.Cut(s, "&#")
		b.WriteString(before)
		if !found {
			return strings.ReplaceAll(b.String(), "&amp;", "&")
		}
		digits, rest, closed := strings.Cut(after, ";")
		v, err := strconv.ParseUint(strings.TrimPrefix(digits, "x"), map[bool]int{true: 16, false: 10}[strings.HasPrefix(digits, "x")], 20)
		if !closed || err != nil {
			b.WriteString("&#")
			s = after
			continue
		}
		if v < ' ' {
			v = ' '
		}
		b.WriteRune(rune(v))
		s = rest
	}
}
