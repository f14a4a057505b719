package i18n

import (
	"errors"
	"strconv"
	"strings"
)

// read reads a catalogue: one JSON object of texts. Package encoding/json would be 40 kB
// of what every learner loads.
func read(text string) (map[string]string, error) {
	messages := make(map[string]string)
	rest, ok := strings.CutPrefix(strings.TrimSpace(text), "{")
	for ok {
		var key, message string
		if key, rest, ok = quoted(rest); !ok {
			break
		}
		if rest, ok = strings.CutPrefix(strings.TrimSpace(rest), ":"); !ok {
			break
		}
		if message, rest, ok = quoted(rest); !ok {
			break
		}
		messages[key] = message
		rest = strings.TrimSpace(rest)
		if rest == "}" {
			return messages, nil
		}
		rest, ok = strings.CutPrefix(rest, ",")
	}
	return nil, errors.New("want an object of texts, near " + strconv.Quote(rest[:min(len(rest), 40)]))
}

// quoted takes a text in quotes from the beginning of another.
func quoted(text string) (value, rest string, ok bool) {
	text = strings.TrimSpace(text)
	if !strings.HasPrefix(text, `"`) {
		return "", text, false
	}
	var b strings.Builder
	for i := 1; i < len(text); i++ {
		switch text[i] {
		case '"':
			return b.String(), text[i+1:], true
		case '\\':
			i++
			switch {
			case i < len(text) && text[i] == 'n':
				b.WriteByte('\n')
			case i < len(text) && strings.IndexByte(`"\/`, text[i]) >= 0:
				b.WriteByte(text[i])
			default: // which no catalogue has
				return "", text, false
			}
		default:
			b.WriteByte(text[i])
		}
	}
	return "", text, false
}
