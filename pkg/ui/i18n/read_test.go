package i18n

import (
	"encoding/json"
	"maps"
	"testing"
)

// TestCataloguesAreReadAsJSON: as encoding/json reads them.
func TestCataloguesAreReadAsJSON(t *testing.T) {
	texts := []string{`{"a": "b"}`, "{\n \"a.b\" : \"\\\"\\\\ \\n 한글\" ,\"c\":\"\"}\n"}
	for _, language := range Languages() {
		text, err := files.ReadFile(language.Code + ".json")
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, string(text))
	}
	for _, text := range texts {
		var want map[string]string
		if err := json.Unmarshal([]byte(text), &want); err != nil {
			t.Fatal(err)
		}
		if got, err := read(text); err != nil || !maps.Equal(got, want) {
			t.Errorf("%.60s: read as %d messages, %v, want %d", text, len(got), err, len(want))
		}
	}
	for _, text := range []string{"", "{", `{"a"}`, `{"a": 1}`, `{"a": "b"`, `{"a": "b",}`, `{"a": "\x"}`, `{"a": "b"} x`, `["a"]`} {
		if got, err := read(text); err == nil {
			t.Errorf("%s is read as %v", text, got)
		}
	}
}
