package protocol

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"firstneuron/pkg/session"
)

// everyMessage returns each text of a Failure that the package can send, by the
// code and the method that leads to it.
func everyMessage(t *testing.T) map[string]string {
	t.Helper()
	const invalid = "w=0&b=0" // the link of a page with a mistake in a field
	found := make(map[string]string)
	for _, c := range []struct {
		fragment, method string
		params           map[string]any
	}{
		{"", "explode", nil},
		{"", "set", nil},
		{"", "set", map[string]any{"key": "colour", "value": "red"}},
		{"", "set", map[string]any{"key": "epochs", "value": "many"}},
		{"", "setState", nil},
		{"", "predict", nil},
		{"layers=1:exponential", "predict", map[string]any{"x": 1e9}},
		{"", "setLanguage", nil},
		{"", "setLanguage", map[string]any{"lang": "tlh"}},
		{"", "setTheme", nil},
		{"", "setTheme", map[string]any{"theme": "plaid"}},
		{"ask=first", "train", nil},
		{invalid, "train", nil},
	} {
		s := session.New(c.fragment)
		if c.fragment == invalid {
			s, _ = session.Update(s, session.SettingTyped{Key: "epochs", Text: "many"})
		}
		r := Request{ID: 1.0, Method: c.method, Params: c.params}
		_, failure := r.Messages(s)
		if failure == nil {
			_, failure = r.Result(s)
		}
		if failure == nil {
			t.Errorf("#%s %s %v succeeds, want a failure", c.fragment, c.method, c.params)
			continue
		}
		found[failure.Code+" "+c.method] = failure.Message
	}
	found["dropped"] = errNoRequest.Error()
	for name, v := range map[string]any{
		"large": strings.Repeat("x", MaxBytes+1), "deep": nested(MaxDepth + 1), "function": func() {},
	} {
		_, err := read(plain{v})
		if err == nil {
			t.Errorf("a value that is %s is read, want an error", name)
			continue
		}
		found["dropped "+name] = err.Error()
	}
	return found
}

// TestMessagesAreWords: course authors read the messages, so that no Go stands
// in them, and every code that the package has is among those that are read.
func TestMessagesAreWords(t *testing.T) {
	golang := regexp.MustCompile(`map\[|interface|any\{|struct\{|\bnil\b|%!|%[vdsq]|float64`)
	messages := everyMessage(t)
	for name, message := range messages {
		if len(message) < 10 || golang.MatchString(message) {
			t.Errorf("%s: the message is %q, want words for a course author", name, message)
		}
	}
	source, err := os.ReadFile("request.go")
	if err != nil {
		t.Fatal(err)
	}
	codes := make(map[string]bool)
	for key := range messages {
		code, _, _ := strings.Cut(key, " ")
		codes[code] = true
	}
	for _, match := range regexp.MustCompile(`(?m)^\t\w+ += "(\w+)"$`).FindAllStringSubmatch(string(source), -1) {
		if !codes[match[1]] || !slices.Contains(Codes(), match[1]) {
			t.Errorf("no message of the code %s is read here, or Codes lacks it", match[1])
		}
	}
	for _, method := range methods {
		if strings.HasPrefix(method.name, "set") && messages[BadParams+" "+method.name] == "" {
			t.Errorf("the message about bad params of %s is not read here", method.name)
		}
	}
	// Every literal of the source, too, should a case above be forgotten.
	for _, match := range regexp.MustCompile(`&Failure\{\w+, (.*)\}`).FindAllStringSubmatch(string(source), -1) {
		if golang.MatchString(match[1]) {
			t.Errorf("a message is %s, want words for a course author", match[1])
		}
	}
}
