package bundle

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/protocol"
)

// filled returns a hand-written file as the site has it.
func filled(t *testing.T, name string) string {
	t.Helper()
	data, err := (&Site{Web: "../../web"}).read(name, map[string]string{"wasm": "", "kernel": "", "reader": "", "size": "", "version": "", "offline": "", "languages": ""})
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// TestOneListOfLanguages: no source but the table names the code of a language,
// so that one row and one catalogue add a language everywhere.
func TestOneListOfLanguages(t *testing.T) {
	t.Parallel()
	const table = "../../pkg/experiment/languages.go"
	var codes []string // those that are no English words
	for _, code := range experiment.LanguageCodes() {
		codes = append(codes, regexp.QuoteMeta(code))
	}
	// As a text, in a list, in an attribute or a selector, as a key, as a part
	// of a name such as share.lang_en.
	named := regexp.MustCompile(`["'\x60|=](?:` + strings.Join(codes, "|") + `)["'\x60|\]]|lang_(?:` + strings.Join(codes, "|") + `)\b|\b(?:` + strings.Join(codes, "|") + `): \{`)
	found := 0
	for _, root := range []string{"../../cmd", "../../pkg", "../../web"} {
		err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			if entry.IsDir() {
				// What reads programs and data knows words of its own, and the catalogues are the languages.
				if name := entry.Name(); name == "python" || name == "paste" || name == "i18n" || name == "dist" || name == "testdata" || name == "node_modules" {
					return filepath.SkipDir
				}
				return nil
			}
			if strings.HasSuffix(path, "_test.go") || !slices.Contains([]string{".go", ".js", ".ts", ".json", ".html", ".css"}, filepath.Ext(path)) {
				return nil
			}
			data, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			for i, line := range bytes.Split(data, []byte("\n")) {
				switch {
				case !named.Match(line):
				case path == table:
					found++
				default:
					t.Errorf("%s:%d names a language: %s", path, i+1, bytes.TrimSpace(line))
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if found < len(codes) {
		t.Errorf("the table %s has %d lines with a code, want one for each of %d", table, found, len(codes))
	}
}

// TestDeclarationsAndSchemaAreThoseOfThePage: what course authors are told of
// names is what the program has.
func TestDeclarationsAndSchemaAreThoseOfThePage(t *testing.T) {
	t.Parallel()
	var schema struct {
		Defs map[string]struct {
			OneOf []struct {
				Properties map[string]json.RawMessage
			}
			Properties map[string]json.RawMessage
		} `json:"$defs"`
	}
	if err := json.Unmarshal([]byte(filled(t, "firstneuron-1.schema.json")), &schema); err != nil {
		t.Fatal(err)
	}
	welcome := protocol.Welcome()
	declared := filled(t, "embed-1.d.ts")
	for name, want := range map[string][]string{"request.method": texts(welcome["methods"]), "event.event": texts(welcome["events"])} {
		definition, field, _ := strings.Cut(name, ".")
		var got []string
		for _, one := range schema.Defs[definition].OneOf {
			got = append(got, allowed(t, one.Properties[field])...)
		}
		same(t, "the schema's "+name, got, want)
	}
	for _, one := range schema.Defs["request"].OneOf {
		for _, key := range []string{"lang", "theme"} {
			var params struct{ Properties map[string]json.RawMessage }
			if one.Properties["params"] == nil || json.Unmarshal(one.Properties["params"], &params) != nil || params.Properties[key] == nil {
				continue
			}
			same(t, "the schema's "+key, allowed(t, params.Properties[key]), experiment.Choices(key))
		}
	}
	for place, want := range map[string][]string{
		`setLanguage\(lang: ([^)]*)\)`: experiment.Choices("lang"),
		`setTheme\(theme: ([^)]*)\)`:   experiment.Choices("theme"),
		`(?s)  code:\s+(.*?);`:         protocol.Codes(),
		`  phase: (.*);`:               allowed(t, schema.Defs["state"].Properties["phase"]),
	} {
		match := regexp.MustCompile(place).FindStringSubmatch(declared)
		if match == nil {
			t.Errorf("embed-1.d.ts has nothing like %s", place)
			continue
		}
		var got []string
		for _, text := range regexp.MustCompile(`"([^"]*)"`).FindAllStringSubmatch(match[1], -1) {
			got = append(got, text[1])
		}
		same(t, "embed-1.d.ts, "+place, got, want)
	}
	var failure struct{ Properties map[string]json.RawMessage }
	if err := json.Unmarshal(schema.Defs["answer"].Properties["error"], &failure); err != nil {
		t.Fatal(err)
	}
	same(t, "the schema's error codes", allowed(t, failure.Properties["code"]), protocol.Codes())
	for _, event := range texts(welcome["events"]) {
		if !strings.Contains(declared, "\n  "+event+": CustomEvent<") {
			t.Errorf("embed-1.d.ts lacks the event %s", event)
		}
	}
	for field := range schema.Defs["state"].Properties {
		if !regexp.MustCompile(`\n  ` + field + `\??: `).MatchString(declared) {
			t.Errorf("embed-1.d.ts lacks the field %s of the state", field)
		}
	}
}

// allowed returns the texts that a part of the schema allows.
func allowed(t *testing.T, schema json.RawMessage) []string {
	t.Helper()
	var values struct {
		Enum  []string
		Const string
	}
	if err := json.Unmarshal(schema, &values); err != nil {
		t.Fatalf("%s: %v", schema, err)
	}
	if values.Const != "" {
		return []string{values.Const}
	}
	return values.Enum
}

func texts(list any) []string {
	var names []string
	for _, name := range list.([]any) {
		names = append(names, name.(string))
	}
	return names
}

// same compares two sets of names.
func same(t *testing.T, what string, got, want []string) {
	t.Helper()
	got, want = slices.Clone(got), slices.Clone(want)
	slices.Sort(got)
	slices.Sort(want)
	if len(want) == 0 || !slices.Equal(got, want) {
		t.Errorf("%s: %q, want %q", what, got, want)
	}
}
