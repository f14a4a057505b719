package i18n

import (
	"errors"
	"strconv"
	"strings"
)

// firstWords begin the file of a language's words.
const firstWords = "First Neuron words 1"

// The file of a language is quick to read: after a line with the language and the number
// of messages, which tells a file that was cut, a line for each message, its key and its
// text. web/words.js looks at the first line, and for messages that it needs itself.
//
//	First Neuron words 1 ko 868
//	surface.best=최선

// unescapes reads what a line cannot hold as it is.
var unescapes = strings.NewReplacer(`\\`, `\`, `\n`, "\n")

// errFile is the error of a text that is no file of words, or not a whole one.
var errFile = errors.New("i18n: this is not the whole file of a language's words: fetch it again")

// read reads the file of a language.
func read(text string) (lang string, messages map[string]string, err error) {
	head, rest, _ := strings.Cut(text, "\n")
	head, ok := strings.CutPrefix(head, firstWords+" ")
	lang, number, found := strings.Cut(head, " ")
	count, err := strconv.Atoi(number)
	if !ok || !found || lang == "" || err != nil || count != strings.Count(rest, "\n") || !strings.HasSuffix(text, "\n") {
		return "", nil, errFile
	}
	messages = make(map[string]string, count)
	for line := range strings.Lines(rest) {
		key, message, found := strings.Cut(line[:len(line)-1], "=")
		if !found || key == "" {
			return "", nil, errFile
		}
		if strings.Contains(message, `\`) {
			message = unescapes.Replace(message)
		}
		messages[key] = message
	}
	if len(messages) != count {
		return "", nil, errFile
	}
	return lang, messages, nil
}
