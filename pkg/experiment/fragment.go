package experiment

import (
	"strconv"
	"strings"
)

// Encode writes an experiment as the fragment of a link, without '#'. What
// [Decode] assumes anyway is left out, so the lesson is "". The text is plain
// ASCII that no browser changes.
//
// A link longer than [MaxFragment] is not read again: see [LinkProblem].
func Encode(e Experiment) string { return encode(e, "&", false) }

// Pairs returns the keys and values of the link of an experiment.
func Pairs(e Experiment) [][2]string { return pairs(e, false) }

// encode writes the pairs of an experiment. Plain data is never packed.
func encode(e Experiment, between string, plain bool) string {
	var b strings.Builder
	for _, pair := range pairs(e, plain) {
		if b.Len() > 0 {
			b.WriteString(between)
		}
		row, _ := findProperty(pair[0])
		b.WriteString(row.key + "=" + row.escaped(pair[1]))
	}
	return b.String()
}

func pairs(e Experiment, plain bool) [][2]string { return pairsOver(Default(), e, plain) }

// pairsOver writes the pairs that lead from base to an experiment.
func pairsOver(base, e Experiment, plain bool) [][2]string {
	// base is what Decode makes of the pairs written so far. Comparing with
	// it, rather than with the default, takes care of every property that
	// changes others: a preset, an optimizer, layers, a seed.
	written := map[string]bool{}
	var all [][2]string
	for _, row := range properties {
		must := row.mustWrite(e, base, written)
		if plain && row.key == xsProperty.key {
			must = otherData(e, base)
		}
		if !must {
			continue
		}
		in := input{text: row.value(e), grammar: parseStrict, other: func(key string) (string, bool) {
			return e.Value(key), true
		}}
		if next := base; row.set(&next, in) == nil {
			base = next // else the value is invalid, and the reader will say so
		}
		written[row.key] = true
		all = append(all, [2]string{row.key, in.text})
	}
	return all
}

// LinkProblem reports why the link of an experiment would not be read, as when
// it has too much data; nil when it would.
func LinkProblem(e Experiment) *Problem { return FragmentProblem(Encode(e)) }

// FragmentProblem reports the first problem that reading a fragment just written
// would have; nil when there is none.
func FragmentProblem(fragment string) *Problem {
	_, problems := Decode(fragment)
	if len(problems) == 0 {
		return nil
	}
	p := problems[0]
	if p.Code == "fragment_too_long" {
		p.Code = "link_too_long" // the link is written and not yet opened
	}
	return p
}

// mustWrite reports whether a link that would so far be read as base has to
// write the property for e.
func (row property) mustWrite(e, base Experiment, written map[string]bool) bool {
	if row.with != "" {
		return written[row.with] && (row.applies == nil || row.applies(e))
	}
	if row.differs != nil {
		return row.differs(e, base)
	}
	return row.value(e) != row.value(base)
}

// Decode reads the fragment of a link, with or without '#'; one of TensorFlow
// Playground, or its whole address, is read by [FromPlayground]. It never fails:
// what it cannot read is reported and left at its default, and the result is
// always valid. Keys that it does not know are reported and passed over, so that
// older pages read newer links; of two equal keys the last counts, so that appending
// "&epochs=1000" to any link overrides it; a key alone ("embed") is a yes, like an
// HTML attribute. Percent-encoding is read, and '+' is a plus sign.
func Decode(fragment string) (Experiment, []*Problem) {
	if e, notices, ok := FromPlayground(fragment); ok {
		return e, notices
	}
	fragment = strings.TrimPrefix(fragment, "#")
	if size := len(fragment); size > MaxFragment {
		return Default(), []*Problem{NewProblem("fragment_too_long", "size", strconv.Itoa(size), "limit", strconv.Itoa(MaxFragment))}
	}
	given := cutPairs(fragment, "&")
	e, problems := decode(Default(), given)
	return e, append(problems, strangers(given)...)
}

// decode reads pairs over an experiment.
func decode(e Experiment, given map[string]string) (Experiment, []*Problem) {
	var problems []*Problem
	for _, row := range properties {
		if _, ok := given[row.key]; !ok {
			continue
		}
		next := e
		in := input{text: given[row.key], grammar: parseStrict, other: func(key string) (string, bool) {
			text, ok := given[key]
			return text, ok
		}}
		if p := row.set(&next, in); p != nil {
			problems = append(problems, p.about(row.key))
			continue
		}
		if row.warns != nil {
			problems = append(problems, row.warns(in.text)...)
		}
		e = next
	}
	return e, problems
}

// cutPairs cuts a text into its keys and values.
func cutPairs(text, between string) map[string]string {
	given := map[string]string{}
	for pair := range strings.SplitSeq(text, between) {
		key, value, _ := strings.Cut(pair, "=")
		given[unescape(key)] = unescape(value)
	}
	return given
}

// escaped returns the text of a property as a link has it, whatever the link
// is pasted into: HTML, Markdown, a mail.
func (row property) escaped(text string) string {
	if !row.words {
		return text
	}
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	plain := 0 // so many bytes are behind a percent sign of the text
	for i := range len(text) {
		c := text[i]
		letter := c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9'
		// Not a mark at the end, which mail programs leave out of a link. And no
		// digits behind a percent sign of the text: the page takes those for a link
		// that was escaped twice on its way.
		if plain = max(plain-1, 0); c == '%' {
			plain = 3
		}
		if plain == 0 && (letter || (strings.IndexByte("-._,:", c) >= 0 && i < len(text)-1)) {
			b.WriteByte(c)
			continue
		}
		b.WriteString("%" + hex[c>>4:c>>4+1] + hex[c&15:c&15+1])
	}
	return b.String()
}

// unescape reads percent-encoding. A percent sign that encodes nothing stays,
// so that a message can quote it.
func unescape(s string) string {
	if !strings.Contains(s, "%") {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '%' && i+2 < len(s) {
			if v, err := strconv.ParseUint(s[i+1:i+3], 16, 8); err == nil {
				b.WriteByte(byte(v))
				i += 2
				continue
			}
		}
		b.WriteByte(s[i])
	}
	return b.String()
}
