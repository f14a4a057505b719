package eval

import (
	"strings"

	"firstneuron/pkg/experiment/python"
)

// imports makes the names of an import known.
func (t *Thread) imports(f *frame, s *python.Statement) error {
	for _, name := range s.Names {
		path := name.Path
		if s.Kind == python.FromImport {
			path = s.Text + "." + path
		}
		if name.Path == "*" {
			if err := t.importAll(f, s.Text); err != nil {
				return err
			}
			continue
		}
		v, err := t.imported(path, name.Span)
		if err != nil {
			return err
		}
		t.set(f, name.As, v)
	}
	return nil
}

// imported returns what a dotted path names, from the root of its library.
func (t *Thread) imported(path string, at python.Span) (Value, error) {
	root, rest, _ := strings.Cut(path, ".")
	module, ok := t.config.Modules[root]
	if !ok {
		module, ok = standard[root]
	}
	if !ok || module == nil {
		return Unknown{Why: Lacking, Text: path, At: at}, nil
	}
	var v Value = module
	for rest != "" {
		var name string
		name, rest, _ = strings.Cut(rest, ".")
		var err error
		if v, err = t.Attr(v, name); err != nil {
			return nil, err
		}
	}
	if u, unknown := v.(Unknown); unknown {
		u.At, u.Text = at, path
		return u, nil
	}
	return v, nil
}

// Imported returns what an import of a path would make known.
func (t *Thread) Imported(path string) (Value, error) { return t.imported(path, t.at) }

// importAll makes all names of a module known.
func (t *Thread) importAll(f *frame, path string) error {
	v, err := t.imported(path, t.at)
	if err != nil {
		return err
	}
	if module, ok := v.(*Module); ok {
		for name, member := range module.Members {
			t.set(f, name, member)
		}
	}
	return nil
}
