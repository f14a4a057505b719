package experiment

import "slices"

// Spellings returns, for a property that is a choice or a yes or no, every text
// that sets it, in small letters and without spaces around, and the value that
// the text means: {"": "1", "1": "1", "true": "1", "0": "0", "false": "0"} for
// embed. It is nil for any other property. The script that the page has before
// its program (web/link.js) reads links by it.
func Spellings(key string) map[string]string {
	row, ok := findProperty(key)
	if !ok || row.names == nil {
		return nil
	}
	spellings := make(map[string]string)
	for _, text := range append(row.names(), yesNoWords()...) {
		e := Default()
		if row.set(&e, input{text: text, grammar: parseStrict}) == nil {
			spellings[text] = row.value(e)
		}
	}
	return spellings
}

// yesNoWords returns the spellings of yes and no.
func yesNoWords() []string { return slices.Concat(yesWords, noWords) }

// yesWords and noWords are the spellings of yes and no; empty as in an HTML attribute: embed.
var yesWords, noWords = []string{"1", "true", ""}, []string{"0", "false"}
