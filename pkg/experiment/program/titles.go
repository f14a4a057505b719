package program

import (
	"strconv"
	"strings"
	"unicode"

	"firstneuron/pkg/experiment/python/eval"
)

// count returns how many things of a name were made before, as Keras counts them to tell
// them apart: dense, dense_1.
func (r *reader) count(name string) int {
	if r.counts == nil {
		r.counts = map[string]int{}
	}
	r.counts[name]++
	return r.counts[name] - 1
}

// automatic is the name that Keras gives to what has none.
func automatic(name string, number int) string {
	if number == 0 {
		return name
	}
	return name + "_" + strconv.Itoa(number)
}

// snake writes the name of a class as Keras does for a name: leaky_re_lu of LeakyReLU.
func snake(class string) string {
	var b strings.Builder
	runes := []rune(class)
	for i, c := range runes {
		begins := i > 0 && unicode.IsUpper(c) && (unicode.IsLower(runes[i-1]) || i+1 < len(runes) && unicode.IsLower(runes[i+1]))
		if begins {
			b.WriteByte('_')
		}
		b.WriteRune(unicode.ToLower(c))
	}
	return b.String()
}

// title is what Keras calls a layer.
func (o *object) title() string {
	if v := o.r.arguments(o.call).take(-1, "name"); v.kind == textValue {
		return v.word
	}
	return automatic(snake(o.madeClass()), o.number)
}

// title is what Keras calls a model.
func (m *model) title() string {
	position := 1
	if m.functional {
		position = 2
	}
	if v := m.r.arguments(m.call).take(position, "name"); v.kind == textValue {
		return v.word
	}
	return automatic(strings.ToLower(m.Class()), m.number)
}

// Repr is <Dense name=dense, built=True>.
func (o *object) Repr(t *eval.Thread) (string, error) {
	if !o.layer {
		return "", t.Lacking(o.word)
	}
	return "<" + o.madeClass() + " name=" + o.title() + ", built=" + truthText(o.built()) + ">", nil
}

// Str is its Repr.
func (o *object) Str(t *eval.Thread) (string, error) { return o.Repr(t) }

// Repr is <Sequential name=sequential, built=True>.
func (m *model) Repr(t *eval.Thread) (string, error) {
	if m.subclassed {
		return "", t.Lacking(m.Class())
	}
	return "<" + m.Class() + " name=" + m.title() + ", built=" + truthText(m.isBuilt()) + ">", nil
}

// Str is its Repr.
func (m *model) Str(t *eval.Thread) (string, error) { return m.Repr(t) }
