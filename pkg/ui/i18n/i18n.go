// Package i18n holds the words of the page, one catalogue a language of
// [experiment.Languages].
//
// A message is looked up by a dotted key and may hold placeholders in braces:
//
//	i18n.For(lang).Text("status.epoch", "epoch", "3", "goal", "500", "loss", "1.2345")
//
// The catalogues are the JSON files of this folder. Programs of this machine have them
// embedded. The page's program has none: it [Add]s the words of a language that it has
// fetched, a file of the site that [File] makes of a catalogue.
//
// Terms that Korean deep-learning courses leave in English (Dense, SGD, Adam)
// stay in English in every catalogue.
package i18n

import (
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"firstneuron/pkg/experiment"
)

// English is the language of last resort; its catalogue is complete.
const English = experiment.English

// Languages lists the languages in the order of the page's menu.
func Languages() []experiment.Language { return experiment.Languages() }

// Name returns what its speakers call a language, "" for one that the page does
// not speak.
func Name(lang string) string {
	language, _ := experiment.LanguageOf(lang)
	return language.Name
}

// Catalogue is the messages of one language.
type Catalogue struct {
	// Lang is the catalogue's language code.
	Lang     string
	messages map[string]string
	// lesson is the first lesson with the words of the language.
	lesson *experiment.Activity
	latest *translation
}

// translation is the activity that was translated last: a page asks for it many times a
// frame.
type translation struct {
	mu       sync.Mutex // catalogues may be read side by side
	of, said *experiment.Activity
}

// catalogues are those that are here, first is the language of the one that came first.
var (
	catalogues = embedded()
	first      = English
)

// newCatalogue returns the catalogue of some messages.
func newCatalogue(lang string, messages map[string]string) Catalogue {
	if lang == English {
		// A learner's mistakes have their English words where they are found.
		for code, message := range experiment.Messages() {
			messages["problem."+code] = sentence(message)
		}
	}
	c := Catalogue{Lang: lang, messages: messages, latest: new(translation)}
	c.lesson = c.translated(experiment.FirstLesson())
	return c
}

// Add takes the words of a language from a file that [File] has made, and returns that
// language.
func Add(file string) (lang string, err error) {
	lang, messages, err := read(file)
	if err != nil {
		return "", err
	}
	if len(catalogues) == 0 {
		first = lang
	}
	catalogues[lang] = newCatalogue(lang, messages)
	return lang, nil
}

// Has reports whether the words of a language are here.
func Has(lang string) bool {
	_, ok := catalogues[lang]
	return ok
}

// First returns the language whose words came first; English where all are embedded.
func First() string { return first }

// sentence writes the message of an error, which begins small and has no full
// stop, as a sentence.
func sentence(message string) string {
	first, size := utf8.DecodeRuneInString(message)
	return string(unicode.ToUpper(first)) + message[size:] + "."
}

// For returns the catalogue of a language; of one that is not here, that which came
// first.
func For(lang string) Catalogue {
	if c, ok := catalogues[lang]; ok {
		return c
	}
	return catalogues[first]
}

// Match returns the first of the preferred languages that the page speaks,
// comparing the primary subtag only ("fr-CA" is "fr"), or English.
func Match(preferred ...string) string {
	for _, tag := range preferred {
		primary, _, _ := strings.Cut(strings.ToLower(tag), "-")
		if _, ok := experiment.LanguageOf(primary); ok {
			return primary
		}
	}
	return English
}

// Activity returns an activity of the gallery with the words of the language beside its
// English ones; an author's own as it is.
func (c Catalogue) Activity(a *experiment.Activity) *experiment.Activity {
	switch {
	case a == experiment.FirstLesson():
		return c.lesson
	case a == nil || a.Name == "":
		return a
	}
	c.latest.mu.Lock()
	defer c.latest.mu.Unlock()
	if c.latest.of != a {
		c.latest.of, c.latest.said = a, c.translated(a)
	}
	return c.latest.said
}

// translated returns an activity with the words of the language, which English ones have
// where they are.
func (c Catalogue) translated(a *experiment.Activity) *experiment.Activity {
	if _, ok := c.messages["activity."+a.Name+".title"]; !ok {
		return a
	}
	return a.Translated(c.Lang, c.Message)
}

// Message returns the message of a key as the catalogue has it, "" for none.
func (c Catalogue) Message(key string) string { return c.messages[key] }

// Keys returns the keys of the messages.
func (c Catalogue) Keys() []string { return slices.Sorted(maps.Keys(c.messages)) }

// Text returns the message of a key with its placeholders filled from pairs of
// name and value. It returns the key itself where the language lacks it, which a test
// forbids.
func (c Catalogue) Text(key string, pairs ...string) string {
	text, ok := c.messages[key]
	if !ok {
		return key
	}
	if len(pairs) == 0 {
		return text
	}
	// One pass: a value that itself holds braces, such as a learner's text,
	// stays as it is.
	filled := make([]byte, 0, 2*len(text))
	for {
		before, rest, opened := strings.Cut(text, "{")
		filled = append(filled, before...)
		name, after, closed := strings.Cut(rest, "}")
		if !opened {
			return string(filled)
		}
		i := 0
		for i+1 < len(pairs) && pairs[i] != name {
			i += 2
		}
		if !closed || i+1 >= len(pairs) {
			filled, text = append(filled, '{'), rest
			continue
		}
		filled, text = append(filled, pairs[i+1]...), withParticle(pairs[i+1], after)
	}
}
