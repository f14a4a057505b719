package scorm

import (
	"hash/crc32"
	"strings"
)

// manifest returns imsmanifest.xml: one organization with one item, whose resource
// is the launch page.
//
// Source: ADL, SCORM 1.2 Content Aggregation Model, section 2.3, with the
// schemas imscp_rootv1p1p2 and adlcp_rootv1p2.
func (p Package) manifest(files []File) []byte {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="` + p.identifier() + `" version="1.0"
    xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
    xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="organization">
    <organization identifier="organization">
      <title>` + escape(p.Title) + `</title>
      <item identifier="item" identifierref="launch">
        <title>` + escape(p.Title) + `</title>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="launch" type="webcontent" adlcp:scormtype="sco" href="index.html">
`)
	for _, file := range files {
		b.WriteString(`      <file href="` + escape(file.Name) + "\"/>\n")
	}
	b.WriteString(`    </resource>
  </resources>
</manifest>
`)
	return []byte(b.String())
}

// identifier returns the name of a package, which depends on its content only, so
// that a second upload replaces the first.
func (p Package) identifier() string {
	sum := crc32.ChecksumIEEE([]byte(p.Title + "\n" + p.Lang + "\n" + p.Address + "\n" + p.Fragment))
	const digits = "0123456789abcdef"
	text := "firstneuron-"
	for shift := 28; shift >= 0; shift -= 4 {
		text += digits[sum>>shift&15 : sum>>shift&15+1]
	}
	return text
}

// escape writes a text for XML or HTML, in content and in quoted attributes.
// Characters that XML forbids become U+FFFD.
func escape(text string) string {
	text = strings.Map(func(r rune) rune {
		if (r < ' ' && r != '\t' && r != '\n') || r == 0xfffe || r == 0xffff {
			return '\ufffd'
		}
		return r
	}, strings.ToValidUTF8(text, "\ufffd"))
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "'", "&#39;").Replace(text)
}
