// Package godebug stands in for internal/godebug in the page's program: see
// ../../README.md. The variable GODEBUG chooses how a Go program behaves where its
// language has changed; a page has no environment, so that each setting has its default.
package godebug

// Setting is one of the settings.
type Setting struct{ name string }

// New returns the setting of a name; one that starts with # is not documented.
func New(name string) *Setting { return &Setting{name} }

// Name returns the name of the setting, without the #.
func (s *Setting) Name() string {
	if s.Undocumented() {
		return s.name[1:]
	}
	return s.name
}

// Undocumented reports whether the setting's name starts with #.
func (s *Setting) Undocumented() bool { return s.name != "" && s.name[0] == '#' }

// Value is "", which is the default.
func (s *Setting) Value() string { return "" }

// String writes the setting as GODEBUG does.
func (s *Setting) String() string { return s.Name() + "=" }

// IncNonDefault counts nothing, since no setting is other than its default.
func (s *Setting) IncNonDefault() {}
