// Package regexp stands in for regexp in the page's program: see ../README.md.
// go-app compares a document's path with regular expressions, of which the page
// has none.
package regexp

const absent = "regexp is not part of the page's program (third_party/std)"

// Regexp is a compiled regular expression.
type Regexp struct{}

// MustCompile panics.
func MustCompile(string) *Regexp { panic(absent) }

// MatchString panics.
func (*Regexp) MatchString(string) bool { panic(absent) }
