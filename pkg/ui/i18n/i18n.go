// Package i18n holds the words of the page, one JSON catalogue a language of
// [experiment.Languages].
//
// A message is looked up by a dotted key and may hold placeholders in braces:
//
//	i18n.For(lang).Text("status.epoch", "epoch", "3", "goal", "500", "loss", "1.2345")
//
// Terms that Korean deep-learning courses leave in English (Dense, SGD, Adam)
// stay in English in every catalogue.
package i18n

import (
	"embed"
	"strings"
	"unicode"
	"unicode/utf8"

	"firstneuron/pkg/experiment"
)

// English is the language of last resort; its catalogue is complete.
const English = experiment.English

//go:embed *.json
var files embed.FS

// Languages lists the languages in the order of the page's menu.
func Languages() []experiment.Language { return experiment.Languages() }

// Name returns what its speakers call a language, "" for one that the page does
// not speak.
func Name(lang string) string {
	for _, language := range Languages() {
		if language.Code == lang {
			return language.Name
		}
	}
	return ""
}

// Catalogue is the messages of one language.
type Catalogue struct {
	// Lang is the catalogue's language code.
	Lang     string
	messages map[string]string
}

var catalogues = load()

func load() map[string]Catalogue {
	all := make(map[string]Catalogue)
	for _, language := range Languages() {
		text, err := files.ReadFile(language.Code + ".json")
		if err != nil {
			panic("i18n: " + err.Error())
		}
		messages, err := read(string(text))
		if err != nil {
			panic("i18n: " + language.Code + ".json: " + err.Error())
		}
		all[language.Code] = Catalogue{Lang: language.Code, messages: messages}
	}
	// A learner's mistakes have their English words where they are found.
	for code, message := range experiment.Messages() {
		all[English].messages["problem."+code] = sentence(message)
	}
	return all
}

// sentence writes the message of an error, which begins small and has no full
// stop, as a sentence.
func sentence(message string) string {
	first, size := utf8.DecodeRuneInString(message)
	return string(unicode.ToUpper(first)) + message[size:] + "."
}

// For returns the catalogue of a language, English for one the page does not
// speak.
func For(lang string) Catalogue {
	if c, ok := catalogues[lang]; ok {
		return c
	}
	return catalogues[English]
}

// Match returns the first of the preferred languages that the page speaks,
// comparing the primary subtag only ("fr-CA" is "fr"), or English.
func Match(preferred ...string) string {
	for _, tag := range preferred {
		primary, _, _ := strings.Cut(strings.ToLower(tag), "-")
		if _, ok := catalogues[primary]; ok {
			return primary
		}
	}
	return English
}

// Text returns the message of a key with its placeholders filled from pairs of
// name and value. It returns the English message where the language lacks the
// key, and the key itself where English lacks it too, which a test forbids.
func (c Catalogue) Text(key string, pairs ...string) string {
	text, ok := c.messages[key]
	if !ok {
		if text, ok = catalogues[English].messages[key]; !ok {
			return key
		}
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
