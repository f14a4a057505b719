package site

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html"
	"net/url"
	"regexp"
	"strings"

	"firstneuron/pkg/experiment"
)

// Share is what other sites show of a page of the site, by whole addresses:
// chats and social sites by Open Graph, course pages by oEmbed.
type Share struct {
	// Public is where learners reach the site, with a slash at its end.
	Public string
	// Page is the page's own path in the site, such as examples/celsius/.
	Page string
	// Folder has the page's picture and its oEmbed; mostly it is Page. A page in another
	// language has the picture of the English one.
	Folder string
	// Languages are those that the page is there in, if they are several.
	Languages []string
	// Title is the page's, and Fragment what it opens, without #.
	Title, Fragment string
	// Answers is set where a server answers for any address: see [Handler].
	Answers bool
}

// The picture of a page, in pixels.
const (
	PictureWidth  = 1200
	PictureHeight = 630
)

// name is the site's.
const name = "First Neuron"

// The frame that is suggested to other sites, in CSS pixels. Its line fits any
// column: it is as wide as the column. In one that is narrow the page is a
// column, too, and higher.
const (
	frameWidth        = 1000
	frameHeight       = 760
	narrow            = 600
	narrowFrameHeight = 1600
)

const (
	pictureName = "preview.png"
	oembedName  = "oembed.json"
)

// Tags are the lines of the page's head that name whole addresses, each with
// its line end. A site that does not know where it is has none: a wrong address
// is worse than no preview.
func (s Share) Tags() string {
	if s.Public == "" {
		return ""
	}
	oembed := s.Public + s.Folder + oembedName
	if s.Answers {
		oembed = s.Public + strings.TrimPrefix(oembedPath, "/") + "?" + url.Values{"url": {s.Public + s.Page}, "format": {"json"}}.Encode()
	}
	return fmt.Sprintf(`<meta property="og:url" content="%s">
<meta property="og:image" content="%s">
<link rel="alternate" type="application/json+oembed" title="%s" href="%s">
`, html.EscapeString(s.Public+s.Page), html.EscapeString(s.picture()), html.EscapeString(s.Title), html.EscapeString(oembed)) + s.languageTags()
}

// picture is the picture's whole address.
func (s Share) picture() string {
	_, folder := experiment.CutLanguage(s.Folder)
	return s.Public + folder + pictureName
}

// languageTags name the page in each of its languages, and for readers of any other that
// in English. Search engines want whole addresses, and one of the page itself.
func (s Share) languageTags() string {
	if len(s.Languages) < 2 {
		return ""
	}
	var b strings.Builder
	_, page := experiment.CutLanguage(s.Page)
	write := func(reader, lang string) {
		_, _ = fmt.Fprintf(&b, "<link rel=\"alternate\" hreflang=\"%s\" href=\"%s\">\n", reader, html.EscapeString(s.Public+experiment.LanguageFolder(lang)+page))
	}
	for _, code := range s.Languages {
		language, _ := experiment.LanguageOf(code)
		write(language.Tag(), code)
	}
	write("x-default", experiment.English)
	return b.String()
}

// OEmbed is the answer to a site that is given the page's address, and that has
// so much room for the frame, in CSS pixels; 0 is any.
//
// WordPress appends #?secret=… to the frame's address, which is no part of the
// last key's value behind an &.
//
// Source: oembed.com, section 2.3.4.4, "The rich type"; WordPress,
// wp_filter_oembed_result.
func (s Share) OEmbed(maxWidth, maxHeight int) []byte {
	width, height := frameWidth, frameHeight
	if maxWidth > 0 {
		width = min(width, maxWidth)
	}
	if width < narrow {
		height = narrowFrameHeight
	}
	if maxHeight > 0 {
		height = min(height, maxHeight)
	}
	opens := "embed=1&"
	if s.Fragment != "" {
		opens = s.Fragment + "&" + opens
	}
	var out bytes.Buffer
	write := json.NewEncoder(&out)
	write.SetEscapeHTML(false)
	write.SetIndent("", "  ")
	title := name
	if s.Title != name {
		title += ": " + s.Title
	}
	// Of strings and numbers, which JSON can always say.
	_ = write.Encode(map[string]any{
		"version": "1.0", "type": "rich", "provider_name": name, "provider_url": s.Public,
		"title": s.Title, "width": width, "height": height,
		"html": fmt.Sprintf(`<iframe src="%s#%s" width="100%%" height="%d" title="%s" frameborder="0" loading="lazy"></iframe>`,
			html.EscapeString(s.Public), html.EscapeString(opens), height, html.EscapeString(title)),
		"thumbnail_url": s.picture(), "thumbnail_width": PictureWidth, "thumbnail_height": PictureHeight,
	})
	return out.Bytes()
}

var (
	// folderTag is the line of a document's head that says where its picture and
	// its oEmbed are; the tags with whole addresses follow it.
	folderTag = regexp.MustCompile(`(?m)^<meta name="preview" content="([^"]*)">\n`)
	// addressTags are those of the build, which may know another address or none.
	addressTags = regexp.MustCompile(`(?m)^<(?:meta property="og:(?:url|image)"|link rel="alternate" (?:type="application/json\+oembed"|hreflang="))[^>]*>\n`)
	titleTag    = regexp.MustCompile(`<meta property="og:title" content="([^"]*)">`)
	opensTag    = regexp.MustCompile(`<html[^>]* data-to="[^"#]*#([^"]*)"`)
)

// readShare reads from a document at a path what is shared of it.
func readShare(public, page string, document []byte) (share Share, found bool) {
	folder, title := folderTag.FindSubmatch(document), titleTag.FindSubmatch(document)
	if folder == nil || title == nil {
		return Share{}, false
	}
	share = Share{
		Public: public, Page: strings.TrimPrefix(page, "/"),
		Folder: html.UnescapeString(string(folder[1])), Title: html.UnescapeString(string(title[1])),
	}
	if opens := opensTag.FindSubmatch(document); opens != nil {
		share.Fragment = html.UnescapeString(string(opens[1]))
	}
	return share, true
}

// write returns a document whose tags have the share's addresses.
func (s Share) write(document []byte) []byte {
	document = addressTags.ReplaceAll(document, nil)
	at := folderTag.FindIndex(document)
	if at == nil {
		return document
	}
	return bytes.Join([][]byte{document[:at[1]], []byte(s.Tags()), document[at[1]:]}, nil)
}
