package site

import (
	"net/http"
	"strconv"
	"strings"
)

// readRange changes a request's Range, for a representation of so many bytes,
// where net/http would answer wrongly: another unit than bytes is no range at
// all, and the last 0 bytes are none.
//
// Source: RFC 9110, sections 14.1.1, "Range Specifiers", 14.1.2, "Byte Ranges",
// and 14.2, "Range".
func readRange(header http.Header, size int) {
	text := header.Get("Range")
	if text == "" {
		return
	}
	unit, specs, _ := strings.Cut(text, "=")
	if !strings.EqualFold(unit, "bytes") {
		header.Del("Range")
		return
	}
	parts := strings.Split(specs, ",")
	for i, part := range parts {
		if suffix, found := strings.CutPrefix(strings.TrimSpace(part), "-"); found && suffix != "" && strings.Trim(suffix, "0") == "" {
			parts[i] = strconv.Itoa(size) + "-" // begins behind the end
		}
	}
	header.Set("Range", "bytes="+strings.Join(parts, ","))
}
