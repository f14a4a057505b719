package i18n

import (
	"fmt"
	"slices"
	"strings"

	"firstneuron/pkg/experiment"
)

// ofDocuments begin the keys of messages that stand in the documents of the site alone,
// which are made before the page is there.
var ofDocuments = []string{"missing.", "program.no_script", "page.title"}

// File returns the words of a language as the page fetches them: without those that its
// program has of its own, which are the English ones of mistakes, and those that it never
// shows, which are the activities that the site has as files.
func File(lang string) string {
	c := For(lang)
	lesson, mistakes := experiment.FirstLesson().WordKeys(), experiment.Messages()
	var keys []string
	for _, key := range c.Keys() {
		code, isProblem := strings.CutPrefix(key, "problem.")
		_, found := mistakes[code]
		_, taught := lesson[key]
		switch {
		case lang == English && isProblem && found:
		case strings.HasPrefix(key, "activity.") && !taught:
		case slices.ContainsFunc(ofDocuments, func(prefix string) bool { return strings.HasPrefix(key, prefix) }):
		default:
			keys = append(keys, key)
		}
	}
	return write(c.Lang, keys, c.messages)
}

// write writes messages as a file of words, in the order of the keys.
func write(lang string, keys []string, messages map[string]string) string {
	escapes := strings.NewReplacer(`\`, `\\`, "\n", `\n`) // what a line cannot hold as it is
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s %d\n", firstWords, lang, len(keys))
	for _, key := range keys {
		b.WriteString(key + "=" + escapes.Replace(messages[key]) + "\n")
	}
	return b.String()
}
